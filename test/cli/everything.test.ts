// Everything that lies beside the checkout in one import: logs, mail, documents, archives made to hurt. No file may bring
// the run down, every receipt reconciles, and what no reader knows is named.
import { describe, expect, test } from 'vitest'
import { DATA, hasData } from '../intake/agreement.ts'
import { documentOf, usePlace } from './inward.ts'

interface Receipt {
  readonly path: string
  readonly source: string | null
  readonly status: string
  readonly refusal: string | null
  readonly rowsRead: number
  readonly kept: number
  readonly duplicate: number
  readonly rejected: number
  readonly ignored: number
}

const place = usePlace()

describe.skipIf(!hasData)('all published samples in one import', { timeout: 240_000 }, () => {
  test('are read to the last file, and each row is accounted for', async () => {
    expect((await place.inward(['init'], { env: { INWARD_WORKSPACE: place.workspace } })).code).toBe(0)
    const first = await importAll()
    const byState = {
      read: first.filter(({ source }) => source !== null),
      refused: first.filter(({ source }) => source === null)
    }
    expect(byState.read.length).toBeGreaterThan(100)
    for (const { path, refusal } of byState.refused) expect(refusal, path).toMatch(/^[A-Z].*\.$/s)
    const sources = new Map<string, number>()
    for (const { source, kept } of byState.read) sources.set(String(source), (sources.get(String(source)) ?? 0) + kept)
    process.stdout.write(
      `${first.length} files, ${byState.refused.length} not recognised; kept ${[...sources].map(([name, kept]) => `${name} ${kept}`).join(', ')}\n`
    )
    const again = await importAll()
    expect(again.map(({ kept }) => kept).filter((kept) => kept > 0)).toEqual([])
  })
})

async function importAll(): Promise<readonly Receipt[]> {
  const ended = await place.inward(['import', DATA, '--json'], { env: { INWARD_WORKSPACE: place.workspace } })
  const { imports } = documentOf(ended) as { imports: readonly Receipt[] }
  for (const { path, rowsRead, kept, duplicate, rejected, ignored } of imports)
    expect(kept + duplicate + rejected + ignored, path).toBe(rowsRead)
  return imports
}

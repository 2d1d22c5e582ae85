// Whatever a file holds: reading it ends, nothing is thrown, every row read is accounted for, a reason never quotes the
// row, and the size of the pieces it comes in changes nothing. A finding is written to out/fuzz; once understood it becomes
// a fixture.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ByteSource } from '../../src/main/intake/bytes/source.ts'
import { readText } from '../../src/main/intake/read-text.ts'
import { SOURCE_READERS } from '../../src/main/intake/sources.ts'
import type { IntakeOptions, RowBatch } from '../../src/shared/domain/draft.ts'
import { below, chosen, damaged, type Random, randomFrom } from './damage.ts'

const CHECKOUT = path.resolve(import.meta.dirname, '../..')
const FIXTURES = path.join(CHECKOUT, 'test/intake/fixtures')
const FINDINGS = path.join(CHECKOUT, 'out/fuzz')
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 60)
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)
/** No file of a few hundred kilobytes takes this long unless something is quadratic. */
const SLOW_MS = 4000

test(`damaged files, seed ${seed}`, async () => {
  const originals = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z]+$/.test(name) && !name.endsWith('.expected.json'))
    .map((name) => readFileSync(path.join(FIXTURES, name)))
  const random = randomFrom(seed)
  const endMs = Date.now() + seconds * 1000
  const findings = new Map<string, string>()
  let files = 0
  let recognised = 0
  let rows = 0
  while (Date.now() < endMs && findings.size < 20) {
    const bytes = damaged(chosen(originals, random), random, chosen(originals, random))
    const chosenSource = random() < 0.2 ? chosen(SOURCE_READERS, random).source : null
    const options: IntakeOptions = {
      source: chosenSource,
      timezone: 'Europe/Berlin',
      isTimezoneChosen: false,
      zones: {},
      mappings: []
    }
    files += 1
    const { problem, read } = await examine(bytes, options, random)
    rows += read
    if (read > 0) recognised += 1
    if (problem === null || findings.has(problem)) continue
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`
    mkdirSync(FINDINGS, { recursive: true })
    writeFileSync(path.join(FINDINGS, name), bytes)
    findings.set(problem, `${problem} (out/fuzz/${name}${chosenSource === null ? '' : ` as ${chosenSource}`})`)
  }
  process.stdout.write(`seed ${seed}: ${files} damaged files, ${recognised} of them read with ${rows} rows\n`)
  // A run in which hardly a file is still read would prove nothing.
  expect(recognised).toBeGreaterThan(files / 10)
  expect([...findings.values()]).toEqual([])
})

interface Outcome {
  readonly batches: readonly RowBatch[]
  /** Everything that was told, but for how it was cut into batches. */
  readonly told: string
}

async function examine(
  bytes: Buffer,
  options: IntakeOptions,
  random: Random
): Promise<{ problem: string | null; read: number }> {
  const startedMs = Date.now()
  let whole: Outcome
  let pieces: Outcome
  try {
    whole = await readIn(bytes, options, () => bytes.length)
    const size = 1 + below(random, 300)
    pieces = await readIn(bytes, options, () => 1 + below(random, size))
  } catch (error) {
    return { problem: `threw ${String(error)} ${placeOf(error)}`, read: 0 }
  }
  const read = whole.batches.reduce((sum, batch) => sum + batch.rowsRead, 0)
  if (Date.now() - startedMs > SLOW_MS) return { problem: 'is slow', read }
  if (whole.told !== pieces.told) return { problem: 'depends on the pieces it comes in', read }
  for (const batch of whole.batches) {
    const problem = problemOf(batch)
    if (problem !== null) return { problem, read }
  }
  return { problem: null, read }
}

async function readIn(bytes: Buffer, options: IntakeOptions, size: () => number): Promise<Outcome> {
  const batches: RowBatch[] = []
  const told: unknown[] = []
  for await (const event of readText(sourceOf(bytes, size), { next: () => 0 }, options)) {
    if (event.kind === 'rows') {
      batches.push(event)
      told.push(...event.activities, ...event.hrEvents, ...event.profiles, ...event.rejected)
    } else told.push(event)
  }
  const ignored = batches.flatMap((batch) => Object.entries(batch.ignored))
  const sums: Record<string, number> = {}
  for (const [reason, count] of ignored) sums[reason] = (sums[reason] ?? 0) + count
  return { batches, told: JSON.stringify([told, sums]) }
}

function sourceOf(bytes: Buffer, size: () => number): ByteSource {
  return {
    path: 'damaged',
    sizeBytes: bytes.length,
    access: null,
    open: () => ({ chunks: inPieces(bytes, size), damage: () => null })
  }
}

async function* inPieces(bytes: Buffer, size: () => number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + Math.max(1, size()))
    yield await Promise.resolve(bytes.subarray(at, end))
    at = end
  }
}

function problemOf(batch: RowBatch): string | null {
  const ignored = Object.values(batch.ignored).reduce((sum, rows) => sum + rows, 0)
  const { activities, hrEvents, profiles, rejected } = batch
  if (batch.rowsRead !== activities.length + hrEvents.length + profiles.length + rejected.length + ignored)
    return 'loses count of its rows'
  for (const draft of activities) {
    if (!Number.isSafeInteger(draft.atMs)) return 'has a time that is no whole number'
    if (!Number.isSafeInteger(draft.sizeBytes) || draft.sizeBytes < 0) return 'has a size that is no size'
    if (!Number.isSafeInteger(draft.itemCount) || draft.itemCount < 1) return 'has a count that is no count'
    if (draft.recordKey === '') return 'has a record without a key'
  }
  for (const { reason, raw } of rejected) {
    const quoted = raw.split(/[^\p{L}\p{N}@._-]+/u).find((word) => word.length >= 10 && reason.includes(word))
    if (quoted !== undefined) return `quotes the row in its reason: ${reason}`
  }
  return null
}

function placeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 3).join(' ') : ''
}

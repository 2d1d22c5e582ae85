// Published mails, many of them broken on purpose: each is read, in little time, and says what its own headers say.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare, DATA, hasData, openTally, reached, wantedOf } from './agreement.ts'
import { BERLIN, readAll, rowsAccountedFor } from './reading.ts'

const FOLDERS = ['mailparser-fixtures', 'tika-test-documents/eml', 'tika-test-documents/mbox']

function mails(): string[] {
  return FOLDERS.flatMap((folder) => {
    const names = readdirSync(path.join(DATA, folder)).filter((name) => /\.(?:eml|mbox)$/.test(name))
    return names.sort().map((name) => path.join(DATA, folder, name))
  })
}

/** Headers of the first message, by the plainest way there is. */
function headerOf(text: string, name: string): string | undefined {
  const head = text.replaceAll('\r\n', '\n').split('\n\n', 1)[0] ?? ''
  const match = new RegExp(String.raw`^${name}: *(.*(?:\n[ \t].*)*)$`, 'im').exec(head.replace(/^From .*\n/, ''))
  return match?.[1]?.replaceAll('\n', ' ').trim()
}

describe.skipIf(!hasData)('published mails', () => {
  it('say what their headers say', { timeout: 60_000 }, async () => {
    const tally = openTally()
    const undated: string[] = []
    for (const file of mails()) {
      const text = readFileSync(file, 'latin1')
      const started = performance.now()
      const reading = await readAll(file, BERLIN)
      expect(performance.now() - started, file).toBeLessThan(3000)
      expect(reading.starts[0]?.recognition.source, file).toBe('mail')
      expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
      const date = headerOf(text, 'Date')
      if (date === undefined) {
        undated.push(...reading.rejected.map(({ reason }) => reason))
        expect(reading.activities).toEqual([])
        continue
      }
      const [draft] = reading.activities
      if (draft === undefined) throw new Error(`${file} has a date and is not kept`)
      expect(draft.raw.length).toBeLessThan(statSync(file).size + 100)
      const address = /[^\s<>"]+@[^\s<>"]+/.exec(headerOf(text, 'From') ?? '')?.[0]
      const time = Date.parse(date.replace(/\(.*\)/, ''))
      compare(
        tally,
        wantedOf({
          time,
          user: address === undefined ? undefined : [address],
          operation: undefined,
          address: undefined,
          file: /filename="?([\w.]+)"?/.exec(text.replaceAll('inline; filename', 'inline; '))?.[1]
        }),
        draft
      )
    }
    expect(new Set(undated)).toEqual(new Set(['The mail has no date.']))
    expect(reached('mailparser and tika, mail', tally)).toEqual({ time: 'all 17', user: 'all 16', file: 'all 4' })
  })

  it('are as many as a mailbox holds', async () => {
    const rows: number[] = []
    for (const name of ['complex.mbox', 'simple.mbox', 'headers.mbox'])
      rows.push((await readAll(path.join(DATA, 'tika-test-documents/mbox', name))).rowsRead)
    expect(rows).toEqual([3, 2, 1])
  })
})

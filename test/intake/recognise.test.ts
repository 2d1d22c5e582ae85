// What a file is, is told by what is in it. What no reader fits is refused with a sentence that helps.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditRecord, csvLine } from './audit-record.ts'
import { BERLIN, readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()
const file = path.join(folder, 'misleading.docx')

async function read(content: string | Uint8Array, options = BERLIN): ReturnType<typeof readAll> {
  writeFileSync(file, content)
  return readAll(file, options)
}

describe('recognition', () => {
  it('asks the content and not the name', async () => {
    const { starts } = await read(`${JSON.stringify(auditRecord(1))}\n`)
    expect(starts[0]?.recognition).toMatchObject({
      source: 'm365-audit',
      wrapping: 'json-lines',
      encoding: 'utf-8',
      confidence: 0.99,
      timezone: 'UTC'
    })
  })

  it('is less sure where only some records fit', async () => {
    const other = `${JSON.stringify({ time: 1, message: 'x' })}\n`
    const { starts, rejected } = await read(`${JSON.stringify(auditRecord(1))}\n${other}`)
    expect(starts[0]?.recognition.confidence).toBeLessThan(0.6)
    expect(rejected).toHaveLength(1)
  })

  it('says in which zone dates of an HR file are read', async () => {
    const { starts } = await read('EmailAddress,ResignationDate,LastWorkingDate\na@b.example,2026-01-02,2026-03-04\n')
    expect(starts[0]?.recognition).toMatchObject({ source: 'hr', reader: 'hr', timezone: 'Europe/Berlin' })
    expect(starts[0]?.recognition.because).toContain('resignation date')
  })

  it.each([
    ['nothing', '', 'The file is empty.'],
    ['blanks', ' \n \r\n', 'The file is empty.'],
    [
      'a picture',
      Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6]),
      'The file is not text'
    ],
    [
      'prose',
      'This is a letter about nothing in particular.\nIt has two lines.\n',
      'neither records that Inward knows nor a table'
    ],
    [
      'another log',
      '{"time":"2026-01-01","level":"info"}\n{"time":"2026-01-01","level":"warn"}\n',
      'no reader knows its first 2 records'
    ],
    ['another table', 'colour,shape,weight\nred,round,3\n', 'no reader knows its header'],
    ['a broken document', '{"a": [1, 2, {"b": ', 'no whole record was found']
  ])('refuses %s', async (_, content, reason) => {
    const { refused, starts } = await read(content)
    expect(starts).toEqual([])
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toContain(reason)
  })

  it('refuses a path that is not there', async () => {
    const { refused } = await readAll(path.join(folder, 'missing.json'))
    expect(refused[0]?.reason).toBe('The file does not exist or may not be read.')
  })
})

describe('a source chosen by the operator', () => {
  it('overrules recognition', async () => {
    const text = 'Login;Abteilung\nmolsen;Vertrieb\n'
    expect((await read(text)).refused).toHaveLength(1)
    const { profiles } = await read(text, { ...BERLIN, source: 'hr' })
    expect(profiles).toMatchObject([{ identity: 'molsen', department: 'Vertrieb' }])
  })

  it('still refuses what cannot be read as it', async () => {
    expect((await read('a,b\n1,2\n', { ...BERLIN, source: 'hr' })).refused[0]?.reason).toContain(
      'cannot be read as the source that was chosen'
    )
    expect((await read('{"a":1}\n', { ...BERLIN, source: 'hr' })).refused[0]?.reason).toContain(
      'cannot be read as the source that was chosen'
    )
    const forced = await read('{"a":1}\n{"a":2}\n', { ...BERLIN, source: 'm365-audit' })
    expect(forced.rejected).toHaveLength(2)
  })
})

describe('columns of HR files', () => {
  const text = 'Kürzel,Raus am,Zuletzt da\nmolsen,2026-01-05,2026-03-31\n'
  const signature = 'kürzel|raus am|zuletzt da'

  it('are read as the workspace remembers them, found by the header', async () => {
    expect((await read(text)).refused).toHaveLength(1)
    const mapping = {
      kind: 'hr' as const,
      signature,
      columns: { identity: 'Kürzel', resignationDate: 'Raus am', lastWorkingDate: 'Zuletzt da' }
    }
    const { hrEvents, starts } = await read(text, { ...BERLIN, isTimezoneChosen: true, zones: {}, mappings: [mapping] })
    expect(hrEvents).toMatchObject([{ kind: 'resignation', identity: 'molsen', lastDayMs: Date.UTC(2026, 2, 30, 22) }])
    expect(starts[0]).toMatchObject({ mapping, recognition: { because: 'the workspace remembers this header' } })
  })

  it('that were guessed are told, so that they can be remembered', async () => {
    const { starts } = await read('Courriel;Date de départ\na@b.example;2026-01-02\n')
    expect(starts[0]).toMatchObject({
      mapping: {
        kind: 'hr',
        signature: 'courriel|date de départ',
        columns: { identity: 'Courriel', lastWorkingDate: 'Date de départ' }
      }
    })
  })
})

describe('warnings', () => {
  it('name a file that holds exactly what one search returns', async () => {
    const rows = (count: number): string =>
      Array.from({ length: count }, (_, index) => `${JSON.stringify(auditRecord(index))}\n`).join('')
    expect((await read(rows(5000))).ends[0]?.warnings).toEqual([expect.stringContaining('exactly 5000 rows')])
    expect((await read(rows(4999))).ends[0]?.warnings).toEqual([])
  })

  it('name a search of which the file holds only a part', async () => {
    const table = (found: number): string =>
      `${csvLine(['AuditData', 'ResultIndex', 'ResultCount'])}\n${csvLine([JSON.stringify(auditRecord(1)), 1, found])}\n`
    expect((await read(table(1121))).ends[0]?.warnings).toEqual([
      expect.stringContaining('The search found 1121 results, but the file holds 1')
    ])
    expect((await read(table(1))).ends[0]?.warnings).toEqual([])
  })

  it('count rows whose bytes are not what the file is', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(auditRecord(1))}\n${JSON.stringify(auditRecord(2))}\n`),
      Buffer.from(`${JSON.stringify(auditRecord(3, { SourceFileName: 'Prüfung.xlsx' }))}\n`, 'latin1')
    ])
    const { ends, activities } = await read(bytes)
    expect(activities[2]?.fileName).toBe('Prüfung.xlsx')
    expect(ends[0]?.warnings).toEqual(['1 rows are not valid UTF-8 and were read as Windows-1252.'])
  })
})

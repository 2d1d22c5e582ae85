// Logs that nobody knows: looked at before the import without giving anybody away, read as the operator said, and told
// again the next time.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewSource, type SourcePreview } from '../../src/main/intake/preview.ts'
import { logTime } from '../../src/main/intake/normalise/log-time.ts'
import { bytesOf, countOf } from '../../src/main/intake/normalise/mapped/amount.ts'
import type { IntakeOptions, LogMapping } from '../../src/shared/domain/draft.ts'
import type { FieldMapping } from '../../src/shared/domain/mapping.ts'
import { BERLIN, readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'
import { zipped } from './zipped.ts'

const folder = temporaryFolder()

function written(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

async function look(file: string, options = BERLIN): Promise<SourcePreview> {
  const preview = await previewSource(file, options)
  if ('refusal' in preview) throw new Error(preview.refusal)
  return preview
}

function mappingOf(signature: string, mapping: Partial<FieldMapping>): IntakeOptions {
  const whole: LogMapping = {
    kind: 'mapped',
    signature,
    mapping: { columns: {}, dateOrder: null, workload: '', operation: '', ...mapping }
  }
  return { ...BERLIN, isTimezoneChosen: true, zones: {}, mappings: [whole] }
}

const DOORS =
  'Zeitpunkt;Kürzel;Durchgang;Ergebnis;Was\n' +
  '03/04/2026 08:01;jroehl;Halle 2;ok;Zutritt\n' +
  '25/04/2026 09:00;mvalk;Labor (mvalk);verweigert;Zutritt\n'

describe('a preview', () => {
  it('names the columns, shows things and only the kind of people, and guesses what is what', async () => {
    const preview = await look(written('doors.csv', DOORS))
    expect(preview.rows).toBe(2)
    expect(preview.fields.map(({ shownName }) => shownName)).toEqual([
      'Zeitpunkt',
      'Kürzel',
      'Durchgang',
      'Ergebnis',
      'Was'
    ])
    expect(preview.fields.map(({ examples }) => examples)).toEqual([
      ['03/04/2026 08:01', '25/04/2026 09:00'],
      ['a person'],
      ['Halle 2', 'a text that may hold a name'],
      ['ok', 'verweigert'],
      ['Zutritt']
    ])
    expect(preview.suggested).toEqual([
      { field: 'time', index: 0 },
      { field: 'person', index: 1 },
      { field: 'outcome', index: 3 }
    ])
    expect(preview).toMatchObject({ dateOrder: 'day-first', isDateOrderCertain: true, wrapping: 'csv' })
  })

  it('says when no date shows whether the day comes first', async () => {
    const preview = await look(written('open.csv', 'when,who,what\n03/04/2026,jroehl,x\n'))
    expect(preview).toMatchObject({ dateOrder: 'month-first', isDateOrderCertain: false, source: null })
    expect(preview.because).toContain('Map its columns')
  })

  it('shows nothing of a first row that is no header', async () => {
    const { fields } = await look(
      written(
        'bare.csv',
        '2026-01-01 10:00:00,Jane Roehl,jane@hafen.example,Logon\n2026-01-01 10:01,Mia Valk,mia@hafen.example,Logoff\n'
      )
    )
    expect(fields.map(({ shownName }) => shownName)).toEqual(['column 1', 'column 2', 'column 3', 'Logon'])
    expect(JSON.stringify(fields.map(({ shownName, examples }) => [shownName, examples]))).not.toMatch(
      /roehl|valk|mia/i
    )
  })

  it('gives nobody away, whatever the columns are called and wherever a name stands', async () => {
    const people = ['Jane Roehl', 'jane.roehl', 'HAFEN\\jroehl', 'jane.roehl@hafen.example', 'Roehl, Jane', 'J. Roehl']
    const text = fc.constantFrom(
      ...people,
      'Letter to Jane Roehl.docx',
      'of jane.roehl@hafen.example',
      '{"by":"Jane Roehl"}'
    )
    const header = fc.uniqueArray(
      fc.constantFrom('user', 'Name', 'what', 'note', 'Owner', 'a', 'target', 'subject', 'path', 'Jane Roehl', 'host'),
      { minLength: 5, maxLength: 5 }
    )
    await fc.assert(
      fc.asyncProperty(
        header,
        fc.array(fc.array(text, { minLength: 4, maxLength: 4 }), { minLength: 1 }),
        async (names, rows) => {
          const cells = [
            [...names, 'who'],
            ...rows.map((row) => ['2026-01-01 10:00', ...row, 'jane.roehl@hafen.example'])
          ]
          const file = written(
            'any.csv',
            cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
          )
          const { fields, because } = await look(file)
          const shown = JSON.stringify([because, fields.map(({ shownName, examples }) => [shownName, examples])])
          expect(shown).not.toMatch(/roehl/i)
        }
      ),
      { numRuns: 150 }
    )
  })

  it('looks into archives and workbooks, and reads no further than the head of a file', async () => {
    const long = `${DOORS}${'04/05/2026 10:00;jroehl;Halle 2;ok;Zutritt\n'.repeat(60_000)}`
    const inner = await zipped([{ name: 'doors.csv', bytes: Buffer.from(long) }])
    for (const file of [
      written('doors.csv.gz', gzipSync(long)),
      written('doors.zip', inner),
      written('doors-inside.zip', await zipped([{ name: 'inner.zip', bytes: inner }]))
    ]) {
      const preview = await look(file)
      expect(preview.fields.map(({ name }) => name)).toContain('Durchgang')
      expect(preview.rows).toBe(40)
    }
  })

  it('refuses what holds no rows', async () => {
    expect(await previewSource(written('empty.csv', ''), BERLIN)).toEqual({ refusal: 'The file is empty.' })
    expect(await previewSource(path.join(folder, 'missing.csv'), BERLIN)).toHaveProperty('refusal')
    expect(
      await previewSource(written('picture', Uint8Array.from([137, 80, 78, 71, 0, 1, 2, 3, 4])), BERLIN)
    ).toHaveProperty('refusal')
    expect(await previewSource(written('letter.txt', 'Dear all\nthis is a letter\n'), BERLIN)).toHaveProperty('refusal')
  })

  it('suggests what the workspace remembers', async () => {
    const file = written('again.csv', 'a,b,c\n1,2,3\n')
    const columns = { time: 'a', person: 'C', operation: 'b' }
    const said = { dateOrder: 'epoch', workload: 'Gates', operation: '' } as const
    const preview = await look(file, mappingOf('a|b|c', { columns, ...said }))
    expect(preview).toMatchObject({ source: 'mapped', remembered: said })
    expect((await look(file)).remembered).toBeNull()
    expect(preview.suggested).toEqual([
      { field: 'time', index: 0 },
      { field: 'person', index: 2 },
      { field: 'operation', index: 1 }
    ])
  })
})

describe('a remembered mapping', () => {
  const columns = { time: 'Zeitpunkt', person: 'Kürzel', operation: 'Was' }
  const options = mappingOf('zeitpunkt|kürzel|durchgang|ergebnis|was', { columns })

  it('is used for this header, however it is spelled, and for no other', async () => {
    const { activities, starts } = await readAll(written('doors.csv', DOORS.replace('Was\n', 'WAS \n')), options)
    expect(starts[0]?.recognition).toMatchObject({ source: 'mapped', confidence: 1, timezone: 'Europe/Berlin' })
    expect(activities.map(({ operation }) => operation)).toEqual(['Zutritt', 'Zutritt'])
    const other = await readAll(
      written('other.csv', DOORS.replace('Was\n', 'Warum\n').replace('Ergebnis', 'Folge')),
      options
    )
    expect(other.starts[0]?.recognition.source).not.toBe('mapped')
  })

  it('gives way to a source that the operator chose', async () => {
    const chosen = await readAll(written('doors.csv', DOORS), { ...options, source: 'm365-audit' })
    expect([chosen.activities, chosen.rejected.length]).toEqual([[], 2])
    expect((await readAll(written('doors.csv', DOORS), { ...options, source: 'mapped' })).activities).toHaveLength(2)
    expect((await readAll(written('doors.csv', DOORS), { ...BERLIN, source: 'mapped' })).refused).toHaveLength(1)
  })

  it('of records is used where fields come and go, but not where only a few names are the same', async () => {
    const record = (more: object): string =>
      `${JSON.stringify({ at: '2026-02-03T10:00:00Z', who: 'jroehl', did: 'x', a: 1, b: 2, ...more })}\n`
    const known = mappingOf('{a|at|b|did|who}', { columns: { time: 'at', person: 'who', operation: 'did' } })
    const near = await readAll(written('near.jsonl', record({ extra: 1 })), known)
    expect(near.starts[0]?.recognition.confidence).toBeLessThan(1)
    expect(near.activities).toHaveLength(1)
    const far = await readAll(written('far.jsonl', record({ c: 1, d: 1, e: 1, f: 1, g: 1 })), known)
    expect(far.activities).toHaveLength(0)
  })

  it('waits with every row for the date that shows the order, and keeps places and counts', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `03/04/2026 10:00,p${String(index)},x`)
    const file = written('late.csv', ['when,who,what', ...rows, '25/04/2026 10:00,z,x', ''].join('\n'))
    const late = mappingOf('when|who|what', { columns: { time: 'when', person: 'who', operation: 'what' } })
    const reading = await readAll(file, late)
    expect(reading.activities.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 1501 }, (_, index) => index + 1)
    )
    expect(new Set(reading.activities.slice(0, -1).map(({ atMs }) => atMs))).toEqual(new Set([Date.UTC(2026, 3, 3, 8)]))
    expect(reading.ends[0]?.warnings).toEqual(['The dates in the file show that it writes the day before the month.'])
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
  })

  it('with an order reads no date against it', async () => {
    const file = written('chosen.csv', 'when,who,what\n03/04/2026 10:00,a,x\n25/04/2026 10:00,b,x\n')
    const chosen = { columns: { time: 'when', person: 'who', operation: 'what' }, dateOrder: 'month-first' } as const
    const { activities, rejected, ends } = await readAll(file, mappingOf('when|who|what', chosen))
    expect(activities.map(({ atMs }) => atMs)).toEqual([Date.UTC(2026, 2, 4, 9)])
    expect(rejected).toMatchObject([{ reason: 'The time of the row cannot be read.' }])
    expect(ends[0]?.warnings).toEqual(['Dates were read with the month before the day, as the mapping says.'])
  })
})

it.each([
  ['2026-02-03T10:00:00.123Z', '2026-02-03T10:00:00.123Z'],
  ['2026-02-03 10:00:00.637407', '2026-02-03T09:00:00.637Z'],
  ['2026/02/03 10:00:00', '2026-02-03T09:00:00.000Z'],
  ['20260203101500', '2026-02-03T09:15:00.000Z'],
  ['20260203', '2026-02-02T23:00:00.000Z'],
  ['3/6/2010 1:41:56', '2010-03-06T00:41:56.000Z'],
  ['07/06/2010 13:41:56', '2010-07-06T11:41:56.000Z'],
  ['3/6/2026 1:41:56 PM', '2026-03-06T12:41:56.000Z'],
  ['3/6/2026 1:41:56 +0200', '2026-03-05T23:41:56.000Z'],
  ['03.06.2026 13:41', '2026-06-03T11:41:00.000Z'],
  ['01/Feb/2026:10:00:00 +0100', '2026-02-01T09:00:00.000Z'],
  ['Sun, 1 Feb 2026 10:00:00 -0500 (EST)', '2026-02-01T15:00:00.000Z'],
  ['1. März 2026 10:00', '2026-03-01T09:00:00.000Z'],
  ['Feb 1, 2026 10:00:00 PM', '2026-02-01T21:00:00.000Z'],
  ['Sun Feb  1 10:00:00 2026', '2026-02-01T09:00:00.000Z'],
  ['Sun Feb  1 10:00:00 UTC 2026', '2026-02-01T10:00:00.000Z'],
  ['1770112800', '2026-02-03T10:00:00.000Z'],
  ['1770112800.25', '2026-02-03T10:00:00.250Z'],
  ['1770112800123', '2026-02-03T10:00:00.123Z'],
  ['1770112800123456789', '2026-02-03T10:00:00.123Z'],
  ['/Date(1658751973240)/', '2022-07-25T12:26:13.240Z'],
  ['2026-03-29 02:30:00', '2026-03-29T01:30:00.000Z']
])('%s is a time of a log in Berlin', (written_, expected) => {
  const atMs = logTime(written_, 'month-first', 'Europe/Berlin')
  expect(atMs === null ? null : new Date(atMs).toISOString()).toBe(expected)
})

it.each([
  '',
  'soon',
  '31/31/2026 10:00',
  '2026-02-30 10:00:00',
  '1/1/0001 10:00',
  '9999-12-31 10:00:00',
  '25:00',
  '0',
  '1'
])('%j is no time of a log', (text) => {
  expect(logTime(text, 'month-first', 'Europe/Berlin')).toBeNull()
})

it('reads amounts as people write them', () => {
  expect(['1,5 KB', '2 MB', '1 234', "1'234", '1.234', '12', '1.5', 'many', '-3'].map(bytesOf)).toEqual([
    1536,
    2_097_152,
    1234,
    1234,
    1234,
    12,
    2,
    null,
    null
  ])
  expect(['1,200', '7', '0', '1.5', 'x'].map(countOf)).toEqual([1200, 7, null, null, null])
})

// Workbooks: texts in three places, dates as numbers in two ways of counting, several sheets, and damage.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readAll, temporaryFolder } from './reading.ts'
import { zipped } from './zipped.ts'

const folder = temporaryFolder()
const HEADER = '<?xml version="1.0" encoding="UTF-8"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const LINK = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

interface BookOptions {
  readonly sheets: Readonly<Record<string, string>>
  readonly texts?: readonly string[]
  readonly countsFrom1904?: boolean
}

async function writeBook(name: string, { sheets, texts = [], countsFrom1904 = false }: BookOptions): Promise<Buffer> {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `${HEADER}<workbook ${MAIN} ${LINK}><workbookPr date1904="${countsFrom1904 ? '1' : '0'}"/><sheets>${names.map((sheet, index) => `<sheet name="${sheet}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, index) => `<Relationship Id="rId${String(index + 1)}" Target="worksheets/sheet${String(index + 1)}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `${HEADER}<sst ${MAIN}>${texts.join('')}</sst>`,
    'xl/styles.xml': `${HEADER}<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;days&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
  }
  names.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${String(index + 1)}.xml`] =
      `${HEADER}<worksheet ${MAIN}><sheetData>${sheets[sheet] ?? ''}</sheetData></worksheet>`
  })
  const bytes = await zipped(Object.entries(parts).map(([part, text]) => ({ name: part, bytes: Buffer.from(text) })))
  writeFileSync(path.join(folder, name), bytes)
  return bytes
}

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const row = (number: number, cells: string): string => `<row r="${String(number)}">${cells}</row>`
const LEAVERS = row(1, text('EmailAddress') + text('ResignationDate') + text('LastWorkingDate'))

it('reads shared, split and inline texts, dates with a style and plain numbers', async () => {
  const bytes = await writeBook('leavers.xlsx', {
    texts: [
      '<si><t>EmailAddress</t></si>',
      '<si><r><t>Resignation</t></r><r><t>Date</t></r></si>',
      '<si><t>LastWorkingDate</t><rPh><t>reading aid</t></rPh></si>',
      '<si><t>nora.falk@harbourlight.example</t></si>'
    ],
    sheets: {
      Leavers:
        row(1, text('Leavers of the year')) +
        row(3, '<c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c>') +
        row(4, '<c r="A4" t="s"><v>3</v></c><c r="B4" s="1"><v>46056</v></c><c r="C4" s="2"><v>46112.5</v></c>') +
        row(5, `${text('a&amp;b@harbourlight.example')}<c r="C5"><v>46112</v></c>`) +
        row(7, text('short@harbourlight.example'))
    }
  })
  const { hrEvents, rejected, starts, ends } = await readAll(path.join(folder, 'leavers.xlsx'), {
    source: null,
    timezone: 'UTC',
    isTimezoneChosen: true,
    zones: {},
    mappings: []
  })
  expect(starts[0]).toMatchObject({
    path: path.join(folder, 'leavers.xlsx'),
    recognition: { source: 'hr', wrapping: 'xlsx' }
  })
  expect(hrEvents).toMatchObject([
    {
      identity: 'nora.falk@harbourlight.example',
      line: 4,
      atMs: Date.UTC(2026, 1, 3),
      lastDayMs: Date.UTC(2026, 2, 31, 12)
    },
    {
      identity: 'a&b@harbourlight.example',
      line: 5,
      lastDayMs: Date.UTC(2026, 2, 31),
      raw: 'a&b@harbourlight.example,,46112'
    }
  ])
  expect(rejected).toMatchObject([{ line: 7, ordinal: 3 }])
  expect(ends[0]).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length })
})

it('counts days from 1904 where the workbook says so', async () => {
  await writeBook('mac.xlsx', {
    countsFrom1904: true,
    sheets: {
      One: LEAVERS + row(2, `${text('nora@harbourlight.example')}<c s="1"><v>44594</v></c><c s="1"><v>44650</v></c>`)
    }
  })
  const { hrEvents } = await readAll(path.join(folder, 'mac.xlsx'), {
    source: null,
    timezone: 'UTC',
    isTimezoneChosen: true,
    zones: {},
    mappings: []
  })
  expect(hrEvents).toMatchObject([{ atMs: Date.UTC(2026, 1, 3), lastDayMs: Date.UTC(2026, 2, 31) }])
})

it('reads every sheet that a reader knows, and names the others', async () => {
  await writeBook('book.xlsx', {
    sheets: {
      Notes: row(1, text('about') + text('nothing')),
      Empty: '',
      Leavers: LEAVERS + row(2, text('nora@harbourlight.example') + text('2026-02-03') + text('2026-03-31')),
      Levels:
        row(1, text('EmailAddress') + text('EffectiveDate') + text('OldLevel') + text('NewLevel')) +
        row(2, text('nora@harbourlight.example') + text('2026-02-03') + text('7') + text('6'))
    }
  })
  const { starts, ends, hrEvents } = await readAll(path.join(folder, 'book.xlsx'))
  expect(starts.map(({ file, path: shown }) => [file, path.relative(folder, shown)])).toEqual([
    [0, 'book.xlsx/Leavers'],
    [1, 'book.xlsx/Levels']
  ])
  expect(hrEvents.map(({ kind }) => kind)).toEqual(['resignation', 'job-level-change'])
  expect(ends.map(({ warnings }) => warnings)).toEqual([[expect.stringContaining('1 other sheets')], []])
})

it('reads a workbook inside an archive', async () => {
  const book = await writeBook('inner.xlsx', {
    sheets: { One: LEAVERS + row(2, text('nora@harbourlight.example') + text('2026-02-03') + text('2026-03-31')) }
  })
  writeFileSync(path.join(folder, 'outer.zip'), await zipped([{ name: 'hr/inner.xlsx', bytes: book }]))
  const { starts, hrEvents } = await readAll(path.join(folder, 'outer.zip'))
  expect(starts.map(({ path: shown }) => path.relative(folder, shown))).toEqual(['outer.zip/hr/inner.xlsx'])
  expect(hrEvents).toHaveLength(1)
})

it('refuses a workbook without rows, and keeps what stands before damage', async () => {
  await writeBook('none.xlsx', { sheets: { One: '' } })
  expect((await readAll(path.join(folder, 'none.xlsx'))).refused).toMatchObject([
    { reason: 'The workbook holds no rows.' }
  ])
  const good = row(2, text('nora@harbourlight.example') + text('2026-02-03') + text('2026-03-31'))
  await writeBook('broken.xlsx', { sheets: { One: `${LEAVERS}${good}<row r="3"><c></row>` } })
  const { hrEvents, ends } = await readAll(path.join(folder, 'broken.xlsx'))
  expect(hrEvents).toHaveLength(1)
  expect(ends[0]?.warnings).toEqual(['The sheet is cut or damaged; rows before the damage were read.'])
})

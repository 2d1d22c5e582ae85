// The splitter of tables against the usual library: same cells for any table, however the file is cut into chunks.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openRowDecoder } from '../../src/main/intake/bytes/text.ts'
import { findCsvHeader } from '../../src/main/intake/formats/csv-header.ts'
import { splitCsv } from '../../src/main/intake/formats/csv.ts'

interface Split {
  readonly rows: (readonly string[])[]
  readonly broken: string[]
  readonly isCut: boolean
}

function split(text: string, delimiter: string, columns: number, chunkBytes: number): Split {
  const rows: (readonly string[])[] = []
  const broken: string[] = []
  const splitter = splitCsv(
    openRowDecoder(),
    { row: (cells) => rows.push(cells), broken: (reason) => broken.push(reason) },
    { delimiter, columns }
  )
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.write(bytes.subarray(at, at + chunkBytes))
  return { rows, broken, isCut: splitter.end().isCut }
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '"', '""', 'a,b', 'line\nbreak', 'cr\r\nlf', ';', ' ', '{"a":"b"}')
)

it('any table comes out as the library reads it', () => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 })
    )
  const options = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    chunkBytes: fc.integer({ min: 1, max: 40 }),
    quotesAll: fc.boolean()
  })
  fc.assert(
    fc.property(table, options, (rows, { delimiter, end, chunkBytes, quotesAll }) => {
      const text = rows
        .map(
          (cells) =>
            cells
              .map((value) =>
                quotesAll || /[",;\t|\r\n]/.test(value) || value === '' ? `"${value.replaceAll('"', '""')}"` : value
              )
              .join(delimiter) + end
        )
        .join('')
      const library: string[][] = parse(text, { delimiter, record_delimiter: end })
      expect(library).toEqual(rows)
      expect(split(text, delimiter, rows[0]?.length ?? 0, chunkBytes)).toEqual({ rows, broken: [], isCut: false })
    }),
    { numRuns: 400 }
  )
})

it('forgives stray quotes as exports write them', () => {
  const text = 'a,b\n5" pipe,x\n"said ""no""",y\n"closed" early,z\n'
  expect(split(text, ',', 2, 3).rows).toEqual([
    ['a', 'b'],
    ['5" pipe', 'x'],
    ['said "no"', 'y'],
    ['"closed" early', 'z']
  ])
})

it('gives up only the line whose quote never closes', () => {
  const text = 'a,b\n1,"open\n2,two\n3,three\n'
  expect(split(text, ',', 2, 1000)).toEqual({
    rows: [
      ['a', 'b'],
      ['2', 'two'],
      ['3', 'three']
    ],
    broken: ['A quote opens in this line and is never closed.'],
    isCut: false
  })
})

it('does not let an unclosed quote swallow the row behind it', () => {
  const text = '"a","b"\n"1","one\n"2","two"\n"3","three"\n'
  for (const chunkBytes of [3, 1000]) {
    expect(split(text, ',', 2, chunkBytes)).toEqual({
      rows: [
        ['a', 'b'],
        ['2', 'two'],
        ['3', 'three']
      ],
      broken: ['A quote opens in this line and is never closed.'],
      isCut: false
    })
  }
})

it('tells a cut last row from a short one', () => {
  expect(split('a,b,c\n1,2,3\n4,5', ',', 3, 4)).toMatchObject({
    broken: ['The file ends in the middle of this row.'],
    isCut: true
  })
  expect(split('a,b,c\n1,2,3\n4,5\n', ',', 3, 4)).toMatchObject({ broken: [], isCut: false })
  expect(split('a,b,c\n1,2,3\n4,5,"mul\nti', ',', 3, 4)).toMatchObject({
    rows: [
      ['a', 'b', 'c'],
      ['1', '2', '3']
    ],
    isCut: true
  })
})

it.each([
  ['a,b;c,d\n', ',', ['a', 'b;c', 'd'], 0],
  ['"a;x";b;c\n', ';', ['a;x', 'b', 'c'], 0],
  ['sep=|\na|b,c\n', '|', ['a', 'b,c'], 1],
  ['#TYPE Some.Thing\n\n"a","b"\n', ',', ['a', 'b'], 1],
  ['same,same,, same \n', ',', ['same', 'same (2)', 'column 3', 'same (3)'], 0]
])('finds the header of %j', (text, delimiter, columns, skippedRows) => {
  expect(findCsvHeader(Buffer.from(text), openRowDecoder(), true)).toEqual({ delimiter, columns, skippedRows })
})

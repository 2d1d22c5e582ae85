import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText, csvLine } from '../../src/main/export/csv.ts'

test('a line ends with CR LF, and only cells that need quotes get them', () => {
  expect(csvLine(['plain', 'a "word", quoted', 'two\nlines', null, 0, -5])).toBe(
    'plain,"a ""word"", quoted","two\nlines",,0,-5\r\n'
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'text that a spreadsheet would run is disarmed: %j',
  (text) => {
    expect(cellText(text)).toBe(`'${text}`)
  }
)

test.each(['a=b', '1-2', 'x@example.test', "'=1", ''])(
  'text that only holds such a character stays as it is: %j',
  (text) => {
    expect(cellText(text)).toBe(text)
  }
)

test('another reader of RFC 4180 finds the same cells again, whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 6 }), (cells) => {
      const read: unknown = parse(csvLine(cells), { record_delimiter: '\r\n' })
      expect(read).toEqual([cells.map(cellText)])
    })
  )
})

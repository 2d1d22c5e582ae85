// The splitters of JSON: the same records however the bytes arrive, and no memory for what is no record.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRowDecoder } from '../../src/main/intake/bytes/text.ts'
import { splitJsonElements } from '../../src/main/intake/formats/json-elements.ts'
import { splitLines } from '../../src/main/intake/formats/lines.ts'
import { findJsonShape } from '../../src/main/intake/formats/json-shape.ts'
import type { RecordSink, Splitter } from '../../src/main/intake/formats/record.ts'

type Open = (sink: RecordSink) => Splitter
const lines: Open = (sink) => splitLines(openRowDecoder(), sink)
const elements: Open = (sink) => splitJsonElements(openRowDecoder(), sink, { listOffset: null })

interface Split {
  readonly records: string[]
  readonly places: (readonly [number, number])[]
  readonly broken: string[]
  isCut: boolean
}

function split(open: Open, text: string, chunkBytes: number): Split {
  const result: Split = { records: [], places: [], broken: [], isCut: false }
  const splitter = open({
    record(record, line, offset) {
      result.records.push(record)
      result.places.push([line, offset])
    },
    broken: (reason) => result.broken.push(reason)
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.write(bytes.subarray(at, at + chunkBytes))
  result.isCut = splitter.end().isCut
  return result
}

const value = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
  .filter((json) => typeof json === 'object' && json !== null && !Array.isArray(json))
const some = fc.array(value, { minLength: 1, maxLength: 6 })
const chunkBytes = fc.integer({ min: 1, max: 50 })

describe('JSON in any chunks', () => {
  it.each([
    ['lines', lines, (values: unknown[]) => values.map((json) => JSON.stringify(json)).join('\r\n')],
    ['a list', elements, (values: unknown[]) => JSON.stringify(values)],
    ['a pretty list', elements, (values: unknown[]) => JSON.stringify(values, null, 2)],
    [
      'pretty documents',
      elements,
      (values: unknown[]) => values.map((json) => JSON.stringify(json, null, 2)).join('\n')
    ],
    [
      'documents without anything between',
      elements,
      (values: unknown[]) => values.map((json) => JSON.stringify(json)).join('')
    ],
    [
      'lists one after the other',
      elements,
      (values: unknown[]) => `${JSON.stringify(values)}\n${JSON.stringify(values)}`
    ]
  ])('%s come out value for value', (name, open, write) => {
    fc.assert(
      fc.property(some, chunkBytes, (values, size) => {
        const text = write(values)
        const { records, places, broken, isCut } = split(open, text, size)
        const expected = name.startsWith('lists') ? [...values, ...values] : values
        expect(records.map((record): unknown => JSON.parse(record))).toEqual(
          expected.map((json): unknown => JSON.parse(JSON.stringify(json)))
        )
        expect({ broken, isCut }).toEqual({ broken: [], isCut: false })
        const bytes = Buffer.from(text)
        for (const [index, [line, offset]] of places.entries()) {
          const own = Buffer.from(records[index] ?? '')
          expect(bytes.subarray(offset, offset + own.length).equals(own)).toBe(true)
          expect(bytes.subarray(0, offset).toString().split('\n')).toHaveLength(line)
        }
      }),
      { numRuns: 120 }
    )
  })

  it('a list inside a document is read without what stands around it', () => {
    const text = '{ "next": "a[{b", "value": [ {"a": 1}, {"a": [2]} ], "count": [3] }'
    expect(findJsonShape(Buffer.from(text), true)).toEqual({ kind: 'document', listOffset: 27 })
    for (const size of [1, 7, 100]) {
      const open: Open = (sink) => splitJsonElements(openRowDecoder(), sink, { listOffset: 27 })
      expect(split(open, text, size)).toMatchObject({ records: ['{"a": 1}', '{"a": [2]}'], broken: [], isCut: false })
    }
  })

  it('a record that has lists is a record and not a wrapper', () => {
    const record = JSON.stringify({ Operation: 'Send', Recipients: [{ a: 1 }], CreationTime: 'x' }, null, 2)
    expect(findJsonShape(Buffer.from(record), true)).toEqual({ kind: 'document', listOffset: null })
  })
})

describe('what is longer than any record', () => {
  const filler = 'x'.repeat(17 * 1024 * 1024)

  it('is one rejected line, and the next line is read', () => {
    const { records, broken } = split(lines, `{"a":1}\n{"b":"${filler}"}\n{"c":3}\n`, 262_144)
    expect(records.map((record) => record.slice(0, 20))).toEqual(['{"a":1}', '{"c":3}'])
    expect(broken).toEqual(['The line is longer than any record can be.'])
  })

  it('is one rejected element, and the next element is read', () => {
    const { records, broken, isCut } = split(elements, `[{"a":1},{"b":"${filler}\\""},{"c":3}]`, 262_144)
    expect(records.map((record) => record.slice(0, 20))).toEqual(['{"a":1}', '{"c":3}'])
    expect({ broken, isCut }).toEqual({ broken: ['The element is longer than any record can be.'], isCut: false })
  })
})

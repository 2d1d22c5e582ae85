/** JSON text as a layout of records, whether one a line, a list, or a list inside a document. */
import type { RecordLayout, TextHead } from '../record-layout.ts'
import { splitJsonElements } from './json-elements.ts'
import { findJsonShape } from './json-shape.ts'
import { splitLines } from './lines.ts'

const WRAPPING_OF = { lines: 'json-lines', list: 'json-array', document: 'json-document' } as const

export function findJsonRecords({ bytes, isWhole }: TextHead): RecordLayout | null {
  const shape = findJsonShape(bytes, isWhole)
  if (shape === null) return null
  return {
    kind: 'records',
    wrapping: WRAPPING_OF[shape.kind],
    parse: parseJson,
    split: (decoder, sink) =>
      shape.kind === 'lines'
        ? splitLines(decoder, sink)
        : splitJsonElements(decoder, sink, { listOffset: shape.kind === 'list' ? null : shape.listOffset })
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

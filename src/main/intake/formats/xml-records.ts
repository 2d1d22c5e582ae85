/** XML as a layout of records: elements of a known name, in a wrapper or one after the other. Refuses XML of anything else. */
import type { RecordLayout, TextHead } from '../record-layout.ts'
import { splitXmlElements } from './xml-elements.ts'
import { parseXmlElement } from './xml-tree.ts'

/** Elements that logs write one record each in; a document of others is no log that Inward knows. */
const RECORD_ELEMENTS = ['Event'] as const

export function findXmlRecords({ bytes }: TextHead): RecordLayout | null {
  const text = bytes.toString('latin1')
  if (!/^\s*</.test(text)) return null
  const name = RECORD_ELEMENTS.find((element) => new RegExp(`<(?:[\\w.-]+:)?${element}[\\s>/]`).test(text))
  if (name === undefined) return null
  return {
    kind: 'records',
    wrapping: 'xml',
    parse: parseXmlElement,
    split: (decoder, sink) => splitXmlElements(decoder, sink, name)
  }
}

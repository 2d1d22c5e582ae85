/**
 * Finds the Windows event in a record, whatever tool wrote it: collectors' flat records, nested documents, XML and XML
 * turned to JSON, tables, text. Refuses records that only share a field name with an event.
 */
import { parseRenderedEvent } from '../../formats/rendered-text.ts'
import { parseXmlElement } from '../../formats/xml-tree.ts'
import { type Fields, fieldsOf, isFields, textOf, trimmed } from '../field.ts'
import type { WindowsEvent } from './event.ts'
import { readFlatEvent } from './event-flat.ts'
import { readSystemEvent } from './event-system.ts'

/** Where search tools and collectors put the record that they hand on. */
const WRAPPERS = ['_source', 'result', 'event', 'log'] as const
/** Where they put the event as it was written. */
const ORIGINALS = ['_raw', 'xml', 'Xml', 'EventXml', 'EventXML', 'event.original'] as const

export function findWindowsEvent(record: Fields): WindowsEvent | null {
  const own = ownEvent(record)
  if (own !== null) return own
  for (const name of WRAPPERS) {
    const inner = fieldsOf(record[name])
    const found = inner === null ? null : ownEvent(inner)
    if (found !== null) return found
  }
  return null
}

function ownEvent(record: Fields): WindowsEvent | null {
  return originalEvent(record) ?? nestedEvent(record) ?? readFlatEvent(flattened(record))
}

function originalEvent(record: Fields): WindowsEvent | null {
  for (const name of ORIGINALS) {
    const text = textOf(record[name]).trim()
    if (text.startsWith('<Event')) {
      const parsed = parseXmlElement(text)
      const event = parsed === undefined ? null : nestedEvent(parsed)
      if (event !== null) return event
    } else if (text.includes('\nLogName=')) {
      const parsed = parseRenderedEvent(text)
      const event = parsed === undefined ? null : readFlatEvent(parsed)
      if (event !== null) return event
    }
  }
  return null
}

function nestedEvent(record: Fields): WindowsEvent | null {
  const event = record['Event']
  const holder = isFields(event) ? event : record
  const system = holder['System']
  return isFields(system) ? readSystemEvent(holder, system, trimmed(record['Message'])) : null
}

/** The shipper's way: everything of the event inside `winlog`, as an object or as dotted columns. */
function flattened(record: Fields): Fields {
  const inner = record['winlog']
  const outer = { '@timestamp': record['@timestamp'], message: record['message'] }
  if (isFields(inner)) return { ...outer, ...inner }
  if (record['winlog.event_id'] === undefined) return record
  const flat: Record<string, unknown> = { ...outer }
  const data: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) {
    if (key.startsWith('winlog.event_data.')) data[key.slice(18)] = value
    else if (key.startsWith('winlog.')) flat[key.slice(7)] = value
  }
  return { ...flat, event_data: data }
}

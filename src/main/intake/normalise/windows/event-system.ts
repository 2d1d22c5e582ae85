/** Reads an event that kept the shape of its XML: `System` with its elements, then `EventData` or `UserData`. */
import { type Fields, isFields, textOf, trimmed } from '../field.ts'
import type { WindowsEvent } from './event.ts'
import { attributeOf, contentOf, readEventData } from './event-data.ts'

export function readSystemEvent(event: Fields, system: Fields, outerMessage: string): WindowsEvent | null {
  const id = contentOf(system['EventID']).trim()
  if (!/^\d{1,5}$/.test(id)) return null
  const rendering = isFields(event['RenderingInfo']) ? event['RenderingInfo'] : {}
  const { data, values } = readEventData(event['EventData'], event['UserData'])
  const keywords = isFields(rendering['Keywords']) ? rendering['Keywords']['Keyword'] : rendering['Keywords']
  return {
    id: Number(id),
    provider: attributeOf(system, 'Provider', 'Name') || contentOf(system['Provider']),
    channel: contentOf(system['Channel']),
    computer: contentOf(system['Computer']),
    recordNumber: contentOf(system['EventRecordID']),
    times: [{ value: createdOf(system), isUtc: true }],
    data,
    values,
    message: trimmed(rendering['Message']) || trimmed(event['Message']) || outerMessage,
    keywords: [contentOf(system['Keywords']), contentOf(keywords)],
    account: { domain: '', name: '', sid: attributeOf(system, 'Security', 'UserID') }
  }
}

/** The log writes UTC; forensic tools turn it into seconds. */
function createdOf(system: Fields): unknown {
  const written = attributeOf(system, 'TimeCreated', 'SystemTime') || textOf(system['TimeCreated'])
  return /^\d+(\.\d+)?$/.test(written) ? Number(written) : written
}

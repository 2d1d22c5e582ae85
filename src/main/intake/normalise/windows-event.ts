/**
 * Makes an activity of one Windows event. It keeps every event that has a time, with whatever is known; it refuses, with a
 * sentence, only what has none. It never looks at anything but the record.
 */
import type { RowOutcome } from '../source-reader.ts'
import { contentKey } from './content-key.ts'
import type { Fields } from './field.ts'
import { emptyDraft } from './filling.ts'
import { actorOf } from './windows/actor.ts'
import type { Clock } from './windows/clock.ts'
import type { WindowsEvent } from './windows/event.ts'
import { findWindowsEvent } from './windows/find-event.ts'
import { fillEvent } from './windows/fill.ts'
import { readPrintMessage } from './windows/fill-print.ts'
import { readMessage } from './windows/message.ts'
import { type NamedEvent, nameEvent } from './windows/naming.ts'
import { outcomeOf } from './windows/outcome.ts'
import { PRINT_POSITIONS, SECURITY_POSITIONS } from './windows/positions.ts'

export function normaliseWindowsEvent(record: Fields, clock: Clock): RowOutcome {
  const event = findWindowsEvent(record)
  if (event === null) return { kind: 'rejected', reason: 'The record is no Windows event.' }
  const named = nameEvent(event)
  const data = dataOf(event, named)
  const atMs = timeOf(event, data, clock)
  if (Number.isNaN(atMs)) {
    const reason = event.times.length === 0 ? 'The record has no time.' : 'The time of the record cannot be read.'
    return { kind: 'rejected', reason }
  }
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = atMs
  draft.workload = named.workload
  draft.operation = named.operation
  draft.outcome = outcomeOf(event, data, named)
  const actor = actorOf(event, data, named)
  draft.actor = actor.name
  draft.actorKind = actor.kind
  fillEvent(draft, event, data, named)
  draft.recordKey = recordKeyOf(event, data, atMs)
  return { kind: 'activity', draft }
}

/** Named data; where a tool lost the names, by position; where it kept only the words, out of them. */
function dataOf({ id, data, values, message }: WindowsEvent, { log }: NamedEvent): Readonly<Record<string, string>> {
  if (Object.keys(data).length > 0 && (log !== 'print' || data['Param2'] !== undefined)) return data
  const read = message === '' ? {} : log === 'print' ? readPrintMessage(message) : readMessage(message)
  if (Object.keys(read).length > 0 || values.length === 0) return { ...data, ...read }
  const names = log === 'print' ? PRINT_POSITIONS : log === 'security' ? (SECURITY_POSITIONS[id] ?? []) : []
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
}

/** The monitor writes UTC into its events, where everything around them may be local time. */
function timeOf(event: WindowsEvent, data: Readonly<Record<string, string>>, clock: Clock): number {
  const own = data['UtcTime'] === undefined ? Number.NaN : clock.read(data['UtcTime'], true)
  if (!Number.isNaN(own)) return own
  for (const { value, isUtc } of event.times) {
    const at = clock.read(value, isUtc)
    if (!Number.isNaN(at)) return at
  }
  return Number.NaN
}

/**
 * A log numbers its records, and begins anew when it is cleared; so the number counts together with the second, which
 * every wrapping of an event agrees on.
 */
function recordKeyOf(event: WindowsEvent, data: Readonly<Record<string, string>>, atMs: number): string {
  const { id, provider, channel, computer, recordNumber, values, message } = event
  const second = Math.floor(atMs / 1000)
  const log = channel || provider
  if (recordNumber !== '' && computer !== '' && log !== '')
    return `${computer}|${channel || provider}|${recordNumber}|${id}|${second}`.toLowerCase()
  const isKnownByData = Object.keys(data).length > 0
  return contentKey('windows-event', {
    computer: computer.toLowerCase(),
    id,
    second,
    data: isKnownByData ? data : { values, message, provider }
  })
}

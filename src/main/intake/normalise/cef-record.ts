/**
 * Makes an activity of one CEF record. The sender's name of the event is the operation, and its vendor and product the
 * workload. Refuses records without a time, and those whose year nothing in the file tells.
 */
import type { ActivityOutcome } from '../../../shared/domain/draft.ts'
import type { RowOutcome } from '../source-reader.ts'
import { fillItem } from './cef/item.ts'
import { fillPeople } from './cef/people.ts'
import { severityOf } from './cef/severity.ts'
import { readSyslogHead } from './cef/syslog.ts'
import { topicOf } from './cef/topic.ts'
import { cefTime, deviceZone, type ReadTime, type ToUtc } from './cef/time.ts'
import type { Years } from './cef/years.ts'
import { contentKey } from './content-key.ts'
import { type Fields, fieldsOf, isFields, trimmed } from './field.ts'
import { emptyDraft, type Filling } from './filling.ts'
import { addressOf } from './m365/address.ts'

/** When it began, when the device noted it, when it ended: the first says best when somebody did it. */
const TIMES = ['start', 'rt', 'end'] as const

export function isCefRecord(record: Fields): boolean {
  return /^(CEF|LEEF) \d/.test(trimmed(record['format'])) && isFields(record['extension'])
}

/** The time of the record itself, which the relay's time only stands in for. */
export function ownTimeOf(record: Fields, toUtc: ToUtc): ReadTime | null {
  const extension = fieldsOf(record['extension']) ?? {}
  const local = deviceZone(trimmed(extension['dtz'])) ?? toUtc
  for (const field of TIMES) {
    const time = cefTime(trimmed(extension[field]), local)
    if (time !== null) return time
  }
  return null
}

export function normaliseCef(record: Fields, years: Years, toUtc: ToUtc): RowOutcome {
  if (!isCefRecord(record)) return { kind: 'rejected', reason: 'The line is no record of CEF.' }
  const extension = fieldsOf(record['extension']) ?? {}
  const labelled = fieldsOf(record['labelled']) ?? {}
  const head = readSyslogHead(trimmed(record['prefix']))
  const time = ownTimeOf(record, toUtc) ?? cefTime(head.time, toUtc)
  if (time === null) return { kind: 'rejected', reason: 'The record has no time that can be read.' }
  const atMs = years.momentOf(time)
  if (Number.isNaN(atMs))
    return {
      kind: 'rejected',
      reason: 'The time of the record has no year, and no other record of the file tells which it was.'
    }
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = atMs
  draft.workload = workloadOf(trimmed(record['vendor']), trimmed(record['product']))
  draft.operation = trimmed(record['name']) || trimmed(record['signature']) || 'Unknown'
  draft.alertSeverity = severityOf(trimmed(record['severity']))
  draft.outcome = outcomeOf(draft.operation, extension)
  draft.device = deviceIn(extension, head.host)
  draft.address = sourceOf(extension, labelled)
  fillPeople(draft, extension, labelled, trimmed(record['vendor']))
  fillItem(draft, extension, labelled)
  draft.subject = told(extension['msg']) || told(extension['reason']) || firstValue(labelled, RULE)
  if (draft.alertSeverity !== 'none' && draft.itemType === 'none') fillAlert(draft)
  draft.topic = topicOf(draft, extension, labelled)
  draft.recordKey = contentKey('cef', { second: Math.floor(atMs / 1000), ...record, prefix: '' })
  return { kind: 'activity', draft }
}

/** Labels of what a sender calls the reason of an alert; numbers of rules say nothing. */
const RULE = /rule(_?name)?$|policy(_?name)?$|threat|virus/i

/**
 * The machine at the near end. A record without a near end is about the machine that it calls the destination; one with
 * a near end was written by a device in between, which nobody sat at.
 */
function deviceIn(extension: Fields, relayed: string): string {
  const isFlow = trimmed(extension['src']) !== '' || trimmed(extension['suser']).includes('@')
  const named = (isFlow ? ['shost'] : ['shost', 'dhost', 'dvchost']).map((field) => trimmed(extension[field]))
  return named.find((host) => /^[^@/]+$/.test(host)) ?? (isFlow ? '' : relayed)
}

function fillAlert(draft: Filling): void {
  draft.itemType = 'other'
  if (draft.subject === '') draft.subject = draft.operation
}

function workloadOf(vendor: string, product: string): string {
  if (product === '' || vendor === '') return product || vendor || 'CEF'
  return product.toLowerCase().startsWith(vendor.toLowerCase()) ? product : `${vendor} ${product}`
}

const REFUSED = /\b(block|blocked|den(y|ied)|drop(ped)?|reject(ed)?|prevent(ed)?|quarantined?|fail(ed|ure)?)\b/i
const LET_THROUGH = /\b(allow(ed)?|pass(ed)?|permit(ted)?|accept(ed)?|success(ful)?|succeeded)\b/i

/** The outcome as the sender says it, else what was done about it, else the name of the event. */
function outcomeOf(operation: string, extension: Fields): ActivityOutcome {
  for (const text of [trimmed(extension['outcome']), trimmed(extension['act']), operation]) {
    if (REFUSED.test(text)) return 'failure'
    if (LET_THROUGH.test(text)) return 'success'
  }
  return 'unknown'
}

/** The near end of a flow; where a record knows one machine only, that one. */
function sourceOf(extension: Fields, labelled: Fields): string {
  const written = [
    ...['src', 'sourceTranslatedAddress', 'c6a2'].map((field) => trimmed(extension[field])),
    firstValue(labelled, /(client|endpoint)[_\s]?ip(address)?/i),
    ...['cs1', 'cs2', 'cs3', 'cs4', 'cs5', 'cs6'].map((field) => plainAddress(extension, field)),
    ...['dvc', 'dst'].map((field) => trimmed(extension[field]))
  ]
  for (const text of written) {
    const address = text === '' ? '' : addressOf({ ClientIP: text })
    if (address !== '') return address
  }
  return ''
}

/** A string without a label that is an address is one. */
function plainAddress(extension: Fields, field: string): string {
  const text = trimmed(extension[field])
  return extension[`${field}Label`] === undefined && /^(\d{1,3}\.){3}\d{1,3}$/.test(text) ? text : ''
}

function firstValue(labelled: Fields, label: RegExp): string {
  for (const [name, value] of Object.entries(labelled)) if (label.test(name) && told(value) !== '') return told(value)
  return ''
}

/** A text that says something: not empty, not a mark for nothing, not a bare number. */
function told(value: unknown): string {
  const text = trimmed(value)
  return /^(n\/a|-|\d+)$/i.test(text) ? '' : text
}

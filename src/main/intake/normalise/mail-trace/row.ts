/**
 * Makes an activity of one line of a message trace: who wrote to whom, when, and whether it arrived. A sender is a person
 * of ours only where the trace, or what the first mails have in common, says that the mail came from inside.
 */
import type { ActivityOutcome } from '../../../../shared/domain/draft.ts'
import type { RowOutcome } from '../../source-reader.ts'
import { contentKey } from '../content-key.ts'
import { type Fields, isFields, numberOf, textOf, trimmed } from '../field.ts'
import { addDomains, addTargets, emptyDraft, type Filling } from '../filling.ts'
import type { DateOrder } from '../hr/dates.ts'
import { logTime } from '../log-time.ts'
import { cleanAddress } from '../m365/address.ts'
import { domainsOf, identityOf, peopleIn } from '../m365/identity.ts'
import { plainNames } from '../plain-names.ts'

export interface TraceReading {
  readonly timezone: string
  readonly order: DateOrder
  /** Domains that are taken as the organisation's own where a line tells no direction; null where nothing told them. */
  readonly ownDomains: ReadonlySet<string> | null
}

/** Lines of a record: the old web service wraps them twice. */
export function traceLines(record: Fields): readonly Fields[] {
  const inner = record['d']
  const results = isFields(inner) ? inner['results'] : undefined
  return Array.isArray(results) ? results.filter(isFields) : [record]
}

/** Expects folded names. */
export function isTraceLine(row: Fields): boolean {
  if (row['senderaddress'] === undefined) return false
  const hasTime = ['received', 'origintimestamputc', 'datetimeutc', 'datereceived'].some(
    (name) => row[name] !== undefined
  )
  const hasRecipient = row['recipientaddress'] !== undefined || row['recipientstatus'] !== undefined
  return (
    hasTime &&
    hasRecipient &&
    ['messageid', 'messagetraceid', 'networkmessageid'].some((name) => row[name] !== undefined)
  )
}

export function traceTime(record: Fields): string {
  const row = plainNames(record)
  return trimmed(row['received'] ?? row['origintimestamputc'] ?? row['datetimeutc'] ?? row['datereceived'])
}

export function readTraceLine(record: Fields, reading: TraceReading): RowOutcome {
  const row = plainNames(record)
  const written = traceTime(record)
  if (written === '') return { kind: 'rejected', reason: 'The line of the trace has no time.' }
  const atMs = logTime(written, reading.order, reading.timezone)
  if (atMs === null) return { kind: 'rejected', reason: 'The time of the line cannot be read.' }
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = atMs
  draft.workload = 'Exchange'
  draft.itemType = 'message'
  draft.subject = textOf(row['subject'] ?? row['messagesubject'])
  draft.path = trimmed(row['messageid'])
  draft.sizeBytes = Math.max(0, numberOf(row['size'] ?? row['totalbytes']) ?? 0)
  draft.address = cleanAddress(trimmed(row['fromip'] ?? row['originalclientip'] ?? row['clientip']))
  const delivered = deliveriesOf(row)
  const recipients = delivered.map(({ recipient }) => recipient)
  const isInside = comesFromInside(row, reading, recipients)
  fillSender(draft, row, isInside)
  const people = peopleIn(recipients)
  addTargets(draft, people)
  if (isInside === true) addDomains(draft, domainsOf(people))
  const statuses = delivered.map(({ status }) => status)
  draft.outcome = outcomeOf(statuses)
  draft.operation = operationOf(row, statuses, isInside)
  draft.recordKey = keyOf(record, row, recipients)
  return { kind: 'activity', draft }
}

interface Delivery {
  readonly recipient: string
  readonly status: string
}

/** One recipient with a status, or `address##Receive, Deliver;address##Receive, Fail`. */
function deliveriesOf(row: Fields): readonly Delivery[] {
  const summary = trimmed(row['recipientstatus'])
  if (summary.includes('##'))
    return summary.split(';').flatMap((part) => {
      const [recipient = '', events = ''] = part.split('##')
      const last = events.split(',').at(-1)?.trim() ?? ''
      return recipient.trim() === '' ? [] : [{ recipient: recipient.trim(), status: last }]
    })
  const status = trimmed(row['status'] ?? row['eventid']) || summary
  const recipients = trimmed(row['recipientaddress']).split(/[;,]/)
  return recipients.filter((text) => text.trim() !== '').map((text) => ({ recipient: text.trim(), status }))
}

/** Null where neither the line nor the domains tell. */
function comesFromInside(row: Fields, { ownDomains }: TraceReading, recipients: readonly string[]): boolean | null {
  const direction = trimmed(row['directionality']).toLowerCase()
  if (/^(?:outbound|originating|intra-?org)/.test(direction)) return true
  if (/^(?:inbound|incoming)/.test(direction)) return false
  const [domain] = domainsOf([trimmed(row['senderaddress']).toLowerCase()])
  if (domain === undefined) return null
  if (domain === trimmed(row['organization']).toLowerCase() || ownDomains?.has(domain) === true) return true
  const isToOwn = domainsOf(peopleIn(recipients)).some((each) => ownDomains?.has(each) === true)
  return isToOwn ? false : null
}

function fillSender(draft: Filling, row: Fields, isInside: boolean | null): void {
  const written = trimmed(row['senderaddress'])
  // The empty path is how servers sign what they return.
  const sender = identityOf(written === '<>' ? '' : written)
  draft.actor = sender.name
  draft.actorKind = sender.kind === 'person' && isInside !== true ? 'unknown' : sender.kind
}

const ARRIVED = /^(?:delivered?|expand(?:ed)?|resolved?|send|sendexternal|receive|redirect(?:ed)?)$/i
const NOT_ARRIVED = /^(?:fail(?:ed)?|filteredasspam|quarantined?|reject(?:ed)?|drop(?:ped)?|badmail)$/i
const UNDECIDED = /^(?:pending|defer(?:red)?|gettingstatus|none|unknown|submit|process)?$/i

/** One that arrived is enough: the mail left. */
function outcomeOf(statuses: readonly string[]): ActivityOutcome {
  if (statuses.some((status) => ARRIVED.test(status))) return 'success'
  return statuses.length > 0 && statuses.every((status) => NOT_ARRIVED.test(status)) ? 'failure' : 'unknown'
}

/** Some traces carry other things of a mailbox under a status of their own; those keep its name. */
function operationOf(row: Fields, statuses: readonly string[], isInside: boolean | null): string {
  const [status = ''] = statuses
  const isEvent = row['eventid'] !== undefined && !/^(?:send|sendexternal|receive)$/i.test(status)
  const isOther = ![ARRIVED, NOT_ARRIVED, UNDECIDED].some((known) => known.test(status))
  if (isEvent || isOther) return status
  return isInside === false || /^receive$/i.test(status) ? 'Receive' : 'Send'
}

/** A message has one id of the service, whichever tool asks; a line is one of its recipients, or one step on the way. */
function keyOf(record: Fields, row: Fields, recipients: readonly string[]): string {
  const id = trimmed(row['messagetraceid'] ?? row['networkmessageid']) || trimmed(row['messageid'])
  if (id === '') return contentKey('mail-trace', record)
  const step = row['eventid'] === undefined ? '' : `${trimmed(row['eventid'])}|${traceTime(record)}`
  return ['mail-trace', id, ...[...recipients].sort(), step].join('|').toLowerCase()
}

/** Domains on both sides of the mails of a sample. */
export function traceSides(sample: readonly Fields[]): readonly ReadonlySet<string>[] {
  return sample
    .flatMap(traceLines)
    .map(plainNames)
    .map((row) => {
      const sides = [trimmed(row['senderaddress']), ...deliveriesOf(row).map(({ recipient }) => recipient)]
      return new Set(domainsOf(sides.map((side) => side.toLowerCase())))
    })
}

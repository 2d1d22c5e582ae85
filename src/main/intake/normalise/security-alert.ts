/**
 * Makes one activity of one alert of another product. The first person in it is the actor and further ones are acted
 * upon; an alert that names nobody is kept without a person.
 */
import type { RowOutcome } from '../source-reader.ts'
import type { AlertFacts } from './alert/facts.ts'
import { isGraphAlert, readGraphAlert } from './alert/graph.ts'
import { isAlertRow, isIncident, readAlertRow, readIncident } from './alert/sentinel.ts'
import { contentKey } from './content-key.ts'
import { joined } from './defender/device.ts'
import { firstPersonOf } from './device-account.ts'
import { type Fields, fieldsOf, isFields, listOf } from './field.ts'
import { addTargets, baseName, emptyDraft, extensionOf } from './filling.ts'
import { cleanAddress } from './m365/address.ts'
import { type Identity, identityOf, peopleIn } from './m365/identity.ts'
import { auditTime } from './m365/time.ts'

const REJECTED: RowOutcome = {
  kind: 'rejected',
  reason: 'No alert was found in the record: a title with a severity.'
}
const NO_TIME = 'The alert has no time.'
const UNREADABLE_TIME = 'The time of the alert cannot be read.'
/** Collectors put an alert at most this deep. */
const DEEPEST = 2

export function readSecurityAlert(record: Fields): RowOutcome | readonly RowOutcome[] {
  const alerts = alertsIn(record, 0)
  return alerts.length === 0 ? REJECTED : alerts.map((alert) => (alert === null ? REJECTED : outcomeOf(alert)))
}

export function holdsAlert(record: Fields): boolean {
  return alertsIn(record, 0).length > 0
}

interface FoundAlert {
  readonly facts: AlertFacts
  readonly record: Fields
}

/** An incident that brings its alerts along is those alerts; null stands for an entry among them that is none. */
function alertsIn(record: Fields, depth: number): readonly (FoundAlert | null)[] {
  if (isGraphAlert(record)) return [{ facts: readGraphAlert(record), record }]
  if (isAlertRow(record)) return [{ facts: readAlertRow(record), record }]
  if (isIncident(record)) return [{ facts: readIncident(record), record }]
  const listed = listOf(record['alerts']).filter(isFields)
  if (listed.some(isGraphAlert))
    return listed.map((alert) => (isGraphAlert(alert) ? { facts: readGraphAlert(alert), record: alert } : null))
  if (depth >= DEEPEST) return []
  for (const value of Object.values(record)) {
    const inner = isFields(value) || mayBeAlert(value) ? fieldsOf(value) : null
    const found = inner === null ? [] : alertsIn(inner, depth + 1)
    if (found.length > 0) return found
  }
  return []
}

/** Cheap first look at a text, so that other logs are not parsed in vain. */
function mayBeAlert(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('{') && /"(severity|AlertSeverity)"/i.test(value)
}

function outcomeOf({ facts, record }: FoundAlert): RowOutcome {
  const atMs = auditTime(facts.time)
  if (Number.isNaN(atMs))
    return { kind: 'rejected', reason: facts.time === undefined || facts.time === '' ? NO_TIME : UNREADABLE_TIME }
  const { recipients, loggedOn, devices, files, programs, addresses, urls } = facts.involved
  const accounts = withoutRepetitions(facts.involved.accounts)
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = atMs
  draft.workload = facts.product || 'Security alert'
  draft.operation = facts.category || 'Alert'
  draft.itemType = 'other'
  draft.subject = facts.title
  draft.alertSeverity = facts.severity
  draft.alertState = facts.state
  draft.topic = facts.topic
  const actor = firstPersonOf([...accounts, ...recipients.map(identityOf), ...loggedOn])
  draft.actor = actor.name
  draft.actorKind = actor.kind
  const people = peopleIn([...accounts.map(({ name, kind }) => (kind === 'service' ? '' : name)), ...recipients])
  addTargets(
    draft,
    people.filter((name) => name !== actor.name)
  )
  draft.device = devices.find((name) => name !== '') ?? ''
  draft.address = addresses.map(cleanAddress).find((address) => address !== '') ?? ''
  const file = files[0] ?? programs[0]
  draft.fileName = baseName(file?.name ?? '')
  draft.extension = extensionOf(draft.fileName)
  draft.path = file === undefined ? (urls.find((url) => url !== '') ?? '') : joined(file.folder, draft.fileName)
  draft.sizeBytes = file?.sizeBytes ?? 0
  draft.recordKey = facts.id === '' ? contentKey('security-alert', record) : `security-alert|${facts.id}`.toLowerCase()
  return { kind: 'activity', draft }
}

/** One alert often names an account twice, as `DOMAIN\\name` and by address; the address is the better name. */
function withoutRepetitions(accounts: readonly Identity[]): readonly Identity[] {
  const addressed = new Set(
    accounts
      .map(({ name }) => name)
      .filter((name) => name.includes('@'))
      .map(localName)
  )
  return accounts.filter(({ name }) => name.includes('@') || !addressed.has(localName(name)))
}

function localName(name: string): string {
  return name.slice(name.indexOf('\\') + 1).replace(/@.*$/, '')
}

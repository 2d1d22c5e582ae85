/**
 * Makes an activity of one record of a log that an operator mapped. It keeps whatever has a time; it never looks at
 * fields that were not named, except to tell records apart.
 */
import type { ActivityOutcome } from '../../../../shared/domain/draft.ts'
import { type FieldMapping, isCustomIndicator, type MappedField } from '../../../../shared/domain/mapping.ts'
import type { RowOutcome } from '../../source-reader.ts'
import { accountOf } from '../account.ts'
import { contentKey } from '../content-key.ts'
import { addDestinations } from '../destination.ts'
import type { Fields } from '../field.ts'
import { baseName, emptyDraft, extensionOf, type Filling } from '../filling.ts'
import type { DateOrder } from '../hr/dates.ts'
import { epochTime, logTime, yearFirstTime } from '../log-time.ts'
import { addressOf } from '../m365/address.ts'
import { bytesOf, countOf } from './amount.ts'
import { textAt } from './fields.ts'

/** Where policies look for what was counted elsewhere. */
export const CUSTOM_WORKLOAD = 'Custom indicator'
/** That nothing was done is no activity. */
const ZERO = 'count of zero'
const UNNAMED_WORKLOAD = 'Mapped log'
/** Names of operations are words; a log that writes sentences there still gets one name each. */
const LONGEST_NAME = 160

export interface MappedReading {
  readonly mapping: FieldMapping
  readonly timezone: string
}

type Read = (field: MappedField) => string

export function normaliseMapped(record: Fields, { mapping, timezone }: MappedReading, order: DateOrder): RowOutcome {
  const read: Read = (field) => {
    const name = mapping.columns[field]
    return name === undefined ? '' : textAt(record, name)
  }
  const written = writtenTime(read)
  if (written === '') return { kind: 'rejected', reason: 'The row has no time.' }
  const atMs = timeOf(written, mapping, order, timezone)
  if (atMs === null) return { kind: 'rejected', reason: 'The time of the row cannot be read.' }
  const operation = nameOf(read('operation') || read('indicator') || mapping.operation)
  if (operation === '') return { kind: 'rejected', reason: 'The row does not say what happened.' }
  const isCustom = isCustomIndicator(mapping)
  const count = countOf(read('count'))
  if (isCustom && read('count') !== '' && count === null)
    return /^0[0.,]*$/.test(read('count'))
      ? { kind: 'ignored', reason: ZERO }
      : { kind: 'rejected', reason: 'The count of the row cannot be read.' }
  const draft = emptyDraft('', 0, 0, 0)
  const actor = accountOf(read('person'))
  draft.actor = actor.name
  draft.actorKind = actor.kind
  draft.atMs = atMs
  draft.operation = operation
  draft.workload = isCustom ? CUSTOM_WORKLOAD : nameOf(read('workload') || mapping.workload) || UNNAMED_WORKLOAD
  draft.outcome = outcomeOf(read('outcome'))
  draft.subject = read('subject')
  draft.address = addressOf({ ClientIP: read('address') })
  draft.device = read('device')
  draft.sizeBytes = bytesOf(read('sizeBytes')) ?? 0
  draft.itemCount = count ?? 1
  fillItem(draft, read('item'), read('path'))
  addDestinations(draft, read('targets'))
  draft.recordKey = contentKey(isCustom ? 'custom-indicator' : 'mapped', record)
  return { kind: 'activity', draft }
}

/** Texts of a row that may ask whether the day or the month comes first. */
export function datesOf(record: Fields, { columns, dateOrder }: FieldMapping): readonly string[] {
  if (dateOrder !== null) return []
  return [columns.date, columns.time].flatMap((name) => (name === undefined ? [] : [textAt(record, name)]))
}

/** A day and a clock in columns of their own are one time. */
function writtenTime(read: Read): string {
  const time = read('time')
  const date = read('date')
  return date !== '' && (time === '' || /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?$/i.test(time))
    ? `${date} ${time}`.trim()
    : time
}

function timeOf(written: string, { dateOrder }: FieldMapping, order: DateOrder, timezone: string): number | null {
  switch (dateOrder) {
    case 'epoch':
      return epochTime(written)
    case 'year-first':
      return yearFirstTime(written, timezone)
    case 'day-first':
    case 'month-first':
      return logTime(written, dateOrder, timezone)
    case null:
      return logTime(written, order, timezone)
  }
}

function nameOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
}

const SUCCEEDED =
  /^(?:success(?:ful|fully)?|succe[e]?ded|ok|okay|pass(?:ed)?|allow(?:ed)?|permit(?:ted)?|grant(?:ed)?|accept(?:ed)?|complete(?:d)?|deliver(?:ed)?|true|yes|ja|oui|erfolg(?:reich)?|succes|reussi|vrai|wahr)$/
const FAILED =
  /^(?:fail(?:ed|ure)?|error|den(?:y|ied)|block(?:ed)?|reject(?:ed)?|refused|drop(?:ped)?|false|no|nein|non|fehler|fehlgeschlagen|abgelehnt|verweigert|echec|echoue|refuse|faux|falsch)$/

function outcomeOf(written: string): ActivityOutcome {
  const word = written
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
  if (SUCCEEDED.test(word)) return 'success'
  return FAILED.test(word) ? 'failure' : 'unknown'
}

function fillItem(draft: Filling, item: string, path: string): void {
  const isPath = /[\\/]/.test(item)
  draft.path = path || (isPath ? item : '')
  const ofPath = extensionOf(baseName(path)) === '' ? '' : baseName(path)
  draft.fileName = baseName(item) || item || ofPath
  draft.extension = extensionOf(draft.fileName)
  if (draft.fileName !== '') draft.itemType = draft.extension === '' ? 'other' : 'file'
}

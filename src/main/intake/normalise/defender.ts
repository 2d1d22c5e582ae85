/**
 * Makes activities of rows of Microsoft Defender's hunting tables. Every row with a time is kept; lists of what exists
 * are ignored by name, and people that a table describes become profiles.
 */
import type { RecordReading, RowOutcome } from '../source-reader.ts'
import { contentKey } from './content-key.ts'
import { countryOf } from './country.ts'
import { actorOf } from './defender/actor.ts'
import { fillAlertTable } from './defender/alert.ts'
import { auditInside, fillCloudApp } from './defender/cloud-app.ts'
import { deviceKey, fillDevice } from './defender/device.ts'
import { type Drives, openDrives } from './defender/drives.ts'
import { fillCloudTable, fillIdentityTable } from './defender/identity.ts'
import { fillMailTable } from './defender/mail.ts'
import { profileOf } from './defender/profile.ts'
import { type HuntingRow, huntingRows, timeOf } from './defender/record.ts'
import { isInventory, workloadOf } from './defender/table.ts'
import { huntingTime, isShownTime } from './defender/time.ts'
import { type Fields, fieldsOf, trimmed } from './field.ts'
import { emptyDraft, type Filling } from './filling.ts'
import { operationOf } from './m365/operation.ts'

const NO_ROW = 'No row of a hunting table was found in the record: a time with an action, an alert or a message.'
const NO_TIME = 'The row has no time.'
const UNREADABLE_TIME = 'The time of the row cannot be read.'
const EMPTY_MESSAGE: RowOutcome = { kind: 'ignored', reason: 'message without rows' }
const INVENTORY = 'inventory, not an activity'

export function openDefender(): RecordReading {
  const drives = openDrives()
  let shownTimes = 0

  function readRow(row: HuntingRow | null): RowOutcome {
    if (row === null) return { kind: 'rejected', reason: NO_ROW }
    if (isInventory(row.table)) return { kind: 'ignored', reason: INVENTORY }
    const written = timeOf(row)
    if (row.table === 'IdentityInfo' && row.fields['ActionType'] === undefined) return profileOf(row.fields)
    const atMs = huntingTime(written)
    if (Number.isNaN(atMs)) return { kind: 'rejected', reason: trimmed(written) === '' ? NO_TIME : UNREADABLE_TIME }
    if (isShownTime(written)) shownTimes++
    return { kind: 'activity', draft: draftOf(row, atMs, drives) }
  }

  return {
    read(record) {
      const rows = huntingRows(record)
      if (rows.length === 0) return isEmptyMessage(record) ? EMPTY_MESSAGE : { kind: 'rejected', reason: NO_ROW }
      return rows.map(readRow)
    },
    finish: () =>
      shownTimes === 0
        ? []
        : [
            `${shownTimes === 1 ? 'One time is' : `${shownTimes} times are`} written as the hunting page shows them, without a zone, and read as UTC. Set the page to UTC before exporting.`
          ]
  }
}

function isEmptyMessage(record: Fields): boolean {
  return Array.isArray(record['records']) && record['records'].length === 0
}

function draftOf({ table, fields }: HuntingRow, atMs: number, drives: Drives): Filling {
  const audited = table === 'CloudAppEvents' ? auditInside(fields) : null
  if (audited !== null) return { ...audited, country: audited.country || countryOf(trimmed(fields['CountryCode'])) }
  const draft = emptyDraft('', 0, 0, 0)
  const details = fieldsOf(fields['AdditionalFields'])
  const action = operationOf(fields['ActionType'])
  draft.atMs = atMs
  draft.operation = action || table
  draft.workload = workloadOf(table, fields)
  draft.outcome = outcomeOf(action)
  const actor = actorOf(table, fields)
  draft.actor = actor.name
  draft.actorKind = actor.kind
  // Before the columns are read: reading may give the operation a clearer name, and the record stays the same.
  draft.recordKey = recordKeyOf(table, fields, action, atMs)
  fill(draft, table, fields, details, drives)
  return draft
}

function fill(draft: Filling, table: string, fields: Fields, details: Fields | null, drives: Drives): void {
  // Rows are believed before the name of their table: some streams send a device's rows under another's name.
  if (table.startsWith('Device') || fields['InitiatingProcessId'] !== undefined)
    fillDevice(draft, table, fields, details, drives)
  else if (table.startsWith('Alert')) fillAlertTable(draft, table, fields, details)
  else if (table === 'CloudAppEvents') fillCloudApp(draft, fields)
  else if (table.startsWith('Cloud')) fillCloudTable(draft, fields)
  else if (/^(Email|Url|Message|File)/.test(table)) fillMailTable(draft, table, fields)
  else fillIdentityTable(draft, table, fields)
}

function outcomeOf(action: string): Filling['outcome'] {
  if (/fail|block|denied/i.test(action)) return 'failure'
  return /attempt/i.test(action) ? 'unknown' : 'success'
}

/** A report id counts up on one device only, and says which of its events it is together with the time. */
function recordKeyOf(table: string, fields: Fields, action: string, atMs: number): string {
  const report = trimmed(fields['ReportId'])
  if (table === 'AlertInfo' && trimmed(fields['AlertId']) !== '') return `defender|alert|${trimmed(fields['AlertId'])}`
  if (report === '' || table === 'AlertEvidence') return contentKey('defender', fields)
  const device = /^\d+$/.test(report) ? deviceKey(fields) : ''
  if (device === '' && /^\d+$/.test(report)) return contentKey('defender', fields)
  return `defender|${device}|${report}|${atMs}|${action || table}`.toLowerCase()
}

/**
 * Makes activities of the rows that device monitoring writes as tables: logons, sticks, files, mail and web, each with a
 * user, a time and a computer. It never looks into the captured content; that stays in the raw row.
 */
import type { RowOutcome } from '../../source-reader.ts'
import { accountOf } from '../account.ts'
import { addDestinations, hostOf } from '../destination.ts'
import { type Fields, numberOf, trimmed } from '../field.ts'
import { baseName, emptyDraft, extensionOf, type Filling } from '../filling.ts'
import type { DateOrder } from '../hr/dates.ts'
import { topicOfHost } from '../known-sites.ts'
import { logTime } from '../log-time.ts'
import { plainNames } from '../plain-names.ts'

export type DeviceLogKind = 'logon' | 'media' | 'file' | 'mail' | 'web'

const LOGONS = /^(?:logon|logoff|log ?in|log ?out|screen (?:lock|unlock)|lock|unlock)$/i
const MEDIA = /^(?:connect|disconnect)(?:ed)?$/i

/** What a row is about; null for rows of other logs. Expects folded names. */
export function deviceLogKind(row: Fields): DeviceLogKind | null {
  if (row['user'] === undefined || row['date'] === undefined || row['pc'] === undefined) return null
  if (row['url'] !== undefined) return 'web'
  if (row['filename'] !== undefined) return 'file'
  if (row['to'] !== undefined || (row['attachments'] !== undefined && row['size'] !== undefined)) return 'mail'
  const activity = trimmed(row['activity'])
  if (MEDIA.test(activity)) return 'media'
  return LOGONS.test(activity) ? 'logon' : null
}

export function readDeviceLog(record: Fields, order: DateOrder, timezone: string): RowOutcome {
  const row = plainNames(record)
  if (row['date'] === undefined) return { kind: 'rejected', reason: 'The row has no time.' }
  const kind = deviceLogKind(row) ?? otherKind(row)
  if (kind === null) return { kind: 'rejected', reason: 'The row does not say what happened.' }
  if (kind === 'cut') return { kind: 'rejected', reason: 'The activity of the row is cut off.' }
  const atMs = logTime(trimmed(row['date']), order, timezone)
  if (atMs === null) return { kind: 'rejected', reason: 'The time of the row cannot be read.' }
  const draft = emptyDraft('', 0, 0, 0)
  // The oldest of these exports part domain and user with a slash.
  const actor = accountOf(trimmed(row['user']).replace(/^([\w.-]+)\/([^/\\]+)$/, '$1\\$2'))
  draft.actor = actor.name
  draft.actorKind = actor.kind
  draft.atMs = atMs
  draft.outcome = 'success'
  draft.device = trimmed(row['pc'])
  fill(draft, row, kind)
  draft.recordKey = keyOf(row, kind)
  return { kind: 'activity', draft }
}

const KNOWN = ['logon', 'logoff', 'connect', 'disconnect', 'screen lock', 'screen unlock']

/** Rows without a user or with an activity of their own are kept; a known one that lacks its end is of a cut file. */
function otherKind(row: Fields): 'other' | 'cut' | null {
  const activity = trimmed(row['activity']).toLowerCase()
  if (activity === '') return null
  return KNOWN.some((known) => known !== activity && known.startsWith(activity)) ? 'cut' : 'other'
}

function fill(draft: Filling, row: Fields, kind: DeviceLogKind | 'other'): void {
  const activity = trimmed(row['activity'])
  switch (kind) {
    case 'logon':
      draft.workload = 'Device logon'
      draft.operation = activity
      draft.itemType = 'device'
      return
    case 'other':
      draft.workload = 'Device log'
      draft.operation = activity
      return
    case 'media':
      draft.workload = 'Removable media'
      draft.operation = activity
      draft.itemType = 'device'
      draft.path = trimmed(row['filetree'])
      return
    case 'file':
      return fillFile(draft, row, activity)
    case 'mail':
      return fillMail(draft, row, activity)
    case 'web':
      draft.workload = 'Web'
      draft.operation = activity || 'WWW Visit'
      draft.path = trimmed(row['url'])
      draft.targetDomains = [hostOf(draft.path)].filter((host) => host !== '')
      draft.topic = topicOfHost(draft.targetDomains[0] ?? '')
      return
  }
}

function fillFile(draft: Filling, row: Fields, activity: string): void {
  const name = trimmed(row['filename'])
  draft.workload = 'Endpoint file'
  draft.operation = fileOperation(row, activity)
  draft.itemType = 'file'
  draft.path = /[\\/]/.test(name) ? name : ''
  draft.fileName = baseName(name)
  draft.extension = extensionOf(draft.fileName)
}

/** What goes to or comes from a stick gets a name of its own; everything else keeps the log's. */
function fileOperation(row: Fields, activity: string): string {
  const verb = activity.toLowerCase().replace(/^file\s+/, '')
  // Exports without this column list copies to sticks and nothing else.
  const isToMedia = row['toremovablemedia'] === undefined ? activity === '' : isTrue(row['toremovablemedia'])
  if (isToMedia && (verb === '' || /^cop/.test(verb))) return 'FileCopiedToRemovableMedia'
  if (isToMedia && /^(?:writ|creat|sav)/.test(verb)) return 'FileCreatedOnRemovableMedia'
  if (isTrue(row['fromremovablemedia']) && /^cop/.test(verb)) return 'FileCopiedFromRemovableMedia'
  return activity || 'File'
}

function isTrue(value: unknown): boolean {
  return /^(?:true|1|yes)$/i.test(trimmed(value))
}

function fillMail(draft: Filling, row: Fields, activity: string): void {
  const isRead = /view|read|open|receiv/i.test(activity)
  draft.workload = 'Mail'
  draft.operation = isRead ? 'Email viewed' : activity === '' || /^sen[dt]$/i.test(activity) ? 'Email sent' : activity
  draft.itemType = 'message'
  draft.sizeBytes = Math.max(0, numberOf(row['size']) ?? 0)
  fillAttachments(draft, trimmed(row['attachments']))
  // What is only read goes nowhere; its recipients are whose mail it is.
  addDestinations(draft, ['to', 'cc', 'bcc'].map((field) => trimmed(row[field])).join(';'))
  if (isRead) draft.targetDomains = []
}

/** Either how many there are, or `name(size);name(size)`. */
function fillAttachments(draft: Filling, written: string): void {
  if (/^\d*$/.test(written)) {
    draft.itemCount = Math.max(1, Number(written))
    return
  }
  const names = written.split(';').filter((part) => part.trim() !== '')
  const first = (names[0] ?? '').trim().replace(/\s*\(\d+\)$/, '')
  draft.itemCount = Math.max(1, names.length)
  draft.fileName = baseName(first)
  draft.extension = extensionOf(draft.fileName)
}

/** An id in braces is one for ever; a plain number is counted anew in every export, so the row's own words stand beside it. */
function keyOf(row: Fields, kind: DeviceLogKind | 'other'): string {
  const id = trimmed(row['id'])
  if (/^\{.+\}$/.test(id)) return `device-log|${kind}|${id.toLowerCase()}`
  const words = ['user', 'date', 'pc', 'activity', 'filename', 'url', 'to'].map((field) => trimmed(row[field]))
  return `device-log|${kind}|${[id, ...words].join('|').toLowerCase()}`
}

/**
 * Makes activities of the records of Entra's logs, whichever of its logs a file holds, because one stream of diagnostics
 * mixes them all. A record without a readable time is refused.
 */
import { contentKey } from '../content-key.ts'
import { type Fields, trimmed } from '../field.ts'
import { emptyDraft, type Filling } from '../filling.ts'
import { auditTime } from '../m365/time.ts'
import type { RecordReading, RowOutcome } from '../../source-reader.ts'
import { plainAddress } from './address.ts'
import { fillCall } from './call.ts'
import { fillChange } from './change.ts'
import { type EntraKind, type EntraRecord, entraRecords } from './record.ts'
import { fillRisk } from './risk.ts'
import { errorOf, fillSignIn } from './sign-in.ts'

const NO_RECORD = 'No sign-in, risk or directory record of Entra was found in the row.'

export function openEntraReading(): RecordReading {
  return {
    read(record) {
      const found = entraRecords(record)
      return found.length === 0 ? { kind: 'rejected', reason: NO_RECORD } : found.map(outcomeOf)
    },
    finish: () => []
  }
}

/** When it happened comes before when it was written down or sent on. */
const TIMES: Readonly<Record<EntraKind, readonly string[]>> = {
  'sign-in': ['createddatetime', 'dateutc', 'date', 'time', 'timegenerated'],
  risk: ['activitydatetime', 'detecteddatetime', 'risklastupdateddatetime', 'time', 'timegenerated'],
  change: ['activitydatetime', 'dateutc', 'time', 'timegenerated'],
  call: ['time', 'timegenerated']
}

function outcomeOf(record: EntraRecord): RowOutcome {
  const { fields, kind } = record
  const written = TIMES[kind].map((name) => fields[name]).find((value) => value !== undefined)
  if (written === undefined) return { kind: 'rejected', reason: 'The record has no time.' }
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = auditTime(withFullHour(written))
  if (Number.isNaN(draft.atMs)) return { kind: 'rejected', reason: 'The time of the record cannot be read.' }
  draft.address = plainAddress(fields['ipaddress']) || plainAddress(fields['calleripaddress'])
  fill(draft, record)
  draft.recordKey = keyOf(record, draft)
  return { kind: 'activity', draft }
}

function fill(draft: Filling, record: EntraRecord): void {
  switch (record.kind) {
    case 'sign-in':
      return fillSignIn(draft, record)
    case 'risk':
      return fillRisk(draft, record)
    case 'change':
      return fillChange(draft, record)
    case 'call':
      return fillCall(draft, record)
  }
}

/** Risk detections write hours below ten with one digit. */
function withFullHour(written: unknown): unknown {
  return typeof written === 'string' ? written.replace(/T(\d):/, 'T0$1:') : written
}

/**
 * The id alone where it is given once for good. A sign-in keeps its id while it is asked for more, so what became of it
 * belongs to the key; a detection is written again when its risk is dismissed,
 * and an account at risk has one id for all times.
 */
function keyOf({ kind, fields }: EntraRecord, draft: Filling): string {
  const id = idOf(kind, fields)
  if (id === '') return contentKey(`entra|${kind}`, { ...fields, at: draft.atMs })
  switch (kind) {
    case 'sign-in':
      return `entra|sign-in|${id}|${errorOf(fields)}`.toLowerCase()
    case 'risk':
      return `entra|risk|${id}|${String(draft.atMs)}|${trimmed(fields['riskstate'])}|${trimmed(fields['risklevel'])}`.toLowerCase()
    case 'change':
    case 'call':
      return `entra|${kind}|${id}`.toLowerCase()
  }
}

function idOf(kind: EntraKind, fields: Fields): string {
  switch (kind) {
    case 'sign-in':
      return trimmed(fields['id']) || trimmed(fields['requestid'])
    case 'call':
      return trimmed(fields['requestid']) || trimmed(fields['operationid'])
    case 'risk':
    case 'change':
      return trimmed(fields['id'])
  }
}

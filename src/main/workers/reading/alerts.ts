/** The queue and one alert with the arithmetic of its score. */
import type { AlertDetail, AlertRow, AlertStatus } from '../../../shared/contract/alert.ts'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import {
  type AlertOrder,
  countAlerts,
  countByStatus,
  countToReviewBySeverity,
  findAlert,
  listAlerts
} from '../../store/alerts.ts'
import { type AlertMark, marksOn } from '../../store/alert-marks.ts'
import { type DecisionView, decisionsOn } from '../../store/decisions.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { profileOf } from './people.ts'

export interface AlertListArgs {
  readonly status: AlertStatus | null
  readonly severity: Severity | null
  readonly policyId: number | null
  readonly search: string
  readonly sort: AlertOrder
  readonly limit: number
  readonly after: string | null
}

export const alertReads = {
  'alert.list'(desk: ReaderDesk, args: AlertListArgs): { rows: AlertRow[]; total: number; after: string | null } {
    const filter = { ...args, caseId: null, personId: null }
    const found = listAlerts(desk.sql, filter, args.sort, args.limit, cursorOf(args.after))
    const last = found.at(-1)
    return {
      rows: found.map(({ row }) => maskedAlert(desk, row)),
      total: countAlerts(desk.sql, filter),
      after:
        last !== undefined && found.length === args.limit ? `${String(last.orderValue)} ${String(last.row.id)}` : null
    }
  },

  'alert.rows'(desk: ReaderDesk, args: { ids: readonly number[] }): AlertRow[] {
    return args.ids.flatMap((id) => {
      const found = findAlert(desk.sql, id)
      return found === null ? [] : [maskedAlert(desk, found.row)]
    })
  },

  'alert.counts'(desk: ReaderDesk): ResponseOf<'alert.counts'> {
    return { byStatus: countByStatus(desk.sql), toReviewBySeverity: countToReviewBySeverity(desk.sql) }
  },

  'alert.show'(desk: ReaderDesk, args: { id: number }): Result<AlertDetail> {
    const detail = alertDetail(desk, args.id)
    return detail === null ? refused('not-found', 'There is no such alert.') : { ok: true, value: detail }
  }
}

export function alertDetail(desk: ReaderDesk, id: number): AlertDetail | null {
  const found = findAlert(desk.sql, id)
  if (found === null) return null
  const decisions = decisionsOn(desk.sql, id)
  return {
    alert: maskedAlert(desk, found.row),
    person: profileOf(desk, found.personId),
    ...found.body,
    versions: { policyVersion: found.policyVersion, indicatorsHash: found.catalogueHash },
    decisions: [
      ...marksOn(desk.sql, id).map(sayMark),
      ...decisions.map((decision) => ({
        says: sayDecision(decision),
        reason: decision.comment === '' ? null : desk.mask(decision.comment),
        operator: decision.operator,
        atMs: decision.atMs,
        isUndone: decision.isUndone
      }))
    ].sort((left, right) => right.atMs - left.atMs),
    canUndo: decisions.some((decision) => !decision.isUndone)
  }
}

export function maskedAlert(desk: ReaderDesk, row: AlertRow): AlertRow {
  return {
    ...row,
    department: desk.maskOrNull(row.department),
    policy: desk.mask(row.policy),
    caseName: desk.maskOrNull(row.caseName)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  'expected-for-this-person': 'expected for this person',
  'no-real-impact': 'no real impact',
  'too-much-activity': 'too much activity in this person’s alerts',
  'known-harmless-cause': 'known harmless cause',
  other: 'other reason',
  benign: 'benign',
  violation: 'confirmed policy violation'
}

function sayDecision({ kind, reason, isUndone }: DecisionView): string {
  const words = { dismiss: 'Dismissed', confirm: 'Confirmed into a case', resolve: 'Resolved with its case' }[kind]
  const why = reason === null ? '' : `: ${REASONS[reason] ?? reason}`
  return `${words}${why}${isUndone ? ' (undone)' : ''}`
}

/** What happened to the ground of a decision after it was taken stands among the decisions. */
function sayMark({ importId, operator, atMs }: AlertMark): AlertDetail['decisions'][number] {
  const says = `Import ${String(importId)}, with activities behind this alert, was undone. The alert stands as it was decided on.`
  return { says, reason: null, operator, atMs, isUndone: false }
}

function cursorOf(after: string | null): { value: number; id: number } | null {
  const [value, id] = (after ?? '').split(' ').map(Number)
  return value === undefined || id === undefined || !Number.isFinite(value) || !Number.isSafeInteger(id)
    ? null
    : { value, id }
}

/** Decisions on alerts: dismiss, confirm into a case, resolve with the case. Each can be undone; none is deleted. */
import { ALERT_STATUSES } from '../../shared/contract/alert.ts'
import { integer, integerOrNull, oneOf, text, textOrNull } from './columns.ts'
import type { WriterStore } from './open.ts'
import type { Sql } from './sql.ts'
import { writeText } from './written.ts'

export interface Decision {
  readonly kind: 'dismiss' | 'confirm' | 'resolve'
  readonly operator: string
  readonly atMs: number
  readonly reason: string | null
  readonly comment: string
  readonly caseId: number | null
  readonly openedCase: boolean
}

/** Why a decision cannot be taken now. */
export type Refusal = 'not-found' | 'already-triaged' | 'newer-alert-open' | 'nothing-to-undo'

/** Takes one decision on several alerts, all or none. */
export function decide(store: WriterStore, alertIds: readonly number[], decision: Decision): number | Refusal {
  const rows = alertIds.map((id) => store.main.get('SELECT id, status, case_id FROM alert WHERE id = ?', [id]))
  const wanted = decision.kind === 'resolve' ? 'confirmed' : 'needs-review'
  for (const row of rows) {
    if (row === undefined) return 'not-found'
    if (text(row, 'status') !== wanted) return 'already-triaged'
  }
  const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM decision')
  store.main.run(
    'INSERT INTO decision (id, at_ms, operator, kind, reason, case_id, opened_case) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, decision.atMs, decision.operator, decision.kind, decision.reason, decision.caseId, decision.openedCase ? 1 : 0]
  )
  if (decision.comment !== '') writeText(store.vault, 'decision', id, decision.comment)
  const status = { dismiss: 'dismissed', confirm: 'confirmed', resolve: 'resolved' }[decision.kind]
  for (const row of rows) {
    if (row === undefined) continue
    store.main.run(
      'INSERT INTO decision_alert (decision_id, alert_id, status_before, case_before) VALUES (?, ?, ?, ?)',
      [id, integer(row, 'id'), text(row, 'status'), integerOrNull(row, 'case_id')]
    )
    store.main.run('UPDATE alert SET status = ?, case_id = coalesce(?, case_id), updated_ms = ? WHERE id = ?', [
      status,
      decision.caseId,
      decision.atMs,
      integer(row, 'id')
    ])
  }
  return id
}

/** Takes back the last decision on one alert: its status and case are as before. Answers the case that it left. */
export function undoDecision(
  store: WriterStore,
  alertId: number,
  atMs: number
): { caseId: number | null; decisionId: number } | Refusal {
  const row = store.main.get(
    'SELECT da.*, a.policy_id, a.person_id, a.case_id FROM decision_alert da JOIN alert a ON a.id = da.alert_id WHERE da.alert_id = ? AND da.undone_ms IS NULL ' +
      'ORDER BY da.decision_id DESC LIMIT 1',
    [alertId]
  )
  if (row === undefined) return 'nothing-to-undo'
  const before = oneOf(row, 'status_before', ALERT_STATUSES)
  if (before === 'needs-review') {
    const open = store.main.number(
      "SELECT count(*) FROM alert WHERE policy_id = ? AND person_id = ? AND status = 'needs-review'",
      [integer(row, 'policy_id'), integer(row, 'person_id')]
    )
    if (open > 0) return 'newer-alert-open'
  }
  const decisionId = integer(row, 'decision_id')
  store.main.run('UPDATE alert SET status = ?, case_id = ?, updated_ms = ? WHERE id = ?', [
    before,
    integerOrNull(row, 'case_before'),
    atMs,
    alertId
  ])
  store.main.run('UPDATE decision_alert SET undone_ms = ? WHERE decision_id = ? AND alert_id = ?', [
    atMs,
    decisionId,
    alertId
  ])
  store.main.run(
    'UPDATE decision SET undone_ms = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM decision_alert WHERE decision_id = ? AND undone_ms IS NULL)',
    [atMs, decisionId, decisionId]
  )
  return { caseId: integerOrNull(row, 'case_id'), decisionId }
}

/** Alerts of the operator's last decision that still stands. */
export function lastDecisionOf(sql: Sql, operator: string): { kind: string; alertIds: readonly number[] } | null {
  const row = sql.get(
    "SELECT id, kind FROM decision WHERE operator = ? AND undone_ms IS NULL AND kind <> 'resolve' ORDER BY id DESC LIMIT 1",
    [operator]
  )
  if (row === undefined) return null
  const alerts = sql.all(
    'SELECT alert_id FROM decision_alert WHERE decision_id = ? AND undone_ms IS NULL ORDER BY alert_id',
    [integer(row, 'id')]
  )
  return { kind: text(row, 'kind'), alertIds: alerts.map((alert) => integer(alert, 'alert_id')) }
}

export interface DecisionView {
  readonly kind: 'dismiss' | 'confirm' | 'resolve'
  readonly reason: string | null
  readonly comment: string
  readonly operator: string
  readonly atMs: number
  readonly isUndone: boolean
}

/** Newest first; comments are not masked yet. */
export function decisionsOn(reader: Sql, alertId: number): readonly DecisionView[] {
  return reader
    .all(
      "SELECT d.kind, d.reason, d.operator, d.at_ms, da.undone_ms, coalesce(t.text, '') AS comment FROM decision_alert da JOIN decision d ON d.id = da.decision_id " +
        "LEFT JOIN vault.written_text t ON t.about = 'decision' AND t.id = d.id WHERE da.alert_id = ? ORDER BY d.id DESC",
      [alertId]
    )
    .map((row) => ({
      kind: oneOf(row, 'kind', ['dismiss', 'confirm', 'resolve']),
      reason: textOrNull(row, 'reason'),
      comment: text(row, 'comment'),
      operator: text(row, 'operator'),
      atMs: integer(row, 'at_ms'),
      isUndone: integerOrNull(row, 'undone_ms') !== null
    }))
}

/** Cases, their notes and their history. */
import type { CaseDetail, CaseRow } from '../../../shared/contract/case.ts'
import { listAlerts } from '../../store/alerts.ts'
import { listCaseAudit } from '../../store/audit.ts'
import { findCase, listCases, listNotes } from '../../store/cases.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { maskedAlert } from './alerts.ts'

export const caseReads = {
  'case.list'(desk: ReaderDesk, args: { status: 'active' | 'closed' | null }): CaseRow[] {
    return listCases(desk.sql, args.status).map((row) => masked(desk, row))
  },

  'case.show'(desk: ReaderDesk, args: { id: number }): Result<CaseDetail> {
    const detail = caseDetail(desk, args.id)
    return detail === null ? refused('not-found', 'There is no such case.') : { ok: true, value: detail }
  }
}

export function caseDetail(desk: ReaderDesk, id: number): CaseDetail | null {
  const row = findCase(desk.sql, id)
  if (row === null) return null
  const filter = { status: null, severity: null, policyId: null, personId: null, search: '', caseId: id }
  return {
    case: masked(desk, row),
    alerts: listAlerts(desk.sql, filter, 'score', 10_000, null).map((alert) => maskedAlert(desk, alert.row)),
    notes: listNotes(desk.sql, id).map((note) => ({ ...note, text: desk.mask(note.text) })),
    history: listCaseAudit(desk.sql, id).map(({ atMs, operator, action, outcome }) => ({
      atMs,
      operator,
      action,
      says: `${ACTION_WORDS[action] ?? action}${outcome === 'done' ? '' : ` (${outcome})`}`
    }))
  }
}

const ACTION_WORDS: Readonly<Record<string, string>> = {
  'alert.confirm': 'Alerts were confirmed into this case',
  'alert.undo': 'A decision on an alert was undone',
  'alert.undoLast': 'A decision on alerts was undone',
  'case.note': 'A note was added',
  'case.resolve': 'The case was resolved',
  'reveal.request': 'A name was asked for',
  'reveal.approve': 'A name was granted',
  'reveal.refuse': 'A name was refused',
  'reveal.withdraw': 'A request for a name was ended',
  'reveal.show': 'A name was shown',
  'export.case': 'The case was exported'
}

function masked(desk: ReaderDesk, row: CaseRow): CaseRow {
  return { ...row, name: desk.mask(row.name) }
}

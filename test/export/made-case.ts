/** What surrounds the alerts of the made case: the case itself, its notes, and the receipts of what was read. */
import type { AlertDetail } from '../../src/shared/contract/alert.ts'
import { CaseDetail, NoteView } from '../../src/shared/contract/case.ts'
import { Receipt } from '../../src/shared/contract/import.ts'
import { at, COLLEAGUE, digest, LEAVER } from './made-words.ts'

export function madeCase(alerts: readonly AlertDetail[], notes: readonly NoteView[]): CaseDetail {
  return CaseDetail.parse({
    case: {
      id: 3,
      name: 'Drawings taken before a departure',
      status: 'active',
      resolution: null,
      people: [LEAVER, COLLEAGUE],
      alerts: alerts.length,
      notes: notes.length,
      highestScore: 84,
      openedMs: at('2026-03-13T08:40:00+01:00'),
      updatedMs: at('2026-03-16T09:05:00+01:00'),
      updatedBy: 'i.field'
    },
    alerts: alerts.map(({ alert }) => alert),
    notes,
    history: [
      { atMs: at('2026-03-13T08:40:00+01:00'), operator: 'a.moor', action: 'case.open', says: 'Opened from alert 12.' },
      {
        atMs: at('2026-03-13T08:52:00+01:00'),
        operator: 'a.moor',
        action: 'alert.confirm',
        says: 'Alert 14 added to the case.'
      },
      { atMs: at('2026-03-16T09:05:00+01:00'), operator: 'i.field', action: 'case.note', says: 'Note 3 written.' }
    ]
  })
}

export function madeNotes(): NoteView[] {
  const note = (id: number, when: string, operator: string, kind: string, text: string): NoteView =>
    NoteView.parse({ id, atMs: at(when), operator, kind, text })
  return [
    note(
      1,
      '2026-03-13T08:41:00+01:00',
      'a.moor',
      'decision',
      `Confirmed: the downloads of ${LEAVER} go far beyond the handover list.`
    ),
    note(
      2,
      '2026-03-13T11:20:00+01:00',
      'i.field',
      'note',
      `Asked the head of department, without a name, whether a handover of whole drawing sets is planned.\nAnswer: only the twelve files of project K are.`
    ),
    note(
      3,
      '2026-03-16T09:05:00+01:00',
      'i.field',
      'note',
      `The outside address received the same 41 files that ${LEAVER} had renamed an hour before. ${COLLEAGUE} shared two of them, probably on request; see alert 17.`
    )
  ]
}

export function madeReceipts(): Receipt[] {
  const receipt = (over: object): Receipt =>
    Receipt.parse({
      id: 1,
      path: 'audit-export/AuditLog_2026-03-14.csv',
      status: 'finished',
      sha256: digest('file one'),
      bytes: 48_211_904,
      source: 'm365-audit',
      wrapping: 'csv',
      encoding: 'utf-8',
      recognisedBecause: 'header holds AuditData and CreationDate',
      confidence: 1,
      reader: 'm365-audit',
      timezone: 'UTC',
      timezoneBecause: 'the source writes UTC',
      rowsRead: 50_000,
      kept: 48_770,
      duplicate: 1_204,
      rejected: 4,
      ignored: 22,
      ignoredByReason: [{ reason: 'activity of services', rows: 22 }],
      people: 212,
      firstAtMs: at('2025-12-01T00:00:12Z'),
      lastAtMs: at('2026-03-14T05:59:40Z'),
      startedMs: at('2026-03-14T08:00:00+01:00'),
      durationMs: 9_120,
      operator: 'admin.rowe',
      label: '',
      warnings: ['The file holds exactly 50 000 rows: the export was probably cut off there.'],
      findings: [],
      unreadOperations: [],
      refusal: null,
      ...over
    })
  return [
    receipt({}),
    receipt({
      id: 2,
      path: 'hr/leavers-q1.xlsx',
      sha256: digest('file two'),
      bytes: 18_433,
      source: 'hr',
      wrapping: 'xlsx',
      rowsRead: 31,
      kept: 31,
      duplicate: 0,
      rejected: 0,
      ignored: 0,
      ignoredByReason: [],
      people: 31,
      firstAtMs: at('2026-01-07T00:00:00+01:00'),
      lastAtMs: at('2026-03-10T00:00:00+01:00'),
      timezone: 'Europe/Berlin',
      warnings: [],
      findings: [],
      unreadOperations: []
    })
  ]
}

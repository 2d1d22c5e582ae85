/** Cases: their list, page, append-only notes, resolution. */
import { z } from 'zod'
import { AlertRow, CASE_STATUSES } from './alert.ts'
import { CASE_ROLES, operation } from './operation.ts'
import { code, count, id, maskedText, operatorName, pseudonym, timeMs, typedText, words } from './text.ts'

export const RESOLUTIONS = ['benign', 'violation'] as const

export const CaseRow = z.strictObject({
  id: id(),
  name: maskedText(),
  status: z.enum(CASE_STATUSES),
  resolution: z.enum(RESOLUTIONS).nullable(),
  people: z.array(pseudonym()),
  alerts: count(),
  notes: count(),
  highestScore: z.number().min(0).max(100),
  openedMs: timeMs(),
  updatedMs: timeMs(),
  updatedBy: operatorName()
})
export type CaseRow = z.infer<typeof CaseRow>

export const NoteView = z.strictObject({
  id: id(),
  atMs: timeMs(),
  operator: operatorName(),
  kind: z.enum(['note', 'decision', 'export', 'resolution']),
  text: maskedText()
})
export type NoteView = z.infer<typeof NoteView>

export const CaseDetail = z.strictObject({
  case: CaseRow,
  alerts: z.array(AlertRow),
  notes: z.array(NoteView),
  history: z.array(z.strictObject({ atMs: timeMs(), operator: operatorName(), action: code(), says: words() }))
})
export type CaseDetail = z.infer<typeof CaseDetail>

export const caseOperations = {
  'case.list': operation(
    'read',
    CASE_ROLES,
    z.strictObject({ status: z.enum(CASE_STATUSES).nullable().default(null) }),
    z.array(CaseRow)
  ),
  'case.show': operation('read', CASE_ROLES, z.strictObject({ id: id() }), CaseDetail),
  'case.note': operation('change', CASE_ROLES, z.strictObject({ id: id(), text: typedText(8000) }), NoteView),
  'case.resolve': operation(
    'change',
    ['investigator'],
    z.strictObject({ id: id(), as: z.enum(RESOLUTIONS), text: typedText(4000) }),
    CaseRow
  )
} as const

/** The alert queue, one alert with the arithmetic of its score, and the decisions on it. */
import { z } from 'zod'
import { CATEGORIES } from '../domain/category.ts'
import { SEVERITIES } from '../domain/severity.ts'
import { ALL_ROLES, CASE_ROLES, operation } from './operation.ts'
import {
  code,
  count,
  day,
  hash,
  id,
  maskedText,
  operatorName,
  pageOf,
  pageRequest,
  pseudonym,
  timeMs,
  typedText,
  words
} from './text.ts'

export const ALERT_STATUSES = ['needs-review', 'confirmed', 'dismissed', 'resolved'] as const
export type AlertStatus = (typeof ALERT_STATUSES)[number]
export const CASE_STATUSES = ['active', 'closed'] as const
export const DISMISS_REASONS = [
  'expected-for-this-person',
  'no-real-impact',
  'too-much-activity',
  'known-harmless-cause',
  'other'
] as const

/** One line of the arithmetic: an insight, a sequence or what left over thirty days, the points that it adds, and the sentence behind them. */
export const AlertFactor = z.strictObject({
  kind: z.enum(['insight', 'sequence', 'cumulative']),
  indicator: code(),
  name: words(),
  category: z.enum(CATEGORIES),
  date: day(),
  /** First and last activity behind it. */
  fromMs: timeMs(),
  toMs: timeMs(),
  count: count(),
  distinctItems: count(),
  /** Usual number a day: the person's own, and of the others; null where there is too little to say. */
  usual: z.number().nonnegative().nullable(),
  peersUsual: z.number().nonnegative().nullable(),
  level: z.int().min(1).max(3),
  /** Share of the score that this line adds; the lines of an alert sum up to its score. */
  points: z.number().min(0).max(100),
  /** Its own strength 0–100 before it is combined with the others. */
  strength: z.number().min(0).max(100),
  boosters: z.array(words()),
  says: words(),
  steps: z.array(z.strictObject({ category: z.enum(CATEGORIES), says: words(), atMs: timeMs(), count: count() }))
})
export type AlertFactor = z.infer<typeof AlertFactor>

export const AlertRow = z.strictObject({
  id: id(),
  pseudonym: pseudonym(),
  /** Drawing key of the person's mark; derived from the pseudonym. */
  department: maskedText().nullable(),
  policyId: id(),
  policy: maskedText(),
  severity: z.enum(SEVERITIES),
  score: z.number().min(0).max(100),
  status: z.enum(ALERT_STATUSES),
  detectedMs: timeMs(),
  updatedMs: timeMs(),
  caseId: id().nullable(),
  caseName: maskedText().nullable(),
  caseStatus: z.enum(CASE_STATUSES).nullable(),
  topFactor: words()
})
export type AlertRow = z.infer<typeof AlertRow>

export const PersonProfile = z.strictObject({
  pseudonym: pseudonym(),
  department: maskedText().nullable(),
  title: maskedText().nullable(),
  country: maskedText().nullable(),
  manager: pseudonym().nullable(),
  hiredMs: timeMs().nullable(),
  events: z.array(z.strictObject({ kind: code(), says: words(), atMs: timeMs() })),
  earlierAlerts: count(),
  earlierViolations: count()
})
export type PersonProfile = z.infer<typeof PersonProfile>

export const AlertDetail = z.strictObject({
  alert: AlertRow,
  person: PersonProfile,
  triggers: z.array(z.strictObject({ says: words(), atMs: timeMs() })),
  windowFromMs: timeMs(),
  windowToMs: timeMs(),
  factors: z.array(AlertFactor),
  checked: z.array(
    z.strictObject({ cause: words(), result: z.enum(['not-the-reason', 'possible', 'not-checked']), says: words() })
  ),
  /** How the lines combine, in words and numbers. */
  arithmetic: words(),
  versions: z.strictObject({ policyVersion: z.int(), indicatorsHash: hash() }),
  decisions: z.array(
    z.strictObject({
      says: words(),
      reason: maskedText().nullable(),
      operator: operatorName(),
      atMs: timeMs(),
      isUndone: z.boolean()
    })
  ),
  canUndo: z.boolean()
})
export type AlertDetail = z.infer<typeof AlertDetail>

const filters = {
  status: z.enum(ALERT_STATUSES).nullable().default(null),
  severity: z.enum(SEVERITIES).nullable().default(null),
  policyId: id().nullable().default(null),
  search: z.string().trim().max(80).default('')
}
export const ALERT_SORTS = ['score', 'detected', 'severity', 'status'] as const

export const alertOperations = {
  'alert.list': operation(
    'read',
    CASE_ROLES,
    z.strictObject({ ...filters, sort: z.enum(ALERT_SORTS).default('score'), ...pageRequest }),
    pageOf(AlertRow)
  ),
  'alert.counts': operation(
    'read',
    ALL_ROLES,
    z.strictObject({}),
    z.strictObject({
      byStatus: z.record(z.enum(ALERT_STATUSES), count()),
      toReviewBySeverity: z.record(z.enum(SEVERITIES), count())
    })
  ),
  'alert.show': operation('read', CASE_ROLES, z.strictObject({ id: id() }), AlertDetail),
  'alert.dismiss': operation(
    'change',
    CASE_ROLES,
    z.strictObject({
      ids: z.array(id()).min(1).max(500),
      reason: z.enum(DISMISS_REASONS),
      comment: z.string().trim().max(2000)
    }),
    z.array(AlertRow)
  ),
  'alert.confirm': operation(
    'change',
    CASE_ROLES,
    z.strictObject({
      ids: z.array(id()).min(1).max(500),
      into: z.union([z.strictObject({ caseId: id() }), z.strictObject({ newCase: typedText(120) })]),
      comment: z.string().trim().max(2000)
    }),
    z.strictObject({ alerts: z.array(AlertRow), caseId: id() })
  ),
  'alert.undo': operation('change', CASE_ROLES, z.strictObject({ id: id() }), AlertRow),
  /** Takes back the operator's own last decision, whichever alerts it touched. */
  'alert.undoLast': operation(
    'change',
    CASE_ROLES,
    z.strictObject({}),
    z.strictObject({ alerts: z.array(AlertRow), says: words() })
  )
} as const

/** Activities behind alerts and cases, masked, and the data of the user-activity timeline. */
import { z } from 'zod'
import { CATEGORIES } from '../domain/category.ts'
import { ACTOR_KINDS, ALERT_SEVERITIES, EXPOSURES, ITEM_TYPES, LABEL_CHANGES, OUTCOMES } from '../domain/draft.ts'
import { SEVERITIES } from '../domain/severity.ts'
import { SOURCES } from '../domain/source.ts'
import { CASE_ROLES, operation } from './operation.ts'
import { code, count, day, id, maskedText, pageOf, pageRequest, pseudonym, timeMs, words } from './text.ts'

export const ActivityView = z.strictObject({
  id: id(),
  atMs: timeMs(),
  pseudonym: pseudonym().nullable(),
  actorKind: z.enum(ACTOR_KINDS),
  source: z.enum(SOURCES),
  workload: maskedText(),
  operation: maskedText(),
  outcome: z.enum(OUTCOMES),
  itemType: z.enum(ITEM_TYPES),
  fileName: maskedText(),
  newFileName: maskedText(),
  path: maskedText(),
  siteUrl: maskedText(),
  subject: maskedText(),
  targets: z.array(maskedText()),
  targetDomains: z.array(maskedText()),
  exposure: z.enum(EXPOSURES),
  labelChange: z.enum(LABEL_CHANGES),
  alertSeverity: z.enum(ALERT_SEVERITIES),
  address: maskedText(),
  device: maskedText(),
  sizeBytes: count(),
  itemCount: count(),
  indicators: z.array(code()),
  /** The activity that this one repeats; repeats are not counted. */
  echoOf: id().nullable(),
  importId: id(),
  /** Number of the record in the file of that import. */
  ordinal: count(),
  /** Other imports whose files hold the same record, in the order in which they came. */
  alsoIn: z.array(id())
})
export type ActivityView = z.infer<typeof ActivityView>

/** One bubble: one insight; `sequence` joins the bubbles that are steps of the same sequence. */
export const TimelineInsight = z.strictObject({
  key: code(),
  date: day(),
  atMs: timeMs(),
  indicator: code(),
  name: words(),
  category: z.enum(CATEGORIES),
  count: count(),
  score: z.number().min(0).max(100),
  severity: z.enum(SEVERITIES),
  says: words()
})
export const Timeline = z.strictObject({
  pseudonym: pseudonym(),
  fromMs: timeMs(),
  toMs: timeMs(),
  timezone: code(),
  insights: z.array(TimelineInsight),
  sequences: z.array(
    z.strictObject({
      key: code(),
      name: words(),
      score: z.number().min(0).max(100),
      says: words(),
      steps: z.array(
        z.strictObject({ category: z.enum(CATEGORIES), atMs: timeMs(), count: count(), insightKey: code().nullable() })
      )
    })
  ),
  flags: z.array(z.strictObject({ kind: code(), says: words(), atMs: timeMs() })),
  /** Activities of each day, all kinds, for the density strip. */
  density: z.array(z.strictObject({ date: day(), atMs: timeMs(), activities: count() }))
})
export type Timeline = z.infer<typeof Timeline>

const activityFilter = {
  pseudonym: pseudonym().nullable().default(null),
  fromMs: timeMs().nullable().default(null),
  toMs: timeMs().nullable().default(null),
  indicator: z.string().max(64).nullable().default(null),
  source: z.enum(SOURCES).nullable().default(null),
  importId: id().nullable().default(null)
}

export const activityOperations = {
  'activity.list': operation(
    'read',
    CASE_ROLES,
    z.strictObject({ ...activityFilter, ...pageRequest }),
    pageOf(ActivityView)
  ),
  /** The record as it was imported, masked. */
  'activity.raw': operation(
    'read',
    CASE_ROLES,
    z.strictObject({ id: id() }),
    z.strictObject({ id: id(), raw: z.string().max(100_001).meta({ holds: 'masked' }) })
  ),
  'activity.timeline': operation('read', CASE_ROLES, z.strictObject({ pseudonym: pseudonym() }), Timeline)
} as const

/**
 * What one indicator file may say: which activities it means, how many a day matter and how much, and what it cannot
 * see. Refuses every field that it does not know.
 */
import { z } from 'zod'
import { CATEGORIES } from '../../shared/domain/category.ts'
import { DESTINATIONS } from '../../shared/domain/evaluation.ts'
import {
  EXPOSURES,
  ITEM_TYPES,
  LABEL_CHANGES,
  OUTCOMES,
  ACTOR_KINDS,
  ALERT_SEVERITIES,
  ALERT_STATES
} from '../../shared/domain/draft.ts'
import { Thresholds } from '../../shared/domain/policy.ts'
import { Condition } from './condition.ts'

export const identifier = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/)
export const sentence = z.string().trim().min(1).max(400)

/** Under what settings, wizard and catalogue show an indicator; a matter of order, not of scoring. */
export const INDICATOR_GROUPS = [
  'office',
  'device',
  'security',
  'physical',
  'cloud-apps',
  'browsing',
  'health',
  'custom'
] as const

/** Strength 0–1 on reaching each level. */
export const Strengths = z
  .strictObject({ low: strength(), medium: strength(), high: strength() })
  .refine((levels) => levels.low <= levels.medium && levels.medium <= levels.high, 'strengths must not fall')
export type Strengths = z.infer<typeof Strengths>

/**
 * `events` counts what the records stand for (attachments, aggregated accesses), `items` counts different items:
 * a file shared with six people is one item.
 */
const Counted = z.enum(['events', 'items'])
const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-a-day'), of: Counted }),
  /** Only days above `times` the own usual count (the others' usual where the own is not known). */
  z.strictObject({ kind: z.literal('above-usual'), of: Counted, times: z.number().min(1).max(20) })
])

const FactsFragment = z
  .strictObject({
    workload: z.string().min(1),
    operation: z.string().min(1),
    actorKind: z.enum(ACTOR_KINDS),
    outcome: z.enum(OUTCOMES),
    itemType: z.enum(ITEM_TYPES),
    extension: z.string(),
    itemKey: z.int().nullable(),
    newItemKey: z.int().nullable(),
    exposure: z.enum(EXPOSURES),
    labelChange: z.enum(LABEL_CHANGES),
    alertSeverity: z.enum(ALERT_SEVERITIES),
    alertState: z.enum(ALERT_STATES),
    topic: z.string().regex(/^[a-z0-9-]{0,80}$/),
    destination: z.enum(DESTINATIONS),
    isOwnSite: z.boolean(),
    isPriority: z.boolean(),
    isNewAddress: z.boolean(),
    isNewCountry: z.boolean(),
    isLabelled: z.boolean(),
    isSensitive: z.boolean(),
    isOffHours: z.boolean(),
    isAfterLeaving: z.boolean(),
    isPriorityAsset: z.boolean(),
    isThirdParty: z.boolean(),
    isExcluded: z.boolean(),
    sizeBytes: z.int().min(0),
    itemCount: z.int().min(1)
  })
  .partial()
export type FactsFragment = z.infer<typeof FactsFragment>

const Example = z.strictObject({ says: sentence, facts: FactsFragment })
const Names = z.union([z.literal('any'), z.array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/)).min(1)])

export const IndicatorFile = z
  .strictObject({
    id: identifier,
    name: z.string().min(1).max(80),
    category: z.enum(CATEGORIES),
    group: z.enum(INDICATOR_GROUPS),
    why: sentence,
    'blind-spots': z.array(sentence).min(1),
    'harmless-when': z.array(sentence).min(1),
    workloads: Names,
    operations: Names,
    /** Operations left out of `any`, because an indicator of their own counts them already. */
    'except-operations': z.array(z.string().min(1).max(100)).default([]),
    /** What was tried and refused counts only where the indicator is about that: a refused badge, a failed logon. */
    outcomes: z.array(z.enum(OUTCOMES)).min(1).default(['success', 'unknown']),
    when: Condition.optional(),
    shape: Shape,
    /** Words of the sentence: "412 files downloaded from SharePoint". */
    unit: z.strictObject({ one: z.string().min(1).max(40), many: z.string().min(1).max(40) }),
    phrase: z.string().min(1).max(80),
    'lower-on-own-site': z.boolean(),
    thresholds: Thresholds,
    strengths: Strengths,
    references: z.array(sentence),
    examples: z.strictObject({ 'must-fire': z.array(Example).min(1), 'must-not': z.array(Example).min(1) })
  })
  .refine(
    (file) => !file['lower-on-own-site'] || file.category !== 'exfiltration',
    'lower-on-own-site: what leaves the organisation weighs the same from wherever it leaves'
  )
  .refine(
    (file) => !file['lower-on-own-site'] || file.shape.of === 'events',
    'lower-on-own-site: the share on the own site is known in events, so the shape must count events'
  )
  .transform(
    ({
      'blind-spots': blindSpots,
      'harmless-when': harmlessWhen,
      'lower-on-own-site': isLowerOnOwnSite,
      'except-operations': exceptOperations,
      ...rest
    }) => ({
      ...rest,
      exceptOperations,
      blindSpots,
      harmlessWhen,
      isLowerOnOwnSite,
      isAboutUnallowed: rest.when !== undefined && asksForUnallowed(rest.when)
    })
  )
export type Indicator = Readonly<z.infer<typeof IndicatorFile>>

/** The number of a day that an indicator's thresholds are about. */
export function countOf(
  indicator: Indicator,
  day: { readonly events: number; readonly distinctItems: number }
): number {
  return indicator.shape.of === 'events' ? day.events : day.distinctItems
}

/** Whether its numbers are numbers of files, which a floor for unusual file activity is about; its unit says so. */
export function countsFiles({ unit }: Pick<Indicator, 'unit'>): boolean {
  return /\b(file|attachment|document)/i.test(unit.one)
}

/** Nothing but an activity with an unallowed domain can fulfil it. */
function asksForUnallowed(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksForUnallowed)
  if ('any' in condition) return condition.any.every(asksForUnallowed)
  if ('equals' in condition) return condition.equals.destination === 'unallowed'
  return 'in' in condition && condition.in.destination?.every((destination) => destination === 'unallowed') === true
}

function strength() {
  return z.number().gt(0).lt(1)
}

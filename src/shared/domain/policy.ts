/** Policies as the engine and the window know them: closed strict shapes, the same for YAML files and the store. */
import { z } from 'zod'
import { CATEGORIES } from './category.ts'
import { ALERT_SEVERITIES } from './draft.ts'
import { Pseudonym } from './pseudonym.ts'

export const TEMPLATES = [
  'data-theft-by-departing-users',
  'general-data-leaks',
  'data-leaks-by-priority-users',
  'data-leaks-by-disgruntled-users',
  'general-security-policy-violations',
  'security-policy-violations-by-departing-users',
  'security-policy-violations-by-priority-users',
  'security-policy-violations-by-disgruntled-users'
] as const
export type TemplateId = (typeof TEMPLATES)[number]

export const TRIGGERS = [
  'hr-resignation',
  'hr-termination',
  'account-deleted',
  'hr-performance-review',
  'hr-improvement-plan',
  'hr-job-level-change',
  /** An alert of data-loss prevention that its source calls high. */
  'dlp-alert',
  /** The built-in one: an indicator of exfiltration reaches its lowest threshold on a day. */
  'exfiltration',
  /** An alert of a security product. */
  'security-alert',
  /** Indicators or sequences that the policy names itself, with their own daily numbers. */
  'chosen',
  /** An operator has started the scoring of a person by hand. */
  'manual'
] as const
export type Trigger = (typeof TRIGGERS)[number]

const identifier = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/)

/** Three daily levels: from `low` events a day on the insight counts as level 1, and so on. */
export const Thresholds = z
  .strictObject({ low: z.int().min(1), medium: z.int().min(1), high: z.int().min(1) })
  .refine((levels) => levels.low <= levels.medium && levels.medium <= levels.high, 'thresholds must not fall')
export type Thresholds = z.infer<typeof Thresholds>

/** Instead of numbers: only days above so many times what is usual for the person, or for peers where that is unknown. */
export const AboveUsual = z.strictObject({ aboveUsual: z.number().min(1).max(20) })
export const ThresholdChoice = z.union([Thresholds, AboveUsual])
export type ThresholdChoice = z.infer<typeof ThresholdChoice>

/** Typed by an administrator; may hold the name of somebody, so it lies in the vault and is masked when shown. */
export function typedList(longest: number): z.ZodArray<z.ZodString> {
  return z.array(z.string().trim().min(1).max(longest)).max(5000)
}

/** Whom a choice means: people named one by one, members of priority groups, or everybody of a department and so on. */
export const PeopleChoice = z.strictObject({
  people: z.array(Pseudonym).max(100_000).default([]),
  groups: z.array(z.int().positive()).default([]),
  departments: typedList(200).default([]),
  countries: typedList(200).default([]),
  businessUnits: typedList(200).default([])
})
export type PeopleChoice = z.infer<typeof PeopleChoice>
export const NOBODY: PeopleChoice = { people: [], groups: [], departments: [], countries: [], businessUnits: [] }

/** Whom a policy concerns. An empty `include` means everybody; `exclude` is taken away from it. */
export const PeopleScope = z.strictObject({
  include: PeopleChoice.default(NOBODY),
  exclude: PeopleChoice.default(NOBODY)
})
export type PeopleScope = z.infer<typeof PeopleScope>

/** Content that makes an activity count more. Compared without case. */
export const PriorityContent = z.strictObject({
  sites: typedList(400),
  extensions: typedList(16),
  keywords: typedList(80),
  labels: typedList(160).default([]),
  sensitiveTypes: typedList(160).default([])
})
export type PriorityContent = z.infer<typeof PriorityContent>

/** What the triggers of activity ask for. */
export const TriggerRules = z.strictObject({
  /** `exfiltration` and `chosen`: from how many a day on an indicator triggers; others than these use their lowest threshold. */
  indicators: z.record(identifier, z.int().min(1)).default({}),
  /** `chosen` only. */
  sequences: z.array(identifier).default([]),
  /** `security-alert`: from which severity of the source on. */
  alertSeverity: z.enum(ALERT_SEVERITIES).exclude(['none']).default('low')
})
export type TriggerRules = z.infer<typeof TriggerRules>

export const BOOSTERS = [
  'unusualForPerson',
  'pastViolations',
  'priorityGroup',
  'highImpact',
  'unallowedDomain',
  'priorityContent'
] as const
export type Booster = (typeof BOOSTERS)[number]
const Boosters = z.strictObject({
  unusualForPerson: z.boolean(),
  pastViolations: z.boolean().default(true),
  priorityGroup: z.boolean().default(true),
  highImpact: z.boolean().default(true),
  unallowedDomain: z.boolean().default(true),
  priorityContent: z.boolean()
})

export const PolicyDefinition = z.strictObject({
  template: z.enum(TEMPLATES),
  people: PeopleScope.default({ include: NOBODY, exclude: NOBODY }),
  triggers: z.array(z.enum(TRIGGERS)).min(1),
  triggerRules: TriggerRules.default({ indicators: {}, sequences: [], alertSeverity: 'low' }),
  /** Empty means every indicator of the template. */
  indicators: z.array(identifier),
  /** Overrides of the indicators' own thresholds. */
  thresholds: z.record(identifier, ThresholdChoice),
  sequences: z.array(identifier),
  /** Whether what leaves over thirty days counts as well. */
  cumulativeExfiltration: z.boolean().default(false),
  boosters: Boosters,
  priorityContent: PriorityContent,
  /** Then other activities bring nobody into scope and score nothing, but are still seen. */
  scoreOnlyPriorityContent: z.boolean().default(false),
  windows: z.strictObject({ lookBackDays: z.int().min(0).max(180), activationDays: z.int().min(1).max(90) }),
  /** An alert is raised from this score on (0–100). */
  alertLine: z.int().min(1).max(100)
})
export type PolicyDefinition = z.infer<typeof PolicyDefinition>

/** What a template can lack before it can find anything; each is a test of the store. */
export const PREREQUISITES = ['departures', 'stressors', 'priority-group', 'dlp-alerts', 'security-alerts'] as const

export const Template = z.strictObject({
  id: z.enum(TEMPLATES),
  name: z.string().min(1).max(80),
  summary: z.string().min(1).max(400),
  definition: PolicyDefinition,
  categories: z.array(z.enum(CATEGORIES)),
  /** Triggers that a policy of this template may use. */
  allowedTriggers: z.array(z.enum(TRIGGERS)).min(1),
  needs: z.array(z.enum(PREREQUISITES)),
  prerequisites: z.array(z.string().min(1).max(200))
})
export type Template = z.infer<typeof Template>

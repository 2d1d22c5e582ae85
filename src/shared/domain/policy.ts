/** Policies as the engine and the window know them: closed strict shapes, the same for YAML files and the store. */
import { z } from 'zod'
import { CATEGORIES } from './category.ts'

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

export const TRIGGERS = ['hr-resignation', 'hr-termination', 'account-deleted', 'manual'] as const
export type Trigger = (typeof TRIGGERS)[number]

const identifier = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/)

/** Three daily levels: from `low` events a day on the insight counts as level 1, and so on. */
export const Thresholds = z
  .strictObject({ low: z.int().min(1), medium: z.int().min(1), high: z.int().min(1) })
  .refine((levels) => levels.low <= levels.medium && levels.medium <= levels.high, 'thresholds must not fall')
export type Thresholds = z.infer<typeof Thresholds>

export const PolicyDefinition = z.strictObject({
  template: z.enum(TEMPLATES),
  triggers: z.array(z.enum(TRIGGERS)).min(1),
  /** Empty means every indicator of the template. */
  indicators: z.array(identifier),
  /** Overrides of the indicators' own thresholds. */
  thresholds: z.record(identifier, Thresholds),
  sequences: z.array(identifier),
  boosters: z.strictObject({ unusualForPerson: z.boolean(), priorityContent: z.boolean() }),
  priorityContent: z.strictObject({
    sites: z.array(z.string().max(400)),
    extensions: z.array(z.string().max(16)),
    keywords: z.array(z.string().max(80))
  }),
  windows: z.strictObject({ lookBackDays: z.int().min(0).max(180), activationDays: z.int().min(1).max(90) }),
  /** An alert is raised from this score on (0–100). */
  alertLine: z.int().min(1).max(100)
})
export type PolicyDefinition = z.infer<typeof PolicyDefinition>

export const Template = z.strictObject({
  id: z.enum(TEMPLATES),
  name: z.string().min(1).max(80),
  summary: z.string().min(1).max(400),
  definition: PolicyDefinition,
  categories: z.array(z.enum(CATEGORIES)),
  prerequisites: z.array(z.string().min(1).max(200))
})
export type Template = z.infer<typeof Template>

/** Templates, policies with their versions, what they would have raised, and bringing scores up to date. */
import { z } from 'zod'
import { CATEGORIES } from '../domain/category.ts'
import {
  BOOSTERS,
  PeopleChoice,
  PolicyDefinition,
  PriorityContent,
  Template,
  TEMPLATES,
  ThresholdChoice,
  TriggerRules
} from '../domain/policy.ts'
import { SEVERITIES } from '../domain/severity.ts'
import { ALL_ROLES, DESK_ROLES, operation } from './operation.ts'
import { code, count, day, id, maskedText, operatorName, pseudonym, timeMs, typedText, words } from './text.ts'

const said = <Shape extends z.ZodType>(shape: Shape) => shape.meta({ holds: 'words' })

/** One state that a policy can be in and what mends it; `warning` means that it will not find anything. */
export const HEALTH_CODES = [
  'healthy',
  'no-activities',
  'no-scores',
  'no-alerts-yet',
  'nobody-chosen',
  'no-indicators',
  'no-priority-group',
  'no-trigger',
  'no-departures',
  'only-deletions',
  'departures-silent',
  'no-stressors',
  'stressors-silent',
  'no-device-activities',
  'no-dlp-alerts',
  'no-high-dlp-alerts',
  'no-security-alerts',
  'alert-states-narrow',
  'no-badge-activities',
  'sequence-without-indicators',
  'many-in-scope',
  'trigger-too-common',
  'switched-off'
] as const
export const PolicyHealth = z.strictObject({
  code: z.enum(HEALTH_CODES),
  level: z.enum(['healthy', 'recommendation', 'warning']),
  says: words(),
  /** What to do about it. */
  mend: words()
})
export type PolicyHealth = z.infer<typeof PolicyHealth>

export const PolicyView = z.strictObject({
  id: id(),
  name: maskedText(),
  template: z.enum(TEMPLATES),
  status: z.enum(['on', 'off', 'deleted']),
  version: z.int().positive(),
  createdMs: timeMs(),
  health: z.array(PolicyHealth),
  inScope: count(),
  activeAlerts: count(),
  /** Of the last 365 days: alerts that went into a case, and all on which somebody decided. */
  confirmedAlerts: count(),
  decidedAlerts: count()
})
export type PolicyView = z.infer<typeof PolicyView>

/** As stored, but for what an administrator typed into it, which is masked like any other typed text. */
const ShownChoice = PeopleChoice.extend({
  people: z.array(pseudonym()),
  departments: z.array(maskedText()),
  countries: z.array(maskedText()),
  businessUnits: z.array(maskedText())
})
export const ShownDefinition = PolicyDefinition.extend({
  people: z.strictObject({ include: ShownChoice, exclude: ShownChoice }),
  triggerRules: TriggerRules.extend({
    indicators: z.record(code(), z.int().min(1)),
    sequences: z.array(code())
  }),
  indicators: z.array(code()),
  thresholds: z.record(code(), ThresholdChoice),
  sequences: z.array(code()),
  priorityContent: PriorityContent.extend({
    sites: z.array(maskedText()),
    extensions: z.array(maskedText()),
    keywords: z.array(maskedText()),
    labels: z.array(maskedText()),
    sensitiveTypes: z.array(maskedText())
  })
})
export type ShownDefinition = z.infer<typeof ShownDefinition>

const levels = z.strictObject({ low: count(), medium: count(), high: count() })
const Example = z.strictObject({ says: words() })

/** An entry of the catalogue: an indicator as its file says it, and what the imported activities show of it. */
export const IndicatorView = z.strictObject({
  id: code(),
  name: words(),
  category: z.enum(CATEGORIES),
  why: words(),
  blindSpots: z.array(words()),
  harmlessWhen: z.array(words()),
  references: z.array(words()),
  counts: z.enum(['events', 'items']),
  thresholds: levels,
  mustFire: z.array(Example),
  mustNot: z.array(Example),
  isOn: z.boolean(),
  templates: z.array(z.enum(TEMPLATES)),
  /** Days of people with at least one such activity, the people, and how many days reach each level. */
  hits: z.strictObject({ personDays: count(), people: count(), low: count(), medium: count(), high: count() })
})
export type IndicatorView = z.infer<typeof IndicatorView>

export const SequenceView = z.strictObject({
  id: code(),
  name: words(),
  why: words(),
  blindSpots: z.array(words()),
  harmlessWhen: z.array(words()),
  steps: z.array(z.strictObject({ category: z.enum(CATEGORIES), words: words(), indicators: z.array(code()) })),
  windowDays: count(),
  items: levels
})
export type SequenceView = z.infer<typeof SequenceView>

/** What a policy would have raised over the imported history, beside the queue of today. */
export const Backtest = z.strictObject({
  days: z.array(z.strictObject({ date: day(), alerts: count() })),
  alerts: count(),
  people: count(),
  inScope: count(),
  bySeverity: z.record(z.enum(SEVERITIES), count()),
  /** Indicators and sequences by the alerts in which they are the strongest line. */
  noisiest: z.array(z.strictObject({ id: code(), name: words(), alerts: count(), insights: count() })),
  /** Against today's alerts of the stored policy; null where the definition belongs to none. */
  difference: z
    .strictObject({ added: count(), gone: count(), higher: count(), lower: count(), same: count() })
    .nullable(),
  durationMs: count()
})
export type Backtest = z.infer<typeof Backtest>

/** Aggregated and anonymous: what people do, and the policy that would look at it. */
export const ANALYTICS_KINDS = [
  'data-leaks',
  'departing-data-theft',
  'top-exfiltration',
  'cumulative-exfiltration',
  'sequences',
  'security-alerts',
  'stressors-with-exfiltration'
] as const
export const AnalyticsFinding = z.strictObject({
  kind: z.enum(ANALYTICS_KINDS),
  name: words(),
  says: words(),
  people: count(),
  /** Of all people with activities, 0–1. */
  share: z.number().min(0).max(1),
  suggestedTemplate: z.enum(TEMPLATES),
  /** The kinds of activity behind it, the most frequent first; groups of fewer than five people are left out. */
  parts: z.array(z.strictObject({ indicator: code(), name: words(), people: count(), share: z.number().min(0).max(1) }))
})
export type AnalyticsFinding = z.infer<typeof AnalyticsFinding>

export const policyOperations = {
  'policy.templates': operation('read', ALL_ROLES, z.strictObject({}), said(z.array(Template))),
  'policy.list': operation('read', ALL_ROLES, z.strictObject({}), z.array(PolicyView)),
  'policy.show': operation(
    'read',
    ALL_ROLES,
    z.strictObject({ id: id(), version: z.int().positive().nullable().default(null) }),
    z.strictObject({ policy: PolicyView, definition: ShownDefinition, indicators: z.array(IndicatorView) })
  ),
  'policy.versions': operation(
    'read',
    ALL_ROLES,
    z.strictObject({ id: id() }),
    z.array(z.strictObject({ version: z.int().positive(), createdMs: timeMs(), operator: operatorName() }))
  ),
  /** What differs between two versions, or between a version and a definition that is being edited. */
  'policy.diff': operation(
    'read',
    ALL_ROLES,
    z.strictObject({
      id: id(),
      from: z.int().positive(),
      to: z.union([z.int().positive(), z.strictObject({ definition: PolicyDefinition })])
    }),
    z.array(z.strictObject({ part: words(), before: maskedText(), after: maskedText() }))
  ),
  'policy.create': operation(
    'change',
    ['admin'],
    z.strictObject({ name: typedText(80), template: z.enum(TEMPLATES), definition: PolicyDefinition.nullable() }),
    PolicyView
  ),
  /** Everything but template and name; alerts stay. */
  'policy.edit': operation('change', ['admin'], z.strictObject({ id: id(), definition: PolicyDefinition }), PolicyView),
  'policy.copy': operation('change', ['admin'], z.strictObject({ id: id(), name: typedText(80) }), PolicyView),
  'policy.switch': operation('change', ['admin'], z.strictObject({ id: id(), isOn: z.boolean() }), PolicyView),
  'policy.delete': operation('change', ['admin'], z.strictObject({ id: id() }), z.strictObject({ id: id() })),
  /** Runs beside everything else and stores nothing; days are those of the scoring zone, both included. */
  'policy.backtest': operation(
    'read',
    DESK_ROLES,
    z.strictObject({
      of: z.union([
        z.strictObject({ id: id() }),
        z.strictObject({ definition: PolicyDefinition, insteadOf: id().nullable() })
      ]),
      from: day().nullable().default(null),
      to: day().nullable().default(null)
    }),
    Backtest
  ),
  'policy.cancelBacktest': operation(
    'read',
    DESK_ROLES,
    z.strictObject({}),
    z.strictObject({ wasRunning: z.boolean() })
  ),
  'policy.indicators': operation('read', ALL_ROLES, z.strictObject({}), z.array(IndicatorView)),
  'policy.sequences': operation('read', ALL_ROLES, z.strictObject({}), z.array(SequenceView)),
  'policy.boosters': operation(
    'read',
    ALL_ROLES,
    z.strictObject({}),
    z.array(z.strictObject({ booster: z.enum(BOOSTERS), name: words(), says: words() }))
  ),
  /** What can be chosen from: values that the directory and the activities hold. */
  'policy.choices': operation(
    'read',
    ['admin'],
    z.strictObject({}),
    z.strictObject({
      departments: z.array(maskedText()),
      countries: z.array(maskedText()),
      businessUnits: z.array(maskedText()),
      labels: z.array(maskedText()),
      sensitiveTypes: z.array(maskedText())
    })
  ),
  'analytics.run': operation(
    'read',
    DESK_ROLES,
    z.strictObject({}),
    z.strictObject({ findings: z.array(AnalyticsFinding), people: count(), days: count() })
  ),
  'score.run': operation(
    'change',
    DESK_ROLES,
    z.strictObject({ asOfMs: timeMs().nullable() }),
    z.strictObject({
      activitiesEvaluated: count(),
      insights: count(),
      alertsRaised: count(),
      alertsUpdated: count(),
      durationMs: count()
    })
  )
} as const

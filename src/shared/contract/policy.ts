/** Templates, policies, and bringing scores up to date. */
import { z } from 'zod'
import { CATEGORIES } from '../domain/category.ts'
import { PolicyDefinition, Template, TEMPLATES, Thresholds } from '../domain/policy.ts'
import { ALL_ROLES, DESK_ROLES, operation } from './operation.ts'
import { code, count, id, maskedText, timeMs, typedText, words } from './text.ts'

const said = <Shape extends z.ZodType>(shape: Shape) => shape.meta({ holds: 'words' })

export const IndicatorView = z.strictObject({
  id: code(),
  name: words(),
  category: z.enum(CATEGORIES),
  why: words(),
  blindSpots: z.array(words()),
  harmlessWhen: z.array(words()),
  thresholds: z.strictObject({ low: count(), medium: count(), high: count() })
})

export const PolicyView = z.strictObject({
  id: id(),
  name: maskedText(),
  template: z.enum(TEMPLATES),
  status: z.enum(['on', 'off', 'deleted']),
  version: z.int().positive(),
  createdMs: timeMs(),
  health: z.array(z.strictObject({ level: z.enum(['healthy', 'recommendation', 'warning']), says: words() })),
  inScope: count(),
  activeAlerts: count()
})
export type PolicyView = z.infer<typeof PolicyView>

/** As stored, but for what an administrator typed into it, which is masked like any other typed text. */
const ShownDefinition = PolicyDefinition.extend({
  indicators: z.array(code()),
  thresholds: z.record(code(), Thresholds),
  sequences: z.array(code()),
  priorityContent: z.strictObject({
    sites: z.array(maskedText()),
    extensions: z.array(maskedText()),
    keywords: z.array(maskedText())
  })
})

export const policyOperations = {
  'policy.templates': operation('read', ALL_ROLES, z.strictObject({}), said(z.array(Template))),
  'policy.list': operation('read', ALL_ROLES, z.strictObject({}), z.array(PolicyView)),
  'policy.show': operation(
    'read',
    ALL_ROLES,
    z.strictObject({ id: id() }),
    z.strictObject({ policy: PolicyView, definition: ShownDefinition, indicators: z.array(IndicatorView) })
  ),
  'policy.create': operation(
    'change',
    ['admin'],
    z.strictObject({ name: typedText(80), template: z.enum(TEMPLATES), definition: PolicyDefinition.nullable() }),
    PolicyView
  ),
  'policy.edit': operation('change', ['admin'], z.strictObject({ id: id(), definition: PolicyDefinition }), PolicyView),
  'policy.delete': operation('change', ['admin'], z.strictObject({ id: id() }), z.strictObject({ id: id() })),
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

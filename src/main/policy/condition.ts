/**
 * The closed language in which an indicator says which activities it means. An unknown operator, field or value is
 * refused when the file is read; a condition never falls back to "false".
 */
import { z } from 'zod'
import { DESTINATIONS } from '../../shared/domain/evaluation.ts'
import type { ActivityFacts } from '../../shared/domain/evaluation.ts'
import {
  ACTOR_KINDS,
  ALERT_SEVERITIES,
  ALERT_STATES,
  EXPOSURES,
  ITEM_TYPES,
  LABEL_CHANGES,
  OUTCOMES
} from '../../shared/domain/draft.ts'

/** `isExcluded` is none of them: an excluded activity belongs to no indicator, whatever its condition says. */
export const FLAGS = [
  'isOwnSite',
  'isPriority',
  'isNewAddress',
  'isNewCountry',
  'isLabelled',
  'isSensitive',
  'isOffHours',
  'isAfterLeaving',
  'isPriorityAsset',
  'isThirdParty'
] as const
export const NAMED = ['itemKey', 'newItemKey'] as const
const choices = {
  actorKind: z.enum(ACTOR_KINDS),
  outcome: z.enum(OUTCOMES),
  itemType: z.enum(ITEM_TYPES),
  extension: z.string().regex(/^[a-z0-9]{1,16}$/),
  exposure: z.enum(EXPOSURES),
  labelChange: z.enum(LABEL_CHANGES),
  alertSeverity: z.enum(ALERT_SEVERITIES),
  alertState: z.enum(ALERT_STATES),
  /** Sources name topics as they like, so any name in this spelling may be asked for. */
  topic: z.string().regex(/^[a-z0-9-]{1,80}$/),
  destination: z.enum(DESTINATIONS)
} as const
export const CHOICE_FIELDS = [
  'actorKind',
  'outcome',
  'itemType',
  'extension',
  'exposure',
  'labelChange',
  'alertSeverity',
  'alertState',
  'topic',
  'destination'
] as const
export const AMOUNTS = ['sizeBytes', 'itemCount'] as const

const oneField = (value: object): boolean => Object.keys(value).length === 1
const EqualTo = z.strictObject(choices).partial().refine(oneField, 'names exactly one field')
const OneOf = z
  .strictObject({
    actorKind: z.array(choices.actorKind).min(1),
    outcome: z.array(choices.outcome).min(1),
    itemType: z.array(choices.itemType).min(1),
    extension: z.array(choices.extension).min(1),
    exposure: z.array(choices.exposure).min(1),
    labelChange: z.array(choices.labelChange).min(1),
    alertSeverity: z.array(choices.alertSeverity).min(1),
    alertState: z.array(choices.alertState).min(1),
    topic: z.array(choices.topic).min(1),
    destination: z.array(choices.destination).min(1)
  })
  .partial()
  .refine(oneField, 'names exactly one field')
const Amount = z
  .strictObject({ sizeBytes: z.int().min(0), itemCount: z.int().min(0) })
  .partial()
  .refine(oneField, 'names exactly one field')

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly equals: z.infer<typeof EqualTo> }
  | { readonly in: z.infer<typeof OneOf> }
  | { readonly 'at-least': z.infer<typeof Amount> }
  | { readonly 'at-most': z.infer<typeof Amount> }
  | { readonly is: (typeof FLAGS)[number] }
  | { readonly named: (typeof NAMED)[number] }

/** Every operator with its own strict shape; exactly one operator in each node. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.unknown().transform((value, context): Condition => {
    const node = z.record(z.string(), z.unknown()).safeParse(value).data ?? {}
    const operators = Object.keys(node)
    const refuse = (message: string, path: readonly PropertyKey[] = []): typeof z.NEVER => {
      context.addIssue({ code: 'custom', message, path: [...path] })
      return z.NEVER
    }
    const [operator] = operators
    if (operators.length !== 1 || operator === undefined) return refuse('holds exactly one operator')
    const shape = SHAPES.find((entry) => entry.operator === operator)
    if (shape === undefined) return refuse(`unknown operator "${operator}"`)
    const result = shape.node.safeParse(node)
    if (result.success) return result.data
    for (const issue of result.error.issues) refuse(issue.message, issue.path)
    return z.NEVER
  })
)

const SHAPES: readonly { readonly operator: string; readonly node: z.ZodType<Condition> }[] = [
  { operator: 'all', node: z.strictObject({ all: z.array(Condition).min(1) }) },
  { operator: 'any', node: z.strictObject({ any: z.array(Condition).min(1) }) },
  { operator: 'not', node: z.strictObject({ not: Condition }) },
  { operator: 'equals', node: z.strictObject({ equals: EqualTo }) },
  { operator: 'in', node: z.strictObject({ in: OneOf }) },
  { operator: 'at-least', node: z.strictObject({ 'at-least': Amount }) },
  { operator: 'at-most', node: z.strictObject({ 'at-most': Amount }) },
  { operator: 'is', node: z.strictObject({ is: z.enum(FLAGS) }) },
  { operator: 'named', node: z.strictObject({ named: z.enum(NAMED) }) }
]

export type Test = (facts: ActivityFacts) => boolean

/** A closure that tests one activity; built once, so that testing costs no interpretation. */
export function compileCondition(condition: Condition): Test {
  if ('all' in condition) {
    const tests = condition.all.map(compileCondition)
    return (facts) => tests.every((test) => test(facts))
  }
  if ('any' in condition) {
    const tests = condition.any.map(compileCondition)
    return (facts) => tests.some((test) => test(facts))
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not)
    return (facts) => !test(facts)
  }
  if ('equals' in condition) return choiceTest(condition.equals)
  if ('in' in condition) return choiceTest(condition.in)
  if ('at-least' in condition) return amountTest(condition['at-least'], (value, limit) => value >= limit)
  if ('at-most' in condition) return amountTest(condition['at-most'], (value, limit) => value <= limit)
  if ('is' in condition) {
    const field = condition.is
    return (facts) => facts[field]
  }
  const field = condition.named
  return (facts) => facts[field] !== null
}

function choiceTest(wanted: z.infer<typeof EqualTo> | z.infer<typeof OneOf>): Test {
  for (const field of CHOICE_FIELDS) {
    const value = wanted[field]
    if (value === undefined) continue
    const allowed = new Set<string>(typeof value === 'string' ? [value] : value)
    return (facts) => allowed.has(facts[field])
  }
  throw new Error('a condition without a field passed the schema')
}

function amountTest(wanted: z.infer<typeof Amount>, holds: (value: number, limit: number) => boolean): Test {
  for (const field of AMOUNTS) {
    const limit = wanted[field]
    if (limit !== undefined) return (facts) => holds(facts[field], limit)
  }
  throw new Error('a condition without a field passed the schema')
}

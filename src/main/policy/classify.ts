/**
 * Sorts activities into the classes that a set of conditions can tell apart, as one number: two activities of one class
 * fulfil the same conditions. So conditions are tested once a class instead of once an activity. Tests nothing itself.
 */
import type { ActivityFacts } from '../../shared/domain/evaluation.ts'
import { AMOUNTS, CHOICE_FIELDS, FLAGS, NAMED } from './condition.ts'
import type { Condition } from './condition.ts'

export type Classify = (facts: ActivityFacts) => number

/** The outcome always tells classes apart, because indicators name it outside their conditions. */
export function classifyBy(conditions: readonly Condition[]): Classify {
  const asked: Asked = { values: new Map([['outcome', new Set()]]), flags: new Set(), limits: new Map() }
  for (const value of ['success', 'failure', 'unknown']) asked.values.get('outcome')?.add(value)
  for (const condition of conditions) gather(condition, asked)

  const digits: { readonly size: number; readonly of: Classify }[] = []
  for (const field of CHOICE_FIELDS) {
    const values = asked.values.get(field)
    if (values === undefined) continue
    const numbers = new Map([...values].sort().map((value, index) => [value, index + 1]))
    digits.push({ size: numbers.size + 1, of: (facts) => numbers.get(facts[field]) ?? 0 })
  }
  for (const field of FLAGS) if (asked.flags.has(field)) digits.push({ size: 2, of: (facts) => (facts[field] ? 1 : 0) })
  for (const field of NAMED)
    if (asked.flags.has(field)) digits.push({ size: 2, of: (facts) => (facts[field] === null ? 0 : 1) })
  for (const field of AMOUNTS) {
    const limits = [...(asked.limits.get(field) ?? [])].sort((one, other) => one - other)
    if (limits.length === 0) continue
    digits.push({
      size: limits.length + 1,
      of: (facts) => {
        let reached = 0
        while (reached < limits.length && facts[field] >= (limits[reached] ?? 0)) reached += 1
        return reached
      }
    })
  }
  return (facts) => {
    let number = 0
    for (const digit of digits) number = number * digit.size + digit.of(facts)
    return number
  }
}

interface Asked {
  readonly values: Map<string, Set<string>>
  readonly flags: Set<string>
  /** By amount: the numbers from which on some comparison changes. */
  readonly limits: Map<string, Set<number>>
}

function gather(condition: Condition, asked: Asked): void {
  if ('all' in condition) for (const part of condition.all) gather(part, asked)
  else if ('any' in condition) for (const part of condition.any) gather(part, asked)
  else if ('not' in condition) gather(condition.not, asked)
  else if ('equals' in condition) addValues(condition.equals, asked)
  else if ('in' in condition) addValues(condition.in, asked)
  else if ('at-least' in condition) addLimits(condition['at-least'], 0, asked)
  // Amounts are whole numbers: more than the limit begins one above it.
  else if ('at-most' in condition) addLimits(condition['at-most'], 1, asked)
  else if ('is' in condition) asked.flags.add(condition.is)
  else asked.flags.add(condition.named)
}

function addValues(wanted: Readonly<Record<string, string | readonly string[] | undefined>>, { values }: Asked): void {
  for (const [field, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    const known = values.get(field) ?? new Set<string>()
    for (const one of typeof value === 'string' ? [value] : value) known.add(one)
    values.set(field, known)
  }
}

function addLimits(wanted: Readonly<Record<string, number | undefined>>, more: number, { limits }: Asked): void {
  for (const [field, limit] of Object.entries(wanted)) {
    if (limit === undefined) continue
    limits.set(field, (limits.get(field) ?? new Set()).add(limit + more))
  }
}

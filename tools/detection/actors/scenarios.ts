/** The eight scenarios with their styles, and the casting of one company: every scenario once, some twice. */
import { TEMPLATES, type TemplateId } from '../../../src/shared/domain/policy.ts'
import { chanceOf } from '../company/chance.ts'
import type { Workplace } from '../ordinary/day.ts'
import { DEPARTING_THEFT } from './departing-theft.ts'
import { DISGRUNTLED_LEAKS, GENERAL_LEAKS, PRIORITY_LEAKS } from './leaks.ts'
import { cast, type Plan, sceneFor, type Style } from './plan.ts'
import { DEPARTING_VIOLATIONS, DISGRUNTLED_VIOLATIONS, GENERAL_VIOLATIONS, PRIORITY_VIOLATIONS } from './violations.ts'

export const STYLES: Readonly<Record<TemplateId, readonly Style[]>> = {
  'data-theft-by-departing-users': DEPARTING_THEFT,
  'general-data-leaks': GENERAL_LEAKS,
  'data-leaks-by-priority-users': PRIORITY_LEAKS,
  'data-leaks-by-disgruntled-users': DISGRUNTLED_LEAKS,
  'general-security-policy-violations': GENERAL_VIOLATIONS,
  'security-policy-violations-by-departing-users': DEPARTING_VIOLATIONS,
  'security-policy-violations-by-priority-users': PRIORITY_VIOLATIONS,
  'security-policy-violations-by-disgruntled-users': DISGRUNTLED_VIOLATIONS
}

/** Played twice a company, in two styles: most is known of these. */
const TWICE: readonly TemplateId[] = ['data-theft-by-departing-users', 'general-data-leaks']
/** Four weeks of ordinary days come first, and two weeks are left for what follows. */
const FIRST_ANCHOR = 28
const LAST_DAYS = 16

/** `turn` moves through the styles, so that several companies show them all. */
export function castActors(place: Workplace, plan: Plan, seed: number, turn: number): void {
  const parts = TEMPLATES.flatMap((scenario) => {
    const styles = STYLES[scenario]
    const first = styles[turn % styles.length]
    const second = TWICE.includes(scenario) ? styles[(turn + 2) % styles.length] : undefined
    return [first, second].flatMap((style) => (style === undefined ? [] : [{ scenario, style }]))
  })
  const order = chanceOf(seed, 'order').some(parts, parts.length)
  const room = place.calendar.days - LAST_DAYS - FIRST_ANCHOR
  for (const [index, { scenario, style }] of order.entries()) {
    const chance = chanceOf(seed, `actor/${scenario}/${style.name}`)
    const slot = FIRST_ANCHOR + Math.round((index * room) / order.length) + chance.between(0, 3)
    const anchor = nextWorkday(place, slot)
    const among = scenario.includes('priority') ? place.people.filter((person) => plan.priority.has(person)) : undefined
    const person =
      cast(place, plan, chance, style.departments, anchor, among) ?? cast(place, plan, chance, [], anchor, among)
    if (person === null) throw new Error(`nobody is left to play ${style.name}`)
    style.play(sceneFor(place, plan, { chance, person, anchor, label: { scenario, style: style.name } }))
  }
}

export function nextWorkday({ calendar }: Pick<Workplace, 'calendar'>, day: number): number {
  let next = day
  while (!calendar.isWorkday(next)) next += 1
  return next
}

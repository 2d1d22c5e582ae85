/** Who plays which part of a company on which day. What a plan labels is what a finding is measured against. */
import type { TemplateId } from '../../../src/shared/domain/policy.ts'
import type { HrFact } from '../company/log.ts'
import { isAtWork, type Person } from '../company/people.ts'
import type { Chance } from '../company/chance.ts'
import { usualFiles, type Workplace } from '../ordinary/day.ts'
import type { CloudFile } from '../company/library.ts'
import type { Hands } from '../records/hands.ts'

export interface Act {
  readonly person: Person
  /** Minute of the day, which may be at night. */
  readonly minute: number
  /** From the home address; otherwise from the office. */
  readonly isHome: boolean
  readonly perform: (hands: Hands) => void
}

export interface LabelledDay {
  readonly address: string
  readonly day: number
  readonly scenario: TemplateId
  readonly style: string
}

export interface Decoy {
  readonly address: string
  readonly kind: string
  readonly days: readonly number[]
}

export interface Plan {
  readonly acts: Map<number, Act[]>
  readonly labels: LabelledDay[]
  readonly decoys: Decoy[]
  readonly hr: HrFact[]
  /** People with a part; nobody has two. */
  readonly taken: Set<Person>
  readonly priority: Set<Person>
}

/** What a style of a scenario is given to write its part. */
export interface Scene extends Workplace {
  readonly plan: Plan
  readonly chance: Chance
  readonly person: Person
  /** The day around which it happens. */
  readonly anchor: number
  /** Something that an insider does; the day counts as labelled. */
  readonly on: (day: number, minute: number, perform: (hands: Hands) => void, isHome?: boolean) => void
  /** Files of the department that the person does not usually work with. */
  readonly foreign: readonly CloudFile[]
  readonly usual: readonly CloudFile[]
  readonly tell: (fact: Pick<HrFact, 'kind' | 'day'> & Partial<HrFact>) => void
}

export interface Style {
  readonly name: string
  readonly departments: readonly string[]
  readonly play: (scene: Scene) => void
}

export function emptyPlan(): Plan {
  return { acts: new Map(), labels: [], decoys: [], hr: [], taken: new Set(), priority: new Set() }
}

/** Null when nobody is left who fits. */
export function cast(
  place: Workplace,
  plan: Plan,
  chance: Chance,
  departments: readonly string[],
  anchor: number,
  among: readonly Person[] = place.people
): Person | null {
  const fits = among.filter(
    (person) =>
      !plan.taken.has(person) &&
      person.joinsOn === 0 &&
      person.leavesOn === null &&
      (departments.length === 0 || departments.includes(person.department.name))
  )
  if (fits.length === 0) return null
  const person = chance.pick(fits)
  plan.taken.add(person)
  // Who has a part is there when it is played.
  if (person.away !== null && person.away[1] >= anchor - 30 && person.away[0] <= anchor + 30) person.away = null
  return person
}

export function sceneFor(
  place: Workplace,
  plan: Plan,
  part: {
    readonly chance: Chance
    readonly person: Person
    readonly anchor: number
    readonly label: Pick<LabelledDay, 'scenario' | 'style'> | null
  }
): Scene {
  const { chance, person, anchor, label } = part
  const usual = usualFiles(place, person)
  const known = new Set(usual)
  return {
    ...place,
    plan,
    chance,
    person,
    anchor,
    usual,
    foreign: place.library.site(person.department.site).filter((file) => !known.has(file)),
    on: (day, minute, perform, isHome = false) => {
      if (day < 0 || day >= place.calendar.days) return
      const acts = plan.acts.get(day)
      const act = { person, minute, isHome, perform }
      if (acts === undefined) plan.acts.set(day, [act])
      else acts.push(act)
      if (label === null) return
      const isNew = !plan.labels.some((known) => known.address === person.address && known.day === day)
      if (isNew) plan.labels.push({ address: person.address, day, ...label })
    },
    tell: (fact) => {
      plan.hr.push({ address: person.address, lastDay: null, rating: '', levels: null, ...fact })
      if (fact.lastDay !== undefined) person.leavesOn = fact.lastDay
    }
  }
}

/** The next days from `from` on that this person works, or backwards with a negative count; earliest first. */
export function workdays({ person, calendar }: Scene, from: number, count: number): readonly number[] {
  const step = Math.sign(count)
  const found: number[] = []
  for (let day = from; found.length < Math.abs(count) && day >= 0 && day < calendar.days; day += step)
    if (isAtWork(person, day, calendar)) found.push(day)
  return step < 0 ? found.reverse() : found
}

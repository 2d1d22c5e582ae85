/**
 * One invented company of a seed, played day by day: ordinary work, the parts of actors and decoys, what Human Resources
 * write. The same seed gives the same company, record by record.
 */
import { castActors } from '../actors/scenarios.ts'
import { type Act, type Decoy, emptyPlan, type LabelledDay, type Plan } from '../actors/plan.ts'
import { castDecoys } from '../decoys/decoys.ts'
import { type Workplace, ordinaryDay } from '../ordinary/day.ts'
import { handsOf } from '../records/hands.ts'
import { type Calendar, makeCalendar, type Size, WHOLE } from './calendar.ts'
import { chanceOf } from './chance.ts'
import { makeLibrary } from './library.ts'
import { type HrFact, type Log, openLog } from './log.ts'
import { isAtWork, makePeople, type Person } from './people.ts'

export interface Company {
  readonly seed: number
  readonly calendar: Calendar
  readonly people: readonly Person[]
  readonly log: Log
  readonly labels: readonly LabelledDay[]
  readonly decoys: readonly Decoy[]
  readonly hr: readonly HrFact[]
  /** Members of the priority group. */
  readonly priority: readonly Person[]
  /** Writes one day into the log; days come in their order. */
  readonly play: (day: number) => void
}

export function makeCompany(seed: number, turn: number, size: Size = WHOLE): Company {
  const calendar = makeCalendar(seed, size)
  const people = makePeople(seed, calendar, size)
  const place: Workplace = { log: openLog(), library: makeLibrary(seed), calendar, people }
  const plan = emptyPlan()
  choosePriority(people, plan, seed)
  castActors(place, plan, seed, turn)
  castDecoys(place, plan, seed)
  castOthers(place, plan, seed)
  return {
    seed,
    calendar,
    people,
    log: place.log,
    labels: plan.labels,
    decoys: plan.decoys,
    hr: plan.hr,
    priority: people.filter((person) => plan.priority.has(person)),
    play: (day) => {
      for (const person of people)
        if (isAtWork(person, day, calendar))
          ordinaryDay(place, person, day, chanceOf(seed, `day/${person.index}/${day}`))
      for (const act of plan.acts.get(day) ?? []) perform(place, act, day, seed)
    }
  }
}

function perform(
  { log, calendar }: Workplace,
  { person, minute, isHome, perform: play }: Act,
  day: number,
  seed: number
): void {
  const chance = chanceOf(seed, `act/${day}/${person.address}`)
  play(handsOf(log, person, chance, calendar.atMs(day, minute), isHome ? person.home : person.office))
}

/** Whoever leads, and some of those who hold what others want: fourteen of about two hundred and fifty. */
function choosePriority(people: readonly Person[], plan: Plan, seed: number): void {
  const chance = chanceOf(seed, 'priority')
  const of = (name: string): readonly Person[] => people.filter(({ department }) => department.name === name)
  for (const person of [
    ...of('Management'),
    ...chance.some(of('Research'), 4),
    ...chance.some(of('Information Technology'), 4),
    ...chance.some(of('Legal'), 2)
  ])
    plan.priority.add(person)
}

/** Harmless leavers, reviews, plans and changes of level: far more of them than of actors. */
function castOthers({ people, calendar }: Workplace, plan: Plan, seed: number): void {
  const chance = chanceOf(seed, 'others')
  const left = chance.some(
    people.filter((person) => !plan.taken.has(person) && person.joinsOn === 0),
    40
  )
  for (const [index, { address }] of left.entries()) {
    const day = chance.between(10, calendar.days - 12)
    const fact = { address, day, lastDay: null, rating: '', levels: null }
    const person = left[index]
    if (person === undefined) continue
    if (index < 6) {
      const lastDay = day + chance.between(7, 30)
      plan.hr.push({ ...fact, kind: index < 5 ? 'resignation' : 'termination', lastDay })
      person.leavesOn = lastDay
    } else if (index < 20) plan.hr.push({ ...fact, kind: 'performance-review', rating: String(chance.between(1, 4)) })
    else if (index < 26) plan.hr.push({ ...fact, kind: 'improvement-plan', rating: '2' })
    else
      plan.hr.push({
        ...fact,
        kind: 'job-level-change',
        levels: chance.pick([
          ['3', '4'],
          ['4', '5'],
          ['5', '4']
        ])
      })
  }
}

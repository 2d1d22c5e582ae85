/**
 * Tells which indicators an activity belongs to. Only a person's own activity that the settings do not exclude can
 * belong to any: services, guests and unknown actors are never scored, and failures only where an indicator asks.
 */
import type { ActivityOutcome } from '../../shared/domain/draft.ts'
import type { ActivityFacts } from '../../shared/domain/evaluation.ts'
import { classifyBy } from './classify.ts'
import type { Classify } from './classify.ts'
import { compileCondition } from './condition.ts'
import type { Condition, Test } from './condition.ts'
import type { Indicator } from './indicator.ts'
import type { Catalogue } from './load.ts'

/** The same list again for activities that belong to the same indicators, as far as they are remembered. */
export type Match = (facts: ActivityFacts) => readonly string[]

interface Candidate {
  readonly id: string
  readonly outcomes: ReadonlySet<ActivityOutcome>
  readonly when: Condition | undefined
  readonly test: Test | null
}

/** What one operation of one workload can be, and what the classes of its activities were found to be. */
interface Choice {
  readonly candidates: readonly Candidate[]
  readonly classOf: Classify
  readonly byClass: Map<number, readonly string[]>
}

const NONE: readonly string[] = []

/** Operations and workloads compare without case; names that no file mentions are remembered up to this many. */
const REMEMBERED_NAMES = 4096
/** A hostile log could bring every combination of facts; beyond so many an activity is tested anew. */
const REMEMBERED_CLASSES = 4096

export function compileMatchers(catalogue: Pick<Catalogue, 'indicators'>): Match {
  const compiled = [...catalogue.indicators.values()].map((indicator) => ({ indicator, candidate: compile(indicator) }))
  const byOperation = new Map<string, Map<string, Choice>>()
  const lists = new Map<string, readonly string[]>()
  let remembered = 0

  const find = (operation: string, workload: string): Choice => {
    const known = byOperation.get(operation)?.get(workload)
    if (known !== undefined) return known
    const candidates = compiled
      .filter(
        ({ indicator }) =>
          names(indicator.operations, operation) &&
          !names(indicator.exceptOperations, operation) &&
          names(indicator.workloads, workload)
      )
      .map(({ candidate }) => candidate)
    const conditions = candidates.flatMap(({ when }) => when ?? [])
    const found: Choice = { candidates, classOf: classifyBy(conditions), byClass: new Map() }
    if (remembered < REMEMBERED_NAMES) {
      remembered += 1
      const byWorkload = byOperation.get(operation) ?? new Map<string, Choice>()
      byOperation.set(operation, byWorkload.set(workload, found))
    }
    return found
  }

  const test = (candidates: readonly Candidate[], facts: ActivityFacts): readonly string[] => {
    const matched = candidates
      .filter(({ outcomes, test: holds }) => outcomes.has(facts.outcome) && (holds === null || holds(facts)))
      .map(({ id }) => id)
    if (matched.length === 0) return NONE
    const key = matched.join(' ')
    let list = lists.get(key)
    if (list === undefined) {
      list = matched
      if (lists.size < REMEMBERED_CLASSES) lists.set(key, list)
    }
    return list
  }

  return (facts) => {
    if (facts.actorKind !== 'person' || facts.isExcluded) return NONE
    const { candidates, classOf, byClass } = find(facts.operation, facts.workload)
    if (candidates.length === 0) return NONE
    const number = classOf(facts)
    let matched = byClass.get(number)
    if (matched === undefined) {
      matched = test(candidates, facts)
      if (byClass.size < REMEMBERED_CLASSES) byClass.set(number, matched)
    }
    return matched
  }
}

function compile(indicator: Indicator): Candidate {
  return {
    id: indicator.id,
    outcomes: new Set(indicator.outcomes),
    when: indicator.when,
    test: indicator.when === undefined ? null : compileCondition(indicator.when)
  }
}

function names(list: 'any' | readonly string[], name: string): boolean {
  if (list === 'any') return true
  const wanted = name.toLowerCase()
  return list.some((entry) => entry.toLowerCase() === wanted)
}

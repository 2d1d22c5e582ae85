/**
 * Tells which indicators an activity belongs to. Only a person's own activity that did not fail can belong to any:
 * services, guests and unknown actors are never scored.
 */
import type { ActivityFacts } from '../../shared/domain/evaluation.ts'
import { compileCondition } from './condition.ts'
import type { Test } from './condition.ts'
import type { Indicator } from './indicator.ts'
import type { Catalogue } from './load.ts'

export type Match = (facts: ActivityFacts) => readonly string[]

interface Candidate {
  readonly alone: readonly [string]
  readonly test: Test | null
}

const NONE: readonly string[] = []

/** Operations and workloads compare without case; names that no file mentions are remembered up to this many. */
const REMEMBERED_NAMES = 4096

export function compileMatchers(catalogue: Pick<Catalogue, 'indicators'>): Match {
  const compiled = [...catalogue.indicators.values()].map((indicator) => ({ indicator, candidate: compile(indicator) }))
  const byOperation = new Map<string, Map<string, readonly Candidate[]>>()
  let remembered = 0

  const find = (operation: string, workload: string): readonly Candidate[] => {
    const known = byOperation.get(operation)?.get(workload)
    if (known !== undefined) return known
    const found = compiled
      .filter(({ indicator }) => names(indicator.operations, operation) && names(indicator.workloads, workload))
      .map(({ candidate }) => candidate)
    if (remembered < REMEMBERED_NAMES) {
      remembered += 1
      const byWorkload = byOperation.get(operation) ?? new Map<string, readonly Candidate[]>()
      byOperation.set(operation, byWorkload.set(workload, found))
    }
    return found
  }

  return (facts) => {
    if (facts.actorKind !== 'person' || facts.outcome === 'failure') return NONE
    let matched = NONE
    for (const { alone, test } of find(facts.operation, facts.workload)) {
      if (test !== null && !test(facts)) continue
      matched = matched === NONE ? alone : [...matched, alone[0]]
    }
    return matched
  }
}

function compile(indicator: Indicator): Candidate {
  return { alone: [indicator.id], test: indicator.when === undefined ? null : compileCondition(indicator.when) }
}

function names(list: 'any' | readonly string[], name: string): boolean {
  if (list === 'any') return true
  const wanted = name.toLowerCase()
  return list.some((entry) => entry.toLowerCase() === wanted)
}

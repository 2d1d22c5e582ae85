/**
 * Finds ordered sequences on the same items: downloaded, hidden, taken out, cleaned up. For each day there is at most
 * one hit, the strongest: an item that went through a longer sequence went through its shorter subsets too and is
 * counted in only one of them.
 */
import type { ActivityFacts, SequenceHit, SequenceStep } from '../../shared/domain/evaluation.ts'
import type { Category } from '../../shared/domain/category.ts'
import { DAY_MS } from './calendar.ts'
import type { DayOf } from '../../shared/domain/day.ts'
import { followItems } from './chain.ts'
import type { ChainEvent, Chains, Completion, Stage } from './chain.ts'
import { saySequence, sayStep } from './explain.ts'
import type { Indicator } from './indicator.ts'
import type { Match } from './match.ts'
import type { Pattern } from './pattern.ts'
import { baseStrength, LEVEL_NAMES, levelOf, roundStrength } from './score.ts'

export interface FoundSequence {
  readonly hit: SequenceHit
  /** The items, numbered within this search. */
  readonly items: ReadonlySet<number>
}

export interface SequenceInput {
  /** In order of time, in scope only. */
  readonly activities: readonly ActivityFacts[]
  readonly patterns: readonly Pattern[]
  /** Indicators of the policy; a step whose indicators are all switched off switches its sequence off. */
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly match: Match
  readonly dayOf: DayOf
  /** How much an indicator counts on a day: 0.2 within the person's own usual, up to 1. */
  readonly habitOf: (indicator: string, day: number) => number
  /** Only items count that some step finds on priority content. */
  readonly isPriorityOnly: boolean
}

/** Most serious first: what left the organisation outweighs how it was prepared. */
const SERIOUSNESS: readonly Category[] = [
  'exfiltration',
  'clean-up',
  'obfuscation',
  'security',
  'physical',
  'collection',
  'access'
]

/** By day. */
export function findSequences(input: SequenceInput): readonly FoundSequence[] {
  const { patterns, stages, stagesOf } = planFor(input)
  if (patterns.length === 0) return []
  const chains = followItems(
    input.activities,
    (activity) => stagesOf(input.match(activity)),
    stages,
    patterns.length,
    input.dayOf
  )

  const best = new Map<number, Candidate>()
  patterns.forEach((pattern, number) => {
    for (const [day, completed] of chains.completions[number] ?? []) {
      const whole = { chains, stages, pattern, number, day, items: completed }
      const items = input.isPriorityOnly ? priorityItems(whole) : completed
      const level = levelOf(items.size, pattern.items)
      if (level === 0) continue
      const habit = strongestHabit({ ...whole, items }, input)
      const strength = roundStrength(baseStrength(items.size, pattern.items, pattern.strengths) * habit)
      const candidate: Candidate = { pattern, number, day, items, level, habit, strength }
      const rival = best.get(day)
      if (rival === undefined || isStronger(candidate, rival)) best.set(day, candidate)
    }
  })
  return [...best.values()]
    .sort((one, other) => one.day - other.day)
    .map((candidate) => describe(candidate, chains, stages, input))
}

interface Candidate {
  readonly pattern: Pattern
  readonly number: number
  readonly day: number
  readonly items: ReadonlyMap<number, Completion>
  readonly level: 1 | 2 | 3
  readonly habit: number
  readonly strength: number
}

function isStronger(one: Candidate, other: Candidate): boolean {
  if (one.strength !== other.strength) return one.strength > other.strength
  return one.pattern.steps.length > other.pattern.steps.length
}

interface Plan {
  readonly patterns: readonly Pattern[]
  readonly stages: readonly Stage[]
  /** Which stages an activity of these indicators can stand for. */
  readonly stagesOf: (matched: readonly string[]) => Pick<ChainEvent, 'stages' | 'indicators'> | null
}

const plans = new WeakMap<ReadonlyMap<string, Indicator>, Map<string, Plan>>()

/** Worked out once for all people. */
function planFor({ patterns, indicators }: Pick<SequenceInput, 'patterns' | 'indicators'>): Plan {
  let known = plans.get(indicators)
  if (known === undefined) plans.set(indicators, (known = new Map<string, Plan>()))
  const key = patterns.map((pattern) => pattern.id).join(' ')
  let plan = known.get(key)
  if (plan === undefined) known.set(key, (plan = makePlan(patterns, indicators)))
  return plan
}

function makePlan(wanted: readonly Pattern[], indicators: ReadonlyMap<string, Indicator>): Plan {
  const patterns = wanted.filter((pattern) =>
    pattern.steps.every((step) => step.indicators.some((id) => indicators.has(id)))
  )
  const stages = patterns.flatMap(({ steps, windowDays }, pattern) =>
    steps.map((_, step) => ({
      pattern,
      step,
      isFirst: step === 0,
      isLast: step === steps.length - 1,
      windowMs: windowDays * DAY_MS
    }))
  )
  const find = (matched: readonly string[]): Pick<ChainEvent, 'stages' | 'indicators'> | null => {
    const owners = stages.map(({ pattern, step }) =>
      matched.find((id) => indicators.has(id) && patterns[pattern]?.steps[step]?.indicators.includes(id) === true)
    )
    const numbers = stages
      .map((_, number) => number)
      .filter((number) => owners[number] !== undefined)
      .reverse()
    return numbers.length === 0 ? null : { stages: numbers, indicators: numbers.map((number) => owners[number] ?? '') }
  }
  // The matcher hands out the same list for the same indicators.
  const known = new WeakMap<readonly string[], Pick<ChainEvent, 'stages' | 'indicators'>>()
  const nothing = new WeakSet<readonly string[]>()
  return {
    patterns,
    stages,
    stagesOf: (matched) => {
      if (matched.length === 0 || nothing.has(matched)) return null
      const seen = known.get(matched)
      if (seen !== undefined) return seen
      const found = find(matched)
      if (found === null) nothing.add(matched)
      else known.set(matched, found)
      return found
    }
  }
}

interface Day {
  readonly chains: Chains
  readonly stages: readonly Stage[]
  readonly pattern: Pattern
  readonly number: number
  readonly day: number
  readonly items: ReadonlyMap<number, Completion>
}

/**
 * A sequence is as much a habit as its least usual step. Steps of the whole window count here, not only those of the
 * tightest run, so that a further activity can only add to them.
 */
function strongestHabit({ chains, stages, pattern, number, day, items }: Day, { habitOf }: SequenceInput): number {
  let strongest = 0
  for (const item of items.keys()) {
    const indexes = chains.eventsOfItem[item] ?? []
    const firstDay = day - pattern.windowDays
    for (
      let at = firstIndex(indexes, (index) => (chains.events[index]?.day ?? 0) >= firstDay);
      at < indexes.length;
      at += 1
    ) {
      const event = chains.events[indexes[at] ?? 0]
      if (event === undefined || event.day > day) break
      for (let position = 0; position < event.stages.length; position += 1) {
        if (stages[event.stages[position] ?? 0]?.pattern !== number) continue
        strongest = Math.max(strongest, habitOf(event.indicators[position] ?? '', event.day))
        if (strongest === 1) return 1
      }
    }
  }
  return strongest
}

/** Steps of the whole window count, for the same reason. */
function priorityItems({ chains, pattern, day, items }: Day): ReadonlyMap<number, Completion> {
  const firstDay = day - pattern.windowDays
  return new Map(
    [...items].filter(([item]) =>
      (chains.eventsOfItem[item] ?? []).some((index) => {
        const event = chains.events[index]
        return event !== undefined && event.day >= firstDay && event.day <= day && event.activity.isPriority
      })
    )
  )
}

/** First position whose entry holds; entries that hold come last. */
function firstIndex(indexes: readonly number[], holds: (index: number) => boolean): number {
  let from = 0
  let to = indexes.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(indexes[middle] ?? 0)) to = middle
    else from = middle + 1
  }
  return from
}

function describe(
  candidate: Candidate,
  chains: Chains,
  stages: readonly Stage[],
  { indicators }: SequenceInput
): FoundSequence {
  const { pattern, number, items } = candidate
  const gathered = pattern.steps.map(() => ({
    events: new Set<number>(),
    byIndicator: new Map<string, number>(),
    atMs: Number.POSITIVE_INFINITY
  }))
  let fromMs = Number.POSITIVE_INFINITY
  let toMs = Number.NEGATIVE_INFINITY
  for (const [item, { startMs, endMs }] of items) {
    fromMs = Math.min(fromMs, startMs)
    toMs = Math.max(toMs, endMs)
    const indexes = chains.eventsOfItem[item] ?? []
    for (
      let at = firstIndex(indexes, (index) => (chains.events[index]?.activity.atMs ?? 0) >= startMs);
      at < indexes.length;
      at += 1
    ) {
      const index = indexes[at] ?? 0
      const event = chains.events[index]
      if (event === undefined || event.activity.atMs > endMs) break
      event.stages.forEach((stageNumber, position) => {
        const stage = stages[stageNumber]
        const step = stage?.pattern === number ? gathered[stage.step] : undefined
        if (step === undefined || step.events.has(index)) return
        step.events.add(index)
        step.atMs = Math.min(step.atMs, event.activity.atMs)
        const indicator = event.indicators[position] ?? ''
        step.byIndicator.set(indicator, (step.byIndicator.get(indicator) ?? 0) + 1)
      })
    }
  }
  const steps: SequenceStep[] = pattern.steps.map(({ category }, index) => {
    const step = gathered[index]
    const [[indicator] = ['']] = [...(step?.byIndicator ?? [])].sort(
      (one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)
    )
    const events = step?.events.size ?? 0
    return {
      category,
      indicator,
      atMs: step?.atMs ?? 0,
      events,
      says: sayStep(indicators.get(indicator)?.name ?? indicator, events)
    }
  })
  const hit: SequenceHit = {
    sequence: pattern.id,
    name: pattern.name,
    category: SERIOUSNESS.find((category) => pattern.steps.some((step) => step.category === category)) ?? 'collection',
    day: candidate.day,
    items: items.size,
    fromMs,
    toMs,
    strength: candidate.strength,
    level: candidate.level,
    steps,
    says: saySequence({
      words: pattern.steps.map((step) => step.words),
      items: items.size,
      isCapped: chains.isCapped,
      levelName: LEVEL_NAMES[candidate.level],
      threshold: pattern.items[LEVEL_NAMES[candidate.level]],
      fromMs,
      toMs,
      day: candidate.day,
      habit: candidate.habit
    })
  }
  return { hit, items: new Set(items.keys()) }
}

/**
 * Follows items through a person's activities: which chains of steps each item completes, and when. A name that is
 * changed or put into an archive hands its chain on to the new name and keeps it too, because names are all that a log
 * has to tell items apart. Judges nothing.
 */
import type { ActivityFacts } from '../../shared/domain/evaluation.ts'
import type { DayOf } from '../../shared/domain/day.ts'

/** One step of one pattern. Steps of a pattern stand one behind the other. */
export interface Stage {
  readonly pattern: number
  readonly step: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly windowMs: number
}

export interface ChainEvent {
  readonly activity: ActivityFacts
  readonly day: number
  /** Indexes into the stages that the activity can stand for, highest first, and the indicator that says so. */
  readonly stages: readonly number[]
  readonly indicators: readonly string[]
}

export interface Completion {
  readonly startMs: number
  readonly endMs: number
}

/** An item is a name on which something began; what it does under later names is still its own. */
export interface Chains {
  readonly events: readonly ChainEvent[]
  /** Indexes into `events`, by item. */
  readonly eventsOfItem: readonly (readonly number[])[]
  /** By pattern, then by day of the last step: the items and their latest run through all steps. */
  readonly completions: readonly ReadonlyMap<number, ReadonlyMap<number, Completion>>[]
  /** Some inherited chain was no longer followed, so counts are "at least". */
  readonly isCapped: boolean
}

/** Steps taken on inherited names before only own names are followed: keeps a hostile log from costing minutes. */
const INHERITED_STEPS = 500_000

/** `activities` come in order of time. */
export function followItems(
  activities: readonly ActivityFacts[],
  stagesOf: (activity: ActivityFacts) => Pick<ChainEvent, 'stages' | 'indicators'> | null,
  stages: readonly Stage[],
  patternCount: number,
  dayOf: DayOf
): Chains {
  const events: ChainEvent[] = []
  const untouched = stages.map(() => NEVER)
  const nameOfKey = new Map<number, Name>()
  const eventsOfItem: number[][] = []
  const completions = Array.from({ length: patternCount }, () => new Map<number, Map<number, Completion>>())
  let budget = INHERITED_STEPS

  for (const activity of activities) {
    if (activity.itemKey === null) continue
    const found = stagesOf(activity)
    const isRename = activity.newItemKey !== null && activity.newItemKey !== activity.itemKey
    if (found === null && !isRename) continue
    const name = nameOf(activity.itemKey)
    if (found !== null) {
      const event: ChainEvent = { activity, day: dayOf(activity.atMs), ...found }
      const index = events.push(event) - 1
      advance(name.own, event, index)
      if (name.heirs !== null) {
        for (const chain of name.heirs.values()) {
          if (budget === 0) break
          budget -= 1
          advance(chain, event, index)
        }
      }
    }
    if (isRename) handOn(name, nameOf(activity.newItemKey))
  }
  return { events, eventsOfItem, completions, isCapped: budget === 0 }

  function nameOf(key: number): Name {
    let name = nameOfKey.get(key)
    if (name === undefined) {
      const item = eventsOfItem.push([]) - 1
      name = { own: { item, starts: untouched.slice() }, heirs: null }
      nameOfKey.set(key, name)
    }
    return name
  }

  /** Keeps the latest possible start of each stage: whoever still fits the window with it fits at all. */
  function advance({ item, starts }: Chain, event: ChainEvent, index: number): void {
    eventsOfItem[item]?.push(index)
    const { atMs } = event.activity
    for (const number of event.stages) {
      const stage = stages[number]
      if (stage === undefined) continue
      const startMs = stage.isFirst ? atMs : (starts[number - 1] ?? NEVER)
      if (startMs < atMs - stage.windowMs) continue
      if (startMs > (starts[number] ?? NEVER)) starts[number] = startMs
      if (stage.isLast) complete(stage.pattern, event.day, item, startMs, atMs)
    }
  }

  function complete(pattern: number, day: number, item: number, startMs: number, endMs: number): void {
    const days = completions[pattern]
    if (days === undefined) return
    let items = days.get(day)
    if (items === undefined) days.set(day, (items = new Map<number, Completion>()))
    items.set(item, { startMs, endMs })
  }

  function handOn(from: Name, to: Name): void {
    to.heirs ??= new Map()
    inherit(to, from.own)
    for (const chain of from.heirs?.values() ?? []) {
      if (budget === 0) return
      budget -= 1
      inherit(to, chain)
    }
  }
}

const NEVER = Number.NEGATIVE_INFINITY

/** How far an item has come under one of its names. */
interface Chain {
  readonly item: number
  /** By stage: the latest start of a run that has reached it. */
  readonly starts: number[]
}

interface Name {
  readonly own: Chain
  heirs: Map<number, Chain> | null
}

/** The old name goes on by itself: what happens to it later is nothing that the new name did. */
function inherit({ own, heirs }: Name, chain: Chain): void {
  const mine = chain.item === own.item ? own : heirs?.get(chain.item)
  if (mine === undefined) heirs?.set(chain.item, { item: chain.item, starts: chain.starts.slice() })
  else chain.starts.forEach((startMs, stage) => (mine.starts[stage] = Math.max(mine.starts[stage] ?? NEVER, startMs)))
}

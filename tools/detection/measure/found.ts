/** How much of what is labelled a ranking brings within a daily budget. A person-day that is not ranked is never found. */

export interface PersonDay {
  readonly address: string
  /** Days since 1970-01-01. */
  readonly day: number
}

export interface ScoredDay extends PersonDay {
  readonly score: number
}

/** Labelled person-days, in the order given, that are among the `budget` highest of their day. */
export function foundWithin<Label extends PersonDay>(
  ranking: readonly ScoredDay[],
  labels: readonly Label[],
  budget: number
): readonly Label[] {
  const byDay = new Map<number, ScoredDay[]>()
  for (const scored of ranking) {
    const others = byDay.get(scored.day)
    if (others === undefined) byDay.set(scored.day, [scored])
    else others.push(scored)
  }
  const chosen = new Set<string>()
  for (const scored of byDay.values())
    for (const one of scored.sort(higherFirst).slice(0, budget)) chosen.add(keyOf(one))
  return labels.filter((label) => chosen.has(keyOf(label)))
}

/** The most that any ranking could find: on a day with more labelled people than the budget some must be left. */
export function findableWithin(labels: readonly PersonDay[], budget: number): number {
  const perDay = new Map<number, number>()
  for (const { day } of labels) perDay.set(day, (perDay.get(day) ?? 0) + 1)
  return [...perDay.values()].reduce((sum, count) => sum + Math.min(count, budget), 0)
}

export function keyOf({ address, day }: PersonDay): string {
  return `${address} ${day}`
}

/** Equal scores are in an order that neither helps nor harms anybody: that of a hash. */
function higherFirst(one: ScoredDay, other: ScoredDay): number {
  return other.score - one.score || shuffled(keyOf(one)) - shuffled(keyOf(other))
}

/** FNV-1a with a last mixing, so that neighbouring days do not stay neighbours. */
export function shuffled(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

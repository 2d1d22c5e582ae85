/**
 * Whether two sources disagree on the time. Says nothing unless many people, each taken alone, are seen best when the
 * same whole number of half hours is added: work has breaks and ends, and those have to fall together.
 */
export interface Presence {
  readonly personId: number
  /** Half hours since 1970 with at least one activity. */
  readonly halfHours: ReadonlySet<number>
}

export interface Skew {
  /** Half hours by which these times run ahead of the others. */
  readonly halfHours: number
  readonly people: number
  readonly agreeing: number
}

/** Zones lie within fourteen hours of UTC. */
const FARTHEST = 28
/** Half an hour may be the way from the door to the desk; an hour is a zone or daylight saving. */
const LEAST_SHIFT = 2
/** Fewer half hours cannot tell one shift from another. */
const LEAST_HALF_HOURS = 40
const LEAST_PEOPLE = 5
/** Of the people, those who must agree on the very same shift. */
const AGREEING_SHARE = 0.7
/** How much better the best shift must fit than none. */
const BETTER = 1.25

export function findSkew(here: readonly Presence[], there: readonly Presence[]): Skew | null {
  const others = new Map(there.map((presence) => [presence.personId, presence.halfHours]))
  const votes = new Map<number, number>()
  let people = 0
  for (const { personId, halfHours } of here) {
    const known = others.get(personId)
    if (known === undefined || Math.min(halfHours.size, known.size) < LEAST_HALF_HOURS) continue
    people += 1
    const shift = bestShift(halfHours, known)
    if (shift !== null) votes.set(shift, (votes.get(shift) ?? 0) + 1)
  }
  const [best] = [...votes].sort((left, right) => right[1] - left[1])
  if (best === undefined || people < LEAST_PEOPLE) return null
  const [halfHours, agreeing] = best
  if (Math.abs(halfHours) < LEAST_SHIFT || agreeing < people * AGREEING_SHARE) return null
  return { halfHours, people, agreeing }
}

/** Null where no shift stands out. */
function bestShift(here: ReadonlySet<number>, there: ReadonlySet<number>): number | null {
  const fit = (shift: number): number => {
    let both = 0
    for (const half of here) if (there.has(half - shift)) both += 1
    return both
  }
  const unshifted = fit(0)
  let best = 0
  let most = unshifted
  for (let shift = -FARTHEST; shift <= FARTHEST; shift += 1) {
    const fits = fit(shift)
    if (fits > most) {
      most = fits
      best = shift
    }
  }
  if (best === 0) return 0
  return most >= Math.max(1, unshifted) * BETTER ? best : null
}

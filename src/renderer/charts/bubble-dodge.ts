/**
 * Moves the bubbles of one day aside until none covers another. It moves them along time only, because the height is
 * the score and must stay exact; a day with more bubbles than fit keeps the surplus where the day is.
 */
interface DodgeBubble {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly r: number
}

interface DodgeResult {
  /** New x by key. */
  readonly placed: ReadonlyMap<string, number>
  /** Pairs that were compared, so that a test can hold the work against the number of bubbles. */
  readonly comparisons: number
}

interface DodgeRoom {
  readonly left: number
  readonly right: number
  /** A bubble farther than this from its day would lie about the day. */
  readonly reach: number
}

const GAP = 1
/** More neighbours than this are a heap and not a day; it bounds the work for each bubble. */
const NEIGHBOUR_LIMIT = 24

/** Large bubbles keep their place, small ones make way; the order does not depend on the order of the input. */
export function dodge(bubbles: readonly DodgeBubble[], room: DodgeRoom): DodgeResult {
  const placed = new Map<string, number>()
  const order = [...bubbles].sort((a, b) => b.r - a.r || (a.key < b.key ? -1 : 1))
  const rowHeight = Math.max(1, (order[0]?.r ?? 1) * 2 + GAP)
  const rows = new Map<number, DodgeBubble[]>()
  let comparisons = 0

  for (const bubble of order) {
    const row = Math.floor(bubble.y / rowHeight)
    const own = rows.get(row) ?? []
    const near: DodgeBubble[] = []
    for (const other of [rows.get(row - 1) ?? [], own, rows.get(row + 1) ?? []].flat()) {
      comparisons += 1
      if (Math.abs(other.y - bubble.y) < other.r + bubble.r + GAP) near.push(other)
    }
    const x = near.length > NEIGHBOUR_LIMIT ? bubble.x : freePlace(bubble, near, room, () => (comparisons += 1))
    placed.set(bubble.key, x)
    if (own.length < NEIGHBOUR_LIMIT * 2) own.push({ ...bubble, x })
    rows.set(row, own)
  }
  return { placed, comparisons }
}

function freePlace(bubble: DodgeBubble, near: readonly DodgeBubble[], room: DodgeRoom, count: () => void): number {
  const inside = Math.min(Math.max(bubble.x, room.left + bubble.r), room.right - bubble.r)
  // Beyond the plot's edges nothing is drawn, so only a bubble that lies inside is kept inside.
  const home = bubble.x >= room.left && bubble.x <= room.right ? inside : bubble.x
  const candidates = [home]
  for (const other of near) {
    const touch = other.r + bubble.r + GAP
    const aside = Math.sqrt(Math.max(0, touch ** 2 - (other.y - bubble.y) ** 2)) + 1e-6
    candidates.push(other.x - aside, other.x + aside)
  }
  // Rounded, or noise in the last digit would choose the side anew with every step of panning.
  const farness = (x: number) => Math.round(Math.abs(x - home) * 1000)
  candidates.sort((a, b) => farness(a) - farness(b) || b - a)
  for (const x of candidates) {
    if (Math.abs(x - bubble.x) > room.reach) break
    if (home === inside && (x - bubble.r < room.left || x + bubble.r > room.right)) continue
    const isFree = near.every((other) => {
      count()
      const touch = other.r + bubble.r + GAP
      return (other.x - x) ** 2 + (other.y - bubble.y) ** 2 >= touch ** 2 - 1e-6
    })
    if (isFree) return x
  }
  return home
}

/** Where the numbers of circles and the letters of sequences stand: beside what they name, and not upon each other. */
import type { Bubble, SequenceLine } from './layout.ts'

export interface Tag {
  readonly label: string
  readonly x: number
  readonly y: number
}

/** Tags keep clear of every circle and of the tags before them; where there is no free place, the first one is taken. */
export function placeTags(
  bubbles: readonly Bubble[],
  sequences: readonly SequenceLine[],
  named: ReadonlyMap<string, number>
): { readonly numbers: readonly Tag[]; readonly letters: readonly Tag[] } {
  const taken: Circle[] = bubbles.map(({ x, y, radius }) => ({ x, y, radius }))
  const letters = sequences.flatMap((sequence) => {
    const at = free(aroundLine(sequence), taken)
    return at === null ? [] : [{ label: sequence.letter, ...at }]
  })
  const numbers = bubbles
    .flatMap((bubble) => {
      const number = named.get(bubble.key)
      return number === undefined ? [] : [{ number, bubble }]
    })
    .toSorted((left, right) => left.number - right.number)
    .flatMap(({ number, bubble }) => {
      const at = free(aroundCircle(bubble), taken)
      return at === null ? [] : [{ label: String(number), ...at }]
    })
  return { numbers, letters }
}

interface Circle {
  readonly x: number
  readonly y: number
  readonly radius: number
}
type Place = Pick<Circle, 'x' | 'y'>

const TAG_RADIUS = 7.5

function free(places: readonly Place[], taken: Circle[]): Place | null {
  const found =
    places.find((place) =>
      taken.every((other) => Math.hypot(place.x - other.x, place.y - other.y) >= other.radius + TAG_RADIUS)
    ) ?? places[0]
  if (found === undefined) return null
  const rounded = { x: Math.round(found.x * 10) / 10, y: Math.round(found.y * 10) / 10 }
  taken.push({ ...rounded, radius: TAG_RADIUS })
  return rounded
}

/** The corners first, then the sides. */
function aroundCircle({ x, y, radius }: Bubble): readonly Place[] {
  const reach = radius + TAG_RADIUS + 1
  return [-45, 45, -135, 135, 0, 180, -90, 90].map((degrees) => ({
    x: x + reach * Math.cos((degrees * Math.PI) / 180),
    y: y + reach * Math.sin((degrees * Math.PI) / 180)
  }))
}

/** On the middle of the longest stretch, where the line is easiest to find, else beside it. */
function aroundLine({ points }: SequenceLine): readonly Place[] {
  const stretches = points.slice(1).flatMap((to, index) => {
    const from = points[index]
    return from === undefined
      ? []
      : [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, length: Math.hypot(to.x - from.x, to.y - from.y) }]
  })
  const longest = stretches.toSorted((left, right) => right.length - left.length)[0]
  if (longest === undefined) return []
  const { x, y } = longest
  return [0, -20, 20, -30, 30].map((aside) => ({ x: x + aside, y }))
}

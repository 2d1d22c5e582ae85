/** Sets the flags of triggers and personnel events on the axis, and their words into as few lanes as they need. */
import type { ScaleTime } from 'd3'
import type { Flag } from './timeline-chart.ts'

export interface FlagMark {
  readonly flag: Flag
  readonly key: string
  readonly x: number
  /** Counted upwards from the axis. */
  readonly lane: number
  readonly y: number
  readonly label: string
  /** Words stand left of the pole where the right edge is too near. */
  readonly isLabelLeft: boolean
  readonly hasLabel: boolean
}

export const FLAG_LANE_PX = 20
const MOST_LANES = 3
/** Width of an average letter at 12 px, and of the flag itself. */
const LETTER_PX = 6.4
const FLAG_PX = 18

interface Edges {
  readonly left: number
  readonly right: number
  readonly axis: number
}

/** As many lanes as the whole history needs, so that the plot keeps its height while it is panned and zoomed. */
export function layoutFlags(
  flags: readonly Flag[],
  x: ScaleTime<number, number>,
  wholeX: ScaleTime<number, number>,
  edges: Edges
): { readonly flags: readonly FlagMark[]; readonly lanes: number } {
  const lanes = placeFlags(flags, wholeX, edges, MOST_LANES).reduce((most, { lane }) => Math.max(most, lane + 1), 0)
  return { flags: placeFlags(flags, x, edges, lanes), lanes }
}

function placeFlags(
  flags: readonly Flag[],
  x: ScaleTime<number, number>,
  edges: Edges,
  lanes: number
): readonly FlagMark[] {
  const takenUntil: number[] = new Array<number>(lanes).fill(Number.NEGATIVE_INFINITY)
  const marks: FlagMark[] = []
  for (const flag of [...flags].sort((a, b) => a.atMs - b.atMs)) {
    const at = x(flag.atMs)
    if (at < edges.left || at > edges.right) continue
    const label = wordsOf(flag.kind)
    const width = FLAG_PX + label.length * LETTER_PX
    const isLabelLeft = at + width > edges.right
    const from = isLabelLeft ? at - width : at
    const free = takenUntil.findIndex((until) => until <= from)
    const lane = Math.max(0, free)
    if (free >= 0) takenUntil[free] = isLabelLeft ? at + FLAG_PX : at + width
    marks.push({
      flag,
      key: `flag ${flag.kind} ${flag.atMs}`,
      x: at,
      lane,
      y: edges.axis - (lane + 1) * FLAG_LANE_PX,
      label,
      isLabelLeft,
      hasLabel: free >= 0
    })
  }
  return marks
}

const WORDS: Readonly<Record<string, string>> = {
  resignation: 'Resignation',
  termination: 'Termination',
  'last-day': 'Last working day',
  'job-level-change': 'Job level changed',
  'performance-review': 'Performance review',
  'improvement-plan': 'Improvement plan',
  'hr-resignation': 'Trigger: resignation',
  'hr-termination': 'Trigger: termination',
  'account-deleted': 'Trigger: account deleted',
  'hr-performance-review': 'Trigger: performance review',
  'hr-improvement-plan': 'Trigger: improvement plan',
  'hr-job-level-change': 'Trigger: job level changed',
  'dlp-alert': 'Trigger: alert of data-loss prevention',
  exfiltration: 'Trigger: data taken out',
  'security-alert': 'Trigger: security alert',
  chosen: 'Trigger: as the policy names it',
  manual: 'Trigger: added by hand'
}

/** Kinds that the window does not know are shown as they are written. */
export function wordsOf(kind: string): string {
  const known = WORDS[kind]
  if (known) return known
  const spoken = kind.replaceAll('-', ' ').replace(/^trigger[ :]*/, 'Trigger: ')
  return spoken.charAt(0).toUpperCase() + spoken.slice(1)
}

/**
 * What is usual for people in a like position: same title in the department, the department, the title, the same
 * manager, or everybody. Holds numbers of groups and never says whose they are; groups of fewer than five say nothing.
 */

export interface PeerRow {
  readonly personId: number
  readonly department: string | null
  readonly title: string | null
  readonly managerId: number | null
  /** Median a day by indicator (`personMedians`); empty where too few days are known. An indicator left out is zero. */
  readonly medians: ReadonlyMap<string, number>
  /** Typical thirty days by channel (`personThirtyDays`); empty where too few days are known. */
  readonly thirtyDays: ReadonlyMap<string, number>
}

export interface PeersUsual {
  readonly median: number
  /** In words: "the department". */
  readonly who: string
}

export interface ThirtyDaysUsual {
  /** Median of the smallest group, not counting everybody as one. */
  readonly peers: PeersUsual | null
  readonly everybody: { readonly median: number; readonly ninetieth: number } | null
}

/** What one person is compared with. */
export interface Peers {
  readonly usual: (indicator: string) => PeersUsual | null
  readonly thirtyDays: (channel: string) => ThirtyDaysUsual
  /** People of the organisation whose usual day is known. */
  readonly people: number
}

export interface PeerSurvey {
  /** Of somebody who need not have been among the people gathered. */
  readonly of: (person: Pick<PeerRow, 'department' | 'title' | 'managerId'>) => Peers
}

/** A median of four or fewer people would nearly tell the count of one of them. */
const FEWEST_PEOPLE = 5

/** Nobody to compare with. */
export const NO_PEERS: Peers = { usual: () => null, thirtyDays: () => ({ peers: null, everybody: null }), people: 0 }

/** Takes people one by one; keeps a few numbers of each and nothing that names them. */
export function gatherPeers(people: Iterable<PeerRow>): PeerSurvey {
  const groups = new Map<string, Group>()
  const everybody = new Group('the organisation')
  for (const row of people) {
    everybody.add(row)
    for (const { key, who } of circlesOf(row)) {
      let group = groups.get(key)
      if (group === undefined) groups.set(key, (group = new Group(who)))
      group.add(row)
    }
  }
  const known = new Map<string, Peers>()
  return {
    of: (person) => {
      const circles = circlesOf(person)
      const key = circles.map((circle) => circle.key).join('\n')
      let peers = known.get(key)
      if (peers === undefined) {
        const near = circles.flatMap((circle) => groups.get(circle.key) ?? [])
        known.set(key, (peers = peersAmong(near, everybody)))
      }
      return peers
    }
  }
}

/** Nearest first, which decides between groups of one size. Spelling in capitals or with outer spaces makes no group. */
function circlesOf({ department, title, managerId }: Pick<PeerRow, 'department' | 'title' | 'managerId'>) {
  const circles: { readonly key: string; readonly who: string }[] = []
  const inDepartment = spelled(department)
  const withTitle = spelled(title)
  if (inDepartment !== '' && withTitle !== '')
    circles.push({ key: JSON.stringify([inDepartment, withTitle]), who: 'people of the same title in the department' })
  if (inDepartment !== '') circles.push({ key: `department ${inDepartment}`, who: 'the department' })
  if (withTitle !== '') circles.push({ key: `title ${withTitle}`, who: 'people of the same title' })
  if (managerId !== null) circles.push({ key: `manager ${String(managerId)}`, who: 'the team of the same manager' })
  return circles
}

function spelled(text: string | null): string {
  return text === null ? '' : text.trim().toLowerCase()
}

function peersAmong(near: readonly Group[], everybody: Group): Peers {
  const daily = smallest(near, (group) => group.days.people) ?? everybody
  const monthly = smallest(near, (group) => group.thirtyDays.people)
  return {
    people: everybody.days.people,
    usual: (indicator) => {
      const summary = daily.days.summary(indicator)
      return summary === null ? null : { median: summary.median, who: daily.who }
    },
    thirtyDays: (channel) => {
      const peers = monthly?.thirtyDays.summary(channel) ?? null
      return {
        peers: peers === null || monthly === null ? null : { median: peers.median, who: monthly.who },
        everybody: everybody.thirtyDays.summary(channel)
      }
    }
  }
}

function smallest(groups: readonly Group[], sizeOf: (group: Group) => number): Group | null {
  let best: Group | null = null
  for (const group of groups) {
    if (sizeOf(group) < FEWEST_PEOPLE) continue
    if (best === null || sizeOf(group) < sizeOf(best)) best = group
  }
  return best
}

class Group {
  readonly days = new Numbers()
  readonly thirtyDays = new Numbers()
  readonly who: string

  constructor(who: string) {
    this.who = who
  }

  add(row: PeerRow): void {
    this.days.add(row.medians)
    this.thirtyDays.add(row.thirtyDays)
  }
}

/** Numbers of people by key. Most people do most things never, so zeros are counted and not kept. */
class Numbers {
  people = 0
  private readonly above = new Map<string, number[]>()
  private readonly summaries = new Map<string, { readonly median: number; readonly ninetieth: number }>()

  add(values: ReadonlyMap<string, number>): void {
    if (values.size === 0) return
    this.people += 1
    for (const [key, value] of values) {
      if (value <= 0) continue
      const list = this.above.get(key)
      if (list === undefined) this.above.set(key, [value])
      else list.push(value)
    }
  }

  /** Median, and what nine of ten people do not exceed. */
  summary(key: string): { readonly median: number; readonly ninetieth: number } | null {
    if (this.people < FEWEST_PEOPLE) return null
    let summary = this.summaries.get(key)
    if (summary === undefined) {
      const sorted = Float64Array.from(this.above.get(key) ?? []).sort()
      const zeros = this.people - sorted.length
      const at = (rank: number): number => (rank < zeros ? 0 : (sorted[rank - zeros] ?? 0))
      const median = (at((this.people - 1) >> 1) + at(this.people >> 1)) / 2
      summary = { median, ninetieth: at(Math.ceil(this.people * 0.9) - 1) }
      this.summaries.set(key, summary)
    }
    return summary
  }
}

import { scaleTime } from 'd3'
import { describe, expect, it } from 'vitest'
import { layoutStrip } from '../../../src/renderer/charts/strip-layout.ts'
import { chartOf } from '../../../src/renderer/charts/timeline-chart.ts'
import { layoutFlags, wordsOf } from '../../../src/renderer/charts/timeline-flags.ts'
import { madeTimeline, manyInsights, START_MS } from './made-timeline.ts'

const DAY_MS = 86_400_000
const edges = { left: 80, right: 1000, axis: 400 }

describe('flags on the axis', () => {
  const x = scaleTime([START_MS, START_MS + 100 * DAY_MS], [edges.left, edges.right])
  const flag = (kind: string, day: number) => ({ kind, says: `${kind} on that day`, atMs: START_MS + day * DAY_MS })

  it('use one lane while their words do not meet, and another where they do', () => {
    const { flags, lanes } = layoutFlags(
      [flag('resignation', 10), flag('hr-resignation', 11), flag('termination', 70)],
      x,
      x,
      edges
    )
    expect(flags.map(({ lane }) => lane)).toEqual([0, 1, 0])
    expect(lanes).toBe(2)
  })

  it('turn their words to the left at the right edge', () => {
    const { flags } = layoutFlags([flag('performance-review', 99)], x, x, edges)
    expect(flags[0]).toMatchObject({ isLabelLeft: true, hasLabel: true })
  })

  it('keep the flag where there is no room for its words', () => {
    const { flags } = layoutFlags(
      [10, 10.1, 10.2, 10.3].map((day) => flag('improvement-plan', day)),
      x,
      x,
      edges
    )
    expect(flags).toHaveLength(4)
    expect(flags.map(({ hasLabel }) => hasLabel)).toEqual([true, true, true, false])
  })

  it('say kinds that are not known as they are written', () => {
    expect(wordsOf('resignation')).toBe('Resignation')
    expect(wordsOf('badge-returned')).toBe('Badge returned')
  })
})

describe('the density strip', () => {
  it('counts every activity of the history once, however narrow it is', () => {
    const chart = chartOf(madeTimeline(manyInsights(900, 700)))
    const activities = chart.timeline.density.reduce((sum, day) => sum + day.activities, 0)
    for (const right of [160, 400, 1400]) {
      const { bars } = layoutStrip(chart, { left: 80, right, height: 40 })
      expect(bars.reduce((sum, bar) => sum + bar.activities, 0)).toBe(activities)
      for (const bar of bars) expect(bar.height).toBeLessThanOrEqual(40)
    }
  })

  it('never draws a usual day as nothing beside a day of a mass download', () => {
    const chart = chartOf(madeTimeline(manyInsights(50, 90)))
    const quiet = { date: '2025-02-02', atMs: START_MS + 32 * DAY_MS, activities: 1 }
    const loud = { date: '2025-02-03', atMs: START_MS + 33 * DAY_MS, activities: 90_000 }
    const both = chartOf({ ...chart.timeline, density: [quiet, loud] })
    for (const { height } of layoutStrip(both, { left: 80, right: 900, height: 40 }).bars)
      expect(height).toBeGreaterThanOrEqual(1)
  })
})

import { describe, expect, it } from 'vitest'
import { dodge } from '../../../src/renderer/charts/bubble-dodge.ts'
import { calendarOf } from '../../../src/renderer/charts/calendar.ts'
import { chartOf, type Shown } from '../../../src/renderer/charts/timeline-chart.ts'
import {
  BUBBLE_LIMIT,
  layoutTimeline,
  radiusOf,
  smallestCount,
  SMALLEST_RADIUS,
  type Bubble
} from '../../../src/renderer/charts/timeline-layout.ts'
import { madeTimeline, manyInsights, START_MS, type MadeInsight } from './made-timeline.ts'

const berlin = calendarOf('Europe/Berlin')
const everything: Shown = { hidden: new Set(), onlyAbove15: false }
const size = { width: 1100, height: 420 }
const DAY_MS = 86_400_000

function layout(insights: readonly MadeInsight[], shown = everything, at = size) {
  const chart = chartOf(madeTimeline(insights))
  return { chart, ...layoutTimeline(chart, berlin, { view: chart.history, size: at, shown }) }
}

const touches = (a: Bubble, b: Bubble) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 0.001

describe('the layout of the timeline', () => {
  it('keeps every bubble of the whole history inside the plot, on a wide window and on a narrow one', () => {
    for (const [at, amount] of [
      [size, 150],
      [{ width: 560, height: 300 }, 40]
    ] as const) {
      const { bubbles, plot } = layout(
        [
          ...manyInsights(amount, 180),
          { dayIndex: 0, count: 900, score: 100 },
          { dayIndex: 179, count: 900, score: 0 }
        ],
        everything,
        at
      )
      expect(bubbles).toHaveLength(amount + 2)
      for (const { x, y, r } of bubbles) {
        expect(x - r).toBeGreaterThanOrEqual(plot.left - 0.001)
        expect(x + r).toBeLessThanOrEqual(plot.right + 0.001)
        expect(y - r).toBeGreaterThanOrEqual(plot.top - 0.001)
        expect(y + r).toBeLessThanOrEqual(plot.bottom + 0.001)
      }
    }
  })

  it('gives four times the count twice the radius, and says which counts are too small for that', () => {
    expect(radiusOf(400, 400, 24) / radiusOf(100, 400, 24)).toBeCloseTo(2)
    expect(radiusOf(400, 400, 24) ** 2 / radiusOf(64, 400, 24) ** 2).toBeCloseTo(400 / 64)
    const small = smallestCount(400, 24)
    expect(radiusOf(small, 400, 24)).toBe(SMALLEST_RADIUS)
    expect(radiusOf(small + 1, 400, 24)).toBeGreaterThan(SMALLEST_RADIUS)
  })

  it('puts the score where the score scale says, whatever stands beside it', () => {
    const { bubbles, y } = layout(Array.from({ length: 9 }, () => ({ dayIndex: 40, count: 50, score: 72 })))
    expect(new Set(bubbles.map((bubble) => bubble.y))).toEqual(new Set([y(72)]))
  })

  it('moves bubbles of one day apart until none covers another', () => {
    const sameDay = Array.from({ length: 9 }, (_, index) => ({
      dayIndex: 40,
      count: 5 + index * 3,
      score: 70 + (index % 3)
    }))
    const { bubbles } = layout([
      { dayIndex: 0, count: 1, score: 5 },
      ...sameDay,
      { dayIndex: 120, count: 300, score: 10 }
    ])
    const day = bubbles.filter(({ insight }) => insight.score >= 70)
    expect(day).toHaveLength(9)
    for (const one of day) for (const other of day) if (one !== other) expect(touches(one, other)).toBe(false)
  })

  it('lays the same marks out in the same way whatever order they come in', () => {
    const timeline = madeTimeline(manyInsights(300, 60))
    const forwards = chartOf(timeline)
    const backwards = chartOf({ ...timeline, insights: [...timeline.insights].reverse() })
    const request = { view: forwards.history, size, shown: everything }
    expect(layoutTimeline(backwards, berlin, request).bubbles).toEqual(
      layoutTimeline(forwards, berlin, request).bubbles
    )
  })

  it('does not let bubbles change place when the window is panned', () => {
    const chart = chartOf(madeTimeline(manyInsights(200, 120)))
    const at = (fromMs: number) =>
      layoutTimeline(chart, berlin, { view: { fromMs, toMs: fromMs + 30 * DAY_MS }, size, shown: everything })
    const [here, there] = [at(START_MS + 30 * DAY_MS), at(START_MS + 33 * DAY_MS)]
    const aside = new Map(here.bubbles.map(({ key, x, timeX }) => [key, x - timeX]))
    const common = there.bubbles.filter(({ key }) => aside.has(key))
    expect(common.length).toBeGreaterThan(20)
    for (const { key, x, timeX } of common) expect(x - timeX).toBeCloseTo(aside.get(key) ?? Number.NaN, 3)
  })

  it('compares a bounded number of pairs for each of 10 000 bubbles, even when all lie on one day', () => {
    const spread = (amount: number) =>
      layout(manyInsights(amount, 180), everything, { width: 9000, height: 1200 }).comparisons / amount
    const heaped = (amount: number) => comparisonsOfHeap(amount) / amount
    expect(spread(1900)).toBeLessThan(400)
    // The bound is a property of the method: ten times the bubbles may not cost more for each of them.
    expect(heaped(10_000)).toBeLessThanOrEqual(heaped(1000) * 1.1)
  })

  it('shows cells as soon as circles would cover each other, and circles again on a larger plot', () => {
    expect(layout(manyInsights(1500, 180)).mode).toBe('bins')
    expect(layout(manyInsights(1500, 180), everything, { width: 6000, height: 900 }).mode).toBe('bubbles')
    expect(layout(manyInsights(150, 180)).mode).toBe('bubbles')
  })

  it('shows 10 000 insights as cells that lose none of them, and as circles after zooming in', () => {
    const { mode, bins, bubbles, inView, chart } = layout(manyInsights(10_000, 300))
    expect(mode).toBe('bins')
    expect(inView).toBe(10_000)
    expect(bins.reduce((sum, { insights }) => sum + insights, 0) + bubbles.length).toBe(10_000)
    for (const { insight } of bubbles) expect(insight.score).toBeGreaterThanOrEqual(67)
    const view = { fromMs: START_MS + 20 * DAY_MS, toMs: START_MS + 24 * DAY_MS }
    const closer = layoutTimeline(chart, berlin, { view, size, shown: everything })
    expect(closer.mode).toBe('bubbles')
    expect(closer.inView).toBeLessThanOrEqual(BUBBLE_LIMIT)
  })

  it('leaves out what the operator hid, but no step of a sequence for its low score', () => {
    const timeline = madeTimeline(
      [
        { dayIndex: 1, count: 5, score: 9, category: 'collection' },
        { dayIndex: 2, count: 5, score: 12, category: 'exfiltration' },
        { dayIndex: 3, count: 5, score: 80, category: 'access' }
      ],
      {
        sequences: [
          {
            key: 's1',
            name: 'Download, then share',
            score: 44,
            says: 'the same 5 files',
            steps: [
              { category: 'collection', atMs: START_MS + DAY_MS, count: 5, insightKey: 'insight-0' },
              { category: 'exfiltration', atMs: START_MS + DAY_MS * 1.4, count: 5, insightKey: null }
            ]
          }
        ]
      }
    )
    const chart = chartOf(timeline)
    const keys = (shown: Shown) =>
      layoutTimeline(chart, berlin, { view: chart.history, size, shown })
        .bubbles.map(({ key }) => key)
        .sort()
    expect(keys({ hidden: new Set(), onlyAbove15: true })).toEqual(['insight-0', 'insight-2'])
    expect(keys({ hidden: new Set(['access']), onlyAbove15: false })).toEqual(['insight-0', 'insight-1'])
  })

  it('runs the line of a sequence through its bubbles and through the places of steps without one', () => {
    const timeline = madeTimeline(
      [
        { dayIndex: 1, count: 5, score: 30 },
        { dayIndex: 90, count: 5, score: 30 }
      ],
      {
        sequences: [
          {
            key: 's1',
            name: 'Download, then share',
            score: 60,
            says: 'the same 5 files',
            steps: [
              { category: 'collection', atMs: START_MS + DAY_MS, count: 5, insightKey: 'insight-0' },
              { category: 'exfiltration', atMs: START_MS + 5 * DAY_MS, count: 5, insightKey: null }
            ]
          }
        ]
      }
    )
    const chart = chartOf(timeline)
    const { sequences, bubbles, x, y } = layoutTimeline(chart, berlin, { view: chart.history, size, shown: everything })
    const first = bubbles.find(({ key }) => key === 'insight-0')
    expect(sequences[0]?.points[0]).toEqual({ x: first?.x, y: first?.y, isOnBubble: true })
    expect(sequences[0]?.points[1]).toEqual({ x: x(START_MS + 5 * DAY_MS), y: y(60), isOnBubble: false })
    expect(sequences[0]?.y).toBe(y(60))
  })

  it('draws an empty history without a mark and without an error', () => {
    const { bubbles, bins, bands } = layout([])
    expect([bubbles, bins]).toEqual([[], []])
    expect(bands.map(({ severity }) => severity)).toEqual(['high', 'medium', 'low'])
  })
})

function comparisonsOfHeap(amount: number): number {
  const heap = Array.from({ length: amount }, (_, index) => ({
    key: String(index),
    x: 500,
    y: 200 + (index % 7),
    r: 6 + (index % 5)
  }))
  return dodge(heap, { left: 0, right: 1000, reach: 72 }).comparisons
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityFacts } from '../../src/shared/domain/evaluation.ts'
import { completeFacts } from '../../src/main/policy/example.ts'
import type { FactsFragment } from '../../src/main/policy/indicator.ts'
import { DAY_MS } from '../../src/main/policy/calendar.ts'
import { baseStrength, combine, effectiveStrengths, levelOf, splitPoints } from '../../src/main/policy/score.ts'
import {
  archive,
  download,
  evaluate,
  mail,
  match,
  MONDAY,
  openFile,
  ownSync,
  remove,
  removable,
  rename,
  resignation,
  share,
  upload
} from './made-person.ts'

const thresholds = { low: 5, medium: 20, high: 100 }
const strengths = { low: 0.1, medium: 0.4, high: 0.7 }

describe('strengths', () => {
  it('start at the thresholds, grow between them and never reach certainty', () => {
    expect([4, 5, 20, 100].map((count) => baseStrength(count, thresholds, strengths))).toEqual([0, 0.1, 0.4, 0.7])
    for (let count = 5; count < 2000; count += 1)
      expect(baseStrength(count + 1, thresholds, strengths)).toBeGreaterThan(baseStrength(count, thresholds, strengths))
    expect(baseStrength(1e9, thresholds, strengths)).toBeLessThan(0.81)
    expect([4, 5, 20, 100].map((count) => levelOf(count, thresholds))).toEqual([0, 1, 2, 3])
  })

  it('take equal thresholds as one', () => {
    const same = { low: 3, medium: 3, high: 3 }
    expect([2, 3].map((count) => baseStrength(count, same, strengths))).toEqual([0, 0.7])
  })

  it('combine as what is left over, in any order', () => {
    expect(combine([0.5, 0.5])).toBe(75)
    expect(combine([])).toBe(0)
    expect(combine([0.1, 0.37, 0.9])).toBe(combine([0.9, 0.1, 0.37]))
  })

  it('fade with repetition and with items counted already', () => {
    const line = { family: 'a', items: null }
    expect(
      effectiveStrengths([
        { ...line, strength: 0.2, order: 1 },
        { ...line, strength: 0.4, order: 2 }
      ])
    ).toEqual([0.07, 0.4])
    const items = (...list: number[]) => new Set(list)
    expect(
      effectiveStrengths([
        { family: 's', strength: 0.8, order: 1, items: items(1, 2) },
        { family: 's', strength: 0.6, order: 2, items: items(1, 2, 3, 4) },
        { family: 's', strength: 0.4, order: 3, items: items(1, 3) }
      ])
    ).toEqual([0.8, 0.105, 0])
  })

  it('share a score out to the last tenth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 980 }), { minLength: 1, maxLength: 40 }), (thousandths) => {
        const list = thousandths.map((value) => value / 1000)
        const score = combine(list)
        const points = splitPoints(score, list)
        expect(points.reduce((sum, value) => sum + Math.round(value * 10), 0)).toBe(Math.round(score * 10))
        expect(points.every((value) => value >= 0)).toBe(true)
      })
    )
  })
})

const KINDS: readonly FactsFragment[] = [
  download,
  openFile,
  ownSync,
  { ...ownSync, isOwnSite: false },
  { workload: 'OneDrive', operation: 'FileDownloaded', isOwnSite: true },
  rename,
  archive,
  upload,
  removable,
  remove,
  share,
  mail,
  { workload: 'SharePoint', operation: 'FileSensitivityLabelRemoved', labelChange: 'removed' },
  { workload: 'SharePoint', operation: 'FileRecycled', isOwnSite: true }
]

/** Mostly one day and few kinds, so that thresholds are reached and everything meets. */
const someActivity = fc.record({
  kind: fc.nat(3),
  day: fc.constantFrom(0, 0, 0, 0, -1, 1, -7),
  minute: fc.integer({ min: 0, max: 1439 }),
  item: fc.integer({ min: 1, max: 6 }),
  newItem: fc.option(fc.integer({ min: 1, max: 6 })),
  isPriority: fc.boolean(),
  isOwnSite: fc.constantFrom(true, true, true, false),
  isNewAddress: fc.constantFrom(false, false, true),
  itemCount: fc.constantFrom(1, 1, 4, 15, 60)
})
type Some = typeof someActivity extends fc.Arbitrary<infer Value> ? Value : never
const anyKinds = fc.array(fc.constantFrom(...KINDS), { minLength: 4, maxLength: 4 })
const sequenceKinds = fc.constant<FactsFragment[]>([download, archive, upload, remove])
const syncKinds = fc.constant<FactsFragment[]>([ownSync, ownSync, download, share])
const someKinds = fc.oneof(anyKinds, sequenceKinds, syncKinds)

function make(kinds: readonly FactsFragment[], list: readonly Some[]): ActivityFacts[] {
  return list.map(({ kind, day, minute, item, newItem, ...facts }, index) => ({
    ...completeFacts({ ...kinds[kind], ...facts, itemKey: item, newItemKey: newItem }),
    id: index + 1,
    atMs: (MONDAY + day) * DAY_MS + minute * 60_000
  }))
}

/** Thirty days of a little of everything, so that usuals exist and matter. */
const history = Array.from({ length: 30 }, (_, index) =>
  KINDS.map((kind, position) => ({
    ...completeFacts({ ...kind, itemKey: 100 + position, itemCount: 1 + ((index * 7 + position) % 9) }),
    id: 1_000_000 + index * 100 + position,
    atMs: (MONDAY - 34 + index) * DAY_MS
  }))
).flat()

describe('the score of a day', () => {
  it('is never lowered by one more matched activity on that day', () => {
    fc.assert(
      fc.property(
        someKinds,
        fc.array(someActivity, { maxLength: 25 }),
        someActivity,
        fc.boolean(),
        (kinds, list, one, hasHistory) => {
          const before = [...(hasHistory ? history : []), ...make(kinds, list)]
          const [extra] = make(kinds, [one])
          if (extra === undefined || match(extra).length === 0) return
          const day = MONDAY + one.day
          const scoreOf = (activities: readonly ActivityFacts[]) =>
            evaluate(activities, {
              triggers: [resignation(MONDAY)],
              peersUsual: new Map([['sharepoint-download', 3]])
            }).days.find((entry) => entry.day === day)?.score ?? 0
          expect(scoreOf([...before, { ...extra, id: 500_000 }])).toBeGreaterThanOrEqual(scoreOf(before))
        }
      ),
      { numRuns: 900, seed: 7 }
    )
  })

  it('is not lowered either when one more step joins the sequences of many items', () => {
    const steps: readonly FactsFragment[] = [download, archive, upload, remove]
    const day = (hour: number | null) => MONDAY * DAY_MS + (hour ?? 0) * 3_600_000
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.option(fc.integer({ min: -30, max: 23 }), { freq: 3 }), { minLength: 4, maxLength: 4 }), {
          minLength: 20,
          maxLength: 40
        }),
        fc.record({ item: fc.nat(19), step: fc.nat(3), hour: fc.integer({ min: 0, max: 23 }) }),
        (items, one) => {
          const step = (item: number, kind: number, hour: number | null, id: number): ActivityFacts => ({
            ...completeFacts({ ...steps[kind], itemKey: item }),
            id,
            atMs: day(hour)
          })
          const before = items.flatMap((hours, item) =>
            hours.flatMap((hour, kind) => (hour === null ? [] : [step(item, kind, hour, item * 4 + kind)]))
          )
          const scoreOf = (activities: readonly ActivityFacts[]) =>
            evaluate(activities).days.find((entry) => entry.day === MONDAY)?.score ?? 0
          expect(scoreOf([...before, step(one.item, one.step, one.hour, 9999)])).toBeGreaterThanOrEqual(scoreOf(before))
        }
      ),
      { numRuns: 400, seed: 5 }
    )
  })

  it('is the same, with everything that explains it, for the same input twice and in another order', () => {
    fc.assert(
      fc.property(fc.array(someActivity, { maxLength: 60 }), someKinds, (list, kinds) => {
        const activities = [...history, ...make(kinds, list)]
        const once = evaluate(activities)
        expect(evaluate(activities)).toEqual(once)
        expect(evaluate([...activities].reverse())).toEqual(once)
      }),
      { numRuns: 50, seed: 11 }
    )
  })

  it('leads to an alert whose shares sum up to its score', () => {
    fc.assert(
      fc.property(fc.array(someActivity, { maxLength: 80 }), someKinds, (list, kinds) => {
        const { score, shares, insights, sequences } = evaluate([...history, ...make(kinds, list)])
        expect(shares.reduce((sum, share) => sum + Math.round(share.points * 10), 0)).toBe(Math.round(score * 10))
        for (const share of shares) expect((share.kind === 'insight' ? insights : sequences)[share.index]).toBeDefined()
      }),
      { numRuns: 150, seed: 13 }
    )
  })
})

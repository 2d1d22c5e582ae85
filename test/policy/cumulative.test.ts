import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AlertDetail } from '../../src/shared/contract/alert.ts'
import type { CumulativeHit } from '../../src/shared/domain/evaluation.ts'
import { findCumulative, personThirtyDays } from '../../src/main/policy/cumulative.ts'
import { rollUp } from '../../src/main/policy/rollup.ts'
import { surplusOver } from '../../src/main/policy/score.ts'
import {
  alike,
  catalogue,
  definition,
  Diary,
  download,
  evaluate,
  mail,
  match,
  MONDAY,
  NO_STANDING,
  openFile,
  print,
  removable,
  share,
  upload,
  utcDay,
  workingDays
} from './made-person.ts'
import type { Circumstances } from './made-person.ts'

/** Most people take out next to nothing in thirty days. */
const others = alike({}, { 'cloud-upload': 4, 'all-channels': 6 })

/** Known long before, with ordinary work on every working day. */
function known(): Diary {
  const diary = new Diary()
  for (const day of workingDays(MONDAY - 150, MONDAY + 20)) diary.add(day, 9, 5, openFile)
  return diary
}
/** Two uploads a working day, below the lowest daily threshold of three. */
function leak(diary: Diary, fromDay: number, toDay: number, times = 2): Diary {
  for (const day of workingDays(fromDay, toDay)) diary.add(day, 16, times, upload)
  return diary
}
const hitsOf = (diary: Diary, circumstances: Circumstances = {}): readonly CumulativeHit[] =>
  evaluate(diary.activities, { peers: others, ...circumstances }).cumulative

describe('thirty days', () => {
  it('show a slow leak that never reaches a daily threshold', () => {
    const evaluation = evaluate(leak(known(), MONDAY - 30, MONDAY).activities, { peers: others })
    expect(evaluation.insights).toEqual([])
    const [hit, ...more] = evaluation.cumulative
    expect(more).toEqual([])
    expect(hit).toMatchObject({ channel: 'cloud-upload', usual: 0, peersUsual: 4, everybodysUsual: 4, level: 2 })
    expect(hit?.count).toBe(40)
    expect(hit?.day).toBe(MONDAY - 3)
    expect(hit?.fromDay).toBe(MONDAY - 32)
    expect(hit?.says).toBe(
      '40 files uploaded to cloud storage outside in the thirty days up to 27 Feb 2026, counted from 15 on; own past is 0, the department 4, the organisation 4, nine of ten people at most 4'
    )
    expect(evaluation.score).toBeGreaterThan(20)
    expect(evaluation.score).toBeLessThan(67)
    expect(evaluation.shares).toEqual([{ kind: 'cumulative', index: 0, points: evaluation.score }])
    // Every day on which something left is part of the leak, not only the last one.
    expect(evaluation.days).toEqual(workingDays(MONDAY - 30, MONDAY).map((day) => ({ day, score: evaluation.score })))
    expect(hit?.days).toEqual(workingDays(MONDAY - 30, MONDAY))
    expect(evaluation.arithmetic).toContain('Thirty days: Uploading files to cloud storage outside')
    expect(AlertDetail.shape.checked.safeParse(evaluation.checked).success).toBe(true)
    expect(evaluation.checked[0]).toMatchObject({ cause: 'regular habit', result: 'not-the-reason' })
  })

  it('show nothing where the policy does not ask, or where nobody is known to compare with', () => {
    const diary = leak(known(), MONDAY - 30, MONDAY)
    expect(hitsOf(diary, { definition: { ...definition, cumulativeExfiltration: false } })).toEqual([])
    expect(hitsOf(diary, { definition: { ...definition, indicators: ['print'] } })).toEqual([])
    expect(hitsOf(diary, { settings: { indicatorsOff: ['cloud-upload'] } })).toEqual([])
    const unknown = new Diary()
    leak(unknown, MONDAY - 30, MONDAY)
    expect(evaluate(unknown.activities).cumulative).toEqual([])
    // The own past stands in where others are not known, for a number that one day would call high.
    expect(evaluate(diary.activities).cumulative).toEqual([])
    expect(evaluate(leak(known(), MONDAY - 30, MONDAY, 4).activities).cumulative).toHaveLength(1)
  })

  it('show nothing of what others do as well, nor of a number that one day would not call medium', () => {
    const diary = leak(known(), MONDAY - 30, MONDAY)
    expect(hitsOf(diary, { peers: alike({}, { 'cloud-upload': 30, 'all-channels': 30 }) })).toEqual([])
    expect(hitsOf(leak(known(), MONDAY - 30, MONDAY - 23, 2))).toEqual([])
  })

  it('weigh little when the person always does so', () => {
    const sudden = hitsOf(leak(known(), MONDAY - 30, MONDAY))[0]?.strength ?? 0
    const [always] = hitsOf(leak(known(), MONDAY - 150, MONDAY))
    expect(always?.strength).toBeLessThan(sudden / 3)
    expect(always?.says).toContain('within own past')
  })

  it('are counted once: a leak of three months is the fullest window, not sixty of them', () => {
    const hits = hitsOf(leak(known(), MONDAY - 90, MONDAY + 20, 3))
    expect(hits.length).toBeLessThanOrEqual(3)
    for (const [index, hit] of hits.entries())
      for (const other of hits.slice(index + 1)) expect(hit.day < other.fromDay || other.day < hit.fromDay).toBe(true)
  })

  it('count all channels together where none of them is most of it', () => {
    const even = known()
    for (const day of workingDays(MONDAY - 30, MONDAY))
      even
        .add(day, 15, 1, upload)
        .add(day, 16, 1, removable)
        .add(day, 17, 1, mail)
        .add(day, 18, 1, share)
        .add(day, 12, 2, print)
    // Each channel is one of many for everybody; all together are not.
    const peers = alike(
      {},
      {
        'cloud-upload': 20,
        'removable-media-copy': 20,
        'mail-attachments-outside': 20,
        'file-shared-outside': 20,
        print: 40,
        'all-channels': 25
      }
    )
    const hits = hitsOf(even, { peers })
    expect(hits.map(({ channel }) => channel)).toEqual(['all-channels'])
    expect(hits[0]).toMatchObject({ count: 120, level: 2 })
    expect(hits[0]?.says).toContain('120 taken out through 5 channels')
    const uneven = leak(known(), MONDAY - 30, MONDAY, 5).add(MONDAY - 5, 9, 1, removable)
    expect(hitsOf(uneven).map(({ channel }) => channel)).toEqual(['cloud-upload'])
  })

  it('add only what they exceed the lines of their own days by, and say so', () => {
    const diary = leak(known(), MONDAY - 30, MONDAY).add(MONDAY - 10, 9, 40, upload)
    const evaluation = evaluate(diary.activities, { peers: others })
    const [hit] = evaluation.cumulative
    expect(hit?.says).toContain('one of these days has a line of its own, so this adds only what it exceeds them by')
    const strongest = Math.max(...evaluation.insights.map(({ strength }) => strength), hit?.strength ?? 0)
    expect(evaluation.score).toBeCloseTo(100 * strongest, 0)
    expect([surplusOver(0.5, 0.8), surplusOver(0.5, 0.5), surplusOver(0.2, 0.5), surplusOver(0.3, 0)]).toEqual([
      0.375, 0, 0, 0
    ])
  })

  it('count nothing again that a triaged alert has counted', () => {
    const diary = leak(known(), MONDAY - 30, MONDAY + 10)
    const before = hitsOf(diary)[0]
    const [after] = hitsOf(diary, { afterDay: MONDAY - 8 })
    expect(after?.count).toBeLessThan(before?.count ?? 0)
    expect(after?.count).toBe(2 * workingDays(MONDAY - 7, MONDAY + 10).length)
    expect(hitsOf(diary, { afterDay: MONDAY + 5 })).toEqual([])
  })

  it('count priority content alone where nothing else counts', () => {
    const diary = leak(known(), MONDAY - 30, MONDAY)
    const only = { definition: { ...definition, scoreOnlyPriorityContent: true } }
    expect(hitsOf(diary, only)).toEqual([])
    for (const day of workingDays(MONDAY - 30, MONDAY)) diary.add(day, 17, 1, { ...upload, isPriority: true })
    const [hit] = hitsOf(diary, only)
    expect(hit?.count).toBe(20)
    expect(hit?.boosters).toContain('20 of 20 on priority content')
  })
})

describe('the typical thirty days of a person', () => {
  const typical = (diary: Diary) => personThirtyDays(rollUp(diary.activities, match, utcDay), catalogue)

  it('are the median of complete windows', () => {
    const diary = new Diary().add(MONDAY - 90, 9, 1, openFile).add(MONDAY, 9, 1, openFile)
    diary
      .add(MONDAY - 85, 9, 2, upload)
      .add(MONDAY - 50, 9, 6, upload)
      .add(MONDAY - 10, 9, 30, upload)
    diary.add(MONDAY - 10, 9, 3, share)
    expect([...typical(diary)]).toEqual([
      ['cloud-upload', 6],
      ['file-shared-outside', 0],
      ['all-channels', 6]
    ])
  })

  it('are unknown for somebody known for less, and nothing for somebody who took nothing out', () => {
    const short = new Diary().add(MONDAY - 28, 9, 1, upload).add(MONDAY, 9, 1, upload)
    expect(typical(short).size).toBe(0)
    expect(typical(new Diary()).size).toBe(0)
    const quiet = new Diary().add(MONDAY - 29, 9, 1, download).add(MONDAY, 9, 1, download)
    expect([...typical(quiet)]).toEqual([['all-channels', 0]])
  })
})

describe('the strength of thirty days', () => {
  const out = [upload, share, removable, mail, print] as const
  const some = fc.record({
    kind: fc.nat(out.length - 1),
    day: fc.integer({ min: -75, max: 10 }),
    itemCount: fc.constantFrom(1, 1, 2, 5, 20),
    isPriority: fc.boolean(),
    isUnallowed: fc.boolean()
  })
  type Some = typeof some extends fc.Arbitrary<infer Value> ? Value : never

  it('never falls on the last day of a hit by one activity more on that day, for the same scope', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 10, maxLength: 120 }), some, (list, one) => {
        const diaryOf = (entries: readonly Some[]) => {
          const diary = new Diary().add(MONDAY - 150, 9, 1, openFile)
          for (const { kind, day, itemCount, isPriority, isUnallowed } of entries)
            diary.add(MONDAY + day, 9, 1, {
              ...out[kind],
              itemCount,
              isPriority,
              ...(isUnallowed ? { destination: 'unallowed' as const } : {})
            })
          return rollUp(diary.activities, match, utcDay)
        }
        const strengths = (entries: readonly Some[]) => {
          const dayCounts = diaryOf(entries)
          const hits = findCumulative({
            dayCounts,
            history: dayCounts,
            definition,
            indicators: catalogue.indicators,
            peers: alike({}, { 'cloud-upload': 2, print: 9, 'all-channels': 12 }),
            standing: NO_STANDING,
            insights: []
          })
          return new Map(hits.filter(({ day }) => day === MONDAY + one.day).map((hit) => [hit.channel, hit.strength]))
        }
        const after = strengths([...list, one])
        for (const [channel, strength] of strengths(list))
          expect(after.get(channel) ?? 0).toBeGreaterThanOrEqual(strength)
      }),
      { numRuns: 600, seed: 3 }
    )
  })
})

import { describe, expect, it } from 'vitest'
import { AlertDetail } from '../../src/shared/contract/alert.ts'
import { DAY_MS } from '../../src/main/policy/calendar.ts'
import { rankDays } from '../../src/main/policy/evaluate.ts'
import { CatalogueError } from '../../src/main/policy/load.ts'
import type { PolicyDefinition } from '../../src/shared/domain/policy.ts'
import {
  alike,
  definition,
  Diary,
  download,
  evaluate,
  mail,
  MONDAY,
  openFile,
  ownSync,
  remove,
  share,
  upload,
  workingDays
} from './made-person.ts'

const ordinary = () => {
  const diary = new Diary()
  workingDays(MONDAY - 40, MONDAY).forEach((day) => diary.add(day, 9, 9, download))
  return diary
}
const only = (evaluation: ReturnType<typeof evaluate>, indicator: string) =>
  evaluation.insights.filter((insight) => insight.indicator === indicator)

describe('what an evaluation says', () => {
  it('names count, day, own usual and the usual of others', () => {
    const evaluation = evaluate(ordinary().add(MONDAY + 9, 9, 412, download).activities, {
      peers: alike({ 'sharepoint-download': 12 })
    })
    const [insight] = evaluation.insights
    expect(insight?.says).toBe(
      '412 files downloaded from SharePoint on 11 Mar 2026, high from 200 on; own usual is 9 a day, the department 12'
    )
    expect(insight?.boosters).toEqual(['46 times own usual of 9 a day'])
    expect(insight).toMatchObject({
      usual: 9,
      peersUsual: 12,
      peers: 'the department',
      level: 3,
      events: 412,
      distinctItems: 412
    })
  })

  it('does not claim a usual that it cannot know', () => {
    const [insight] = evaluate(new Diary().add(MONDAY, 9, 30, download).activities).insights
    expect(insight).toMatchObject({ usual: null, peersUsual: null, boosters: [] })
    expect(insight?.says).toContain('own usual is not known (too few days)')
  })

  it('writes the arithmetic so that it can be followed by hand', () => {
    const diary = ordinary()
    for (let offset = 0; offset < 14; offset += 1)
      diary.add(MONDAY + offset, 9, 3 + offset, share).add(MONDAY + offset, 10, 30, download)
    const { arithmetic, score } = evaluate(diary.activities)
    const [, said, product] = /^Score ([\d.]+) = 100 × \(1 − ([\d.× ]+)\)/.exec(arithmetic) ?? []
    expect(Number(said)).toBe(score)
    const left = (product ?? '').split(' × ').reduce((result, factor) => result * Number(factor), 1)
    expect(Math.abs(100 * (1 - left) - score)).toBeLessThan(0.1)
    expect(arithmetic).toContain('smaller lines together')
    expect(arithmetic.length).toBeLessThan(2000)
  })

  it('fits the words of the contract', () => {
    const diary = ordinary()
      .add(MONDAY, 9, 400, download, 1)
      .add(MONDAY, 14, 400, upload, 1)
      .add(MONDAY + 1, 9, 400, remove, 1)
    const { insights, sequences, checked, arithmetic } = evaluate(diary.activities)
    const words = AlertDetail.shape.arithmetic
    for (const text of [arithmetic, ...insights.map((insight) => insight.says), ...sequences.map((hit) => hit.says)])
      expect(words.safeParse(text).success).toBe(true)
    expect(AlertDetail.shape.checked.safeParse(checked).success).toBe(true)
    const all = JSON.stringify([arithmetic, insights, sequences, checked])
    expect(all).not.toMatch(/suspicious|theft|steal|guilty|exfiltrat(ed|ing) data/i)
  })
})

describe('boosters and damping', () => {
  const strengthOf = (diary: Diary, over: Partial<PolicyDefinition> = {}) =>
    evaluate(diary.activities, { definition: { ...definition, ...over } }).insights.at(-1)?.strength ?? 0

  it('raise what is unusual, touches priority content or comes from a new address', () => {
    const plain = strengthOf(ordinary().add(MONDAY, 9, 64, download), {
      boosters: { ...definition.boosters, unusualForPerson: false, priorityContent: false }
    })
    expect(strengthOf(ordinary().add(MONDAY, 9, 64, download))).toBeGreaterThan(plain)
    const priority = ordinary().add(MONDAY, 9, 64, { ...download, isPriority: true })
    expect(strengthOf(priority)).toBeGreaterThan(strengthOf(ordinary().add(MONDAY, 9, 64, download)))
    expect(strengthOf(priority, { boosters: { ...definition.boosters, priorityContent: false } })).toBe(
      strengthOf(ordinary().add(MONDAY, 9, 64, download))
    )
    expect(evaluate(priority.activities).insights.at(-1)?.boosters).toContain('64 of 64 on priority content')
    const abroad = evaluate(ordinary().add(MONDAY, 9, 64, { ...download, isNewAddress: true }).activities)
    expect(only(abroad, 'sharepoint-download').at(-1)?.boosters).toContain('64 of 64 from an address not seen before')
    expect(only(abroad, 'new-address-access')).toHaveLength(1)
  })

  it('lower own files, but less the more is taken out on the same day', () => {
    const own = () => ordinary().add(MONDAY, 8, 300, ownSync)
    const sync = (diary: Diary) => only(evaluate(diary.activities), 'onedrive-sync')[0]
    const alone = sync(own())
    expect(alone?.says).toContain('300 of them on the own OneDrive')
    expect(sync(own().add(MONDAY, 9, 100, upload))?.strength).toBeGreaterThan((alone?.strength ?? 1) * 2)
    expect(sync(ordinary().add(MONDAY, 8, 300, { ...ownSync, isOwnSite: false }))?.strength).toBeGreaterThan(
      (alone?.strength ?? 1) * 2
    )
  })

  it('never make a day weaker by one more own file, whatever the share of own files', () => {
    const strengthWith = (own: number, other: number) =>
      only(
        evaluate(
          new Diary()
            .add(MONDAY, 8, 1, { ...ownSync, itemCount: own })
            .add(MONDAY, 9, 1, { ...ownSync, itemCount: other, isOwnSite: false }).activities
        ),
        'onedrive-sync'
      )[0]?.strength ?? 0
    for (const other of [1, 16, 40, 150]) {
      for (let own = 1; own < 700; own += own < 200 ? 1 : 25)
        expect(strengthWith(own + 1, other)).toBeGreaterThanOrEqual(strengthWith(own, other))
    }
  })

  it('never make a day weaker by one more file on the way out of a habit', () => {
    const diary = new Diary()
    workingDays(MONDAY - 40, MONDAY).forEach((day, index) =>
      diary.add(day, 9, 1, { ...download, itemCount: 40 + (index % 20) })
    )
    let before = 0
    for (let count = 20; count < 300; count += 1) {
      const day = new Diary().add(MONDAY, 9, 1, { ...download, itemCount: count }).activities
      const strength =
        evaluate([...diary.activities, ...day]).insights.find((insight) => insight.day === MONDAY)?.strength ?? 0
      expect(strength).toBeGreaterThanOrEqual(before)
      before = strength
    }
    expect(before).toBeGreaterThan(0.6)
  })

  it('do not lower what is shared from the own OneDrive', () => {
    const shared = (isOwnSite: boolean) =>
      evaluate(ordinary().add(MONDAY, 9, 20, { ...share, isOwnSite }).activities).score
    expect(shared(true)).toBe(shared(false))
  })

  it('let file accesses count only above twice the usual', () => {
    const diary = new Diary()
    workingDays(MONDAY - 40, MONDAY).forEach((day) => diary.add(day, 9, 40, openFile))
    expect(only(evaluate(diary.add(MONDAY, 9, 80, openFile).activities), 'many-files-accessed')).toEqual([])
    expect(only(evaluate(diary.add(MONDAY, 9, 1, openFile).activities), 'many-files-accessed')).toHaveLength(1)
  })
})

describe('a policy', () => {
  it('overrules thresholds and chooses indicators and sequences', () => {
    const diary = ordinary().add(MONDAY, 9, 15, download, 1).add(MONDAY, 14, 15, upload, 1)
    const thresholds = { 'sharepoint-download': { low: 10, medium: 12, high: 15 } }
    expect(
      evaluate(diary.activities, { definition: { ...definition, thresholds } }).insights.map((insight) => [
        insight.indicator,
        insight.level
      ])
    ).toEqual([
      ['cloud-upload', 2],
      ['sharepoint-download', 3]
    ])
    const narrow = evaluate(diary.activities, { definition: { ...definition, indicators: ['cloud-upload'] } })
    expect(narrow.insights.map((insight) => insight.indicator)).toEqual(['cloud-upload'])
    expect(narrow.sequences).toEqual([])
    expect(evaluate(diary.activities, { definition: { ...definition, sequences: [] } }).sequences).toEqual([])
    expect(evaluate(diary.activities).sequences).toHaveLength(1)
  })

  it('that names an unknown indicator is an error, not silence', () => {
    expect(() => evaluate([], { definition: { ...definition, indicators: ['fax'] } })).toThrow(CatalogueError)
  })
})

describe('harmless causes', () => {
  const resultOf = (evaluation: ReturnType<typeof evaluate>, cause: string) =>
    evaluation.checked.find((entry) => entry.cause.startsWith(cause))?.result
  const bulk = ordinary().add(MONDAY, 9, 300, download).activities

  it('are checked and named with their result', () => {
    const evaluation = evaluate(bulk, { indicatorSpikes: () => 0 })
    expect(evaluation.checked.map((entry) => [entry.cause, entry.result])).toEqual([
      ['regular habit', 'not-the-reason'],
      ['new laptop or synchronisation of own files', 'not-the-reason'],
      ['backup client or service', 'not-the-reason'],
      ['whole-team migration', 'not-the-reason'],
      ['day of the whole organisation', 'not-checked'],
      ['work on a holiday or weekend', 'not-the-reason'],
      ['new in the job', 'not-checked'],
      ['content without priority', 'not-checked'],
      ['project list', 'not-checked'],
      ['approved devices', 'not-checked']
    ])
  })

  it('are possible where they fit', () => {
    const habit = new Diary()
    workingDays(MONDAY - 60, MONDAY + 5).forEach((day) => habit.add(day, 9, 7, mail))
    expect(resultOf(evaluate(habit.activities), 'regular habit')).toBe('possible')
    expect(resultOf(evaluate(ordinary().add(MONDAY, 8, 300, ownSync).activities), 'new laptop')).toBe('possible')
    const steady = ordinary()
    for (let hour = 0; hour < 22; hour += 1) steady.add(MONDAY, hour, 20, download)
    expect(resultOf(evaluate(steady.activities), 'backup')).toBe('possible')
    expect(resultOf(evaluate(bulk, { indicatorSpikes: () => 8 }), 'whole-team')).toBe('possible')
  })

  it('know days of the whole organisation, days off, newcomers and the list of priority', () => {
    const people = alike({ 'sharepoint-download': 12 })
    const spikes = (others: number) => evaluate(bulk, { peers: people, indicatorSpikes: () => others })
    expect(resultOf(spikes(2), 'day of the whole')).toBe('possible')
    expect(resultOf(spikes(1), 'day of the whole')).toBe('not-the-reason')

    expect(resultOf(evaluate(bulk, { quietDays: new Set([MONDAY]) }), 'work on a holiday')).toBe('possible')
    expect(resultOf(evaluate(ordinary().add(MONDAY + 5, 9, 300, download).activities), 'work on a holiday')).toBe(
      'possible'
    )
    expect(resultOf(evaluate(bulk, { quietDays: new Set([MONDAY + 1]) }), 'work on a holiday')).toBe('not-the-reason')

    const fresh = new Diary().add(MONDAY - 3, 9, 5, download).add(MONDAY, 9, 300, download).activities
    expect(resultOf(evaluate(fresh, { firstLoggedDay: MONDAY - 90 }), 'new in the job')).toBe('possible')
    expect(resultOf(evaluate(fresh, { firstLoggedDay: MONDAY - 5 }), 'new in the job')).toBe('not-checked')
    expect(resultOf(evaluate(bulk, { firstLoggedDay: MONDAY - 90 }), 'new in the job')).toBe('not-the-reason')

    const named = { ...definition, priorityContent: { ...definition.priorityContent, extensions: ['dwg'] } }
    expect(resultOf(evaluate(bulk, { definition: named }), 'content without')).toBe('possible')
    const touched = ordinary().add(MONDAY, 9, 300, { ...download, isPriority: true }).activities
    expect(resultOf(evaluate(touched, { definition: named }), 'content without')).toBe('not-the-reason')
  })

  it('are not checked where the facts are missing', () => {
    const evaluation = evaluate(new Diary().add(MONDAY, 9, 300, download).activities)
    expect(resultOf(evaluation, 'regular habit')).toBe('not-checked')
    expect(resultOf(evaluation, 'whole-team')).toBe('not-checked')
  })
})

describe('days', () => {
  it('are ranked by score, earlier first when equal', () => {
    const evaluation = evaluate(
      new Diary()
        .add(MONDAY, 9, 1, share)
        .add(MONDAY + 1, 9, 100, upload)
        .add(MONDAY + 2, 9, 1, share).activities
    )
    expect(rankDays(evaluation).map((entry) => entry.day - MONDAY)).toEqual([1, 0, 2])
    expect(evaluation.days.map((entry) => entry.day - MONDAY)).toEqual([0, 1, 2])
    expect(evaluation.insights[0]?.firstAtMs).toBe(MONDAY * DAY_MS + 9 * 3_600_000)
  })
})

import { describe, expect, it } from 'vitest'
import { BOOSTERS } from '../../src/shared/domain/policy.ts'
import { BOOSTER_WORDS } from '../../src/main/policy/booster.ts'
import { alertLineOf } from '../../src/main/policy/evaluate.ts'
import { levelsAbove } from '../../src/main/policy/threshold.ts'
import { alike, catalogue, definition, Diary, download, evaluate, MONDAY, upload, workingDays } from './made-person.ts'
import type { Circumstances } from './made-person.ts'

const ordinary = (downloads = 9) => {
  const diary = new Diary()
  for (const day of workingDays(MONDAY - 40, MONDAY)) diary.add(day, 9, downloads, download)
  return diary
}
const last = (diary: Diary, circumstances: Circumstances = {}) =>
  evaluate(diary.activities, circumstances).insights.find(({ day }) => day >= MONDAY)
const strengthOf = (diary: Diary, circumstances: Circumstances = {}) => last(diary, circumstances)?.strength ?? 0
const bulk = () => ordinary().add(MONDAY, 9, 64, download)
const switchedOff = (name: (typeof BOOSTERS)[number]): Circumstances => ({
  definition: { ...definition, boosters: { ...definition.boosters, [name]: false } }
})

describe('boosters', () => {
  it('are named and explained, all of them', () => {
    for (const booster of BOOSTERS) expect(BOOSTER_WORDS[booster].says.length).toBeGreaterThan(20)
  })

  it('raise what somebody with earlier violations does, two more than one', () => {
    const none = strengthOf(bulk())
    const one = strengthOf(bulk(), { standing: { violations: 1 } })
    const two = strengthOf(bulk(), { standing: { violations: 2 } })
    expect([none < one, one < two, two]).toEqual([true, true, strengthOf(bulk(), { standing: { violations: 9 } })])
    expect(last(bulk(), { standing: { violations: 2 } })?.boosters).toContain('2 earlier violations confirmed in cases')
    expect(strengthOf(bulk(), { ...switchedOff('pastViolations'), standing: { violations: 2 } })).toBe(none)
  })

  it('count priority group and high impact together once', () => {
    const group = { isInPriorityGroup: true }
    const impact = { highImpact: 'leads 14 people' }
    const none = strengthOf(bulk())
    const either = strengthOf(bulk(), { standing: group })
    expect(either).toBeGreaterThan(none)
    expect(strengthOf(bulk(), { standing: impact })).toBe(either)
    expect(strengthOf(bulk(), { standing: { ...group, ...impact } })).toBe(either)
    expect(last(bulk(), { standing: { ...group, ...impact } })?.boosters).toContain(
      'member of a priority group; high impact: leads 14 people; both together count once'
    )
    expect(strengthOf(bulk(), { ...switchedOff('priorityGroup'), standing: group })).toBe(none)
    expect(strengthOf(bulk(), { ...switchedOff('highImpact'), standing: impact })).toBe(none)
    expect(strengthOf(bulk(), { ...switchedOff('highImpact'), standing: { ...group, ...impact } })).toBe(either)
  })

  it('raise what goes to a domain that is not allowed, except where the indicator is about that alone', () => {
    const plain = ordinary().add(MONDAY, 9, 20, upload)
    const unallowed = () => ordinary().add(MONDAY, 9, 20, { ...upload, destination: 'unallowed' })
    expect(strengthOf(unallowed())).toBeGreaterThan(strengthOf(plain))
    expect(last(unallowed())?.boosters).toContain('20 of 20 with a domain that is not allowed')
    expect(strengthOf(unallowed(), switchedOff('unallowedDomain'))).toBe(strengthOf(plain))
    expect(catalogue.indicators.get('cloud-upload')?.isAboutUnallowed).toBe(false)
  })

  it('never make a line by themselves', () => {
    const standing = { violations: 5, isInPriorityGroup: true, highImpact: 'leads 14 people' }
    expect(last(ordinary().add(MONDAY, 9, 12, download), { standing })).toBeUndefined()
  })
})

describe('days above so many times the usual', () => {
  const twice = (aboveUsual: number): Circumstances => ({
    definition: { ...definition, thresholds: { 'sharepoint-download': { aboveUsual } } }
  })

  it('count from just above on, with levels at twice and four times as much', () => {
    const levelAt = (count: number) => last(ordinary(9).add(MONDAY, 9, count, download), twice(2))?.level ?? 0
    expect([18, 19, 35, 36, 71, 72].map(levelAt)).toEqual([0, 1, 1, 2, 2, 3])
    expect(levelsAbove(9, 2)).toEqual({ low: 18, medium: 36, high: 72 })
    expect(last(ordinary(9).add(MONDAY, 9, 40, download), twice(2))?.says).toContain(
      'on 2 Mar 2026, medium above 36, 4 times the usual; own usual is 9 a day'
    )
  })

  it('are compared with peers where the own usual is not known, and are none where neither is', () => {
    const newcomer = () => new Diary().add(MONDAY, 9, 30, download)
    const peers = alike({ 'sharepoint-download': 10 })
    expect(last(newcomer(), { ...twice(2), peers })?.level).toBe(1)
    expect(last(newcomer(), { ...twice(3), peers })).toBeUndefined()
    expect(last(newcomer(), twice(2))).toBeUndefined()
  })

  it('take one a day where none is usual', () => {
    const diary = (count: number) => {
      const made = new Diary()
      for (const day of workingDays(MONDAY - 40, MONDAY)) made.add(day, 9, 1, upload)
      return made.add(MONDAY, 9, count, download)
    }
    expect(last(diary(2), twice(2))).toBeUndefined()
    expect(last(diary(3), twice(2))?.level).toBe(1)
  })

  it('do not count again how unusual they are', () => {
    expect(last(ordinary(9).add(MONDAY, 9, 40, download), twice(2))?.boosters).toEqual([])
  })
})

describe('the floor of files', () => {
  it('keeps days with fewer files from being unusual, in every way', () => {
    const settings = { fileVolumeFloor: 65 }
    expect(last(bulk(), { settings })?.boosters).toEqual([])
    expect(last(bulk(), { settings: { fileVolumeFloor: 64 } })?.boosters).toHaveLength(1)
    expect(strengthOf(bulk(), { settings })).toBeLessThan(strengthOf(bulk()))
    const thresholds = { 'sharepoint-download': { aboveUsual: 2 } }
    const relative = { definition: { ...definition, thresholds } }
    expect(last(bulk(), { ...relative, settings })).toBeUndefined()
    expect(last(bulk(), { ...relative, settings: { fileVolumeFloor: 64 } })).toBeDefined()
  })
})

describe('the line of an alert', () => {
  it('moves with the volume of alerts and never makes a strict policy laxer', () => {
    const at = (alertLine: number) =>
      (['fewer', 'default', 'more'] as const).map((volume) => alertLineOf({ alertLine }, volume))
    expect(at(15)).toEqual([34, 15, 8])
    expect(at(50)).toEqual([50, 50, 25])
    expect(at(8)).toEqual([34, 8, 5])
    expect(at(3)).toEqual([34, 3, 3])
    const { arithmetic } = evaluate(bulk().activities, { settings: { alertVolume: 'more' } })
    expect(arithmetic).toContain('An alert is raised from 8 on, moved from 15 by the volume of alerts.')
  })
})

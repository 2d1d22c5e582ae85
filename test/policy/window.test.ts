import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { DAY_MS, isWorkingDay, rememberDays, sayDay, startOfDay } from '../../src/main/policy/calendar.ts'
import type { DayOf } from '../../src/shared/domain/day.ts'
import { isInWindows, scopeWindows, windowBounds } from '../../src/main/policy/window.ts'
import { Diary, download, evaluate, MONDAY, resignation, utcDay } from './made-person.ts'

const inZone =
  (zone: string): DayOf =>
  (atMs) => {
    const local = DateTime.fromMillis(atMs, { zone })
    return Math.floor((atMs + local.offset * 60_000) / DAY_MS)
  }
const berlin = inZone('Europe/Berlin')
const windows = { lookBackDays: 90, activationDays: 30 }
const policy = { triggers: ['hr-resignation', 'manual'] as const, windows }
const accepted = { ...policy, triggers: [...policy.triggers] }

describe('scope windows', () => {
  it('reach from the look-back before the trigger to the activation after the last day', () => {
    expect(scopeWindows([resignation(MONDAY, MONDAY + 20)], accepted, utcDay)).toEqual([
      { fromDay: MONDAY - 90, toDay: MONDAY + 50 }
    ])
    expect(scopeWindows([resignation(MONDAY)], accepted, utcDay)).toEqual([
      { fromDay: MONDAY - 90, toDay: MONDAY + 30 }
    ])
  })

  it('do not end early when the last day lies before the trigger', () => {
    expect(scopeWindows([resignation(MONDAY, MONDAY - 20)], accepted, utcDay)[0]?.toDay).toBe(MONDAY + 30)
  })

  it('of scoring by hand end when asked for, unless the activation is longer', () => {
    const byHand = (until: number | null) =>
      scopeWindows(
        [{ trigger: 'manual', atMs: MONDAY * DAY_MS, lastDayMs: until === null ? null : (MONDAY + until) * DAY_MS }],
        accepted,
        utcDay
      )[0]?.toDay
    expect([byHand(null), byHand(5), byHand(60)]).toEqual([MONDAY + 30, MONDAY + 30, MONDAY + 60])
  })

  it('are none without a trigger that the policy accepts', () => {
    expect(scopeWindows([{ trigger: 'account-deleted', atMs: 0, lastDayMs: null }], accepted, utcDay)).toEqual([])
    expect(scopeWindows([], accepted, utcDay)).toEqual([])
  })

  it('merge where they overlap or meet, and stay apart where they do not', () => {
    const short = { ...accepted, windows: { lookBackDays: 0, activationDays: 10 } }
    const at = (...days: number[]) =>
      scopeWindows(
        days.map((day) => resignation(MONDAY + day)),
        short,
        utcDay
      )
    expect(at(5, 0)).toEqual([{ fromDay: MONDAY, toDay: MONDAY + 15 }])
    expect(at(0, 11)).toEqual([{ fromDay: MONDAY, toDay: MONDAY + 21 }])
    expect(at(0, 12)).toHaveLength(2)
    expect(isInWindows(MONDAY + 11, at(0, 12))).toBe(false)
  })

  it('score nothing between two windows', () => {
    const triggers = [resignation(MONDAY), resignation(MONDAY + 200)]
    const diary = new Diary().add(MONDAY + 50, 9, 300, download).add(MONDAY + 150, 9, 300, download)
    const evaluation = evaluate(diary.activities, { triggers })
    expect(evaluation.insights.map((insight) => insight.day)).toEqual([MONDAY + 150])
    expect([evaluation.windowFromMs, evaluation.windowToMs]).toEqual([
      (MONDAY - 90) * DAY_MS,
      (MONDAY + 231) * DAY_MS - 1
    ])
  })

  it('hold whole local days on both sides of a clock change', () => {
    // 15 April 2026, 00:00 in Berlin (+02:00); 90 days before is in winter time (+01:00).
    const atMs = Date.UTC(2026, 3, 14, 22)
    const [window] = scopeWindows([{ trigger: 'manual', atMs, lastDayMs: null }], accepted, berlin)
    expect(window && sayDay(window.fromDay)).toBe('15 Jan 2026')
    expect(window && windowBounds(window, berlin)).toEqual({
      fromMs: Date.UTC(2026, 0, 14, 23),
      toMs: Date.UTC(2026, 4, 15, 22) - 1
    })
  })

  it('put a moment before and after local midnight into different days', () => {
    const diary = new Diary().add(0, 0, 40, download)
    const midnight = Date.UTC(2026, 2, 9, 23)
    const activities = diary.activities.map((activity, index) => ({
      ...activity,
      atMs: midnight + (index < 20 ? -1 : 0)
    }))
    const evaluation = evaluate(activities, { dayOf: berlin, triggers: [resignation(MONDAY)] })
    expect(evaluation.insights.map((insight) => [sayDay(insight.day), insight.events])).toEqual([
      ['9 Mar 2026', 20],
      ['10 Mar 2026', 20]
    ])
  })
})

describe('days', () => {
  it('start at local midnight also where the day has 23 or 25 hours', () => {
    const spring = berlin(Date.UTC(2026, 2, 29, 12))
    expect(startOfDay(spring, berlin)).toBe(Date.UTC(2026, 2, 28, 23))
    expect(startOfDay(spring + 1, berlin) - startOfDay(spring, berlin)).toBe(23 * 3_600_000)
    const autumn = berlin(Date.UTC(2026, 9, 25, 12))
    expect(startOfDay(autumn + 1, berlin) - startOfDay(autumn, berlin)).toBe(25 * 3_600_000)
  })

  it('are remembered exactly, in zones far east and far west', () => {
    for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'UTC']) {
      const dayOf = inZone(zone)
      const remembered = rememberDays(dayOf)
      for (let atMs = Date.UTC(2026, 2, 27); atMs < Date.UTC(2026, 2, 31); atMs += 15 * 60_000) {
        for (const near of [atMs - 1, atMs]) expect(remembered(near)).toBe(dayOf(near))
      }
    }
  })

  it('know their weekday', () => {
    expect([0, 1, 2, 3, 4].every((offset) => isWorkingDay(MONDAY + offset))).toBe(true)
    expect([5, 6].some((offset) => isWorkingDay(MONDAY + offset))).toBe(false)
    expect(sayDay(MONDAY)).toBe('2 Mar 2026')
  })
})

import { expect, it } from 'vitest'
import { gapsOf } from '../../src/main/store/gaps.ts'

const MONDAY = 20_514 // 2026-03-02
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const workdays = (from: number, to: number): number[] =>
  span(from, to).filter((day) => (day - MONDAY) % 7 < 5 && day >= MONDAY)

it('a weekend is no gap in a log of working days, a missing Wednesday is one', () => {
  const days = workdays(MONDAY, MONDAY + 60)
  expect(gapsOf(days)).toEqual([])
  const wednesday = MONDAY + 16
  expect(gapsOf(days.filter((day) => day !== wednesday))).toEqual([{ from: wednesday, to: wednesday, days: 1 }])
})

it('a gap from Friday to Monday counts its weekend too', () => {
  const days = workdays(MONDAY, MONDAY + 60).filter((day) => day < MONDAY + 11 || day > MONDAY + 14)
  expect(gapsOf(days)).toEqual([{ from: MONDAY + 11, to: MONDAY + 14, days: 4 }])
})

it('in a log of every day a missing Sunday is a gap', () => {
  expect(gapsOf(span(MONDAY, MONDAY + 40).filter((day) => day !== MONDAY + 13))).toEqual([
    { from: MONDAY + 13, to: MONDAY + 13, days: 1 }
  ])
})

it('a log that speaks every third day is silent only after more', () => {
  const days = span(0, 30).map((index) => MONDAY + index * 3)
  expect(gapsOf(days)).toEqual([])
  expect(gapsOf(days.filter((day) => day < MONDAY + 30 || day > MONDAY + 42))).toEqual([
    { from: MONDAY + 28, to: MONDAY + 44, days: 17 }
  ])
})

it('a few days tell nothing', () => {
  expect(gapsOf([MONDAY, MONDAY + 1, MONDAY + 30])).toEqual([])
  expect(gapsOf([])).toEqual([])
})

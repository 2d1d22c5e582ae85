// The coverage calendar apart from its drawing: rows, blind stretches, sentences, places, and where keys lead.
import { describe, expect, it } from 'vitest'
import { cellAfter, withDay } from '../../../src/renderer/charts/coverage-keys.ts'
import { layoutCoverage } from '../../../src/renderer/charts/coverage-layout.ts'
import { blindSpots, coverageRows, spanOf, stateOf } from '../../../src/renderer/charts/coverage-rows.ts'
import { blindSentence, cellSentence, isWeekend, writeSpan } from '../../../src/renderer/charts/coverage-words.ts'
import { SOURCE_WORDS } from '../../../src/renderer/screens/imports/words.ts'
import { parseDay } from '../../../src/shared/domain/day.ts'
import { COVERAGE, NO_COVERAGE } from '../made-intake.ts'

const day = (date: string): number => parseDay(date) ?? Number.NaN
const rows = coverageRows(COVERAGE, SOURCE_WORDS)
const [sharePoint, exchange, teams, entra, badge] = rows
const whole = spanOf(rows)
if (!sharePoint || !exchange || !teams || !entra || !badge || !whole) throw new Error('the made coverage is not whole')
const size = { width: 960, rowHeight: 22, headingHeight: 20, hasDays: true }

describe('rows of the coverage calendar', () => {
  it('stand below their kind of log only where it has several products', () => {
    expect(rows.map(({ group, label }) => [group, label])).toEqual([
      ['Microsoft 365 audit log', 'SharePoint'],
      ['Microsoft 365 audit log', 'Exchange'],
      ['Microsoft 365 audit log', 'Teams'],
      [null, 'Entra sign-ins'],
      [null, 'Badge records']
    ])
  })

  it('are none where nothing is imported, and then there is no span', () => {
    expect(coverageRows(NO_COVERAGE, SOURCE_WORDS)).toEqual([])
    expect(spanOf([])).toBeNull()
    expect(blindSpots([])).toEqual([])
  })

  it('tell gaps from usual pauses and from days outside of the log', () => {
    expect(stateOf(exchange, day('2025-03-05'))).toMatchObject({ kind: 'gap' })
    expect(stateOf(teams, day('2025-03-08'))).toEqual({ kind: 'pause' })
    expect(stateOf(teams, day('2025-01-12'))).toEqual({ kind: 'before' })
    expect(stateOf(entra, day('2025-03-15'))).toEqual({ kind: 'after' })
    expect(stateOf(sharePoint, day('2025-03-05'))).toMatchObject({ kind: 'records' })
  })

  it('are blind in gaps, the longest first, then where they begin late or end early', () => {
    expect(blindSpots(rows).map(blindSentence)).toEqual([
      'Badge records: nothing from 21 Dec 2024 to 5 Jan 2025 (16 days)',
      'Exchange: nothing from 20 to 24 Jan 2025 (5 days)',
      'Exchange: nothing from 3 to 7 Mar 2025 (5 days)',
      'Entra sign-ins: nothing on 10 Feb 2025 (1 day)',
      'Teams: begins 13 Jan 2025, 42 days after the earliest log',
      'Entra sign-ins: ends 14 Mar 2025, 17 days before the latest log'
    ])
  })
})

describe('the words of a day', () => {
  it('say nothing twice in a span', () => {
    const from = day('2025-04-28')
    expect(writeSpan({ from, to: from })).toBe('28 Apr 2025')
    expect(writeSpan({ from, to: from + 2 })).toBe('28 to 30 Apr 2025')
    expect(writeSpan({ from, to: from + 5 })).toBe('28 Apr to 3 May 2025')
    expect(writeSpan({ from: day('2024-12-30'), to: day('2025-01-02') })).toBe('30 Dec 2024 to 2 Jan 2025')
  })

  it('know the weekday', () => {
    expect(cellSentence(exchange, day('2025-03-05'))).toBe(
      'Exchange, Wed 5 Mar 2025: nothing. Gap from 3 to 7 Mar 2025 (5 days)'
    )
    expect(cellSentence(teams, day('2025-03-08'))).toMatch(/^Teams, Sat 8 Mar 2025: no record/)
    expect(cellSentence(sharePoint, day('2025-03-05'))).toMatch(
      /^SharePoint, Wed 5 Mar 2025: \d\u202f\d{3} activities$/
    )
    expect([isWeekend(day('2025-03-07')), isWeekend(day('2025-03-09')), isWeekend(-5)]).toEqual([false, true, true])
  })
})

describe('the layout', () => {
  const layout = layoutCoverage(rows, whole, whole, size)

  it('has one line for each row, and a heading above the first of a group', () => {
    expect(layout.lines.map(({ heading }) => heading?.words ?? null)).toEqual([
      'Microsoft 365 audit log',
      null,
      null,
      null,
      null
    ])
    expect(layout.lines.map(({ y }) => y)).toEqual([...layout.lines.map(({ y }) => y)].sort((a, b) => a - b))
  })

  it('has a bar for every day with records and for no other', () => {
    for (const { row, bars } of layout.lines) expect(bars.match(/M/g)).toHaveLength(row.counts.size)
    expect(layout.lines.map(({ gaps }) => gaps.length)).toEqual([0, 2, 0, 1, 1])
    expect(layout.lines.map(({ outside }) => outside.length)).toEqual([0, 0, 1, 1, 0])
  })

  it('finds the day and the line below the pointer, and never one that is not there', () => {
    const at = day('2025-03-05')
    expect(layout.dayAt(layout.x(at) + layout.dayWidth / 2)).toBe(at)
    expect(layout.dayAt(-20)).toBe(whole.from)
    expect(layout.dayAt(99_999)).toBe(whole.to)
    expect(layout.lineAt((layout.lines[3]?.y ?? 0) + 5)).toBe(3)
    expect(layout.lineAt(2)).toBe(-1)
  })

  it('names months with room for their names, the first one and each January with its year', () => {
    expect(layout.months.map(({ label }) => label)).toEqual(['Dec 2024', 'Jan 2025', 'Feb', 'Mar'])
    const narrow = layoutCoverage(rows, whole, whole, { ...size, width: 120 })
    expect(narrow.months.length).toBeLessThan(4)
    expect(narrow.weeks).toEqual([])
  })

  it('draws what is in view only', () => {
    const view = { from: day('2025-03-01'), to: day('2025-03-31') }
    const march = layoutCoverage(rows, view, whole, size)
    expect(march.lines.map(({ gaps }) => gaps.length)).toEqual([0, 1, 0, 0, 0])
    expect(march.lines[0]?.bars.match(/M/g)).toHaveLength(31)
  })
})

describe('the keys', () => {
  const at = { line: 0, day: whole.to }

  it('stay inside of the days and the logs', () => {
    expect(cellAfter('ArrowRight', at, rows, whole)).toEqual(at)
    expect(cellAfter('ArrowUp', at, rows, whole)).toEqual(at)
    expect(cellAfter('ArrowLeft', at, rows, whole)).toEqual({ line: 0, day: whole.to - 1 })
    expect(cellAfter('ArrowDown', { line: 4, day: whole.to }, rows, whole)).toEqual({ line: 4, day: whole.to })
    expect(cellAfter('PageUp', { line: 0, day: whole.from + 3 }, rows, whole)).toEqual({ line: 0, day: whole.from })
    expect(cellAfter('Home', { line: 2, day: whole.to }, rows, whole)).toEqual({ line: 2, day: teams.first })
    expect(cellAfter('q', at, rows, whole)).toBeNull()
  })

  it('go from gap to gap through all logs and round again', () => {
    const first = { line: 1, day: day('2025-01-20') }
    expect(cellAfter('n', at, rows, whole)).toEqual(first)
    expect(cellAfter('n', first, rows, whole)).toEqual({ line: 1, day: day('2025-03-03') })
    expect(cellAfter('N', first, rows, whole)).toEqual({ line: 4, day: day('2024-12-21') })
    expect(cellAfter('n', { line: 4, day: whole.to }, rows, whole)).toEqual(first)
    expect(cellAfter('n', at, [sharePoint], whole)).toEqual(at)
  })

  it('move the view no more than needed', () => {
    const view = { from: 100, to: 199 }
    expect(withDay(view, 150)).toBe(view)
    expect(withDay(view, 90)).toEqual({ from: 90, to: 189 })
    expect(withDay(view, 230)).toEqual({ from: 131, to: 230 })
  })
})

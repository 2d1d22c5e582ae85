import { describe, expect, it } from 'vitest'
import { completeFacts, failingExamples } from '../../src/main/policy/example.ts'
import { INDICATOR_GROUPS } from '../../src/main/policy/indicator.ts'
import { catalogue, matchAll } from './made-person.ts'

const indicators = [...catalogue.indicators.values()]
const count = indicators.reduce(
  (sum, { examples }) => sum + examples['must-fire'].length + examples['must-not'].length,
  0
)

describe('examples of indicators', () => {
  // One test each: `npm test` says how many there were.
  for (const { id, examples } of indicators) {
    for (const { says, facts } of examples['must-fire'])
      it(`${id} fires: ${says}`, () => {
        expect(matchAll(completeFacts(facts))).toContain(id)
      })
    for (const { says, facts } of examples['must-not'])
      it(`${id} does not fire: ${says}`, () => {
        expect(matchAll(completeFacts(facts))).not.toContain(id)
      })
  }
})

describe('examples', () => {
  it('are at least two for each indicator, and all come out', () => {
    expect(count).toBeGreaterThanOrEqual(2 * indicators.length)
    expect(failingExamples(catalogue, matchAll)).toEqual([])
  })

  it('are reported when they do not come out', () => {
    expect(failingExamples(catalogue, () => []).length).toBeGreaterThanOrEqual(indicators.length)
    expect(failingExamples(catalogue, () => ['print'])).toContain('print: must not fire: a file is read')
  })

  it('are of indicators in known groups', () => {
    for (const { id, group } of indicators) expect(INDICATOR_GROUPS, id).toContain(group)
  })
})

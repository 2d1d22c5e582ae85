import { describe, expect, it } from 'vitest'
import { completeFacts, failingExamples } from '../../src/main/policy/example.ts'
import { INDICATOR_GROUPS } from '../../src/main/policy/indicator.ts'
import { catalogue, matchAll } from './made-person.ts'

const indicators = [...catalogue.indicators.values()]
const count = indicators.reduce(
  (sum, { examples }) => sum + examples['must-fire'].length + examples['must-not'].length,
  0
)

describe(`${String(count)} examples of ${String(indicators.length)} indicators`, () => {
  for (const { id, examples } of indicators) {
    it(`${id}: fires ${String(examples['must-fire'].length)} times, does not ${String(examples['must-not'].length)} times`, () => {
      for (const { says, facts } of examples['must-fire']) expect(matchAll(completeFacts(facts)), says).toContain(id)
      for (const { says, facts } of examples['must-not']) expect(matchAll(completeFacts(facts)), says).not.toContain(id)
    })
  }

  it('were all run', () => {
    console.info(`${String(count)} examples of ${String(indicators.length)} indicators ran`)
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

// A draft of a policy: what of it is stored, what another template replaces, and what is refused.
import { describe, expect, test } from 'vitest'
import {
  definitionOf,
  draftFromStored,
  draftFromTemplate,
  isChosen,
  withIndicators,
  type Draft
} from '../../../src/renderer/screens/policies/wizard/draft.ts'
import { entriesOf } from '../../../src/renderer/screens/policies/wizard/fields.tsx'
import { problemsOf, STEPS } from '../../../src/renderer/screens/policies/wizard/steps.ts'
import { INDICATORS } from '../made-catalogue.ts'
import { DEFINITION, MADE_TEMPLATES, SHOWN } from '../made-policies.ts'

describe('a draft', () => {
  const [leavers, leaks] = MADE_TEMPLATES
  const fresh = (): Draft => {
    if (leavers === undefined) throw new Error('no template is made')
    return draftFromTemplate(leavers, null)
  }
  const change = (draft: Draft, definition: Partial<Draft['definition']>): Draft => ({
    ...draft,
    definition: { ...draft.definition, ...definition }
  })

  test('of a stored policy that nobody touched is that policy', () => {
    expect(definitionOf(draftFromStored(SHOWN, 'name'), INDICATORS)).toEqual(DEFINITION)
  })

  test('takes the numbers of another template and keeps people, content and an own name', () => {
    if (leaks === undefined) throw new Error('no template is made')
    const before = {
      ...change(fresh(), { priorityContent: DEFINITION.priorityContent }),
      name: 'Mine',
      isOwnName: true
    }
    const after = draftFromTemplate(leaks, before)
    expect(after).toMatchObject({
      name: 'Mine',
      definition: { template: leaks.id, triggers: leaks.definition.triggers }
    })
    expect(after.definition.priorityContent).toEqual(DEFINITION.priorityContent)
    expect(draftFromTemplate(leaks, fresh()).name).toBe(leaks.name)
  })

  test('leaves out what its other choices make of no account', () => {
    const draft = change(fresh(), {
      triggers: ['exfiltration'],
      triggerRules: {
        indicators: { 'download-files': 5, 'copy-to-usb': 3 },
        sequences: ['download-rename-share'],
        alertSeverity: 'low'
      },
      thresholds: { 'download-files': { low: 1, medium: 2, high: 3 }, 'copy-to-usb': { aboveUsual: 2 } },
      scoreOnlyPriorityContent: true
    })
    const definition = definitionOf({ ...draft, indicators: ['copy-to-usb'] }, INDICATORS)
    expect(definition.triggerRules).toEqual({ indicators: { 'copy-to-usb': 3 }, sequences: [], alertSeverity: 'low' })
    expect(definition.thresholds).toEqual({ 'copy-to-usb': { aboveUsual: 2 } })
    expect(definition.scoreOnlyPriorityContent).toBe(false)
    expect(definition.indicators).toEqual(['copy-to-usb'])
  })

  test('means all that come later too when every indicator is chosen again', () => {
    const without = withIndicators(fresh(), ['copy-to-usb'], false, INDICATORS)
    expect(without.indicators).toEqual(['download-files', 'sign-in-unusual'])
    expect(withIndicators(without, ['copy-to-usb'], true, INDICATORS).indicators).toBe('all')
  })

  test('keeps an indicator that is switched off in the settings, without counting it as chosen', () => {
    const off = INDICATORS.find(({ isOn }) => !isOn)
    if (off === undefined) throw new Error('the made catalogue switches none off')
    const draft = { ...fresh(), indicators: [off.id] }
    expect(isChosen(draft, off)).toBe(false)
    expect(problemsOf('indicators', draft, INDICATORS)).toHaveLength(1)
    expect(definitionOf(draft, INDICATORS).indicators).toEqual([off.id])
  })

  test('of a template can be stored as it stands', () => {
    // The made catalogue has indicators for these two only.
    for (const template of MADE_TEMPLATES.slice(0, 2)) {
      const draft = draftFromTemplate(template, null)
      expect(STEPS.flatMap((step) => problemsOf(step, draft, INDICATORS))).toEqual([])
    }
  })

  test('is refused where a list holds what is too long', () => {
    const long = { ...DEFINITION.priorityContent, keywords: ['x'.repeat(81)] }
    expect(problemsOf('content', change(fresh(), { priorityContent: long }), INDICATORS)).toEqual([
      'Shorten a word: at most 80 characters.'
    ])
  })

  test('reads one entry a line, each once, without empty ones', () => {
    expect(entriesOf(' a \r\n\nb\na\n')).toEqual(['a', 'b'])
  })
})

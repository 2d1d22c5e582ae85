import { describe, expect, it } from 'vitest'
import type { TriggerEvent } from '../../src/shared/domain/evaluation.ts'
import { TRIGGERS } from '../../src/shared/domain/policy.ts'
import type { PolicyDefinition } from '../../src/shared/domain/policy.ts'
import { DAY_MS, HOUR_MS } from '../../src/main/policy/calendar.ts'
import { rollUp } from '../../src/main/policy/rollup.ts'
import { activityTriggers, sayTrigger } from '../../src/main/policy/trigger.ts'
import type { TriggerInput } from '../../src/main/policy/trigger.ts'
import { catalogue, definition, Diary, download, match, MONDAY, print, share, upload, utcDay } from './made-person.ts'

const policy = (over: Partial<PolicyDefinition>): PolicyDefinition => ({
  ...definition,
  template: 'general-data-leaks',
  ...over
})
const rules = { indicators: {}, sequences: [], alertSeverity: 'low' } as const

function find(diary: Diary, over: Partial<PolicyDefinition>, more: Partial<TriggerInput> = {}) {
  return activityTriggers({
    definition: policy(over),
    catalogue,
    dayCounts: rollUp(diary.activities, match, utcDay),
    activities: diary.activities,
    match,
    dayOf: utcDay,
    ...more
  })
}
const said = (events: readonly TriggerEvent[]) =>
  events.map(
    (event) =>
      `${String(utcDay(event.atMs) - MONDAY)} ${event.trigger}${event.because === undefined ? '' : `: ${event.because}`}`
  )

const dlp = { operation: 'DlpRuleMatch', topic: 'data-loss-prevention', alertSeverity: 'high' } as const
const alert = { operation: 'AlertRaised', topic: 'defense-evasion', alertSeverity: 'medium' } as const

describe('an alert of data-loss prevention', () => {
  const triggers = ['dlp-alert'] as const
  it('triggers once a day, and only when its source calls it high', () => {
    const diary = new Diary()
      .add(MONDAY, 15, 2, dlp)
      .add(MONDAY, 9, 1, dlp)
      .add(MONDAY + 1, 9, 1, { ...dlp, alertSeverity: 'medium' })
      .add(MONDAY + 2, 9, 1, { ...dlp, topic: 'malware' })
      .add(MONDAY + 3, 9, 1, dlp)
    expect(said(find(diary, { triggers: [...triggers] }))).toEqual(['0 dlp-alert', '3 dlp-alert'])
    expect(find(diary, { triggers: [...triggers] })[0]?.atMs).toBe(MONDAY * DAY_MS + 9 * HOUR_MS)
  })

  it('triggers nothing that is excluded, of a service, or not asked for', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 1, { ...dlp, isExcluded: true })
      .add(MONDAY, 9, 1, { ...dlp, actorKind: 'service' })
    expect(find(diary, { triggers: [...triggers] })).toEqual([])
    expect(find(new Diary().add(MONDAY, 9, 1, dlp), { triggers: ['manual'] })).toEqual([])
  })

  it('counts on priority content alone where nothing else counts', () => {
    const diary = new Diary().add(MONDAY, 9, 1, dlp).add(MONDAY + 1, 9, 1, { ...dlp, isPriority: true })
    expect(said(find(diary, { triggers: [...triggers], scoreOnlyPriorityContent: true }))).toEqual(['1 dlp-alert'])
  })
})

describe('an alert of a security product', () => {
  it('triggers from the severity on that the policy names, and is none of data-loss prevention', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 1, { ...alert, alertSeverity: 'informational' })
      .add(MONDAY + 1, 9, 1, { ...alert, alertSeverity: 'low' })
      .add(MONDAY + 2, 9, 1, alert)
      .add(MONDAY + 3, 9, 1, { ...alert, alertSeverity: 'high' })
      .add(MONDAY + 4, 9, 1, dlp)
      .add(MONDAY + 5, 9, 1, download)
    const from = (alertSeverity: 'informational' | 'low' | 'medium' | 'high') =>
      find(diary, { triggers: ['security-alert'], triggerRules: { ...rules, sequences: [], alertSeverity } }).map(
        ({ atMs }) => utcDay(atMs) - MONDAY
      )
    expect(from('informational')).toEqual([0, 1, 2, 3])
    expect(from('low')).toEqual([1, 2, 3])
    expect(from('high')).toEqual([3])
  })

  it('names the indicator that knows it, and never what its source wrote', () => {
    const diary = new Diary().add(MONDAY, 9, 1, { ...alert, operation: 'Alert about Jane', topic: 'alert-about-jane' })
    const [event] = find(diary, { triggers: ['security-alert'] })
    expect(event?.because).toBeUndefined()
    const [named] = find(diary, { triggers: ['security-alert'] }, { match: () => ['print'] })
    expect(named?.because).toBe(catalogue.indicators.get('print')?.name)
  })
})

describe('exfiltration', () => {
  const triggers: PolicyDefinition['triggers'] = ['exfiltration']
  it('triggers from the lowest threshold on, by the indicator that exceeds it most', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 2, upload)
      .add(MONDAY + 1, 9, 3, upload)
      .add(MONDAY + 2, 9, 500, download)
      .add(MONDAY + 3, 9, 2, upload)
      .add(MONDAY + 3, 9, 90, share)
    expect(said(find(diary, { triggers }))).toEqual([
      `1 exfiltration: ${catalogue.indicators.get('cloud-upload')?.name ?? ''}`,
      `3 exfiltration: ${catalogue.indicators.get('file-shared-outside')?.name ?? ''}`
    ])
  })

  it('triggers from two and a half times that number within thirty days on, once a day', () => {
    const name = catalogue.indicators.get('cloud-upload')?.name ?? ''
    // The lowest threshold is 3, so eight within thirty days are the first that are enough.
    const slowly = (days: readonly number[]) =>
      said(
        find(
          days.reduce((diary, day) => diary.add(MONDAY + day, 9, 2, upload), new Diary()),
          { triggers }
        )
      )
    expect(slowly([0, 9, 19])).toEqual([])
    expect(slowly([0, 9, 19, 29])).toEqual([`29 exfiltration: ${name}, over thirty days`])
    expect(slowly([0, 9, 19, 30])).toEqual([])
    const both = new Diary()
      .add(MONDAY, 9, 8, upload)
      .add(MONDAY + 1, 9, 3, upload)
      .add(MONDAY + 2, 9, 1, upload)
    expect(said(find(both, { triggers }))).toEqual([
      `0 exfiltration: ${name}`,
      `1 exfiltration: ${name}`,
      `2 exfiltration: ${name}, over thirty days`
    ])
  })

  it('follows the numbers of the policy, first those of the trigger', () => {
    const diary = new Diary().add(MONDAY, 9, 3, upload).add(MONDAY + 1, 9, 12, upload)
    const days = (over: Partial<PolicyDefinition>) =>
      find(diary, { triggers, ...over }).map(({ atMs }) => utcDay(atMs) - MONDAY)
    const thresholds = { 'cloud-upload': { low: 10, medium: 20, high: 30 } }
    expect(days({ thresholds })).toEqual([1])
    expect(days({ thresholds, triggerRules: { ...rules, sequences: [], indicators: { 'cloud-upload': 13 } } })).toEqual(
      []
    )
    expect(days({ thresholds: { 'cloud-upload': { aboveUsual: 5 } } })).toEqual([0, 1])
  })

  it('asks only for indicators that the policy has and that are on', () => {
    const diary = new Diary().add(MONDAY, 9, 9, upload)
    expect(find(diary, { triggers, indicators: ['print'] })).toEqual([])
    expect(find(diary, { triggers }, { indicatorsOff: ['cloud-upload'] })).toEqual([])
    expect(find(diary, { triggers, scoreOnlyPriorityContent: true })).toEqual([])
  })
})

describe('what a policy chooses itself', () => {
  const triggers: PolicyDefinition['triggers'] = ['chosen']
  it('triggers from its own daily number on, and with its sequences', () => {
    const diary = new Diary()
      .add(MONDAY, 9, 4, print)
      .add(MONDAY + 1, 9, 5, print)
      .add(MONDAY + 20, 9, 5, download, 1)
      .add(MONDAY + 20, 15, 5, upload, 1)
    const triggerRules = { indicators: { print: 5 }, sequences: ['download-exfiltrate'], alertSeverity: 'low' as const }
    expect(said(find(diary, { triggers, triggerRules, indicators: ['cloud-upload'] }))).toEqual([
      `1 chosen: ${catalogue.indicators.get('print')?.name ?? ''}`,
      `20 chosen: ${catalogue.sequences.get('download-exfiltrate')?.name ?? ''}`
    ])
    expect(find(diary, { triggers })).toEqual([])
    expect(said(find(diary, { triggers, triggerRules }, { indicatorsOff: ['print'] }))).toHaveLength(1)
  })
})

describe('sayings', () => {
  it('exist for every trigger', () => {
    const event = (trigger: TriggerEvent['trigger'], over: Partial<TriggerEvent> = {}) =>
      sayTrigger({ trigger, atMs: MONDAY * DAY_MS, lastDayMs: null, ...over }, utcDay)
    const all = TRIGGERS.map((trigger) => event(trigger))
    expect(new Set(all).size).toBe(TRIGGERS.length)
    const lastDayMs = (MONDAY + 20) * DAY_MS
    expect(event('hr-resignation', { lastDayMs })).toBe('resigned, last working day 22 Mar 2026')
    expect(event('manual', { lastDayMs })).toBe('scoring was started by hand, until 22 Mar 2026')
    expect(event('exfiltration', { because: 'Printing' })).toBe('data was taken out: Printing')
    expect(event('hr-termination', { between: { earlierDay: MONDAY, laterDay: MONDAY + 1 } })).toMatch(/^left between/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeFacts } from '../../src/main/policy/example.ts'
import { rollUp } from '../../src/main/policy/rollup.ts'
import { DAY_MS } from '../../src/main/policy/calendar.ts'
import { compileCondition, Condition } from '../../src/main/policy/condition.ts'
import type { FactsFragment } from '../../src/main/policy/indicator.ts'
import { compileMatchers } from '../../src/main/policy/match.ts'
import { catalogue, Diary, download, mail, match, matchAll, MONDAY, ownSync, share, utcDay } from './made-person.ts'

describe('matching', () => {
  it('compares operations and workloads without case', () => {
    expect(match(completeFacts({ workload: 'sharepoint', operation: 'FILEDOWNLOADED' }))).toEqual([
      'sharepoint-download'
    ])
  })

  it('finds every indicator that an activity belongs to', () => {
    expect([...match(completeFacts({ ...download, isNewAddress: true }))].sort()).toEqual([
      'new-address-access',
      'sharepoint-download'
    ])
  })

  it('never matches services, guests, unknown actors or failures', () => {
    for (const actorKind of ['service', 'guest', 'unknown'] as const)
      expect(match(completeFacts({ ...download, actorKind }))).toEqual([])
    expect(match(completeFacts({ ...download, outcome: 'failure' }))).toEqual([])
    expect(match(completeFacts({ ...download, outcome: 'unknown' }))).toEqual(['sharepoint-download'])
  })

  it('never matches what the settings exclude', () => {
    expect(match(completeFacts({ ...download, isExcluded: true }))).toEqual([])
  })

  it('matches failures only for indicators that are about them', () => {
    const print = catalogue.indicators.get('print')
    if (print === undefined) throw new Error('the indicator is missing')
    const matchWith = (outcomes: readonly ('success' | 'failure' | 'unknown')[]) =>
      compileMatchers({ indicators: new Map([['print', { ...print, outcomes: [...outcomes] }]]) })
    const facts = { workload: 'Endpoint', operation: 'FilePrinted' } as const
    const found = (outcomes: readonly ('success' | 'failure' | 'unknown')[]) =>
      (['success', 'failure', 'unknown'] as const).filter(
        (outcome) => matchWith(outcomes)(completeFacts({ ...facts, outcome })).length > 0
      )
    expect(found(['failure'])).toEqual(['failure'])
    expect(found(['success', 'unknown'])).toEqual(['success', 'unknown'])
    expect(print.outcomes).toEqual(['success', 'unknown'])
  })

  it('asks for topics, states and circumstances', () => {
    const print = catalogue.indicators.get('print')
    if (print === undefined) throw new Error('the indicator is missing')
    const fires = (when: unknown, facts: FactsFragment) =>
      compileMatchers({
        indicators: new Map([['print', { ...print, operations: 'any', workloads: 'any', when: Condition.parse(when) }]])
      })(completeFacts(facts)).length > 0
    expect(fires({ equals: { topic: 'gambling' } }, { topic: 'gambling' })).toBe(true)
    expect(fires({ equals: { topic: 'gambling' } }, { topic: 'hacking' })).toBe(false)
    expect(fires({ in: { topic: ['gambling', 'hacking'] } }, { topic: 'hacking' })).toBe(true)
    expect(fires({ in: { topic: ['gambling', 'hacking'] } }, {})).toBe(false)
    expect(fires({ equals: { alertState: 'resolved' } }, { alertState: 'resolved' })).toBe(true)
    expect(fires({ equals: { alertState: 'resolved' } }, {})).toBe(false)
    for (const flag of [
      'isNewCountry',
      'isLabelled',
      'isSensitive',
      'isOffHours',
      'isAfterLeaving',
      'isPriorityAsset',
      'isThirdParty'
    ] as const) {
      expect(fires({ is: flag }, { [flag]: true })).toBe(true)
      expect(fires({ is: flag }, {})).toBe(false)
    }
    for (const when of [{ is: 'isExcluded' }, { equals: { topic: 'Not A Topic' } }, { in: { topic: [] } }])
      expect(Condition.safeParse(when).success).toBe(false)
  })

  it('gives every activity what its conditions say, however many classes are remembered', () => {
    const facts: fc.Arbitrary<FactsFragment> = fc.record(
      {
        workload: fc.constantFrom('SharePoint', 'OneDrive', 'Endpoint', 'Exchange', 'AzureActiveDirectory', 'Alert'),
        operation: fc.constantFrom(
          'FileDownloaded',
          'FileAccessed',
          'SharingSet',
          'FileUploadedToCloud',
          'FilePrinted',
          'Send'
        ),
        outcome: fc.constantFrom('success', 'failure', 'unknown'),
        itemType: fc.constantFrom('file', 'folder', 'site', 'message'),
        extension: fc.constantFrom('', 'zip', 'docx'),
        itemKey: fc.constantFrom(null, 1),
        newItemKey: fc.constantFrom(null, 2),
        exposure: fc.constantFrom('none', 'inside', 'guest', 'anyone'),
        labelChange: fc.constantFrom('none', 'removed', 'downgraded'),
        alertSeverity: fc.constantFrom('none', 'low', 'high'),
        topic: fc.constantFrom('', 'data-loss-prevention', 'malware', 'gambling', 'unheard-of'),
        destination: fc.constantFrom('none', 'inside', 'outside', 'unallowed'),
        isOwnSite: fc.boolean(),
        isNewAddress: fc.boolean(),
        isNewCountry: fc.boolean(),
        isLabelled: fc.boolean(),
        isSensitive: fc.boolean(),
        isOffHours: fc.boolean(),
        isAfterLeaving: fc.boolean(),
        isPriorityAsset: fc.boolean(),
        isThirdParty: fc.boolean(),
        sizeBytes: fc.constantFrom(0, 1000, 10_000_000, 1_000_000_000),
        itemCount: fc.constantFrom(1, 2, 50)
      },
      { requiredKeys: [] }
    )
    const indicators = [...catalogue.indicators.values()].map((indicator) => ({
      indicator,
      test: indicator.when === undefined ? null : compileCondition(indicator.when)
    }))
    const has = (list: 'any' | readonly string[], name: string) =>
      list === 'any' || list.some((entry) => entry.toLowerCase() === name.toLowerCase())
    fc.assert(
      fc.property(facts, (fragment) => {
        const activity = completeFacts(fragment)
        const expected = indicators
          .filter(
            ({ indicator, test }) =>
              has(indicator.operations, activity.operation) &&
              !has(indicator.exceptOperations, activity.operation) &&
              has(indicator.workloads, activity.workload) &&
              indicator.outcomes.includes(activity.outcome) &&
              (test === null || test(activity))
          )
          .map(({ indicator }) => indicator.id)
        expect(matchAll(activity)).toEqual(expected)
      }),
      { numRuns: 3000, seed: 23 }
    )
  })

  it('tells amounts on both sides of every limit apart', () => {
    const print = catalogue.indicators.get('print')
    if (print === undefined) throw new Error('the indicator is missing')
    const when = Condition.parse({ all: [{ 'at-least': { sizeBytes: 10 } }, { 'at-most': { sizeBytes: 20 } }] })
    const sized = compileMatchers({ indicators: new Map([['print', { ...print, when }]]) })
    const fires = (sizeBytes: number) =>
      sized(completeFacts({ workload: 'Endpoint', operation: 'FilePrinted', sizeBytes })).length
    expect([9, 10, 20, 21, 9, 21].map(fires)).toEqual([0, 1, 1, 0, 0, 0])
  })

  it('stays right when a log brings more names than are remembered', () => {
    for (let index = 0; index < 6000; index += 1)
      expect(match(completeFacts({ operation: `Made${index}` }))).toEqual([])
    expect(match(completeFacts({ workload: 'onedrive', operation: 'filedownloaded' }))).toEqual(['onedrive-download'])
  })
})

describe('rolling up', () => {
  it('counts events, items, sizes and circumstances by day and indicator', () => {
    const diary = new Diary()
    diary.add(MONDAY, 9, 3, { ...ownSync, sizeBytes: 100, isPriority: true, isSensitive: true }, 1)
    diary.add(MONDAY, 15, 2, { ...ownSync, destination: 'unallowed' }, 2)
    const [count] = rollUp(diary.activities, match, utcDay)
    expect(count).toEqual({
      day: MONDAY,
      indicator: 'onedrive-sync',
      events: 5,
      distinctItems: 3,
      sizeBytes: 300,
      priorityEvents: 3,
      newAddressEvents: 0,
      ownSiteEvents: 5,
      unallowedEvents: 2,
      sensitiveEvents: 3,
      firstAtMs: MONDAY * DAY_MS + 9 * 3_600_000,
      lastAtMs: MONDAY * DAY_MS + 15 * 3_600_000 + 60_000
    })
  })

  it('counts the attachments of a mail, and a record without a name as an item', () => {
    const diary = new Diary().add(MONDAY, 9, 2, { ...mail, itemCount: 4, itemKey: 7 }).add(MONDAY, 10, 3, share, null)
    const counts = rollUp(diary.activities, match, utcDay)
    expect(counts.map((count) => [count.indicator, count.events, count.distinctItems])).toEqual([
      ['file-shared-outside', 3, 3],
      ['mail-attachments-outside', 8, 1]
    ])
  })

  it('sorts by day, then indicator, whatever the order of the activities', () => {
    const diary = new Diary()
      .add(MONDAY + 1, 9, 1, share)
      .add(MONDAY, 9, 1, share)
      .add(MONDAY, 9, 1, download)
    const counts = rollUp(diary.activities, match, utcDay)
    expect(counts.map((count) => `${count.day - MONDAY} ${count.indicator}`)).toEqual([
      '0 file-shared-outside',
      '0 sharepoint-download',
      '1 file-shared-outside'
    ])
    expect(rollUp([...diary.activities].reverse(), match, utcDay)).toEqual(counts)
  })
})

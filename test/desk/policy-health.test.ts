// Every state that a policy can be in, brought about by imports, settings and policies, and gone again once it is mended.
import { beforeAll, describe, expect, test } from 'vitest'
import { HEALTH_CODES, type PolicyHealth } from '../../src/shared/contract/policy.ts'
import type { PolicyDefinition, TemplateId } from '../../src/shared/domain/policy.ts'
import { FIRST_SETTINGS } from '../../src/shared/domain/settings.ts'
import {
  colleague,
  writeBadges,
  writeDataLossMatch,
  writeDeletedAccount,
  writeDepartures,
  writeDownloads,
  writeSecurityAlert,
  writeStressors
} from './made-evidence.ts'
import { writeTaking } from './made-files.ts'
import { type DeskPlace, useDesk } from './place.ts'
import { aroundTheDesk, type RawKeys, rawKeys } from './raw-store.ts'

type Code = PolicyHealth['code']

const few = useDesk()
const many = useDesk()
const seen = new Set<Code>()
let keys: RawKeys

async function define(
  place: DeskPlace,
  template: TemplateId,
  change: Partial<PolicyDefinition>
): Promise<PolicyDefinition> {
  const found = (await place.get('policy.templates', {})).find(({ id }) => id === template)
  if (found === undefined) throw new Error(`no template ${template}`)
  return { ...found.definition, sequences: [], ...change }
}

async function create(place: DeskPlace, template: TemplateId, change: Partial<PolicyDefinition> = {}): Promise<number> {
  const definition = await define(place, template, change)
  return (await place.get('policy.create', { name: 'Looked at', template, definition })).id
}

async function edit(place: DeskPlace, id: number, change: Partial<PolicyDefinition>): Promise<void> {
  const { definition } = await place.get('policy.show', { id })
  await place.get('policy.edit', { id, definition: { ...definition, ...change } })
}

async function healthOf(place: DeskPlace, id: number): Promise<readonly PolicyHealth[]> {
  const found = (await place.get('policy.list', {})).find((policy) => policy.id === id)
  if (found === undefined) throw new Error(`no policy ${id}`)
  for (const { says, mend } of found.health)
    for (const sentence of [says, mend]) expect(sentence).toMatch(/^[A-Z\d].*\.$/)
  return found.health
}

async function codes(place: DeskPlace, id: number): Promise<readonly Code[]> {
  const found = (await healthOf(place, id)).map(({ code }) => code)
  for (const code of found) seen.add(code)
  return found
}

async function levelOf(place: DeskPlace, id: number, code: Code): Promise<PolicyHealth['level'] | undefined> {
  return (await healthOf(place, id)).find((each) => each.code === code)?.level
}

beforeAll(async () => {
  await few.create()
  await many.create()
  keys = await rawKeys(few)
}, 60_000)

describe('a policy of few people', { timeout: 120_000 }, () => {
  const DEPARTING = 'data-theft-by-departing-users'
  let leavers = 0

  test('has nothing to work with before the first import', async () => {
    leavers = await create(few, DEPARTING, { indicators: ['sharepoint-download'] })
    expect(await codes(few, leavers)).toEqual(['no-activities', 'no-departures'])
    expect(await levelOf(few, leavers, 'no-activities')).toBe('warning')
    await few.import([writeDownloads(few.folder, 'one-day.ndjson', 2, '2026-02-16', 40)])
    expect(await codes(few, leavers)).toEqual(['no-departures'])
    expect(await levelOf(few, leavers, 'no-departures')).toBe('warning')
  })

  test('works on deleted accounts alone until departures are known', async () => {
    await few.import([writeDeletedAccount(few.folder, 0)])
    expect(await codes(few, leavers)).toContain('only-deletions')
    expect(await levelOf(few, leavers, 'only-deletions')).toBe('recommendation')
    const deletedOnly = await create(few, DEPARTING, {
      indicators: ['sharepoint-download'],
      triggers: ['account-deleted']
    })
    expect(await codes(few, deletedOnly)).not.toContain('only-deletions')
    await few.import([writeDepartures(few.folder, 'leavers.csv', [0], '2026-02-20')])
    expect(await codes(few, leavers)).not.toContain('only-deletions')
  })

  test('is healthy once it has raised an alert, and says before what is missing', async () => {
    const strict = await create(few, DEPARTING, { indicators: ['sharepoint-download'], alertLine: 100 })
    expect(await codes(few, strict)).toEqual(['no-alerts-yet'])
    const blind = await create(few, DEPARTING, { indicators: ['onedrive-download'] })
    expect(await codes(few, blind)).toEqual(['no-scores'])
    await edit(few, strict, {
      alertLine: 1,
      thresholds: { 'sharepoint-download': { low: 2, medium: 3, high: 4 } }
    })
    expect(await codes(few, strict)).toEqual(['healthy'])
  })

  test('is told when logs go on for more than a week after the last HR file', async () => {
    expect(await codes(few, leavers)).not.toContain('departures-silent')
    setImports(few, 'hr', Date.UTC(2026, 1, 10))
    expect(await codes(few, leavers), 'the newest activity is ten days later').toContain('departures-silent')
    setImports(few, 'hr', Date.UTC(2026, 1, 14))
    expect(await codes(few, leavers), 'it is six days later').not.toContain('departures-silent')
  })

  test('needs stressors where it is for people under stress, and current ones', async () => {
    const id = await create(few, 'data-leaks-by-disgruntled-users', { indicators: ['sharepoint-download'] })
    expect(await codes(few, id)).toContain('no-stressors')
    await few.import([writeStressors(few.folder, 'levels.csv', [1], '2026-02-16')])
    const now = await codes(few, id)
    expect(now).not.toContain('no-stressors')
    expect(now).not.toContain('stressors-silent')
    setImports(few, 'hr', Date.UTC(2026, 1, 10))
    expect(await codes(few, id)).toContain('stressors-silent')
  })

  test('needs people, a trigger and indicators that are on', async () => {
    const id = await create(few, DEPARTING, { indicators: ['sharepoint-download'] })
    const { definition } = await few.get('policy.show', { id })
    const { include, exclude } = definition.people
    await edit(few, id, { people: { include: { ...include, departments: ['Nowhere'] }, exclude } })
    expect(await codes(few, id)).toContain('nobody-chosen')
    const [somebody] = await few.get('person.list', {})
    if (somebody === undefined) throw new Error('nobody was imported')
    await edit(few, id, { people: { include: { ...include, people: [somebody.pseudonym] }, exclude } })
    expect(await codes(few, id)).not.toContain('nobody-chosen')
    await edit(few, id, { triggers: ['manual'] })
    expect(await codes(few, id)).toContain('no-trigger')
    expect(await levelOf(few, id, 'no-trigger')).toBe('warning')
    await edit(few, id, { triggers: ['hr-resignation', 'manual'] })
    expect(await codes(few, id)).not.toContain('no-trigger')
    const settings = { ...FIRST_SETTINGS, indicatorsOff: ['sharepoint-download'] }
    await few.get('setting.change', { settings })
    expect(await codes(few, id)).toContain('no-indicators')
    await few.get('setting.change', { settings: FIRST_SETTINGS })
    expect(await codes(few, id)).not.toContain('no-indicators')
  })

  test('needs a group with members where it is for people of priority', async () => {
    const id = await create(few, 'data-leaks-by-priority-users', {
      indicators: ['sharepoint-download', 'file-shared-outside']
    })
    expect(await codes(few, id)).toContain('no-priority-group')
    const { group } = await few.get('group.create', { name: 'Board' })
    const { definition } = await few.get('policy.show', { id })
    const { include, exclude } = definition.people
    await edit(few, id, { people: { include: { ...include, groups: [group.id] }, exclude } })
    expect(await codes(few, id), 'a group without members').toContain('no-priority-group')
    await few.get('group.add', { id: group.id, identities: [colleague(1)] })
    expect(await codes(few, id)).not.toContain('no-priority-group')
  })

  test('cannot find a sequence that lacks the indicators of a step', async () => {
    const id = await create(few, DEPARTING, {
      indicators: ['sharepoint-download'],
      sequences: ['download-exfiltrate']
    })
    expect(await codes(few, id)).toContain('sequence-without-indicators')
    await edit(few, id, { indicators: ['sharepoint-download', 'file-shared-outside'] })
    expect(await codes(few, id)).not.toContain('sequence-without-indicators')
  })

  test('waits for high alerts of data-loss prevention', async () => {
    const id = await create(few, 'general-data-leaks', {
      indicators: ['sharepoint-download'],
      triggers: ['dlp-alert']
    })
    expect(await codes(few, id)).toContain('no-dlp-alerts')
    expect(await levelOf(few, id, 'no-dlp-alerts')).toBe('warning')
    await few.import([writeDataLossMatch(few.folder, 0, 'Low')])
    const low = await codes(few, id)
    expect(low).toContain('no-high-dlp-alerts')
    expect(low).not.toContain('no-dlp-alerts')
    await few.import([writeDataLossMatch(few.folder, 0, 'High')])
    expect(await codes(few, id)).not.toContain('no-high-dlp-alerts')
  })

  test('waits for alerts of security products in the states that count', async () => {
    const id = await create(few, 'general-security-policy-violations')
    expect(await codes(few, id)).toContain('no-security-alerts')
    await few.import([writeSecurityAlert(few.folder, 1)])
    expect(await codes(few, id)).not.toContain('no-security-alerts')
    await few.get('setting.change', { settings: { ...FIRST_SETTINGS, alertStates: ['resolved'] } })
    expect(await codes(few, id)).toContain('alert-states-narrow')
    await few.get('setting.change', { settings: FIRST_SETTINGS })
    expect(await codes(few, id)).not.toContain('alert-states-narrow')
  })

  test('cannot look at doors and devices without their logs', async () => {
    const physical = (await few.get('policy.indicators', {})).filter(({ category }) => category === 'physical')
    const id = await create(few, DEPARTING, {
      indicators: ['sharepoint-download', 'removable-media-copy', ...physical.slice(0, 1).map((each) => each.id)]
    })
    const before = await codes(few, id)
    expect(before).toEqual(expect.arrayContaining(['no-device-activities', 'no-badge-activities']))
    await few.import([writeBadges(few.folder, 1), writeTaking(few.folder).audit])
    const after = await codes(few, id)
    expect(after).not.toContain('no-device-activities')
    expect(after).not.toContain('no-badge-activities')
  })

  test('does nothing while it is switched off, and keeps its open alerts', async () => {
    const before = (await few.get('policy.list', {})).find(({ activeAlerts }) => activeAlerts > 0)
    if (before === undefined) throw new Error('no policy has raised an alert')
    const off = await few.get('policy.switch', { id: before.id, isOn: false })
    expect(off).toMatchObject({ status: 'off', inScope: 0, activeAlerts: before.activeAlerts })
    expect(await codes(few, before.id)).toEqual(['switched-off'])
    expect(await few.get('policy.switch', { id: before.id, isOn: true })).toMatchObject({ status: 'on' })
    expect(await codes(few, before.id)).not.toContain('switched-off')
  })
})

describe('a policy of many people', { timeout: 120_000 }, () => {
  test('is told when a large share of all is in its scope, or was', async () => {
    await many.import([writeDownloads(many.folder, 'all.ndjson', 24, '2026-02-16')])
    await many.import([writeDepartures(many.folder, 'early.csv', [0, 1, 2], '2025-06-02')])
    const indicators = ['sharepoint-download']
    const id = await create(many, 'data-theft-by-departing-users', { indicators })
    const early = await codes(many, id)
    expect(early, 'three of 24 are an eighth').not.toContain('trigger-too-common')
    await many.import([writeDepartures(many.folder, 'more.csv', [3], '2025-06-03')])
    const more = await codes(many, id)
    expect(more, 'four are a sixth, and all of them long gone').toContain('trigger-too-common')
    expect(more).not.toContain('many-in-scope')
    await many.import([writeDepartures(many.folder, 'late.csv', [4, 5, 6, 7], '2026-02-16')])
    expect(await codes(many, id)).toEqual(expect.arrayContaining(['many-in-scope', 'trigger-too-common']))
  })
})

test('every state that there is was brought about here', () => {
  expect(HEALTH_CODES.filter((code) => !seen.has(code))).toEqual([])
})

/** As if the files of a source had been imported then. */
function setImports(place: DeskPlace, source: string, startedMs: number): void {
  aroundTheDesk(place, 'main', keys, (sql) =>
    sql.run('UPDATE import SET started_ms = ? WHERE source = ?', [startedMs, source])
  )
}

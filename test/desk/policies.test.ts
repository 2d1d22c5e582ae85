// What administrators do with policies: every version stays readable, what differs is said in words, what was typed comes
// back from the masked screen as it was typed, and what cannot be used is refused before it is stored.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ShownDefinition } from '../../src/shared/contract/policy.ts'
import { TRIGGERS, type PolicyDefinition, type Template } from '../../src/shared/domain/policy.ts'
import { LEAVER, writeTaking } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'
import { aroundTheDesk, rawKeys } from './raw-store.ts'

const place = useDesk()
const DEPARTING = 'data-theft-by-departing-users'
const SITE = 'https://quarryfield-my.sharepoint.com/personal/mika_sandvall_quarryfield_example'
let template: Template
let templates: readonly Template[]

beforeAll(async () => {
  await place.create()
  templates = await place.get('policy.templates', {})
  const found = templates.find(({ id }) => id === DEPARTING)
  if (found === undefined) throw new Error('no template')
  template = found
  const profiles = path.join(place.folder, 'profiles.csv')
  writeFileSync(
    profiles,
    'HRScenario,EmailAddress,EmployeeFirstName,EmployeeLastName,EmployeeDept,EmployeeCountry,EmployeeRole\n' +
      `Employee profile,${LEAVER},Mika,Sandvall,Office of Mika Sandvall,DE,Assistant\n` +
      'Employee profile,tove.ahlgren@quarryfield.example,Tove,Ahlgren,Drawing,SE,Draughtswoman\n'
  )
  const { audit, leavers } = writeTaking(place.folder)
  await place.import([profiles, leavers, audit])
}, 60_000)

async function create(change: Partial<PolicyDefinition> = {}, name = 'Leaks'): Promise<number> {
  const definition = { ...template.definition, ...change }
  return (await place.get('policy.create', { name, template: DEPARTING, definition })).id
}

async function shown(id: number, version: number | null = null): Promise<ShownDefinition> {
  return (await place.get('policy.show', { id, version })).definition
}

describe('versions', { timeout: 60_000 }, () => {
  test('are kept, listed newest first and told apart in words', async () => {
    const id = await create()
    const first = await shown(id)
    await place.get('policy.edit', {
      id,
      definition: {
        ...first,
        alertLine: 40,
        thresholds: { 'sharepoint-download': { low: 10, medium: 40, high: 120 }, print: { aboveUsual: 3 } },
        indicators: first.indicators.filter((each) => each !== 'cloud-upload'),
        windows: { ...first.windows, activationDays: 14 }
      }
    })
    const versions = await place.get('policy.versions', { id })
    expect(versions.map(({ version, operator }) => [version, operator])).toEqual([
      [2, 'avery'],
      [1, 'avery']
    ])
    expect(await shown(id, 1)).toEqual(first)
    expect((await shown(id)).alertLine).toBe(40)
    const catalogue = await place.get('policy.indicators', {})
    const named = (wanted: string) => {
      const found = catalogue.find((each) => each.id === wanted)
      if (found === undefined) throw new Error(`no indicator ${wanted}`)
      const { low, medium, high } = found.thresholds
      return { name: found.name, thresholds: `${low} / ${medium} / ${high}` }
    }
    expect(await place.get('policy.diff', { id, from: 1, to: 2 })).toEqual(
      expect.arrayContaining([
        {
          part: `Thresholds of ${named('sharepoint-download').name}`,
          before: named('sharepoint-download').thresholds,
          after: '10 / 40 / 120'
        },
        {
          part: `Thresholds of ${named('print').name}`,
          before: named('print').thresholds,
          after: 'above 3 times the usual'
        },
        { part: `Indicator ${named('cloud-upload').name}`, before: 'on', after: 'off' },
        {
          part: 'Days scored after a trigger',
          before: `${first.windows.activationDays} days`,
          after: '14 days'
        },
        { part: 'Line of an alert', before: `score ${first.alertLine}`, after: 'score 40' }
      ])
    )
    expect(await place.get('policy.diff', { id, from: 1, to: 2 })).toHaveLength(5)
    expect(await place.get('policy.diff', { id, from: 2, to: 2 })).toEqual([])
    expect(await place.get('policy.diff', { id, from: 1, to: { definition: await shown(id, 1) } })).toEqual([])
    const edited = { ...(await shown(id)), cumulativeExfiltration: !first.cumulativeExfiltration }
    expect(await place.get('policy.diff', { id, from: 2, to: { definition: edited } })).toEqual([
      {
        part: 'Exfiltration over thirty days',
        before: first.cumulativeExfiltration ? 'on' : 'off',
        after: first.cumulativeExfiltration ? 'off' : 'on'
      }
    ])
  })

  test('that never were are refused', async () => {
    const id = await create()
    expect(await place.refusal('policy.show', { id, version: 7 })).toMatchObject({ code: 'not-found' })
    expect(await place.refusal('policy.diff', { id, from: 1, to: 7 })).toMatchObject({ code: 'not-found' })
    expect(await place.refusal('policy.diff', { id: 9999, from: 1, to: 1 })).toMatchObject({ code: 'not-found' })
    expect(await place.refusal('policy.versions', { id: 9999 })).toMatchObject({ code: 'not-found' })
  })
})

describe('what an administrator typed', { timeout: 60_000 }, () => {
  const typed = {
    priorityContent: {
      sites: [SITE],
      extensions: ['dwg'],
      keywords: ['Sandvall', 'SANDVALL', 'tender'],
      labels: ['Confidential of Mika Sandvall'],
      sensitiveTypes: ['Salary of Mika Sandvall']
    },
    people: {
      include: {
        people: [],
        groups: [],
        departments: ['Office of Mika Sandvall', 'Drawing'],
        countries: ['DE'],
        businessUnits: ['Sandvall & Sons']
      },
      exclude: { people: [], groups: [], departments: ['mika.sandvall'], countries: [], businessUnits: [] }
    }
  }

  test('is masked on the screen, in differences too, and comes back in every list as it was typed', async () => {
    const id = await create(typed)
    const masked = await shown(id)
    expect(JSON.stringify(masked).toLowerCase()).not.toContain('sandvall')
    expect(masked.people.include.departments[1]).toBe('Drawing')
    await place.get('policy.edit', { id, definition: { ...masked, alertLine: 33 } })
    expect(await inVault(id, 2)).toEqual(typed)
    const emptied = { ...(await shown(id)), priorityContent: template.definition.priorityContent }
    const differences = await place.get('policy.diff', { id, from: 2, to: { definition: emptied } })
    expect(differences.map(({ part }) => part)).toEqual([
      'Priority sites',
      'Priority labels',
      'Priority types of sensitive information',
      'Priority file types',
      'Priority keywords'
    ])
    expect(JSON.stringify(differences).toLowerCase()).not.toContain('sandvall')
  })

  test('is put back too when what was exported is made a policy again', async () => {
    const id = await create(typed)
    const definition = await shown(id)
    const again = await place.get('policy.create', { name: 'Again', template: DEPARTING, definition })
    expect(await inVault(again.id, 1)).toEqual(typed)
  })

  test('can be chosen from what the directory holds, which is masked as well', async () => {
    const choices = await place.get('policy.choices', {})
    expect(JSON.stringify(choices).toLowerCase()).not.toContain('sandvall')
    expect(choices.countries).toEqual(['DE', 'SE'])
    const office = choices.departments.find((each) => each.startsWith('Office of ANON-'))
    if (office === undefined) throw new Error('the masked department cannot be chosen')
    const { people } = template.definition
    const id = await create({ people: { ...people, include: { ...people.include, departments: [office] } } })
    expect(await inVault(id, 1)).toMatchObject({ people: { include: { departments: ['Office of Mika Sandvall'] } } })
    expect((await place.get('policy.show', { id })).policy.health.map(({ code }) => code)).not.toContain(
      'nobody-chosen'
    )
  })

  test('lies in the vault only', async () => {
    const id = await create(typed)
    const stored = aroundTheDesk(place, 'main', await rawKeys(place), (sql) =>
      sql.all('SELECT definition FROM policy_version WHERE policy_id = ?', [id]).map((row) => String(row['definition']))
    )
    expect(stored).toHaveLength(1)
    for (const text of ['andvall', 'Drawing', 'tender']) expect(stored[0]).not.toContain(text)
  })
})

describe('a copy', { timeout: 60_000 }, () => {
  test('is a policy of its own, with everything that was typed', async () => {
    const priorityContent = { ...template.definition.priorityContent, sites: [SITE] }
    const id = await create({ alertLine: 21, priorityContent })
    const copy = await place.get('policy.copy', { id, name: 'The same' })
    expect(copy).toMatchObject({ name: 'The same', template: DEPARTING, version: 1, status: 'on' })
    expect(copy.id).not.toBe(id)
    expect(await shown(copy.id)).toEqual(await shown(id))
    expect(await inVault(copy.id, 1)).toMatchObject({ priorityContent: { sites: [SITE] } })
    const entries = await everyRow(place, 'audit.list', { action: 'policy.copy' })
    expect(entries[0]).toMatchObject({ objectId: String(copy.id), details: { copyOf: id, ofVersion: 1 } })
  })

  test('of what is not there, or names a group that is gone, is refused', async () => {
    expect(await place.refusal('policy.copy', { id: 9999, name: 'Nothing' })).toMatchObject({ code: 'not-found' })
    const { group } = await place.get('group.create', { name: 'Short-lived' })
    const { people } = template.definition
    const id = await create({ people: { ...people, include: { ...people.include, groups: [group.id] } } })
    await place.get('policy.copy', { id, name: 'While it is there' })
    const stored = await shown(id)
    aroundTheDesk(place, 'main', await rawKeys(place), (sql) =>
      sql.run('UPDATE priority_group SET deleted_ms = 1 WHERE id = ?', [group.id])
    )
    expect(await place.refusal('policy.copy', { id, name: 'After it' })).toMatchObject({ code: 'conflict' })
    expect(await shown(id), 'the policy itself stays as it is').toEqual(stored)
  })
})

describe('a definition that cannot be used', { timeout: 60_000 }, () => {
  const refuse = async (change: Partial<PolicyDefinition>) => {
    const before = (await place.get('policy.list', {})).length
    const definition = { ...template.definition, ...change }
    const refusal = await place.refusal('policy.create', { name: 'Wrong', template: DEPARTING, definition })
    expect((await place.get('policy.list', {})).length).toBe(before)
    return refusal
  }

  test('names a trigger that its template does not allow; manual scoring always is', async () => {
    const foreign = TRIGGERS.find((trigger) => trigger !== 'manual' && !template.allowedTriggers.includes(trigger))
    if (foreign === undefined) throw new Error('the template allows everything')
    expect(await refuse({ triggers: [foreign] })).toMatchObject({
      code: 'bad-input',
      sentence: expect.stringContaining(template.name) as unknown
    })
    await create({ triggers: ['hr-resignation', 'manual'] })
  })

  test('names indicators, sequences or groups that are not there', async () => {
    const { people } = template.definition
    const cases: readonly Partial<PolicyDefinition>[] = [
      { indicators: ['no-such-thing'] },
      { thresholds: { 'no-such-thing': { low: 1, medium: 2, high: 3 } } },
      { sequences: ['no-such-thing'] },
      { triggerRules: { ...template.definition.triggerRules, indicators: { 'no-such-thing': 1 } } },
      { triggerRules: { ...template.definition.triggerRules, sequences: ['no-such-thing'] } },
      { people: { ...people, include: { ...people.include, groups: [4242] } } },
      { people: { ...people, exclude: { ...people.exclude, groups: [4242] } } }
    ]
    for (const change of cases)
      expect(await refuse(change)).toMatchObject({
        code: 'bad-input',
        sentence: expect.stringMatching(/no-such-thing|4242/) as unknown
      })
  })

  test('has thresholds that fall or that nobody reaches', async () => {
    const wide = { 'sharepoint-download': { low: 1, medium: 2, high: 5_000_000 } }
    expect(await refuse({ thresholds: wide })).toMatchObject({ code: 'bad-input' })
    const falling = { 'sharepoint-download': { low: 9, medium: 2, high: 3 } }
    expect(await refuse({ thresholds: falling })).toMatchObject({ code: 'bad-request' })
    await create({ thresholds: { 'sharepoint-download': { low: 1, medium: 1, high: 1_000_000 } } })
  })

  test('triggers by choice and chooses nothing', async () => {
    const open = templates.find(({ allowedTriggers }) => allowedTriggers.includes('chosen'))
    if (open === undefined) throw new Error('no template lets an administrator choose what triggers')
    const nothing = { ...open.definition.triggerRules, indicators: {}, sequences: [] }
    const definition = { ...open.definition, triggers: ['chosen' as const], triggerRules: nothing }
    const request = { name: 'Chosen', template: open.id, definition }
    expect(await place.refusal('policy.create', request)).toMatchObject({ code: 'bad-input' })
    const triggerRules = { ...nothing, indicators: { 'sharepoint-download': 50 } }
    await place.get('policy.create', { ...request, definition: { ...definition, triggerRules } })
  })

  test('is of another template than the policy', async () => {
    const id = await create()
    const other = templates.find((each) => each.id !== DEPARTING)
    if (other === undefined) throw new Error('there is one template only')
    expect(await place.refusal('policy.edit', { id, definition: other.definition })).toMatchObject({
      code: 'bad-input'
    })
    expect((await place.get('policy.versions', { id })).length).toBe(1)
  })
})

describe('a policy that has raised an alert', { timeout: 60_000 }, () => {
  test('leaves its alerts when it is switched off or deleted, and is scored again when it is on', async () => {
    const id = await create({}, 'Takes alerts')
    const alerts = async (): Promise<number> => (await everyRow(place, 'alert.list', { policyId: id })).length
    expect(await alerts()).toBe(1)
    const off = await place.get('policy.switch', { id, isOn: false })
    expect(off).toMatchObject({ status: 'off', inScope: 0, activeAlerts: 1 })
    await place.get('score.run', { asOfMs: null })
    expect(await alerts()).toBe(1)
    const on = await place.get('policy.switch', { id, isOn: true })
    expect(on).toMatchObject({ status: 'on', inScope: 1, activeAlerts: 1 })
    await place.get('policy.delete', { id })
    expect(await alerts()).toBe(1)
    expect((await place.get('policy.list', {})).map((each) => each.id)).not.toContain(id)
    for (const [name, request] of [
      ['policy.switch', { id, isOn: true }],
      ['policy.delete', { id }],
      ['policy.copy', { id, name: 'Gone' }]
    ] as const)
      expect(await place.refusal(name, request)).toMatchObject({ code: 'not-found' })
  })

  test('counts decisions of the last year, and among them those that led to a case', async () => {
    const id = await create({}, 'Decided on')
    const counts = async () => {
      const { confirmedAlerts, decidedAlerts } = (await place.get('policy.show', { id })).policy
      return { confirmedAlerts, decidedAlerts }
    }
    expect(await counts()).toEqual({ confirmedAlerts: 0, decidedAlerts: 0 })
    const [alert] = await everyRow(place, 'alert.list', { policyId: id })
    if (alert === undefined) throw new Error('no alert')
    const ids = [alert.id]
    await place.get('alert.dismiss', { ids, reason: 'other', comment: '' })
    expect(await counts()).toEqual({ confirmedAlerts: 0, decidedAlerts: 1 })
    await place.get('alert.undo', { id: alert.id })
    expect(await counts()).toEqual({ confirmedAlerts: 0, decidedAlerts: 0 })
    await place.get('alert.confirm', { ids, into: { newCase: 'Drawings' }, comment: '' })
    expect(await counts()).toEqual({ confirmedAlerts: 1, decidedAlerts: 1 })
    const keys = await rawKeys(place)
    aroundTheDesk(place, 'main', keys, (sql) => sql.run('UPDATE decision SET at_ms = at_ms - 366 * 86400000'))
    expect(await counts()).toEqual({ confirmedAlerts: 0, decidedAlerts: 0 })
  })
})

describe('the catalogue', { timeout: 60_000 }, () => {
  test('shows indicators with examples, templates and hits, and which the settings switch off', async () => {
    const all = await place.get('policy.indicators', {})
    const download = all.find(({ id }) => id === 'sharepoint-download')
    expect(download).toMatchObject({
      isOn: true,
      counts: 'events',
      templates: expect.arrayContaining([DEPARTING]) as unknown
    })
    expect(download?.mustFire.length).toBeGreaterThan(0)
    expect(download?.mustNot.length).toBeGreaterThan(0)
    expect(download?.hits.people).toBe(2)
    const stick = all.find(({ id }) => id === 'removable-media-copy')
    expect(stick?.hits, 'two hundred files on one day').toMatchObject({ personDays: 1, people: 1, low: 1, high: 1 })
    const { settings } = await place.get('setting.show', {})
    await place.get('setting.change', { settings: { ...settings, indicatorsOff: ['print'] } })
    const off = (await place.get('policy.indicators', {})).filter(({ isOn }) => !isOn)
    expect(off.map(({ id }) => id)).toEqual(['print'])
  })

  test('shows sequences with their steps and every booster', async () => {
    const sequences = await place.get('policy.sequences', {})
    const known = new Set((await place.get('policy.indicators', {})).map(({ id }) => id))
    for (const { steps } of sequences)
      for (const { indicators } of steps) for (const id of indicators) expect(known).toContain(id)
    expect(sequences.length).toBeGreaterThan(3)
    const boosters = await place.get('policy.boosters', {})
    expect(boosters.map(({ booster }) => booster).sort()).toEqual(Object.keys(template.definition.boosters).sort())
  })
})

async function inVault(id: number, version: number): Promise<unknown> {
  const content = aroundTheDesk(place, 'vault', await rawKeys(place), (sql) =>
    sql.get('SELECT content FROM policy_content WHERE policy_id = ? AND version = ?', [id, version])
  )
  return JSON.parse(String(content?.['content']))
}

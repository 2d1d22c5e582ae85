// Settings of all policies and the list of physical assets through the whole desk: masked on the screen, kept as typed,
// audited by counts, and followed by the scores.
import { beforeAll, describe, expect, test } from 'vitest'
import { FIRST_SETTINGS, type ScoringSettings } from '../../src/shared/domain/settings.ts'
import { writeTaking } from './made-files.ts'
import { everyRow, OWNER, useDesk } from './place.ts'
import { aroundTheDesk, rawKeys } from './raw-store.ts'

const place = useDesk()
const PERSONAL_SITE = 'https://quarryfield-my.sharepoint.com/personal/mika_sandvall_quarryfield_example'
const typed: ScoringSettings = {
  ...FIRST_SETTINGS,
  domains: {
    own: ['QuarryField.example'],
    unallowed: ['**.share.example', 'mika-sandvall.example'],
    allowed: ['partner.example', 'Partner.example'],
    thirdParty: ['*.supplier.example']
  },
  exclusions: {
    extensions: ['.TMP'],
    paths: ['C:\\Users\\mika.sandvall\\Scratch\\*'],
    sites: [`${PERSONAL_SITE}/`],
    keywords: ['of Mika Sandvall', 'lunch menu'],
    sensitiveTypes: ['IBAN']
  },
  fileVolumeFloor: 3
}
const kept: ScoringSettings = {
  ...typed,
  domains: { ...typed.domains, own: ['quarryfield.example'], allowed: ['partner.example'] },
  exclusions: { ...typed.exclusions, extensions: ['tmp'], sites: [PERSONAL_SITE] }
}

beforeAll(async () => {
  await place.create()
  const { audit, leavers } = writeTaking(place.folder)
  await place.import([leavers, audit])
  await place.get('policy.create', { name: 'Leavers', template: 'data-theft-by-departing-users', definition: null })
}, 60_000)

async function inVault(key: string): Promise<unknown> {
  const row = aroundTheDesk(place, 'vault', await rawKeys(place), (sql) =>
    sql.get('SELECT value FROM setting_text WHERE key = ?', [key])
  )
  return row === undefined ? null : JSON.parse(String(row['value']))
}

async function audited(action: string) {
  const entries = await everyRow(place, 'audit.list', { action })
  return entries.map(({ outcome, objectType, objectId, details }) => ({ outcome, objectType, objectId, details }))
}

describe('settings of all policies', { timeout: 60_000 }, () => {
  test('are the first ones before anybody sets them, beside the domains that were found', async () => {
    const shown = await place.get('setting.show', {})
    expect(shown).toEqual({ settings: FIRST_SETTINGS, inferredDomains: ['quarryfield.example'] })
  })

  test('are kept as they were typed, tidied, and shown masked', async () => {
    const shown = await place.get('setting.change', { settings: typed })
    expect(JSON.stringify(shown).toLowerCase()).not.toContain('sandvall')
    expect(shown).toMatchObject({
      domains: { own: ['quarryfield.example'], allowed: ['partner.example'] },
      exclusions: { extensions: ['tmp'] },
      fileVolumeFloor: 3
    })
    expect(shown.exclusions.keywords[0]).toMatch(/^of ANON-/)
    expect(await inVault('scoring')).toEqual(kept)
    expect((await place.get('setting.show', {})).settings).toEqual(shown)
  })

  test('come back from the screen with every masked entry as it was typed', async () => {
    const { settings } = await place.get('setting.show', {})
    const keywords = [...settings.exclusions.keywords.slice(0, 1), 'canteen']
    const sent = { ...settings, alertVolume: 'more' as const, exclusions: { ...settings.exclusions, keywords } }
    await place.get('setting.change', { settings: sent })
    expect(await inVault('scoring')).toEqual({
      ...kept,
      alertVolume: 'more',
      exclusions: { ...kept.exclusions, keywords: ['of Mika Sandvall', 'canteen'] }
    })
  })

  test('that cannot be used are refused, leave everything as it was, and are audited as refused', async () => {
    const before = await inVault('scoring')
    const wrong: readonly [string, ScoringSettings][] = [
      ['no indicator', { ...typed, indicatorsOff: ['mind-reading'] }],
      ['no domain', { ...typed, domains: { ...typed.domains, own: ['mika.sandvall@example.org'] } }],
      ['own or allowed at the same time', { ...typed, domains: { ...typed.domains, unallowed: ['partner.example'] } }],
      ['exclude everything', { ...typed, exclusions: { ...typed.exclusions, paths: ['*'] } }]
    ]
    for (const [says, settings] of wrong) {
      const { code, sentence } = await place.refusal('setting.change', { settings })
      expect(code, says).toBe('bad-input')
      expect(sentence).toContain(says)
      expect(sentence).not.toContain('sandvall')
    }
    expect((await place.refusal('setting.change', { settings: { ...typed, alertStates: [] } })).code).toBe(
      'bad-request'
    )
    expect(await inVault('scoring')).toEqual(before)
    const refusals = (await audited('setting.change')).filter(({ outcome }) => outcome === 'refused')
    expect(refusals).toHaveLength(wrong.length)
  })

  test('are audited by counts and hold nothing that was typed', async () => {
    const entries = (await audited('setting.change')).filter(({ outcome }) => outcome === 'done')
    expect(entries.at(-1)).toEqual({
      outcome: 'done',
      objectType: 'setting',
      objectId: 'scoring',
      details: {
        indicatorsOff: 0,
        ownDomains: 1,
        unallowedDomains: 2,
        allowedDomains: 1,
        thirdPartyDomains: 1,
        excludedExtensions: 1,
        excludedPaths: 1,
        excludedSites: 1,
        excludedKeywords: 2,
        excludedSensitiveTypes: 1,
        fileVolumeFloor: 3,
        alertVolume: 'default',
        alertStates: 4
      }
    })
    expect(JSON.stringify(entries)).not.toMatch(/sandvall|example|tmp/i)
  })

  test('are followed by the scores: an indicator that is switched off raises nothing', async () => {
    await place.get('setting.change', { settings: FIRST_SETTINGS })
    const raised = await place.get('alert.list', {})
    expect(raised.rows.length).toBeGreaterThan(0)
    const indicators = await place.get('policy.indicators', {})
    await place.get('setting.change', {
      settings: { ...FIRST_SETTINGS, indicatorsOff: indicators.map(({ id }) => id) }
    })
    expect((await place.get('alert.list', {})).rows).toEqual([])
    await place.get('setting.change', { settings: FIRST_SETTINGS })
    expect((await place.get('alert.list', {})).rows).toHaveLength(raised.rows.length)
    expect(place.told).toContain('setting')
  })

  test('with twenty thousand domains are changed in seconds and shown again', async () => {
    const many = (word: string): string[] =>
      Array.from({ length: 5000 }, (_, index) => `${word}${String(index)}.example`)
    const domains = { own: many('a'), unallowed: many('b'), allowed: many('c'), thirdParty: many('d') }
    const before = performance.now()
    await place.get('setting.change', { settings: { ...FIRST_SETTINGS, domains } })
    const { settings } = await place.get('setting.show', {})
    await place.get('setting.change', { settings })
    expect(performance.now() - before).toBeLessThan(20_000)
    expect(await inVault('scoring')).toMatchObject({ domains })
    await place.get('setting.change', { settings: FIRST_SETTINGS })
  })
})

describe('physical assets of priority', { timeout: 60_000 }, () => {
  test('are kept as typed and once each, shown masked, and come back from the screen as they were', async () => {
    expect(await place.get('asset.list', {})).toEqual([])
    const shown = await place.get('asset.change', { assets: ['Vault 2', 'vault 2', 'Office of Mika Sandvall'] })
    expect(shown[0]).toBe('Vault 2')
    expect(shown[1]).toMatch(/^Office of ANON-/)
    await place.get('asset.change', { assets: [...shown, 'Server room'] })
    expect(await inVault('assets')).toEqual(['Vault 2', 'Office of Mika Sandvall', 'Server room'])
  })

  test('are refused where one is empty or too many, and audited by their number', async () => {
    expect((await place.refusal('asset.change', { assets: ['  '] })).code).toBe('bad-request')
    expect((await place.refusal('asset.change', { assets: ['x'.repeat(161)] })).code).toBe('bad-request')
    const many = Array.from({ length: 10_001 }, (_, index) => `door ${String(index)}`)
    expect((await place.refusal('asset.change', { assets: many })).code).toBe('bad-request')
    expect(await inVault('assets')).toHaveLength(3)
    const counts = (await audited('asset.change')).map(({ objectId, details }) => [objectId, details])
    expect(counts).toEqual([
      ['priority-assets', { assets: 3 }],
      ['priority-assets', { assets: 2 }]
    ])
  })
})

test('a change by somebody who is no administrator is refused and changes nothing', { timeout: 60_000 }, async () => {
  const passphrase = 'seven red kites above the ford'
  await place.get('operator.add', {
    name: 'blair',
    roles: ['analyst', 'investigator'],
    passphrase,
    ownPassphrase: OWNER.passphrase
  })
  await place.unlock('blair', passphrase)
  for (const [name, request] of [
    ['setting.change', { settings: typed }],
    ['asset.change', { assets: [] }]
  ] as const)
    expect((await place.refusal(name, request)).code).toBe('not-allowed')
  expect((await place.get('setting.show', {})).settings).toEqual(FIRST_SETTINGS)
  expect(await place.get('asset.list', {})).toHaveLength(3)
})

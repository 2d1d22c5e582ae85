import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAssets, readAssets, replaceAssets } from '../../src/main/store/assets.ts'
import { inTransaction, openReader } from '../../src/main/store/open.ts'
import { readScoringSettings, writeScoringSettings } from '../../src/main/store/scoring-settings.ts'
import { FIRST_SETTINGS, type ScoringSettings } from '../../src/shared/domain/settings.ts'
import { newStore, type TestStore } from './workspace.ts'

let place: TestStore
beforeAll(() => {
  place = newStore()
})
afterAll(() => place.remove())

const changed: ScoringSettings = {
  ...FIRST_SETTINGS,
  indicatorsOff: ['file-download'],
  domains: { own: ['example.org'], unallowed: ['*.example.net'], allowed: [], thirdParty: ['share.example'] },
  fileVolumeFloor: 12,
  alertVolume: 'fewer'
}

test('settings that nobody set are the first ones, and later the last that was written', () => {
  const { vault } = place.store
  expect(readScoringSettings({ vault, schema: '' })).toEqual(FIRST_SETTINGS)
  inTransaction(place.store, () => writeScoringSettings(vault, { ...changed, fileVolumeFloor: 1 }))
  inTransaction(place.store, () => writeScoringSettings(vault, changed))
  expect(readScoringSettings({ vault, schema: '' })).toEqual(changed)
})

test('a reader sees the same through its own connection, and the main file holds nothing of them', () => {
  const reader = openReader(place.folder, place.keys)
  try {
    expect(readScoringSettings({ vault: reader, schema: 'vault.' })).toEqual(changed)
    expect(
      reader
        .all('SELECT * FROM main.setting')
        .map((row) => JSON.stringify(row))
        .join()
    ).not.toContain('example')
  } finally {
    reader.close()
  }
})

test('settings of another shape are a bug and not passed over', () => {
  const { vault } = place.store
  const broken = { ...changed, alertVolume: 'most' }
  inTransaction(place.store, () => writeScoringSettings(vault, broken as unknown as ScoringSettings))
  expect(() => readScoringSettings({ vault, schema: '' })).toThrow()
  inTransaction(place.store, () => writeScoringSettings(vault, changed))
})

test('assets are kept once as they were typed, and compared in lower case', () => {
  const { vault } = place.store
  const view = { vault, schema: '' } as const
  expect(readAssets(view).size).toBe(0)
  expect(inTransaction(place.store, () => replaceAssets(vault, ['Vault-2', 'SERVER ROOM', 'vault-2']))).toBe(2)
  expect(listAssets(view)).toEqual(['Vault-2', 'SERVER ROOM'])
  expect([...readAssets(view)]).toEqual(['vault-2', 'server room'])
  expect(inTransaction(place.store, () => replaceAssets(vault, []))).toBe(0)
  expect(listAssets(view)).toEqual([])
})

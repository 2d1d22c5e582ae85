// Badge records: whose zone their times are in, what a door did by many words, and which records are none of theirs.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { accessOf } from '../../src/main/intake/normalise/badge/access.ts'
import { BERLIN, readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()

async function read(content: string, options = BERLIN): ReturnType<typeof readAll> {
  const file = path.join(folder, 'doors')
  writeFileSync(file, content)
  return readAll(file, options)
}

const SWIPE = {
  UserId: 'mira.olsen@harbourlight.example',
  AssetId: 'HB-1',
  AssetName: 'Vault',
  EventTime: '2026-02-03T01:57:49',
  AccessStatus: 'Success'
}

it('times of the connector are in UTC, whatever wraps them and whatever zone the import has', async () => {
  const wrappings = [
    `${JSON.stringify(SWIPE)}\n`,
    JSON.stringify([SWIPE], null, 2),
    JSON.stringify({ records: [SWIPE] }),
    `${Object.keys(SWIPE).join(',')}\n${Object.values(SWIPE).join(',')}\n`
  ]
  const keys = new Set<string>()
  for (const content of wrappings) {
    const { activities, starts } = await read(content)
    expect(starts[0]?.recognition).toMatchObject({ source: 'badge', timezone: 'UTC' })
    expect(activities).toMatchObject([
      { atMs: Date.UTC(2026, 1, 3, 1, 57, 49), path: 'Vault', device: 'HB-1', fileName: '' }
    ])
    for (const { recordKey } of activities) keys.add(recordKey)
  }
  expect(keys.size).toBe(1)
})

it('times of any other system are in the zone of the import', async () => {
  const { activities, starts } = await read(
    'Timestamp,Cardholder,Door,Result\n2026-02-03 01:57:49,H100,Vault,Granted\n'
  )
  expect(starts[0]?.recognition.timezone).toBe('Europe/Berlin')
  expect(activities.map(({ atMs }) => atMs)).toEqual([Date.UTC(2026, 1, 3, 0, 57, 49)])
})

it.each([
  [
    'Physical access granted',
    ['Success', 'GRANTED', 'Access permitted', 'valid credential', 'Zutritt gewährt', 'Accès autorisé']
  ],
  [
    'Physical access denied',
    ['Failed', 'Access not granted', 'Invalid card', 'unberechtigt', 'Accès refusé', 'Denied - expired']
  ],
  ['Physical access forced', ['Door forced open', 'FORCED']],
  ['Physical access held open', ['Door held open too long']],
  ['Physical access', ['', 'tamper test', 'controller online']]
])('%s is what many words say', (operation, words) => {
  expect(words.map((word) => accessOf(word).operation)).toEqual(words.map(() => operation))
})

it.each([
  ['a log of computers', '{"time":"2026-01-01T00:00:00Z","user":"a","device":"PC","result":"success"}\n'.repeat(2)],
  ['a list of doors', 'Door,Building,Result\nVault,North,granted\n'],
  ['a log of doors without what they did', 'Timestamp,Door,Note\n2026-02-03 01:57:49,Vault,cleaned\n']
])('%s is none', async (_, content) => {
  expect((await read(content)).starts).toEqual([])
})

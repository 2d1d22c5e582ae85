import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { usePlace } from './inward.ts'

const place = usePlace()

test('a usage error ends with 2, one sentence and a short usage on standard error, and nothing on standard output', async () => {
  const ended = await place.inward(['alert', 'show', 'seven', '--json'])
  expect(ended).toEqual({
    code: 2,
    out: '',
    says: 'inward: ID needs the number of a record.\nusage: inward alert show ID\n'
  })
  const nothing = await place.inward([])
  expect(nothing).toMatchObject({ code: 2, out: '' })
  expect(nothing.says).toMatch(/^inward: Say which command to run\.\nusage: inward COMMAND/)
})

test('what is not given anywhere is asked for by name', async () => {
  expect(await place.inward(['people'])).toMatchObject({
    code: 2,
    says: expect.stringContaining('--workspace DIR') as unknown
  })
  expect(await place.inward(['people', '--workspace', 'w'], { env: { INWARD_OPERATOR: null } })).toMatchObject({
    code: 1
  })
  expect(await place.inward(['init', '--workspace', 'w'], { env: { INWARD_OPERATOR: null } })).toMatchObject({
    code: 2,
    says: expect.stringContaining('--operator NAME') as unknown
  })
  expect(await place.inward(['init', '--workspace', 'w'], { env: { INWARD_PASSPHRASE: null } })).toMatchObject({
    code: 2,
    says: expect.stringContaining('INWARD_PASSPHRASE') as unknown
  })
})

test('a missing and a foreign folder are told apart, and nothing is written into them', async () => {
  expect(await place.inward(['people', '--workspace', 'nowhere'])).toEqual({
    code: 1,
    out: '',
    says: 'inward: There is no workspace in this folder: it is missing or empty. inward init makes one.\n'
  })
  const foreign = path.join(place.folder, 'foreign')
  mkdirSync(foreign)
  writeFileSync(path.join(foreign, 'letter.txt'), 'mine')
  expect(await place.inward(['people', '--workspace', foreign])).toEqual({
    code: 1,
    out: '',
    says: 'inward: This is not the folder of an Inward workspace. Nothing in it was touched.\n'
  })
  expect(await place.inward(['init', '--workspace', foreign])).toMatchObject({
    code: 1,
    says: expect.stringContaining('not empty') as unknown
  })
})

test('help lists every command, and as a document too', async () => {
  const shown = await place.inward(['help'])
  expect(shown).toMatchObject({ code: 0, says: '' })
  expect(shown.out).toContain('import undo ID')
  const document = JSON.parse((await place.inward(['help', 'case', '--json'])).out) as {
    commands: { command: string }[]
  }
  expect(document.commands.map(({ command }) => command)).toEqual([
    'case list',
    'case show',
    'case note',
    'case resolve',
    'case timeline'
  ])
  expect(await place.inward(['help', 'nothing'])).toMatchObject({ code: 2, out: '' })
  expect(JSON.parse((await place.inward(['version', '--json'])).out)).toMatchObject({ name: 'Inward' })
})

test('the doctor says what the engine stands on', async () => {
  const ended = await place.inward(['doctor', '--json'])
  expect(ended.code).toBe(0)
  expect(JSON.parse(ended.out)).toMatchObject({
    sqlcipher: { works: true, version: expect.stringMatching(/^\d+\.\d+/) as unknown },
    argon2: { works: true },
    clock: { isPlausible: true },
    disk: { freeBytes: expect.any(Number) as unknown }
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPeopleFile, sayLeftOut } from '../../src/main/cli/people-file.ts'
import { documentOf, usePlace } from './inward.ts'
import { LEAVER, writeLogs } from './made-logs.ts'

const place = usePlace()
const here = ['--workspace', place.workspace, '--json']
const run = async (...args: string[]): Promise<unknown> => documentOf(await place.inward([...args, ...here]))

function write(name: string, text: string): string {
  const file = path.join(place.folder, name)
  writeFileSync(file, text)
  return file
}

describe('a list of people', () => {
  const read = (text: string) => readPeopleFile(write('list.csv', text))

  test('is read from the column of user principal names, each once, with its line', () => {
    const found = read(
      '\uFEFFName;User Principal Name\r\nx;a@example.org\r\n;\r\ny;"anon-4k7q-2m"\r\nz;A@example.org\r\n'
    )
    expect(found).toEqual({
      ok: true,
      value: [
        { line: 2, pseudonym: null, identity: 'a@example.org' },
        { line: 4, pseudonym: 'ANON-4K7Q-2M', identity: 'anon-4k7q-2m' }
      ]
    })
  })

  test.each([
    ['', 'needs a header line'],
    ['a@example.org\nb@example.org\n', 'needs a header line'],
    ['user principal name\n\n', 'names nobody'],
    [`upn\n${'x'.repeat(201)}\n`, 'Line 2'],
    ['upn\n"a@example.org', 'not delimited text']
  ])('that cannot be used is refused: %j', (text, says) => {
    const refused = read(text)
    expect(refused.ok ? '' : refused.sentence).toContain(says)
  })

  test('tells lines and never names', () => {
    expect(sayLeftOut([4])).toBe('the person of line 4 is not in this workspace and was left out')
    expect(sayLeftOut(Array.from({ length: 12 }, (_, index) => index + 2))).toMatch(/^12 people .* 11 and more$/)
  })
})

describe('settings, groups and scoring by hand without a window', { timeout: 90_000 }, () => {
  beforeAll(async () => {
    const logs = writeLogs(place.folder)
    await run('init')
    await run('import', logs.audit)
  }, 90_000)

  test('settings go out as YAML and come back changed; a misspelt field is refused', async () => {
    const shown = await place.inward(['settings', 'show', '--workspace', place.workspace])
    expect(shown.out).toMatch(/^# While domains\.own is empty, these count as own: /)
    const file = write('settings.yaml', shown.out.replace('fileVolumeFloor: 0', 'fileVolumeFloor: 7'))
    expect(await run('settings', 'edit', '--file', file)).toMatchObject({ fileVolumeFloor: 7 })
    expect(await run('settings', 'show')).toMatchObject({ settings: { fileVolumeFloor: 7 } })
    writeFileSync(file, readFileSync(file, 'utf8').replace('alertVolume:', 'alertVolumes:'))
    const refused = await place.inward(['settings', 'edit', '--file', file, ...here])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.says).toContain('settings file')
  })

  test('assets are the lines of a file', async () => {
    const file = write('doors.txt', '\uFEFFVault 2\r\n\r\n  Server room \r\nvault 2\r\n')
    expect(await run('asset', 'set', '--file', file)).toEqual(['Vault 2', 'Server room'])
    expect(await run('asset', 'list')).toEqual(['Vault 2', 'Server room'])
    const missing = await place.inward(['asset', 'set', '--file', path.join(place.folder, 'none.txt'), ...here])
    expect(missing).toMatchObject({ code: 1, out: '' })
  })

  test('a group is made of a list, changed by pseudonym and deleted; whom nobody knows ends it with 3', async () => {
    const list = write('board.csv', `user principal name\n${LEAVER}\nnobody@elsewhere.example\n`)
    const created = await place.inward(['group', 'create', '--name', 'Board', '--file', list, ...here])
    expect(created.code).toBe(3)
    expect(created.says).toContain('1 person is not in this workspace')
    expect(documentOf(created)).toMatchObject({ added: 1, unknown: 1, group: { id: 1, name: 'Board', members: 1 } })
    const [member = ''] = (await run('group', 'members', '1')) as string[]
    expect(member).toMatch(/^ANON-/)
    expect(await run('group', 'remove', '1', member)).toMatchObject({ removed: 1 })
    expect(await run('group', 'add', '1', member)).toMatchObject({ added: 1 })
    const nobody = await place.inward(['group', 'add', '1', ...here])
    expect(nobody).toMatchObject({ code: 2, out: '' })
    expect(await run('group', 'list')).toMatchObject([{ id: 1, name: 'Board', members: 1 }])
    expect(await run('group', 'delete', '1')).toEqual({ id: 1 })
    expect(await place.inward(['group', 'members', '1', ...here])).toMatchObject({ code: 1, out: '' })
  })

  test('people come into scope by pseudonym or from a list, and out again', async () => {
    await run('policy', 'create', '--template', 'data-theft-by-departing-users', '--name', 'Leavers')
    const scope = ['person', 'scope', '--policy', '1', '--days', '30', '--reason', 'a tip-off']
    const list = write('people.csv', `user principal name\nnobody@elsewhere.example\n${LEAVER}\n`)
    const scoped = await place.inward([...scope, '--file', list, ...here])
    expect(scoped.code).toBe(3)
    expect(documentOf(scoped)).toEqual({ people: 1, unknown: 1 })
    expect(scoped.says).toContain('line 2')
    expect(scoped.says).not.toContain('elsewhere')
    const people = (await run('people')) as { pseudonym: string; inScope: boolean; scoredUntil: string | null }[]
    const [person] = people.filter(({ inScope }) => inScope)
    expect(person?.scoredUntil).toMatch(/Z$/)
    const pseudonym = person?.pseudonym ?? ''
    expect(await run('person', 'unscope', pseudonym, '--reason', 'explained')).toEqual({ people: 1 })
    expect(documentOf(await place.inward([...scope, pseudonym, ...here]))).toEqual({ people: 1, unknown: 0 })
    const searches = (await run('audit', 'list', '--action', 'person.find')) as unknown[]
    expect(searches).toHaveLength(2)
  })

  test('scoring by hand needs people, a policy, days and a reason', async () => {
    const whole = ['person', 'scope', 'ANON-0000-00', '--policy', '1', '--days', '30', '--reason', 'a tip-off']
    for (const [what, args] of [
      ['no people', whole.filter((word) => word !== 'ANON-0000-00')],
      ['no policy', whole.filter((word) => word !== '--policy' && word !== '1')],
      ['too many days', whole.map((word) => (word === '30' ? '91' : word))],
      ['no reason', whole.slice(0, -2)],
      ['no pseudonym', whole.map((word) => (word === 'ANON-0000-00' ? LEAVER : word))]
    ] as const)
      expect(await place.inward([...args, ...here]), what).toMatchObject({ code: 2, out: '' })
    expect(await place.inward([...whole, ...here])).toMatchObject({ code: 1, out: '' })
    const strangers = write('strangers.csv', 'upn\nnobody@elsewhere.example\n')
    const nobody = [...whole.filter((word) => word !== 'ANON-0000-00'), '--file', strangers, ...here]
    expect(await place.inward(nobody)).toMatchObject({ code: 1, out: '' })
  })
})

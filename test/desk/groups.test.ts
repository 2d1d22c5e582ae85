// Priority groups through the whole desk: by pseudonym or as typed, unknown people counted and forgotten.
import { beforeAll, describe, expect, test } from 'vitest'
import type { ResponseOf } from '../../src/shared/contract/index.ts'
import { LEAVER, writeTaking } from './made-files.ts'
import { everyRow, useDesk } from './place.ts'
import { aroundTheDesk, rawKeys } from './raw-store.ts'

const place = useDesk()
type Pseudonym = ResponseOf<'group.members'>[number]
const STRANGER = 'ingrid.nowhere@elsewhere.example'
const UNKNOWN = 'ANON-0000-00' as Pseudonym
const NOTHING = 999_999
let leaver: Pseudonym
let colleague: Pseudonym

beforeAll(async () => {
  await place.create()
  const { audit, leavers } = writeTaking(place.folder)
  await place.import([leavers, audit])
  const found = await place.get('person.find', { identity: LEAVER, reason: 'for the test' })
  if (found.pseudonym === null) throw new Error('nobody was found')
  leaver = found.pseudonym
  const other = (await place.get('person.list', {})).find(({ pseudonym }) => pseudonym !== leaver)
  if (other === undefined) throw new Error('there is no colleague')
  colleague = other.pseudonym
}, 60_000)

describe('a priority group', { timeout: 60_000 }, () => {
  let id = 0

  test('takes people by pseudonym and by any spelling of their identity, and counts the others', async () => {
    const identities = [LEAVER, ` SMTP:${LEAVER.toUpperCase()} `, STRANGER]
    const made = await place.get('group.create', {
      name: 'Team of Mika Sandvall',
      description: 'asked for by Mika Sandvall',
      people: [colleague, UNKNOWN],
      identities
    })
    expect(made).toMatchObject({ added: 2, removed: 0, unknown: 2, group: { members: 2, policies: [] } })
    expect(made.group.name).toMatch(/^Team of ANON-/)
    expect(made.group.description).toMatch(/^asked for by ANON-/)
    id = made.group.id
    expect(await place.get('group.members', { id })).toEqual([leaver, colleague].sort())
    expect(await place.get('group.list', {})).toEqual([made.group])
  })

  test('adds nobody twice and takes out whom it has', async () => {
    expect(await place.get('group.add', { id, people: [leaver], identities: [LEAVER] })).toMatchObject({
      added: 0,
      unknown: 0
    })
    expect(await place.get('group.remove', { id, people: [leaver, UNKNOWN] })).toMatchObject({
      removed: 1,
      unknown: 1,
      added: 0
    })
    expect(await place.get('group.members', { id })).toEqual([colleague])
    expect(await place.get('group.add', { id, identities: [LEAVER] })).toMatchObject({
      added: 1,
      group: { members: 2 }
    })
  })

  test('marks its members in the list of people', async () => {
    await place.get('group.remove', { id, people: [colleague] })
    const listed = await place.get('person.list', {})
    expect(listed.map(({ pseudonym, isInPriorityGroup }) => [pseudonym, isInPriorityGroup]).sort()).toEqual(
      [
        [leaver, true],
        [colleague, false]
      ].sort()
    )
  })

  test('tells the policies that include or exclude it', async () => {
    const [template] = await place.get('policy.templates', {})
    if (template === undefined) throw new Error('no template')
    const named = { include: {}, exclude: { groups: [id] } }
    const definition = { ...template.definition, people: named }
    await place.get('policy.create', { name: 'All but Mika Sandvall', template: template.id, definition })
    await place.get('policy.create', { name: 'Everybody', template: template.id, definition: template.definition })
    const [group] = await place.get('group.list', {})
    expect(group?.policies).toEqual([expect.stringMatching(/^All but ANON-/)])
  })

  test('of a name that is there already is refused, whatever its case', async () => {
    const { code, sentence } = await place.refusal('group.create', { name: 'team of mika SANDVALL' })
    expect(code).toBe('conflict')
    expect(sentence).not.toMatch(/sandvall/i)
    expect(await place.get('group.list', {})).toHaveLength(1)
  })

  test('that is not there is told as such', async () => {
    for (const [name, request] of [
      ['group.members', { id: NOTHING }],
      ['group.add', { id: NOTHING, people: [leaver] }],
      ['group.remove', { id: NOTHING, people: [leaver] }],
      ['group.delete', { id: NOTHING }]
    ] as const)
      expect((await place.refusal(name, request)).code, name).toBe('not-found')
  })

  test('is gone for good when it is deleted, but for the policies that name it', async () => {
    expect(await place.get('group.delete', { id })).toEqual({ id })
    expect(await place.get('group.list', {})).toEqual([])
    expect((await place.refusal('group.delete', { id })).code).toBe('not-found')
    expect((await place.refusal('group.members', { id })).code).toBe('not-found')
    expect((await place.get('person.list', {})).filter(({ isInPriorityGroup }) => isInPriorityGroup)).toEqual([])
    const policies = await place.get('policy.list', {})
    const policy = policies.find(({ name }) => name.startsWith('All but '))
    const { definition } = await place.get('policy.show', { id: policy?.id ?? 0 })
    expect(definition.people.exclude.groups).toEqual([id])
    expect((await place.get('group.create', { name: 'Team of Mika Sandvall' })).group.id).not.toBe(id)
  })

  test('leaves counts in the audit log, also of the identities that were looked up, and no name', async () => {
    const entries = (await everyRow(place, 'audit.list', {})).filter(({ action }) => action.startsWith('group.'))
    const done = entries.filter(({ outcome }) => outcome === 'done').reverse()
    expect(done[0]).toMatchObject({
      action: 'group.create',
      objectType: 'group',
      objectId: String(id),
      details: { added: 2, unknown: 2, identitiesLookedUp: 3 }
    })
    expect(done.map(({ action }) => action)).toEqual([
      'group.create',
      'group.add',
      'group.remove',
      'group.add',
      'group.remove',
      'group.delete',
      'group.create'
    ])
    expect(entries.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5)
    expect(JSON.stringify(entries)).not.toMatch(/sandvall|quarryfield|ingrid/i)
  })

  test('keeps nothing of whom nobody knows, and no name outside of the vault', async () => {
    const keys = await rawKeys(place)
    const vault = aroundTheDesk(place, 'vault', keys, (sql) =>
      sql.all('SELECT text FROM written_text UNION ALL SELECT identity FROM identity UNION ALL SELECT alias FROM alias')
    )
    expect(JSON.stringify(vault)).not.toContain('ingrid')
    const main = aroundTheDesk(place, 'main', keys, (sql) => [
      ...sql.all('SELECT * FROM priority_group'),
      ...sql.all('SELECT * FROM priority_member')
    ])
    expect(JSON.stringify(main)).not.toMatch(/sandvall/i)
  })
})

/** Priority groups. People are named by pseudonym, or in a file as a directory writes them. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { command, print, type Printed } from '../command.ts'
import { documentOf } from '../document.ts'
import { readPeopleFile } from '../people-file.ts'
import { usageRefusal } from '../refusal.ts'
import { plural, table } from '../table.ts'
import type { Answered } from '../terminal.ts'
import { FILE, ID, optional, PSEUDONYM, required, text } from '../value.ts'

export const groupList = command(
  { words: ['group', 'list'], does: 'Lists the priority groups.', operands: {}, rest: null, options: {} },
  async ({ ask }) => {
    const listed = await ask('group.list', {})
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'id', isNumber: true, cell: ({ id }) => id },
        { head: 'name', cell: ({ name }) => name },
        { head: 'members', isNumber: true, cell: ({ members }) => members },
        { head: 'policies', cell: ({ policies }) => policies.join(', ') },
        { head: 'description', cell: ({ description }) => description }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

export const groupMembers = command(
  {
    words: ['group', 'members'],
    does: 'Lists the members of a group by pseudonym.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask }, { operands }) => {
    const listed = await ask('group.members', operands)
    return listed.ok ? print(listed.value, table([{ head: 'person', cell: (each) => each }], listed.value)) : listed
  }
)

export const groupCreate = command(
  {
    words: ['group', 'create'],
    does: 'Makes a priority group, with people or still empty.',
    operands: {},
    rest: PSEUDONYM,
    mayLackRest: true,
    options: { name: required(text('NAME', 80)), description: optional(text('TEXT', 400)), file: optional(FILE) }
  },
  async ({ ask }, { rest, options: { name, description, file } }) => {
    const members = membersOf(rest, file)
    if (!members.ok) return members
    const created = await ask('group.create', { name, description: description ?? '', ...members.value })
    return created.ok ? printed(created.value, `group ${created.value.group.id} was created`) : created
  }
)

export const groupAdd = command(
  {
    words: ['group', 'add'],
    does: 'Adds people to a group.',
    operands: { id: ID },
    rest: PSEUDONYM,
    mayLackRest: true,
    options: { file: optional(FILE) }
  },
  async ({ ask }, { operands, rest, options: { file } }) => {
    if (rest.length === 0 && file === null) return usageRefusal('Name the people, or a list of them with --file.')
    const members = membersOf(rest, file)
    if (!members.ok) return members
    const changed = await ask('group.add', { ...operands, ...members.value })
    return changed.ok ? printed(changed.value, `group ${operands.id} was changed`) : changed
  }
)

export const groupRemove = command(
  {
    words: ['group', 'remove'],
    does: 'Takes people out of a group.',
    operands: { id: ID },
    rest: PSEUDONYM,
    options: {}
  },
  async ({ ask }, { operands, rest }) => {
    const changed = await ask('group.remove', { ...operands, people: [...rest] })
    return changed.ok ? printed(changed.value, `group ${operands.id} was changed`) : changed
  }
)

export const groupDelete = command(
  {
    words: ['group', 'delete'],
    does: 'Deletes a group; policies that name it say so.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask }, { operands }) => {
    const deleted = await ask('group.delete', operands)
    return deleted.ok ? print(deleted.value, `group ${operands.id} was deleted`) : deleted
  }
)

function membersOf(
  named: readonly Pseudonym[],
  file: string | null
): Answered<{ people: Pseudonym[]; identities: string[] }> {
  const read = file === null ? null : readPeopleFile(file)
  if (read !== null && !read.ok) return read
  const listed = read?.value ?? []
  const pseudonyms = listed.flatMap(({ pseudonym }) => (pseudonym === null ? [] : [pseudonym]))
  const identities = listed.filter(({ pseudonym }) => pseudonym === null).map(({ identity }) => identity)
  return { ok: true, value: { people: [...new Set([...named, ...pseudonyms])], identities } }
}

function printed(membership: ResponseOf<'group.add'>, done: string): Printed {
  const { group, added, removed, unknown } = membership
  const says = `${done}: ${added} added, ${removed} removed, ${plural(group.members, 'member', 'members')}`
  if (unknown === 0) return print(documentOf(membership), says)
  const leftOut = `${plural(unknown, 'person is', 'people are')} not in this workspace and left out`
  return print(documentOf(membership), says, 3, leftOut)
}

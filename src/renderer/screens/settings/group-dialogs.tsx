/** What is done to priority groups: create, add, take out, delete. Typed names go to the engine once and are not kept here. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { GroupView } from '../../../shared/contract/setting.ts'
import { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { linesOf } from './entries.ts'
import { useSettings } from './state.ts'

// Both as the contract takes them.
const LONGEST_IDENTITY = 320
const MOST_IDENTITIES = 10_000

interface DialogProps {
  readonly group: GroupView
  readonly onClose: () => void
}

export function CreateGroup({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [typed, setTyped] = useState('')
  const create = useChange('group.create')
  const members = readMembers(typed)
  const confirm = () =>
    create.mutate(
      { name: name.trim(), description, people: [...members.people], identities: [...members.identities] },
      {
        onSuccess: (membership) => {
          tell({ says: `“${membership.group.name}” is created. ${sayMembership(membership)}` })
          useSettings.setState({ openedGroup: membership.group.id })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Create a priority group"
      verb="Create"
      isReady={name.trim() !== '' && members.problem === null}
      isBusy={create.isPending}
      failure={create.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        <TextField
          autoFocus
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        <TextField
          label="What it is for (may stay empty)"
          value={description}
          onChange={(event) => setDescription(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 400 } }}
        />
        <MembersField value={typed} onChange={setTyped} members={members} />
      </Box>
    </ConfirmDialog>
  )
}

export function AddMembers({ group, onClose }: DialogProps) {
  const [typed, setTyped] = useState('')
  const add = useChange('group.add')
  const members = readMembers(typed)
  const confirm = () =>
    add.mutate(
      { id: group.id, people: [...members.people], identities: [...members.identities] },
      {
        onSuccess: (membership) => {
          setTyped('')
          if (membership.unknown > 0) return
          tell({ says: sayMembership(membership) })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Add members"
      verb="Add"
      isReady={members.count > 0 && members.problem === null}
      isBusy={add.isPending}
      failure={add.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 3, pt: 2 }}>
        <Box>
          To “<MaskedText text={group.name} />
          ”.
        </Box>
        <MembersField value={typed} onChange={setTyped} members={members} hasFocus />
        <Box role="status">
          {add.data === undefined || typed !== ''
            ? ''
            : `${sayMembership(add.data)} Nobody of the unknown names is in what is imported: check their spelling, or import the directory first.`}
        </Box>
      </Box>
    </ConfirmDialog>
  )
}

interface TakeOutProps extends DialogProps {
  readonly people: readonly Pseudonym[]
}

export function TakeOut({ group, people, onClose }: TakeOutProps) {
  const remove = useChange('group.remove')
  const [first] = people
  const who = people.length === 1 && first !== undefined ? first : `${writeCount(people.length)} people`
  const confirm = () =>
    remove.mutate(
      { id: group.id, people: [...people] },
      {
        onSuccess: ({ removed }) => {
          tell({ says: `${writeCount(removed)} taken out of “${group.name}”.` })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title={`Take ${who} out of the group?`}
      verb="Take out"
      isReady={people.length > 0}
      isBusy={remove.isPending}
      failure={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      Policies that name “<MaskedText text={group.name} />” no longer mean them, and its booster no longer raises what
      they do. Alerts and cases stay.
    </ConfirmDialog>
  )
}

export function DeleteGroup({ group, onClose }: DialogProps) {
  const remove = useChange('group.delete')
  const confirm = () =>
    remove.mutate(
      { id: group.id },
      {
        onSuccess: () => {
          tell({ says: 'The group is deleted.' })
          useSettings.setState({ openedGroup: null })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Delete this group?"
      verb="Delete the group"
      isBusy={remove.isPending}
      failure={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box>
        “<MaskedText text={group.name} />” with{' '}
        {group.members === 1 ? '1 member' : `${writeCount(group.members)} members`}. Alerts and cases stay.
      </Box>
      {group.policies.length === 0 ? (
        <Box sx={{ mt: 2 }}>No policy names it.</Box>
      ) : (
        <Box sx={{ mt: 2 }}>
          Policies that name it, and that no longer mean its members:
          <Box component="ul" aria-label="Policies that name the group" sx={{ m: 0, pl: 5 }}>
            {group.policies.map((policy) => (
              <li key={policy}>
                <MaskedText text={policy} />
              </li>
            ))}
          </Box>
        </Box>
      )}
    </ConfirmDialog>
  )
}

interface Members {
  readonly people: readonly Pseudonym[]
  readonly identities: readonly string[]
  readonly count: number
  readonly problem: string | null
}

function MembersField({
  value,
  onChange,
  members,
  hasFocus = false
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly members: Members
  readonly hasFocus?: boolean
}) {
  return (
    <TextField
      autoFocus={hasFocus}
      label="Members"
      placeholder={'ANON-…\nsomebody@example.org\nuser-name'}
      multiline
      minRows={4}
      maxRows={12}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={members.problem !== null}
      helperText={
        members.problem ??
        `One per line: a pseudonym, an address or a user name. ${members.count === 0 ? '' : `${writeCount(members.count)} so far. `}Names are looked up once and not kept as typed.`
      }
      slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off' }, inputLabel: { shrink: true } }}
    />
  )
}

function readMembers(text: string): Members {
  const people = new Set<Pseudonym>()
  const identities = new Set<string>()
  let tooLong = 0
  for (const line of linesOf(text)) {
    const pseudonym = Pseudonym.safeParse(line.toUpperCase())
    if (pseudonym.success) people.add(pseudonym.data)
    else if (line.length <= LONGEST_IDENTITY) identities.add(line)
    else tooLong += 1
  }
  return {
    people: [...people],
    identities: [...identities],
    count: people.size + identities.size,
    problem:
      tooLong > 0
        ? `${writeCount(tooLong)} of the lines are longer than any name: one name per line.`
        : identities.size > MOST_IDENTITIES
          ? `At most ${writeCount(MOST_IDENTITIES)} at once; add the rest afterwards.`
          : null
  }
}

/** `12 added, 2 unknown.` */
function sayMembership({ added, unknown }: ResponseOf<'group.add'>): string {
  return `${writeCount(added)} added${unknown === 0 ? '' : `, ${writeCount(unknown)} unknown`}.`
}

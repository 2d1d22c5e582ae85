/** One priority group: its members under their pseudonyms, adding and taking out, deleting. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { GroupView } from '../../../shared/contract/setting.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { useRead } from '../../desk.ts'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useMay } from '../../workspace.ts'
import { AddMembers, DeleteGroup, TakeOut } from './group-dialogs.tsx'
import { useSettings } from './state.ts'

interface Member {
  readonly pseudonym: Pseudonym
}
const COLUMNS: readonly Column<Member>[] = [
  {
    key: 'member',
    title: 'Member',
    width: 'fill',
    render: ({ pseudonym }) => <PseudonymChip pseudonym={pseudonym} />
  }
]

export function GroupPage({ group }: { readonly group: GroupView }) {
  const members = useRead('group.members', { id: group.id })
  const mayChange = useMay('group.add')
  const mayOpen = useMay('person.list')
  const [asked, setAsked] = useState<'none' | 'add' | 'out' | 'delete'>('none')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const all = members.data ?? []
  const rows = all
    .filter((pseudonym) => pseudonym.includes(search.trim().toUpperCase()))
    .map((pseudonym): Member => ({ pseudonym }))
  const leaving = all.filter((pseudonym) => chosen.has(pseudonym))
  const close = () => setAsked('none')
  const backToList = () => useSettings.setState({ openedGroup: null })
  useKeys([{ group: 'Groups', keys: 'Escape', says: 'Back to all groups', isHinted: true, run: backToList }])
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box>
        <Button onClick={backToList} sx={{ ml: -3, color: 'text.secondary' }}>
          ← All groups
        </Button>
        <Box component="h3" sx={{ typography: 'h3', m: 0 }}>
          <MaskedText text={group.name} />
        </Box>
      </Box>
      <Facts
        facts={[
          ...(group.description === ''
            ? []
            : ([['About', <MaskedText key="about" text={group.description} />]] as const)),
          ['Members', writeCount(group.members)],
          [
            'Named by',
            group.policies.length === 0 ? 'no policy' : <MaskedText key="by" text={group.policies.join(', ')} />
          ],
          ['Created', <Moment key="created" atMs={group.createdMs} />]
        ]}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <SearchField label="Search the members" value={search} onChange={setSearch} placeholder="Part of a pseudonym" />
        {mayChange ? (
          <>
            <Button variant="outlined" onClick={() => setAsked('add')}>
              Add members…
            </Button>
            <Button variant="outlined" disabled={leaving.length === 0} onClick={() => setAsked('out')}>
              {leaving.length === 0 ? 'Take out the selected…' : `Take out ${writeCount(leaving.length)}…`}
            </Button>
            <Button onClick={() => setAsked('delete')} sx={{ ml: 'auto' }}>
              Delete the group…
            </Button>
          </>
        ) : null}
      </Box>
      <FailureNote failure={members.error} onAgain={() => void members.refetch()} />
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        <DataTable
          label="Members"
          rows={rows}
          columns={COLUMNS}
          rowKey={({ pseudonym }) => pseudonym}
          isLoading={members.isLoading}
          height={rows.length === 0 ? 96 : Math.min(420, 32 + rows.length * 32)}
          takesFocus={false}
          {...(mayOpen ? { onOpen: ({ pseudonym }: Member) => go({ screen: 'person', pseudonym }) } : {})}
          {...(mayChange ? { chosen, onChoose: setChosen } : {})}
          empty={
            <Box sx={{ px: 2, py: 3, color: 'text.secondary', whiteSpace: 'normal' }}>
              {all.length === 0 ? 'Nobody is a member yet.' : 'No member has this in the pseudonym.'}
            </Box>
          }
        />
      </Box>
      {asked === 'add' ? <AddMembers group={group} onClose={close} /> : null}
      {asked === 'out' ? (
        <TakeOut
          group={group}
          people={leaving}
          onClose={() => {
            setChosen(new Set())
            close()
          }}
        />
      ) : null}
      {asked === 'delete' ? <DeleteGroup group={group} onClose={close} /> : null}
    </Box>
  )
}

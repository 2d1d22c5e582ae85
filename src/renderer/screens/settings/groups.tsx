/** Priority groups: people who deserve a closer look because of what they can reach. Members are pseudonyms. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { GroupView } from '../../../shared/contract/setting.ts'
import { useRead } from '../../desk.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { CreateGroup } from './group-dialogs.tsx'
import { GroupPage } from './group-page.tsx'
import { SectionPage } from './section-page.tsx'
import { useSettings } from './state.ts'

export function Groups() {
  const groups = useRead('group.list', {})
  const mayChange = useMay('group.create')
  const openedGroup = useSettings((settings) => settings.openedGroup)
  const opened = groups.data?.find(({ id }) => id === openedGroup)
  return (
    <SectionPage
      title="Priority groups"
      section={null}
      mayChange={mayChange}
      intro="People whose mistakes or ill will would weigh more: by their position, by what they can reach, by an earlier incident. Two templates look at the members of groups, a booster raises what they do, and any policy can be confined to them."
    >
      <FailureNote failure={groups.error} onAgain={() => void groups.refetch()} />
      {opened === undefined ? (
        <GroupList groups={groups.data ?? []} isLoading={groups.isLoading} mayChange={mayChange} />
      ) : (
        <GroupPage key={opened.id} group={opened} />
      )}
    </SectionPage>
  )
}

interface GroupListProps {
  readonly groups: readonly GroupView[]
  readonly isLoading: boolean
  readonly mayChange: boolean
}

function GroupList({ groups, isLoading, mayChange }: GroupListProps) {
  const [isCreating, setCreating] = useState(false)
  const opening = useOpenFocused('Groups', ({ id }: GroupView) => useSettings.setState({ openedGroup: id }))
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {mayChange ? (
        <Box>
          <Button variant="outlined" onClick={() => setCreating(true)}>
            Create a group…
          </Button>
        </Box>
      ) : null}
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        <DataTable
          label="Priority groups"
          rows={groups}
          columns={COLUMNS}
          rowKey={({ id }) => id}
          isLoading={isLoading}
          height={groups.length === 0 ? 200 : Math.min(480, 32 + groups.length * 32)}
          takesFocus={false}
          {...opening}
          empty={
            <EmptyState title="No priority group yet">
              A group has a name and members, named by pseudonym or pasted as addresses or user names. Those whom nobody
              knows here are counted, not kept.
            </EmptyState>
          }
        />
      </Box>
      {isCreating ? <CreateGroup onClose={() => setCreating(false)} /> : null}
    </Box>
  )
}

const COLUMNS: readonly Column<GroupView>[] = [
  {
    key: 'name',
    title: 'Group',
    width: 'fill',
    text: ({ name, description }) => (description === '' ? name : `${name}: ${description}`),
    render: ({ name }) => <MaskedText text={name} />
  },
  { key: 'members', title: 'Members', width: 88, align: 'end', render: ({ members }) => writeCount(members) },
  {
    key: 'policies',
    title: 'Named by policies',
    width: 260,
    text: ({ policies }) => policies.join(', '),
    render: ({ policies }) =>
      policies.length === 0 ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          none
        </Box>
      ) : (
        <MaskedText text={policies.join(', ')} />
      )
  },
  {
    key: 'created',
    title: 'Created',
    width: 212,
    fromWidth: 760,
    render: ({ createdMs }) => <Moment atMs={createdMs} />
  }
]

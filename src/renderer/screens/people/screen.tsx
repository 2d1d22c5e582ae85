/** People by pseudonym, those at most risk first. Shows no name; a tip-off about a named person is asked for and audited. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import { useState } from 'react'
import type { PersonRow } from '../../../shared/contract/person.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { go } from '../../navigation.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { FindDialog } from './find-dialog.tsx'
import { RiskMark } from './risk-mark.tsx'
import { usePeopleList } from './state.ts'

/** As many as the engine answers at once; more people than anyone walks through. */
const MOST_PEOPLE = 2000

export function PeopleScreen() {
  const { sort, isOnlyInScope, focusedPseudonym } = usePeopleList()
  const [isFinding, setFinding] = useState(false)
  const mayFind = useMay('person.find')
  const people = useRead('person.list', { sort, limit: MOST_PEOPLE }, { keepsPrevious: true })
  const all = people.data ?? []
  const rows = isOnlyInScope ? all.filter(({ inScope }) => inScope) : all
  const opening = useOpenFocused('People', ({ pseudonym }: PersonRow) => go({ screen: 'person', pseudonym }))
  useStatus(
    `${writeCount(rows.length)} of ${writeCount(all.length)} people`,
    isOnlyInScope ? 'in scope of a policy' : ''
  )

  return (
    <>
      <PageHead
        title="People"
        actions={
          mayFind ? (
            <Button variant="outlined" onClick={() => setFinding(true)}>
              Look up a tip-off…
            </Button>
          ) : undefined
        }
      >
        <ToggleButton
          value="scope"
          selected={isOnlyInScope}
          onChange={() => usePeopleList.setState({ isOnlyInScope: !isOnlyInScope })}
        >
          Only in scope of a policy
        </ToggleButton>
      </PageHead>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={people.error} onAgain={() => void people.refetch()} />
      </Box>
      <DataTable
        label="People"
        rows={rows}
        columns={COLUMNS}
        rowKey={({ pseudonym }) => pseudonym}
        isLoading={people.isLoading}
        focusedKey={focusedPseudonym}
        onPress={opening.onPress}
        onOpen={opening.onOpen}
        onFocus={(row) => {
          usePeopleList.setState({ focusedPseudonym: row.pseudonym })
          opening.onFocus(row)
        }}
        sortedBy={sort}
        onSort={(column) => usePeopleList.setState({ sort: column === 'activity' ? 'activity' : 'risk' })}
        empty={people.error === null ? <NoPeople isFiltered={all.length > 0} /> : null}
      />
      {isFinding ? <FindDialog onClose={() => setFinding(false)} /> : null}
    </>
  )
}

function NoPeople({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      title="Nobody is in scope of a policy"
      action={{ label: 'Show everybody', run: () => usePeopleList.setState({ isOnlyInScope: false }) }}
    >
      A policy takes people in when one of its triggers happens, a resignation for example.
    </EmptyState>
  ) : (
    <EmptyState title="No people yet" action={{ label: 'Go to the imports', run: () => go({ screen: 'imports' }) }}>
      People appear with the first import, under pseudonyms that stay the same for the whole workspace.
    </EmptyState>
  )
}

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    key: 'risk',
    title: 'Risk',
    width: 124,
    isSortable: true,
    render: ({ riskLevel, riskScore }) => <RiskMark level={riskLevel} score={riskScore} />
  },
  { key: 'person', title: 'Person', width: 186, render: ({ pseudonym }) => <PseudonymChip pseudonym={pseudonym} /> },
  {
    key: 'department',
    title: 'Department',
    width: 176,
    text: ({ department }) => department ?? 'not known',
    render: ({ department }) => (department === null ? <Quiet words="not known" /> : <MaskedText text={department} />)
  },
  {
    key: 'policies',
    title: 'In scope of',
    width: 'fill',
    text: ({ policies }) => policies.join(', '),
    render: ({ inScope, policies }) =>
      inScope ? <MaskedText text={policies.join(', ')} /> : <Quiet words="no policy" />
  },
  {
    key: 'alerts',
    title: 'Alerts',
    width: 72,
    align: 'end',
    render: ({ alerts }) => (alerts === 0 ? <Quiet words="0" /> : writeCount(alerts))
  },
  {
    key: 'activity',
    title: 'Activities',
    width: 104,
    align: 'end',
    isSortable: true,
    render: ({ activities }) => writeCount(activities)
  }
]

function Quiet({ words }: { readonly words: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {words}
    </Box>
  )
}

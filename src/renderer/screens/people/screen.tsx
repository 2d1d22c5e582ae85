/** People by pseudonym, those at most risk first: who is in scope, of what, and why one should look. Shows no name; a tip-off about a named person is asked for and audited. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { PersonRow } from '../../../shared/contract/person.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import { ChosenBar } from '../../parts/chosen-bar.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { PEOPLE_COLUMNS } from './columns.tsx'
import { FILTER_WORDS, PeopleFilters, RISK_WORDS } from './filter-bar.tsx'
import { FindDialog } from './find-dialog.tsx'
import { useScopeActions } from './scope-actions.tsx'
import { filterPeople, filterRows, usePeopleList } from './state.ts'

/** As many as the engine answers at once; more people than anyone walks through. */
const MOST_PEOPLE = 2000

export function PeopleScreen() {
  const { sort, filter, risk, search, focusedPseudonym, chosen } = usePeopleList()
  const [isFinding, setFinding] = useState(false)
  const mayFind = useMay('person.find')
  const people = useRead('person.list', { sort, limit: MOST_PEOPLE }, { keepsPrevious: true })
  const all = people.data ?? []
  const rows = filterRows(all, { filter, risk, search })
  const focused = rows.find(({ pseudonym }) => pseudonym === focusedPseudonym) ?? rows[0]
  const targets = chosen.size > 0 ? rows.filter(({ pseudonym }) => chosen.has(pseudonym)) : focused ? [focused] : []
  const clear = () => usePeopleList.setState({ chosen: new Set() })
  const scope = useScopeActions(targets, clear)
  const opening = useOpenFocused(
    'People',
    ({ pseudonym }: PersonRow) => go({ screen: 'person', pseudonym }),
    ({ pseudonym }) => usePeopleList.setState({ focusedPseudonym: pseudonym })
  )
  useStatus(
    `${writeCount(rows.length)} of ${writeCount(all.length)} people`,
    [
      filter === null ? '' : FILTER_WORDS[filter].toLowerCase(),
      risk === null ? '' : RISK_WORDS[risk].toLowerCase(),
      search === '' ? '' : `“${search}”`
    ]
      .filter((part) => part !== '')
      .join(', ')
  )
  useKeys(
    [
      { group: 'People', keys: 's', says: 'Start scoring…', isHinted: true, run: scope.start },
      { group: 'People', keys: 'r', says: 'Remove from scope…', isHinted: true, run: scope.remove },
      { group: 'People', keys: 'Escape', says: 'Clear the selection', run: clear }
    ],
    scope.mayScope
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
      />
      <PeopleFilters />
      <ChosenBar
        count={scope.mayScope && chosen.size > 0 ? targets.length : 0}
        noun={{ one: 'person', many: 'people' }}
        onClear={clear}
      >
        <Button variant="outlined" onClick={scope.start} title="Start scoring without a trigger (s)">
          Start scoring…
        </Button>
        <Button
          variant="outlined"
          onClick={scope.remove}
          disabled={!scope.canRemove}
          title={scope.canRemove ? 'Take them out of every policy’s scope (r)' : 'None of them is in scope of a policy'}
        >
          Remove from scope…
        </Button>
      </ChosenBar>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={people.error} onAgain={() => void people.refetch()} />
      </Box>
      <DataTable
        label="People"
        rows={rows}
        columns={PEOPLE_COLUMNS}
        rowKey={({ pseudonym }) => pseudonym}
        isLoading={people.isLoading}
        focusedKey={focused?.pseudonym ?? null}
        {...opening}
        {...(scope.mayScope
          ? {
              chosen,
              onChoose: (wanted: ReadonlySet<string | number>) => usePeopleList.setState({ chosen: wanted })
            }
          : {})}
        sortedBy={sort}
        onSort={(column) => usePeopleList.setState({ sort: column === 'activity' ? 'activity' : 'risk' })}
        empty={
          people.error === null ? <NoPeople isFiltered={all.length > 0} isOfScope={filter === 'in-scope'} /> : null
        }
      />
      {isFinding ? <FindDialog onClose={() => setFinding(false)} /> : null}
      {scope.dialog}
    </>
  )
}

function NoPeople({ isFiltered, isOfScope }: { readonly isFiltered: boolean; readonly isOfScope: boolean }) {
  return isFiltered ? (
    <EmptyState
      title={isOfScope ? 'Nobody is in scope of a policy' : 'Nobody passes these filters'}
      action={{ label: 'Show everybody', run: () => filterPeople({ filter: null, risk: null, search: '' }) }}
    >
      {isOfScope
        ? 'A policy takes people in when one of its triggers happens, a resignation for example. Scoring can also be started by hand.'
        : 'Take one of them away, or search for something shorter.'}
    </EmptyState>
  ) : (
    <EmptyState title="No people yet" action={{ label: 'Go to the imports', run: () => go({ screen: 'imports' }) }}>
      People appear with the first import, under pseudonyms that stay the same for the whole workspace.
    </EmptyState>
  )
}

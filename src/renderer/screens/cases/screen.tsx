/** All cases: who they are about, how grave, how old, and who touched them last. Cases are opened from alerts only. */
import Box from '@mui/material/Box'
import type { CaseRow } from '../../../shared/contract/case.ts'
import { severityOf } from '../../../shared/domain/severity.ts'
import { useNow } from '../../clock.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { go } from '../../navigation.ts'
import { Choice } from '../../parts/choice.tsx'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { writeLength } from '../../zone.ts'
import { useCaseList } from './state.ts'
import { caseStatusWords } from './words.tsx'

export function CasesScreen() {
  const { status, focusedId } = useCaseList()
  const all = useRead('case.list', { status: null })
  const cases = all.data ?? []
  const rows = cases.filter((each) => status === null || each.status === status)
  const opening = useOpenFocused(
    'Cases',
    ({ id }: CaseRow) => go({ screen: 'case', id }),
    ({ id }) => useCaseList.setState({ focusedId: id })
  )
  const countOf = (wanted: CaseRow['status']) =>
    all.data === undefined ? '' : ` ${writeCount(cases.filter((each) => each.status === wanted).length)}`
  useStatus(`${writeCount(rows.length)} of ${writeCount(cases.length)} cases`, status === null ? '' : status)

  return (
    <>
      <PageHead title="Cases">
        <Choice
          label="State"
          value={status}
          onChange={(wanted) => useCaseList.setState({ status: wanted })}
          options={[
            { value: 'active', words: `Active${countOf('active')}` },
            { value: 'closed', words: `Closed${countOf('closed')}` },
            { value: null, words: 'All' }
          ]}
        />
        <Ages cases={cases} />
      </PageHead>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={all.error} onAgain={() => void all.refetch()} />
      </Box>
      <DataTable
        label="Cases"
        rows={rows}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        isLoading={all.isLoading}
        focusedKey={focusedId}
        {...opening}
        empty={all.error === null ? <NoCases isFiltered={cases.length > 0} /> : null}
      />
    </>
  )
}

function Ages({ cases }: { readonly cases: readonly CaseRow[] }) {
  const nowMs = useNow()
  const opened = cases.filter(({ status }) => status === 'active').map(({ openedMs }) => openedMs)
  if (opened.length === 0) return null
  return (
    <Box sx={{ color: 'text.secondary' }}>oldest active case open for {writeLength(nowMs - Math.min(...opened))}</Box>
  )
}

function NoCases({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      title="No case in this state"
      action={{ label: 'Show all cases', run: () => useCaseList.setState({ status: null }) }}
    />
  ) : (
    <EmptyState title="No case yet" action={{ label: 'Go to the alerts', run: () => go({ screen: 'alerts' }) }}>
      A case begins with an alert: open one, look at why it was raised, and confirm it into a new case with <kbd>c</kbd>
      .
    </EmptyState>
  )
}

const COLUMNS: readonly Column<CaseRow>[] = [
  {
    key: 'name',
    title: 'Case',
    width: 'fill',
    text: ({ name }) => name,
    render: ({ name }) => <MaskedText text={name} />
  },
  { key: 'status', title: 'State', width: 132, text: caseStatusWords, render: caseStatusWords },
  {
    key: 'score',
    title: 'Highest score',
    width: 116,
    render: ({ highestScore }) => <SeverityMark severity={severityOf(highestScore)} score={highestScore} />
  },
  {
    key: 'people',
    title: 'People',
    width: 218,
    text: ({ people }) => people.join(', '),
    render: ({ people }) => (
      <>
        {people.slice(0, 1).map((pseudonym) => (
          <PseudonymChip key={pseudonym} pseudonym={pseudonym} />
        ))}
        {people.length > 1 ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            +{people.length - 1}
          </Box>
        ) : null}
      </>
    )
  },
  { key: 'alerts', title: 'Alerts', width: 60, align: 'end', render: ({ alerts }) => writeCount(alerts) },
  { key: 'notes', title: 'Notes', width: 60, align: 'end', fromWidth: 1180, render: ({ notes }) => writeCount(notes) },
  { key: 'opened', title: 'Opened', width: 212, fromWidth: 1260, render: ({ openedMs }) => <Moment atMs={openedMs} /> },
  {
    key: 'updated',
    title: 'Last change',
    width: 212,
    fromWidth: 860,
    render: ({ updatedMs }) => <Moment atMs={updatedMs} />
  },
  {
    key: 'by',
    title: 'By',
    width: 90,
    fromWidth: 1040,
    text: ({ updatedBy }) => updatedBy,
    render: ({ updatedBy }) => updatedBy
  }
]

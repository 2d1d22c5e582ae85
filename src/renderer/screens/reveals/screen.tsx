/**
 * The ledger of reveals: who asked for which name, why, who answered, and how often it was shown. Those that wait for an
 * answer come first. It names pseudonyms only.
 */
import Box from '@mui/material/Box'
import type { RevealRow, RevealStatus } from '../../../shared/contract/reveal.ts'
import { useNow } from '../../clock.ts'
import { useRead } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { Choice } from '../../parts/choice.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { COLUMNS, type LedgerRow } from './columns.tsx'
import { RevealDetails } from './details.tsx'
import { REVEAL_FILTERS, useRevealList, type RevealFilter } from './state.ts'
import { statusAt } from './words.ts'

const FILTER_WORDS: Readonly<Record<RevealFilter, string>> = { waiting: 'Waiting', granted: 'Granted', over: 'Over' }

export function RevealsScreen() {
  const nowMs = useNow()
  const { filter, focusedId, isOpen } = useRevealList()
  const ledger = useRead('reveal.list', {})
  const all = sortRows(ledger.data ?? [], nowMs)
  const rows = all.filter(({ now }) => filter === null || filterOf(now) === filter)
  const focused = rows.find(({ id }) => id === focusedId)
  const open = () => useRevealList.setState({ isOpen: true })
  const countOf = (wanted: RevealFilter) =>
    ledger.data === undefined ? '' : ` ${writeCount(all.filter(({ now }) => filterOf(now) === wanted).length)}`
  useStatus(
    `${writeCount(rows.length)} of ${writeCount(all.length)} requests`,
    filter === null ? '' : FILTER_WORDS[filter].toLowerCase()
  )
  useKeys([{ group: 'Reveals', keys: 'o', says: 'Open the request', isHinted: true, run: open }])
  return (
    <PreviewPane
      label="Request for a name"
      onClose={() => useRevealList.setState({ isOpen: false })}
      preview={isOpen && focused !== undefined ? <RevealDetails key={focused.id} row={focused} /> : null}
    >
      <PageHead title="Reveals">
        <Choice
          label="State"
          value={filter}
          onChange={(wanted) => useRevealList.setState({ filter: wanted, focusedId: null })}
          options={[
            { value: null, words: 'All' },
            ...REVEAL_FILTERS.map((value) => ({ value, words: `${FILTER_WORDS[value]}${countOf(value)}` }))
          ]}
        />
      </PageHead>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={ledger.error} onAgain={() => void ledger.refetch()} />
      </Box>
      <DataTable
        label="Reveals"
        rows={rows}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        isLoading={ledger.isLoading}
        focusedKey={focusedId}
        onFocus={({ id }) => useRevealList.setState({ focusedId: id })}
        onPress={open}
        onOpen={open}
        empty={ledger.error === null ? <NoReveals isFiltered={all.length > 0} /> : null}
      />
    </PreviewPane>
  )
}

/** The engine answers the newest first; whoever waits goes before, in the same order. */
function sortRows(rows: readonly RevealRow[], nowMs: number): readonly LedgerRow[] {
  const all = rows.map((row) => ({ ...row, now: statusAt(row, nowMs) }))
  return [...all.filter(({ now }) => now === 'requested'), ...all.filter(({ now }) => now !== 'requested')]
}

function filterOf(status: RevealStatus): RevealFilter {
  if (status === 'requested') return 'waiting'
  return status === 'granted' ? 'granted' : 'over'
}

function NoReveals({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      title="No request in this state"
      action={{ label: 'Show all requests', run: () => useRevealList.setState({ filter: null }) }}
    />
  ) : (
    <EmptyState title="Nobody has asked for a name yet">
      Everybody stands here under a pseudonym. An investigator who cannot go on without the name asks for it on the page
      of the case, with a reason. A second operator with the role approver grants or refuses, here or beside the
      investigator with an own passphrase. The name is then shown to that investigator alone, until the time is over,
      and this ledger counts how often.
    </EmptyState>
  )
}

/** Activities of a person, a window or an import as the log tells them, newest first; details with the record beside. */
import Box from '@mui/material/Box'
import { useState } from 'react'
import type { ActivityView } from '../../../shared/contract/activity.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { usePages } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { ACTIVITY_COLUMNS, PERSON_COLUMN } from './activity-columns.tsx'
import { ActivityDetails } from './activity-details.tsx'

interface ActivityFilter {
  readonly pseudonym?: Pseudonym | null
  readonly fromMs?: number | null
  readonly toMs?: number | null
  readonly indicator?: string | null
  readonly importId?: number | null
}

export function ActivityTable({ filter }: { readonly filter: ActivityFilter }) {
  const [focusedId, setFocusedId] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { pseudonym = null, fromMs = null, toMs = null, indicator = null, importId = null } = filter
  const pages = usePages('activity.list', { pseudonym, fromMs, toMs, indicator, importId, limit: 200 })
  useStatus(`${writeCount(pages.rows.length)} of ${writeCount(pages.total)} activities`)
  const focused = pages.rows.find(({ id }) => id === focusedId)
  useKeys([
    {
      group: 'Activities',
      keys: 'o',
      says: 'Open the details',
      isHinted: true,
      run: () => setOpen(focused !== undefined)
    }
  ])

  const open = (row: ActivityView) => {
    setFocusedId(row.id)
    setOpen(true)
  }
  // The table never grows with its rows, wherever it stands: a table that does would draw all of them at once.
  return (
    <Box sx={{ position: 'relative', flex: '1 1 0px', minHeight: 320 }}>
      <Box sx={{ position: 'absolute', inset: 0, display: 'flex', flexDirection: 'column' }}>
        <PreviewPane
          label="Details of the activity"
          onClose={() => setOpen(false)}
          preview={isOpen && focused !== undefined ? <ActivityDetails key={focused.id} activity={focused} /> : null}
        >
          <FailureNote failure={pages.failure} onAgain={pages.again} />
          <DataTable
            label="Activities"
            rows={pages.rows}
            columns={pseudonym === null ? [PERSON_COLUMN, ...ACTIVITY_COLUMNS] : ACTIVITY_COLUMNS}
            rowKey={({ id }) => id}
            total={pages.total}
            hasMore={pages.hasMore}
            onMore={pages.more}
            isLoading={pages.isLoading}
            focusedKey={focusedId}
            onFocus={({ id }) => setFocusedId(id)}
            onOpen={open}
            empty={pages.failure === null ? <NoActivities filter={filter} /> : null}
          />
        </PreviewPane>
      </Box>
    </Box>
  )
}

function NoActivities({ filter }: { readonly filter: ActivityFilter }) {
  const isNarrowed = filter.indicator !== undefined || filter.fromMs !== undefined
  return (
    <EmptyState title="No activities here">
      {isNarrowed
        ? 'None of the imported records lies in this time. Widen the window, or unpin the mark on the timeline.'
        : 'No imported record is about this. Import the logs of the time in question.'}
    </EmptyState>
  )
}

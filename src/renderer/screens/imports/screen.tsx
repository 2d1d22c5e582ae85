/** Receipts of everything that was imported, and the way to import more. Paths stay in the engine: the system's dialog chooses. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Receipt } from '../../../shared/contract/import.ts'
import { useChange, usePages, useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { IMPORT_COLUMNS } from './columns.tsx'
import { RunningImport } from './progress.tsx'
import { LastResult } from './result.tsx'
import { StartDialog } from './start-dialog.tsx'
import { useImportRun } from './state.ts'
import { SumLegend } from './sum-bar.tsx'

/** Fast enough to be believed, slow enough not to cost the import anything. */
const PROGRESS_MS = 500

export function ImportsScreen() {
  const mayImport = useMay('import.start')
  const { isStarting } = useImportRun()
  const [isPolling, setPolling] = useState(false)
  const progress = useRead('import.progress', {}, isStarting || isPolling ? { everyMs: PROGRESS_MS } : {})
  const isRunning = progress.data?.isRunning === true
  if (isRunning !== isPolling) setPolling(isRunning)
  const pages = usePages('import.list', { limit: 100 })
  const choose = useChange('import.choose')
  const chosen = choose.data
  const ask = (what: 'files' | 'folder') => choose.mutate({ what })
  const opening = useOpenFocused('Imports', ({ id }: Receipt) => go({ screen: 'import', id }))
  useStatus(`${writeCount(pages.rows.length)} of ${writeCount(pages.total)} imports`)
  useKeys(
    [{ group: 'Imports', keys: 'i', says: 'Import files', isHinted: true, run: () => ask('files') }],
    mayImport && !isRunning
  )

  return (
    <>
      <PageHead
        title="Imports"
        actions={
          mayImport ? (
            <>
              <Button
                variant="contained"
                disabled={isRunning || isStarting || choose.isPending}
                onClick={() => ask('files')}
                title="Choose files (i)"
              >
                Import files…
              </Button>
              <Button
                variant="outlined"
                disabled={isRunning || isStarting || choose.isPending}
                onClick={() => ask('folder')}
              >
                Import a folder…
              </Button>
            </>
          ) : undefined
        }
      >
        <SumLegend />
      </PageHead>
      {progress.data !== undefined && isRunning ? <RunningImport progress={progress.data} /> : null}
      <LastResult />
      <Box sx={{ px: 4 }}>
        <FailureNote failure={choose.error ?? pages.failure} onAgain={pages.again} />
      </Box>
      <DataTable
        label="Imports"
        rows={pages.rows}
        columns={IMPORT_COLUMNS}
        rowKey={({ id }) => id}
        total={pages.total}
        hasMore={pages.hasMore}
        onMore={pages.more}
        isLoading={pages.isLoading}
        {...opening}
        empty={
          pages.failure === null ? (
            <EmptyState
              title="Nothing is imported yet"
              {...(mayImport ? { action: { label: 'Import files…', run: () => ask('files') } } : {})}
            >
              Inward reads exports of the Microsoft 365 audit log and personnel files, as CSV, JSON or Excel. Choose
              files or a whole folder; each file gets a receipt that accounts for every row. Nothing is sent anywhere,
              and an import can be undone.
            </EmptyState>
          ) : null
        }
      />
      {chosen !== undefined && chosen.ticket !== null ? (
        <StartDialog ticket={chosen.ticket} files={chosen.files} onClose={choose.reset} />
      ) : null}
    </>
  )
}

/**
 * Receipts of everything that was imported, the way to import more, and the calendar of what is covered. Paths stay in
 * the engine: the system's dialog chooses.
 */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState } from 'react'
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
import { CoverageTab } from './coverage.tsx'
import { IntakeDialog } from './intake-dialog.tsx'
import { RunningImport } from './progress.tsx'
import { LastResult } from './result.tsx'
import { useImportRun, useImportsTab, type ImportsTab } from './state.ts'
import { SumLegend } from './sum-bar.tsx'

/** Fast enough to be believed, slow enough not to cost the import anything. */
const PROGRESS_MS = 500

const TABS: readonly { readonly value: ImportsTab; readonly words: string }[] = [
  { value: 'receipts', words: 'Receipts' },
  { value: 'coverage', words: 'Coverage calendar' }
]

export function ImportsScreen() {
  const id = useId()
  const mayImport = useMay('import.start')
  const { tab } = useImportsTab()
  const { isStarting } = useImportRun()
  const [isPolling, setPolling] = useState(false)
  const progress = useRead('import.progress', {}, isStarting || isPolling ? { everyMs: PROGRESS_MS } : {})
  const isRunning = progress.data?.isRunning === true
  if (isRunning !== isPolling) setPolling(isRunning)
  const choose = useChange('import.choose')
  const chosen = choose.data
  const ask = (what: 'files' | 'folder') => choose.mutate({ what })
  const show = (wanted: ImportsTab) => useImportsTab.setState({ tab: wanted })
  const canImport = mayImport && !isRunning && !isStarting && !choose.isPending
  useKeys(
    [
      { group: 'Imports', keys: ']', says: 'Coverage calendar', run: () => show('coverage') },
      { group: 'Imports', keys: '[', says: 'Receipts', run: () => show('receipts') }
    ],
    true
  )
  useKeys([{ group: 'Imports', keys: 'i', says: 'Import files', isHinted: true, run: () => ask('files') }], canImport)

  return (
    <>
      <PageHead
        title="Imports"
        actions={
          mayImport ? (
            <>
              <Button variant="contained" disabled={!canImport} onClick={() => ask('files')} title="Choose files (i)">
                Import files…
              </Button>
              <Button variant="outlined" disabled={!canImport} onClick={() => ask('folder')}>
                Import a folder…
              </Button>
            </>
          ) : undefined
        }
      >
        {tab === 'receipts' ? <SumLegend /> : null}
      </PageHead>
      <Tabs
        value={tab}
        onChange={(_, wanted: ImportsTab) => show(wanted)}
        aria-label="Imports"
        sx={{ px: 2, borderBottom: 1, borderColor: 'divider', flex: 'none' }}
      >
        {TABS.map(({ value, words }) => (
          <Tab key={value} value={value} label={words} id={`${id}-${value}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      {progress.data !== undefined && isRunning ? (
        <RunningImport progress={progress.data} atMs={progress.dataUpdatedAt} />
      ) : null}
      {tab === 'receipts' ? <LastResult /> : null}
      <Box sx={{ px: 4 }}>
        <FailureNote failure={choose.error} />
      </Box>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {tab === 'receipts' ? (
          <Receipts onImport={mayImport ? () => ask('files') : null} />
        ) : (
          <CoverageTab onImport={canImport ? () => ask('files') : null} />
        )}
      </Box>
      {chosen !== undefined && chosen.ticket !== null ? (
        <IntakeDialog
          key={chosen.ticket}
          ticket={chosen.ticket}
          files={chosen.files}
          onClose={choose.reset}
          onStarted={() => show('receipts')}
        />
      ) : null}
    </>
  )
}

function Receipts({ onImport }: { readonly onImport: (() => void) | null }) {
  const pages = usePages('import.list', { limit: 100 })
  const opening = useOpenFocused('Imports', ({ id }: Receipt) => go({ screen: 'import', id }))
  useStatus(`${writeCount(pages.rows.length)} of ${writeCount(pages.total)} imports`)
  return (
    <>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={pages.failure} onAgain={pages.again} />
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
              {...(onImport === null ? {} : { action: { label: 'Import files…', run: onImport } })}
            >
              Choose log exports, personnel files, mail or a whole folder, as they are: CSV, JSON, Excel, XML, plain or
              compressed. Each file is recognised by its content and gets a receipt that accounts for every row; for a
              log that no reader knows you say once what its columns mean. Nothing is sent anywhere, and an import can
              be undone.
            </EmptyState>
          ) : null
        }
      />
    </>
  )
}

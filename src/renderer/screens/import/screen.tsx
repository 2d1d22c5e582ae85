/** One receipt: what the file was taken for and why, what became of every row, and the way to undo the import. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState } from 'react'
import type { Receipt } from '../../../shared/contract/import.ts'
import { useRead } from '../../desk.ts'
import { useKeys } from '../../keys.ts'
import { back, go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { ActivityTable } from '../activities/activity-table.tsx'
import { FilePath } from '../imports/file-path.tsx'
import { IMPORT_STATUS_WORDS } from '../imports/words.ts'
import { ReceiptPage } from './receipt.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import { UndoImport } from './undo-import.tsx'

type ImportTab = 'receipt' | 'rejected' | 'activities'

export function ImportScreen({ id }: { readonly id: number }) {
  const shown = useRead('import.show', { id })
  useKeys([{ group: 'Import', keys: 'Escape', says: 'Back', isHinted: true, run: back }])
  if (shown.data !== undefined) return <ImportPage receipt={shown.data} />
  return shown.error === null ? (
    <LoadingLine says="Opening the receipt…" />
  ) : (
    <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
  )
}

function ImportPage({ receipt }: { readonly receipt: Receipt }) {
  const id = useId()
  const [tab, setTab] = useState<ImportTab>('receipt')
  const [isUndoing, setUndoing] = useState(false)
  const mayUndo = useMay('import.undo') && (receipt.status === 'finished' || receipt.status === 'stopped')
  const mayList = useMay('import.rejected')
  const mayRead = useMay('activity.list')
  const tabs: readonly { readonly value: ImportTab; readonly words: string }[] = [
    { value: 'receipt', words: 'Receipt' },
    ...(mayList ? [{ value: 'rejected' as const, words: `Rejected rows ${writeCount(receipt.rejected)}` }] : []),
    ...(mayRead ? [{ value: 'activities' as const, words: 'Activities' }] : [])
  ]
  const step = (by: 1 | -1) => {
    const at = tabs.findIndex(({ value }) => value === tab)
    setTab(tabs[(at + by + tabs.length) % tabs.length]?.value ?? 'receipt')
  }
  useKeys([
    { group: 'Import', keys: ']', says: 'Next tab', isHinted: true, run: () => step(1) },
    { group: 'Import', keys: '[', says: 'Previous tab', run: () => step(-1) }
  ])
  useKeys(
    [{ group: 'Import', keys: 'u', says: 'Undo this import', isHinted: true, run: () => setUndoing(true) }],
    mayUndo
  )
  return (
    <>
      <PageHead
        parent={{ words: 'Imports', open: () => go({ screen: 'imports' }) }}
        title={<FilePath path={receipt.path} isGone={receipt.status === 'undone'} />}
        actions={
          mayUndo ? (
            <Button variant="outlined" onClick={() => setUndoing(true)} title="Asks first (u)">
              Undo this import…
            </Button>
          ) : undefined
        }
      >
        <Box component="strong" sx={{ color: receipt.status === 'refused' ? 'error.main' : 'text.primary' }}>
          {IMPORT_STATUS_WORDS[receipt.status]}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>import {receipt.id}</Box>
      </PageHead>
      <Tabs
        value={tab}
        onChange={(_, wanted: ImportTab) => setTab(wanted)}
        aria-label="Import"
        sx={{ px: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map(({ value, words }) => (
          <Tab key={value} value={value} label={words} id={`${id}-${value}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {tab === 'receipt' ? <ReceiptPage receipt={receipt} /> : null}
        {tab === 'rejected' ? <RejectedRows receipt={receipt} /> : null}
        {tab === 'activities' ? <ActivityTable filter={{ importId: receipt.id }} /> : null}
      </Box>
      {isUndoing ? <UndoImport receipt={receipt} onClose={() => setUndoing(false)} /> : null}
    </>
  )
}

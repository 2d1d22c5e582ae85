/** Who did what, when, to which record; and the button that proves that no entry was changed, removed or slipped in. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { contract } from '../../../shared/contract/index.ts'
import { usePages } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { CheckpointButton } from './checkpoint.tsx'
import { EntryDetails } from './entry-details.tsx'
import { useAuditList } from './state.ts'
import { VerifyButton } from './verify.tsx'
import { actionWords, OUTCOME_WORDS, writeDetails } from './words.ts'

/** Operations that leave an entry; unlocking does too although it comes before every role. */
const ACTIONS = [
  'workspace.unlock',
  ...Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'change' || kind === 'reveal' ? [name] : []))
].sort()

export function AuditScreen() {
  const { action, focusedSeq, isOpen } = useAuditList()
  const pages = usePages('audit.list', { action, limit: 200 })
  const focused = pages.rows.find(({ seq }) => seq === focusedSeq)
  const open = () => useAuditList.setState({ isOpen: true })
  useStatus(
    `${writeCount(pages.rows.length)} of ${writeCount(pages.total)} entries`,
    action === null ? '' : actionWords(action)
  )
  useKeys([{ group: 'Audit', keys: 'o', says: 'Open the entry', isHinted: true, run: open }])
  return (
    <PreviewPane
      label="Audit entry"
      onClose={() => useAuditList.setState({ isOpen: false })}
      preview={isOpen && focused !== undefined ? <EntryDetails entry={focused} /> : null}
    >
      <PageHead
        title="Audit"
        actions={
          <>
            <CheckpointButton />
            <VerifyButton />
          </>
        }
      >
        <Select
          displayEmpty
          value={action ?? ''}
          onChange={({ target }) =>
            useAuditList.setState({ action: target.value === '' ? null : target.value, focusedSeq: null })
          }
          inputProps={{ 'aria-label': 'Action' }}
          sx={{ '& .MuiSelect-select': { py: 0.75 } }}
        >
          <MenuItem value="">Any action</MenuItem>
          {ACTIONS.map((each) => (
            <MenuItem key={each} value={each}>
              {actionWords(each)}
            </MenuItem>
          ))}
        </Select>
      </PageHead>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={pages.failure} onAgain={pages.again} />
      </Box>
      <DataTable
        label="Audit log"
        rows={pages.rows}
        columns={COLUMNS}
        rowKey={({ seq }) => seq}
        total={pages.total}
        hasMore={pages.hasMore}
        onMore={pages.more}
        isLoading={pages.isLoading}
        focusedKey={focusedSeq}
        onFocus={({ seq }) => useAuditList.setState({ focusedSeq: seq })}
        onPress={open}
        onOpen={open}
        empty={
          pages.failure === null ? (
            <EmptyState title="No such entry">
              {action === null ? 'The log begins with the first unlocking.' : 'Nothing of this kind was done yet.'}
            </EmptyState>
          ) : null
        }
      />
    </PreviewPane>
  )
}

const COLUMNS: readonly Column<AuditEntry>[] = [
  { key: 'seq', title: 'No.', width: 64, align: 'end', render: ({ seq }) => writeCount(seq) },
  { key: 'time', title: 'Time', width: 236, render: ({ atMs }) => <Moment atMs={atMs} hasSeconds /> },
  {
    key: 'operator',
    title: 'Operator',
    width: 110,
    text: ({ operator }) => operator,
    render: ({ operator }) => operator
  },
  {
    key: 'action',
    title: 'Action',
    width: 'fill',
    text: ({ action }) => `${actionWords(action)} (${action})`,
    render: ({ action }) => actionWords(action)
  },
  { key: 'object', title: 'Record', width: 130, text: recordOf, render: recordOf },
  {
    key: 'outcome',
    title: 'Outcome',
    width: 84,
    render: ({ outcome }) => (
      <Box
        component="span"
        sx={{ color: outcome === 'done' ? 'text.primary' : 'error.main', fontWeight: outcome === 'done' ? 400 : 600 }}
      >
        {OUTCOME_WORDS[outcome]}
      </Box>
    )
  },
  {
    key: 'details',
    title: 'Details',
    width: 220,
    fromWidth: 860,
    text: ({ details }) => writeDetails(details),
    render: ({ details }) => writeDetails(details)
  },
  {
    key: 'hash',
    title: 'Seal',
    width: 96,
    fromWidth: 980,
    text: ({ hash }) => hash,
    render: ({ hash }) => <code>{hash.slice(0, 8)}</code>
  }
]

function recordOf({ objectType, objectId }: AuditEntry): string {
  return objectId === '' ? objectType : `${objectType} ${objectId}`
}

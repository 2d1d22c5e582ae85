/** The columns of the receipts: each row is a sum that can be checked by eye. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../../shared/contract/import.ts'
import type { Column } from '../../parts/column.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { isReconciled, SumBar } from './sum-bar.tsx'
import { IMPORT_STATUS_WORDS, SOURCE_WORDS } from './words.ts'

const figure = (
  key: 'rowsRead' | 'kept' | 'duplicate' | 'rejected' | 'ignored',
  title: string,
  width: number,
  fromWidth?: number
): Column<Receipt> => ({
  key,
  title,
  width,
  align: 'end',
  ...(fromWidth === undefined ? {} : { fromWidth }),
  render: (receipt) => (
    <Box
      component="span"
      sx={{
        color: receipt[key] === 0 ? 'text.secondary' : key === 'rejected' ? 'error.main' : 'text.primary',
        fontWeight: key === 'kept' ? 600 : 400
      }}
    >
      {writeCount(receipt[key])}
    </Box>
  )
})

export const IMPORT_COLUMNS: readonly Column<Receipt>[] = [
  {
    key: 'file',
    title: 'File',
    width: 'fill',
    text: ({ path, label }) => (label === '' ? path : `${path}, ${label}`),
    render: ({ path, status }) => <FileName path={path} isGone={status === 'undone'} />
  },
  {
    key: 'status',
    title: 'State',
    width: 84,
    text: ({ status, refusal }) => refusal ?? IMPORT_STATUS_WORDS[status],
    render: ({ status }) => (
      <Box component="span" sx={{ color: status === 'refused' ? 'error.main' : 'text.primary' }}>
        {IMPORT_STATUS_WORDS[status]}
      </Box>
    )
  },
  {
    key: 'source',
    title: 'Kind',
    width: 176,
    fromWidth: 1400,
    render: ({ source }) => (source === null ? 'not recognised' : SOURCE_WORDS[source])
  },
  {
    key: 'bar',
    title: 'Rows',
    width: 104,
    fromWidth: 760,
    render: (receipt) => (receipt.rowsRead === 0 ? '' : <SumBar sum={receipt} />)
  },
  figure('rowsRead', 'Read =', 84),
  figure('kept', 'kept', 84),
  figure('duplicate', '+ duplicate', 108, 640),
  figure('rejected', '+ rejected', 100),
  figure('ignored', '+ left out', 100, 640),
  {
    key: 'sound',
    title: 'Sum',
    width: 52,
    text: (receipt) => (isReconciled(receipt) ? 'The sum adds up' : 'The sum does not add up'),
    render: (receipt) => <SumMark isSound={isReconciled(receipt)} />
  },
  {
    key: 'started',
    title: 'Imported',
    width: 212,
    fromWidth: 980,
    render: ({ startedMs }) => <Moment atMs={startedMs} />
  },
  {
    key: 'operator',
    title: 'By',
    width: 84,
    fromWidth: 1180,
    text: ({ operator }) => operator,
    render: ({ operator }) => operator
  }
]

function FileName({ path, isGone }: { readonly path: string; readonly isGone: boolean }) {
  return (
    <Box component="span" sx={isGone ? { textDecoration: 'line-through', color: 'text.secondary' } : {}}>
      <MaskedText text={path} />
    </Box>
  )
}

function SumMark({ isSound }: { readonly isSound: boolean }) {
  return (
    <Box
      component="span"
      role="img"
      aria-label={isSound ? 'adds up' : 'does not add up'}
      sx={{ color: isSound ? 'sound.text' : 'error.main', fontWeight: 600 }}
    >
      {isSound ? '✓' : '✗'}
    </Box>
  )
}

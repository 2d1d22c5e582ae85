/** The columns of the receipts: each row is a sum that can be checked by eye, a span of time, and what to know of it. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../../shared/contract/import.ts'
import type { Column } from '../../parts/column.ts'
import { Moment } from '../../parts/moment.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { FilePath } from './file-path.tsx'
import { FindingCount, saysOf } from './finding-mark.tsx'
import { isReconciled, SumBar } from './sum-bar.tsx'
import { IMPORT_STATUS_WORDS, SOURCE_WORDS } from './words.ts'

/** Figures that the bar tells already need a wide window. */
const WIDE_PX = 1500

const figure = (
  key: 'kept' | 'duplicate' | 'rejected' | 'ignored',
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
        fontWeight: key === 'rejected' && receipt[key] > 0 ? 600 : 400
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
    render: ({ path, status }) => <FilePath path={path} isGone={status === 'undone'} />
  },
  {
    key: 'source',
    title: 'Kind',
    width: 172,
    fromWidth: 760,
    text: ({ source, recognisedBecause }) =>
      source === null ? 'not recognised' : `${SOURCE_WORDS[source]}. ${recognisedBecause}`,
    render: ({ source }) =>
      source === null ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          not recognised
        </Box>
      ) : (
        SOURCE_WORDS[source]
      )
  },
  {
    key: 'bar',
    title: 'Rows',
    width: 104,
    fromWidth: 640,
    render: (receipt) => (receipt.rowsRead === 0 ? '' : <SumBar sum={receipt} />)
  },
  {
    key: 'rowsRead',
    title: 'Read',
    width: 96,
    align: 'end',
    text: (receipt) =>
      isReconciled(receipt)
        ? 'Kept, duplicate, rejected and left out add up to what was read'
        : 'The sum does not add up',
    render: (receipt) => (
      <>
        {writeCount(receipt.rowsRead)} <SumMark isSound={isReconciled(receipt)} />
      </>
    )
  },
  figure('kept', '= kept', 88, WIDE_PX),
  figure('duplicate', '+ duplicate', 92, WIDE_PX),
  figure('ignored', '+ left out', 88, WIDE_PX),
  figure('rejected', 'Rejected', 80),
  {
    key: 'span',
    title: 'Holds',
    width: 200,
    fromWidth: 1120,
    render: ({ firstAtMs, lastAtMs }) =>
      firstAtMs === null || lastAtMs === null ? (
        ''
      ) : (
        <>
          <Moment atMs={firstAtMs} isDay /> – <Moment atMs={lastAtMs} isDay />
        </>
      )
  },
  {
    key: 'findings',
    title: 'To know',
    width: 148,
    fromWidth: 560,
    text: ({ findings }) => saysOf(findings),
    render: ({ findings }) => <FindingCount findings={findings} />
  },
  {
    key: 'status',
    title: 'State',
    width: 76,
    text: ({ status, refusal }) => refusal ?? IMPORT_STATUS_WORDS[status],
    render: ({ status }) => (
      <Box
        component="span"
        sx={{
          color: status === 'refused' ? 'error.main' : status === 'undone' ? 'text.secondary' : 'text.primary',
          fontWeight: status === 'refused' ? 600 : 400
        }}
      >
        {IMPORT_STATUS_WORDS[status]}
      </Box>
    )
  },
  {
    key: 'started',
    title: 'Imported',
    width: 108,
    fromWidth: 980,
    text: ({ operator, label }) => (label === '' ? `by ${operator}` : `by ${operator}: ${label}`),
    render: ({ startedMs }) => <Moment atMs={startedMs} isDay />
  }
]

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

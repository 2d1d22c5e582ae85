/** The columns of the queue. What does not fit on a narrow window stands in the preview. */
import Box from '@mui/material/Box'
import type { AlertRow, AlertStatus } from '../../../shared/contract/alert.ts'
import type { Column } from '../../parts/data-table.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { SEVERITY_WORDS, SeverityMark } from '../../parts/severity-mark.tsx'
import { STATUS_WORDS } from './words.ts'

/** Alerts that wait for a decision are in no case, so those two columns would be empty. */
export function columnsFor(status: AlertStatus | null): readonly Column<AlertRow>[] {
  const caseColumns = status === 'needs-review' ? [] : CASE_COLUMNS
  return [...COLUMNS, ...(status === null ? [STATUS_COLUMN] : []), ...caseColumns, DETECTED_COLUMN]
}

const COLUMNS: readonly Column<AlertRow>[] = [
  {
    key: 'severity',
    title: 'Severity',
    width: 98,
    isSortable: true,
    text: ({ severity }) => SEVERITY_WORDS[severity],
    render: ({ severity }) => <SeverityMark severity={severity} />
  },
  { key: 'score', title: 'Score', width: 76, align: 'end', isSortable: true, render: ({ score }) => score.toFixed(1) },
  {
    key: 'person',
    title: 'Person',
    width: 186,
    text: ({ pseudonym, department }) => (department === null ? pseudonym : `${pseudonym}, ${department}`),
    render: ({ pseudonym }) => <PseudonymChip pseudonym={pseudonym} />
  },
  {
    key: 'policy',
    title: 'Policy',
    width: 226,
    fromWidth: 960,
    text: ({ policy }) => policy,
    render: ({ policy }) => <MaskedText text={policy} />
  },
  {
    key: 'factor',
    title: 'What counts most',
    width: 'fill',
    text: ({ topFactor }) => topFactor,
    render: ({ topFactor }) => <MaskedText text={topFactor} />
  }
]
const STATUS_COLUMN: Column<AlertRow> = {
  key: 'status',
  title: 'Status',
  width: 104,
  fromWidth: 640,
  isSortable: true,
  render: ({ status }) => STATUS_WORDS[status]
}
const CASE_COLUMNS: readonly Column<AlertRow>[] = [
  {
    key: 'case',
    title: 'Case',
    width: 160,
    fromWidth: 1000,
    text: ({ caseName }) => caseName ?? 'in no case',
    render: ({ caseName }) =>
      caseName === null ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          none
        </Box>
      ) : (
        <MaskedText text={caseName} />
      )
  },
  { key: 'caseStatus', title: 'Case status', width: 88, fromWidth: 1100, render: ({ caseStatus }) => caseStatus ?? '' }
]
const DETECTED_COLUMN: Column<AlertRow> = {
  key: 'detected',
  title: 'Detected',
  width: 212,
  fromWidth: 760,
  isSortable: true,
  render: ({ detectedMs }) => <Moment atMs={detectedMs} />
}

/** The columns of the queue. What does not fit on a narrow window stands in the preview. */
import Box from '@mui/material/Box'
import type { AlertRow, AlertStatus } from '../../../shared/contract/alert.ts'
import type { Column } from '../../parts/column.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { SEVERITY_WORDS, SeverityMark } from '../../parts/severity-mark.tsx'
import { STATUS_WORDS } from './words.ts'

/**
 * Alerts that wait for a decision are in no case, and one state needs no column of its own. Where all columns are
 * needed, the policy gives way first: the sentence says more.
 */
export function columnsFor(status: AlertStatus | null): readonly Column<AlertRow>[] {
  if (status === 'needs-review') return [...WHO, POLICY, WHAT, DETECTED]
  if (status === null) return [...WHO, { ...POLICY, fromWidth: 1400 }, WHAT, STATUS, CASE, DETECTED]
  return [...WHO, { ...POLICY, fromWidth: 1240 }, WHAT, CASE, DETECTED]
}

const WHO: readonly Column<AlertRow>[] = [
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
  }
]
const POLICY: Column<AlertRow> = {
  key: 'policy',
  title: 'Policy',
  width: 226,
  fromWidth: 960,
  text: ({ policy }) => policy,
  render: ({ policy }) => <MaskedText text={policy} />
}
const WHAT: Column<AlertRow> = {
  key: 'factor',
  title: 'What counts most',
  width: 'fill',
  text: ({ topFactor }) => topFactor,
  render: ({ topFactor }) => <MaskedText text={topFactor} />
}
const STATUS: Column<AlertRow> = {
  key: 'status',
  title: 'Status',
  width: 112,
  fromWidth: 640,
  isSortable: true,
  render: ({ status }) => STATUS_WORDS[status]
}
const CASE: Column<AlertRow> = {
  key: 'case',
  title: 'Case and its status',
  width: 224,
  fromWidth: 1000,
  text: ({ caseName, caseStatus }) => (caseName === null ? 'in no case' : `${caseName}, ${caseStatus ?? ''}`),
  render: ({ caseName, caseStatus }) =>
    caseName === null ? (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        none
      </Box>
    ) : (
      <>
        {caseStatus}: <MaskedText text={caseName} />
      </>
    )
}
const DETECTED: Column<AlertRow> = {
  key: 'detected',
  title: 'Detected',
  width: 212,
  fromWidth: 760,
  isSortable: true,
  render: ({ detectedMs }) => <Moment atMs={detectedMs} />
}

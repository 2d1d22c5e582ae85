/** Columns of the list of people. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { PersonRow } from '../../../shared/contract/person.ts'
import { go } from '../../navigation.ts'
import type { Column } from '../../parts/column.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { RiskMark } from './risk-mark.tsx'

export const PEOPLE_COLUMNS: readonly Column<PersonRow>[] = [
  {
    key: 'risk',
    title: 'Risk',
    width: 132,
    isSortable: true,
    render: ({ riskLevel, riskScore }) => <RiskMark level={riskLevel} score={riskScore} />
  },
  { key: 'person', title: 'Person', width: 176, render: ({ pseudonym }) => <PseudonymChip pseudonym={pseudonym} /> },
  {
    key: 'department',
    title: 'Department',
    width: 148,
    fromWidth: 840,
    text: ({ department }) => department ?? 'not known',
    render: ({ department }) => (department === null ? <Quiet words="not known" /> : <MaskedText text={department} />)
  },
  {
    key: 'scope',
    title: 'In scope of',
    width: 'fill',
    text: ({ inScope, policies }) => (inScope ? policies.join(', ') : 'no policy'),
    render: ({ inScope, policies }) =>
      inScope ? <MaskedText text={policies.join(', ')} /> : <Quiet words="no policy" />
  },
  {
    key: 'alerts',
    title: 'Active alerts',
    width: 104,
    align: 'end',
    render: ({ alerts }) => <Figure count={alerts} />
  },
  {
    key: 'violations',
    title: 'Violations',
    width: 84,
    align: 'end',
    fromWidth: 940,
    text: ({ violations }) => `${writeCount(violations)} cases resolved as confirmed violations`,
    render: ({ violations }) => <Figure count={violations} />
  },
  {
    key: 'case',
    title: 'Case',
    width: 76,
    fromWidth: 1020,
    render: ({ caseId }) =>
      caseId === null ? (
        <Quiet words="none" />
      ) : (
        <Link
          component="button"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation()
            go({ screen: 'case', id: caseId })
          }}
        >
          case {caseId}
        </Link>
      )
  },
  {
    key: 'group',
    title: 'Priority group',
    width: 112,
    fromWidth: 1140,
    render: ({ isInPriorityGroup }) => (isInPriorityGroup ? 'member' : <Quiet words="no" />)
  },
  {
    key: 'until',
    title: 'Scored by hand until',
    width: 160,
    fromWidth: 1270,
    render: ({ scoredUntilMs }) =>
      scoredUntilMs === null ? <Quiet words="not by hand" /> : <Moment atMs={scoredUntilMs} isDay />
  },
  {
    key: 'activity',
    title: 'Activities',
    width: 96,
    align: 'end',
    isSortable: true,
    fromWidth: 640,
    render: ({ activities }) => writeCount(activities)
  }
]

function Figure({ count }: { readonly count: number }) {
  return count === 0 ? <Quiet words="0" /> : writeCount(count)
}

function Quiet({ words }: { readonly words: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {words}
    </Box>
  )
}

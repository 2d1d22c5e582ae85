/** The case on one page: state and dates, its people with what weighs most on each, requests for their names, the last notes. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { AlertRow } from '../../../shared/contract/alert.ts'
import type { CaseDetail } from '../../../shared/contract/case.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { severityOf } from '../../../shared/domain/severity.ts'
import { useNow } from '../../clock.ts'
import { go } from '../../navigation.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Part } from '../../parts/page-head.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { writeLength } from '../../zone.ts'
import { STATUS_WORDS } from '../alerts/words.ts'
import { caseStatusWords } from '../cases/words.tsx'
import { CaseNames } from './case-names.tsx'
import { useCaseView } from './state.ts'

export function CaseOverview({ detail }: { readonly detail: CaseDetail }) {
  const { case: row, alerts, notes } = detail
  const nowMs = useNow()
  const lastNotes = [...notes].sort((a, b) => b.atMs - a.atMs).slice(0, 3)
  return (
    <Box
      sx={{
        px: 6,
        py: 4,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 3fr) minmax(280px, 2fr)',
        gap: 6,
        alignItems: 'start'
      }}
    >
      <Box sx={{ display: 'grid', gap: 5 }}>
        {row.people.map((pseudonym, position) => (
          <PersonOfCase
            key={pseudonym}
            pseudonym={pseudonym}
            position={position}
            alerts={alerts.filter((alert) => alert.pseudonym === pseudonym)}
          />
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 5 }}>
        <Part title="Case">
          <Facts facts={factsOf(detail, nowMs)} />
        </Part>
        <CaseNames row={row} />
        <Part
          title="Last notes"
          actions={
            <Link component="button" onClick={() => useCaseView.setState({ tab: 'notes' })}>
              All notes
            </Link>
          }
        >
          {lastNotes.length === 0 ? <Box sx={{ color: 'text.secondary' }}>No note yet.</Box> : null}
          {lastNotes.map(({ id, atMs, operator, text }) => (
            <Box key={id} sx={{ mb: 3 }}>
              <Box sx={{ color: 'text.secondary', typography: 'caption' }}>
                {operator}, <Moment atMs={atMs} />
              </Box>
              <Box sx={{ whiteSpace: 'pre-wrap' }}>
                <MaskedText text={text} />
              </Box>
            </Box>
          ))}
        </Part>
      </Box>
    </Box>
  )
}

function factsOf({ case: row }: CaseDetail, nowMs: number): readonly Fact[] {
  return [
    ['State', caseStatusWords(row)],
    ['Highest score', <SeverityMark key="score" severity={severityOf(row.highestScore)} score={row.highestScore} />],
    ['Opened', <Moment key="opened" atMs={row.openedMs} />],
    [
      row.status === 'active' ? 'Open for' : 'Was open for',
      writeLength((row.status === 'active' ? nowMs : row.updatedMs) - row.openedMs)
    ],
    [
      'Last change',
      <span key="updated">
        <Moment atMs={row.updatedMs} /> by {row.updatedBy}
      </span>
    ]
  ]
}

function PersonOfCase({
  pseudonym,
  position,
  alerts
}: {
  readonly pseudonym: Pseudonym
  readonly position: number
  readonly alerts: readonly AlertRow[]
}) {
  const department = alerts.find((alert) => alert.department !== null)?.department ?? null
  const ranked = [...alerts].sort((a, b) => b.score - a.score)
  return (
    <Part
      title={pseudonym}
      heading={
        <>
          <PseudonymChip pseudonym={pseudonym} onOpen={() => go({ screen: 'person', pseudonym })} />
          {department === null ? null : (
            <Box component="span" sx={{ ml: 3 }}>
              <MaskedText text={department} />
            </Box>
          )}
        </>
      }
      actions={
        <Link component="button" onClick={() => useCaseView.setState({ tab: 'timeline', person: position })}>
          User activity
        </Link>
      }
    >
      {ranked.length === 0 ? <Box sx={{ color: 'text.secondary' }}>No alert of this person is in the case.</Box> : null}
      {ranked.map((alert, index) => (
        <Box
          key={alert.id}
          sx={{
            display: 'grid',
            gridTemplateColumns: '116px minmax(0, 1fr) max-content',
            columnGap: 3,
            alignItems: 'start',
            py: 1.5,
            borderTop: index === 0 ? 0 : 1,
            borderColor: 'divider'
          }}
        >
          <SeverityMark severity={alert.severity} score={alert.score} />
          <Box>
            <Link
              component="button"
              onClick={() => go({ screen: 'alert', id: alert.id })}
              sx={{ textAlign: 'start', typography: 'body1' }}
            >
              {alert.topFactor}
            </Link>
            <Box sx={{ color: 'text.secondary' }}>
              <MaskedText text={alert.policy} /> · <Moment atMs={alert.detectedMs} />
            </Box>
          </Box>
          <span>{STATUS_WORDS[alert.status]}</span>
        </Box>
      ))}
    </Part>
  )
}

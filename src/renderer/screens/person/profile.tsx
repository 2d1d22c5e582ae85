/** What is known of a person at a glance: risk, department, scope and until when, priority, case; and what brought them into scope. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import type { PersonRow } from '../../../shared/contract/person.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { RiskMark } from '../people/risk-mark.tsx'

export function Profile({ person }: { readonly person: PersonRow }) {
  const { riskLevel, riskScore, department, inScope, policies, activities, violations, caseId, scoredUntilMs } = person
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4 }}>
      <RiskMark level={riskLevel} score={riskScore} isLarge />
      {department === null ? null : <MaskedText text={department} />}
      <Quiet>
        {inScope ? (
          <>
            in scope of <MaskedText text={policies.join(', ')} />
          </>
        ) : (
          'in scope of no policy'
        )}
      </Quiet>
      {scoredUntilMs === null ? null : (
        <Quiet>
          scored by hand until <Moment atMs={scoredUntilMs} isDay />
        </Quiet>
      )}
      {person.isInPriorityGroup ? <Quiet>in a priority group</Quiet> : null}
      {violations === 0 ? null : (
        <Quiet>{violations === 1 ? '1 confirmed violation' : `${writeCount(violations)} confirmed violations`}</Quiet>
      )}
      {caseId === null ? null : (
        <Link
          component="button"
          onClick={() => go({ screen: 'case', id: caseId })}
          sx={{ typography: 'body1', verticalAlign: 'baseline' }}
        >
          case {caseId}
        </Link>
      )}
      <Quiet>{writeCount(activities)} activities</Quiet>
    </Box>
  )
}

/** So many are read at a glance; all of them stand as flags on the time line. */
const SHOWN = 4

/** What the sources tell of the person that can bring somebody into scope, newest first. */
export function Triggers({ pseudonym }: { readonly pseudonym: Pseudonym }) {
  const timeline = useRead('activity.timeline', { pseudonym })
  const flags = [...(timeline.data?.flags ?? [])].sort((one, other) => other.atMs - one.atMs)
  if (flags.length === 0) return null
  const rest = flags.length - SHOWN
  return (
    <Box
      component="section"
      aria-label="Triggers and personnel events"
      sx={{ px: 4, py: 1.5, borderBottom: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', columnGap: 4 }}
    >
      {flags.slice(0, SHOWN).map(({ kind, says, atMs }) => (
        <span key={`${kind} ${atMs}`}>
          <Moment atMs={atMs} isDay /> {says}
        </span>
      ))}
      {rest > 0 ? <Quiet>and {writeCount(rest)} earlier on the time line</Quiet> : null}
    </Box>
  )
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  )
}

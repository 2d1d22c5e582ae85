/** Who it is about, as far as work goes: department, country, years, dates from HR, earlier alerts. Never a name. */
import Box from '@mui/material/Box'
import { Fragment, type ReactNode } from 'react'
import type { PersonProfile } from '../../../shared/contract/alert.ts'
import { useNow } from '../../clock.ts'
import { go } from '../../navigation.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'

const YEAR_MS = 365.25 * 86_400_000

export function PersonLine({ person }: { readonly person: PersonProfile }) {
  const { manager } = person
  const nowMs = useNow()
  const facts: readonly ReactNode[] = [
    ...[person.department, person.title, person.country]
      .filter((text) => text !== null && text !== '')
      .map((text) => <MaskedText text={text ?? ''} />),
    ...(person.hiredMs === null ? [] : [writeYears(nowMs - person.hiredMs)]),
    ...person.events.map(({ says, atMs }) => (
      <>
        <Moment atMs={atMs} isDay /> {says}
      </>
    )),
    ...(manager === null
      ? []
      : [
          <>
            reports to <PseudonymChip pseudonym={manager} onOpen={() => go({ screen: 'person', pseudonym: manager })} />
          </>
        ]),
    person.earlierAlerts === 0
      ? 'no earlier alerts'
      : person.earlierAlerts === 1
        ? '1 earlier alert'
        : `${person.earlierAlerts} earlier alerts`,
    ...(person.earlierViolations === 0
      ? []
      : [`${person.earlierViolations} confirmed ${person.earlierViolations === 1 ? 'violation' : 'violations'} before`])
  ]
  return (
    <Box>
      {facts.map((fact, position) => (
        <Fragment key={position}>
          {position === 0 ? null : (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' '}
              ·{' '}
            </Box>
          )}
          {fact}
        </Fragment>
      ))}
    </Box>
  )
}

function writeYears(lengthMs: number): string {
  const years = Math.floor(lengthMs / YEAR_MS)
  if (years < 1) return 'here for less than a year'
  return years === 1 ? 'here for 1 year' : `here for ${years} years`
}

/** One person under their pseudonym: risk, scope, alerts, and what they did over time. Never a name. */
import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState } from 'react'
import type { PersonRow } from '../../../shared/contract/person.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { usePages, useRead } from '../../desk.ts'
import { useKeys } from '../../keys.ts'
import { back, go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { ActivityTable } from '../activities/activity-table.tsx'
import { PersonActivity } from '../activities/person-activity.tsx'
import { CaseAlerts } from '../case/case-alerts.tsx'
import { RiskMark } from '../people/risk-mark.tsx'

type PersonTab = 'timeline' | 'explorer' | 'alerts'
const TABS: readonly { readonly value: PersonTab; readonly words: string }[] = [
  { value: 'timeline', words: 'User activity' },
  { value: 'explorer', words: 'Activity explorer' },
  { value: 'alerts', words: 'Alerts' }
]

export function PersonScreen({ pseudonym }: { readonly pseudonym: Pseudonym }) {
  const id = useId()
  const [tab, setTab] = useState<PersonTab>('timeline')
  const people = useRead('person.list', { limit: 2000 })
  const person = people.data?.find((each) => each.pseudonym === pseudonym)
  useKeys([{ group: 'Person', keys: 'Escape', says: 'Back', isHinted: true, run: back }])
  return (
    <>
      <PageHead
        parent={{ words: 'People', open: () => go({ screen: 'people' }) }}
        title={<PseudonymChip pseudonym={pseudonym} isLarge />}
      >
        {person === undefined ? null : <Profile person={person} />}
      </PageHead>
      <FailureNote failure={people.error} onAgain={() => void people.refetch()} />
      <Tabs
        value={tab}
        onChange={(_, wanted: PersonTab) => setTab(wanted)}
        aria-label="Person"
        sx={{ px: 2, flex: 'none', borderBottom: 1, borderColor: 'divider' }}
      >
        {TABS.map(({ value, words }) => (
          <Tab key={value} value={value} label={words} id={`${id}-${value}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        sx={{
          flex: tab === 'timeline' ? '1 0 auto' : '1 1 0px',
          display: 'flex',
          flexDirection: 'column',
          minHeight: 320
        }}
      >
        {tab === 'timeline' ? <PersonActivity pseudonym={pseudonym} /> : null}
        {tab === 'explorer' ? <ActivityTable filter={{ pseudonym }} /> : null}
        {tab === 'alerts' ? <AlertsOf pseudonym={pseudonym} /> : null}
      </Box>
    </>
  )
}

function Profile({ person }: { readonly person: PersonRow }) {
  const { riskLevel, riskScore, department, inScope, policies, activities } = person
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4 }}>
      <RiskMark level={riskLevel} score={riskScore} isLarge />
      {department === null ? null : <MaskedText text={department} />}
      <Box sx={{ color: 'text.secondary' }}>
        {inScope ? `in scope of ${policies.join(', ')}` : 'in scope of no policy'}
      </Box>
      <Box sx={{ color: 'text.secondary' }}>{writeCount(activities)} activities</Box>
    </Box>
  )
}

function AlertsOf({ pseudonym }: { readonly pseudonym: Pseudonym }) {
  const pages = usePages('alert.list', { search: pseudonym, limit: 200 })
  if (pages.failure !== null) return <FailureNote failure={pages.failure} onAgain={pages.again} />
  return <CaseAlerts alerts={pages.rows.filter((row) => row.pseudonym === pseudonym)} />
}

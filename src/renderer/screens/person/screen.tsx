/** One person under their pseudonym: risk, scope and why, alerts, and what they did over time. Never a name. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, useState } from 'react'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { usePages, useRead } from '../../desk.ts'
import { useKeys } from '../../keys.ts'
import { back, go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { ActivityTable } from '../activities/activity-table.tsx'
import { PersonActivity } from '../activities/person-activity.tsx'
import { CaseAlerts } from '../case/case-alerts.tsx'
import { useScopeActions } from '../people/scope-actions.tsx'
import { Profile, Triggers } from './profile.tsx'

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
  const scope = useScopeActions(person === undefined ? [] : [person], () => undefined)
  useKeys([{ group: 'Person', keys: 'Escape', says: 'Back', isHinted: true, run: back }])
  useKeys(
    [
      { group: 'Person', keys: 's', says: 'Start scoring…', isHinted: true, run: scope.start },
      { group: 'Person', keys: 'r', says: 'Remove from scope…', isHinted: true, run: scope.remove }
    ],
    scope.mayScope
  )
  return (
    <>
      <PageHead
        parent={{ words: 'People', open: () => go({ screen: 'people' }) }}
        title={<PseudonymChip pseudonym={pseudonym} isLarge />}
        actions={
          person === undefined || !scope.mayScope ? undefined : (
            <>
              <Button variant="outlined" onClick={scope.start} title="Score without a trigger (s)">
                Start scoring…
              </Button>
              {scope.canRemove ? (
                <Button variant="outlined" onClick={scope.remove} title="Take out of every policy’s scope (r)">
                  Remove from scope…
                </Button>
              ) : null}
            </>
          )
        }
      >
        {person === undefined ? null : <Profile person={person} />}
      </PageHead>
      <FailureNote failure={people.error} onAgain={() => void people.refetch()} />
      <Triggers pseudonym={pseudonym} />
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
      {scope.dialog}
    </>
  )
}

function AlertsOf({ pseudonym }: { readonly pseudonym: Pseudonym }) {
  const pages = usePages('alert.list', { search: pseudonym, limit: 200 })
  if (pages.failure !== null) return <FailureNote failure={pages.failure} onAgain={pages.again} />
  return <CaseAlerts alerts={pages.rows.filter((row) => row.pseudonym === pseudonym)} />
}

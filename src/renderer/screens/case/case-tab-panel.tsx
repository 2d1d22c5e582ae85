/** What stands below each tab of a case. */
import Box from '@mui/material/Box'
import type { CaseDetail } from '../../../shared/contract/case.ts'
import { Choice } from '../../parts/choice.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { ActivityTable } from '../activities/activity-table.tsx'
import { PersonActivity } from '../activities/person-activity.tsx'
import { CaseAlerts } from './case-alerts.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseNotes } from './case-notes.tsx'
import { CaseOverview } from './case-overview.tsx'
import { useCaseView, type CaseTab } from './state.ts'

export function CaseTabPanel({ tab, detail }: { readonly tab: CaseTab; readonly detail: CaseDetail }) {
  switch (tab) {
    case 'overview':
      return <CaseOverview detail={detail} />
    case 'alerts':
      return <CaseAlerts alerts={detail.alerts} />
    case 'timeline':
      return <OfOnePerson detail={detail} isTimeline />
    case 'explorer':
      return <OfOnePerson detail={detail} isTimeline={false} />
    case 'notes':
      return <CaseNotes detail={detail} />
    case 'history':
      return <CaseHistory history={detail.history} />
  }
}

/** Activity is always shown of one person at a time; a case of several lets one choose. */
function OfOnePerson({ detail, isTimeline }: { readonly detail: CaseDetail; readonly isTimeline: boolean }) {
  const chosen = useCaseView((view) => view.person)
  const { people } = detail.case
  const pseudonym = people[chosen] ?? people[0]
  if (pseudonym === undefined)
    return (
      <EmptyState title="Nobody is in this case yet">
        Confirm an alert into this case to bring its person in.
      </EmptyState>
    )
  return (
    <>
      {people.length > 1 ? (
        <Box sx={{ px: 4, pt: 3, pb: isTimeline ? 0 : 3 }}>
          <Choice
            label="Person"
            value={pseudonym}
            options={people.map((each) => ({ value: each, words: each }))}
            onChange={(wanted) =>
              useCaseView.setState({
                person: Math.max(
                  0,
                  people.findIndex((each) => each === wanted)
                )
              })
            }
          />
        </Box>
      ) : null}
      {isTimeline ? (
        <PersonActivity key={pseudonym} pseudonym={pseudonym} />
      ) : (
        <ActivityTable key={pseudonym} filter={{ pseudonym }} />
      )}
    </>
  )
}

/** Why the queue is empty and what would fill it: a filter, no policy, no import, or honest quiet. */
import { go } from '../../navigation.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { useWorkspace } from '../../workspace.ts'
import { filterQueue, useQueue } from './state.ts'

export function EmptyQueue() {
  const { status, severity, policyId, search } = useQueue()
  const { counts } = useWorkspace()
  if (severity !== null || policyId !== null || search !== '') {
    return (
      <EmptyState
        title="No alert matches these filters"
        action={{
          label: 'Show all alerts that need review',
          run: () => filterQueue({ status: 'needs-review', severity: null, policyId: null, search: '' })
        }}
      >
        Other alerts may exist: a filter hides them.
      </EmptyState>
    )
  }
  if (counts.activities === 0) {
    return (
      <EmptyState
        title="No alerts yet: nothing has been imported"
        action={{ label: 'Go to Imports', run: () => go({ screen: 'imports' }) }}
      >
        Import audit logs and HR files first. Then switch on a policy, and people whose activity needs a look appear
        here.
      </EmptyState>
    )
  }
  if (status === 'needs-review') {
    return (
      <EmptyState
        title="Nothing needs review"
        action={{ label: 'Go to Policies', run: () => go({ screen: 'policies' }) }}
      >
        Every alert is decided, or no policy has raised one. Alerts come when an import or a changed policy brings a
        person past a policy’s line.
      </EmptyState>
    )
  }
  return <EmptyState title="No alerts in this state">Alerts come here when somebody decides on them.</EmptyState>
}

/** What people do, before any policy looks: shares and counts, never a person; each finding leads to the policy that would look. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { AnalyticsFinding } from '../../../shared/contract/policy.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { go } from '../../navigation.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { Finding } from './finding.tsx'

export function AnalyticsScreen() {
  const run = useRead('analytics.run', {})
  const mayCreate = useMay('policy.create')
  const { data } = run
  const shown = byShare(data?.findings ?? [])
  useStatus(
    data === undefined
      ? ''
      : `${writeCount(data.people)} people, ${writeCount(data.days)} days, no names and no pseudonyms`
  )
  return (
    <>
      <PageHead
        parent={{ words: 'Policies', open: () => go({ screen: 'policies' }) }}
        title="Analytics"
        actions={
          <Button variant="outlined" disabled={run.isFetching} onClick={() => void run.refetch()}>
            {run.isFetching ? 'Looking…' : 'Look again'}
          </Button>
        }
      >
        {data === undefined ? null : (
          <Box sx={{ color: 'text.secondary' }}>
            {writeCount(data.people)} people with activities on {writeCount(data.days)} days
          </Box>
        )}
      </PageHead>
      <Box sx={{ px: 6, py: 4, maxWidth: 1000 }}>
        <FailureNote failure={run.error} onAgain={() => void run.refetch()} />
        {run.isLoading ? <LoadingLine says="Looking through everything imported…" /> : null}
        {data === undefined ? null : data.people === 0 ? (
          <NothingImported />
        ) : (
          <>
            <Box sx={{ maxWidth: '80ch', mb: 4 }}>
              Counted over everybody, without a policy and without pointing at anyone. Whatever fewer than five people
              do is not shown at all, so that no figure leads back to somebody.
              {mayCreate ? '' : ' An administrator creates policies.'}
            </Box>
            {shown.length === 0 ? (
              <EmptyState title="Nothing that five people or more do">
                In what is imported, no kind of risky activity reaches five people. That is not the same as nothing: a
                policy still sees what one person does.
              </EmptyState>
            ) : (
              shown.map((finding) => (
                <Finding
                  key={finding.kind}
                  finding={finding}
                  onCreate={mayCreate ? () => go({ screen: 'policy-new', template: finding.suggestedTemplate }) : null}
                />
              ))
            )}
          </>
        )}
      </Box>
    </>
  )
}

// The engine leaves out smaller groups already; this holds even if it did not.
const FEWEST_PEOPLE = 5
/** What most people do comes first. */
const byShare = (findings: readonly AnalyticsFinding[]) =>
  findings
    .filter(({ people }) => people >= FEWEST_PEOPLE)
    .map((finding) => ({ ...finding, parts: finding.parts.filter(({ people }) => people >= FEWEST_PEOPLE) }))
    .sort((one, other) => other.people - one.people || one.kind.localeCompare(other.kind))

function NothingImported() {
  const mayImport = useMay('import.list')
  return (
    <EmptyState
      title="Nothing is imported yet"
      {...(mayImport ? { action: { label: 'Go to the imports', run: () => go({ screen: 'imports' }) } } : {})}
    >
      Analytics needs no policy, only logs. Import them; then the shares of people with each kind of risky activity
      stand here, each with the policy that would look at it. Groups of fewer than five people are never shown.
    </EmptyState>
  )
}

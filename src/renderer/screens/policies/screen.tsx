/** All policies: how they are, whom they look at, what came of their alerts; beside the list the opened one in words. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { PolicyView } from '../../../shared/contract/policy.ts'
import { useChange, useRead } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { tell } from '../../frame/toast.tsx'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { writeLength } from '../../zone.ts'
import { POLICY_COLUMNS } from './columns.tsx'
import { HealthTiles } from './health-tiles.tsx'
import { PolicyPreview } from './preview.tsx'
import { usePolicyList } from './state.ts'
import { HEALTH_WORDS, worstHealth } from './words.ts'

const create = () => go({ screen: 'policy-new', template: null })

export function PoliciesScreen() {
  const { focusedId, openedId, health } = usePolicyList()
  const mayCreate = useMay('policy.create')
  const mayTest = useMay('policy.backtest')
  const policies = useRead('policy.list', {})
  const all = (policies.data ?? []).filter(({ status }) => status !== 'deleted')
  const rows = all.filter((row) => health === null || worstHealth(row.health) === health)
  const focused = rows.find(({ id }) => id === focusedId) ?? rows[0]
  const open = (id: number) => usePolicyList.setState({ focusedId: id, openedId: id })
  const backtest = () => {
    if (focused !== undefined) go({ screen: 'policy-backtest', id: focused.id })
  }
  useStatus(
    `${writeCount(rows.length)} of ${writeCount(all.length)} policies`,
    health === null ? '' : HEALTH_WORDS[health].toLowerCase()
  )
  const group = 'Policies'
  useKeys(
    [
      { group, keys: 'o', says: 'Open the preview', isHinted: true, run: () => open(focused?.id ?? 0) },
      { group, keys: 'b', says: 'Back-test the policy', isHinted: mayTest, run: mayTest ? backtest : () => undefined }
    ],
    focused !== undefined
  )
  useKeys([{ group, keys: 'n', says: 'Create a policy', isHinted: true, run: create }], mayCreate)

  return (
    <PreviewPane
      label="Policy"
      onClose={() => usePolicyList.setState({ openedId: null })}
      preview={openedId === null ? null : <PolicyPreview key={openedId} id={openedId} />}
    >
      {/* The table gives way, never what stands above it. */}
      <Box sx={{ flex: 'none' }}>
        <PageHead title="Policies" actions={<Toolbar focused={focused} onBacktest={backtest} />} />
        {all.length === 0 ? null : <HealthTiles policies={all} />}
        <Box sx={{ px: 4 }}>
          <FailureNote failure={policies.error} onAgain={() => void policies.refetch()} />
        </Box>
      </Box>
      <DataTable
        label="Policies"
        rows={rows}
        columns={POLICY_COLUMNS}
        rowKey={({ id }) => id}
        isLoading={policies.isLoading}
        focusedKey={focused?.id ?? null}
        onPress={({ id }) => open(id)}
        onOpen={({ id }) => go({ screen: 'policy', id })}
        onFocus={({ id }) =>
          usePolicyList.setState(openedId === null ? { focusedId: id } : { focusedId: id, openedId: id })
        }
        empty={policies.error === null ? <NoPolicies isFiltered={all.length > 0} mayCreate={mayCreate} /> : null}
      />
    </PreviewPane>
  )
}

interface ToolbarProps {
  readonly focused: PolicyView | undefined
  readonly onBacktest: () => void
}

function Toolbar({ focused, onBacktest }: ToolbarProps) {
  const mayCreate = useMay('policy.create')
  const mayScore = useMay('score.run')
  const mayTest = useMay('policy.backtest')
  const mayStart = useMay('person.scope') && focused !== undefined
  const maySeePeople = useMay('person.list')
  return (
    <>
      {mayTest && focused !== undefined ? (
        <Button
          variant="outlined"
          onClick={onBacktest}
          title={`What “${focused.name}” would have raised over the imported history (b)`}
        >
          Back-test
        </Button>
      ) : null}
      {mayStart && maySeePeople ? (
        <Button
          variant="outlined"
          onClick={() => go({ screen: 'people' })}
          title="Without a trigger: choose them among the people"
        >
          Start scoring people
        </Button>
      ) : null}
      {mayScore ? <ScoreNow /> : null}
      {mayCreate ? (
        <Button variant="contained" onClick={create} title="From a template, step by step (n)">
          Create a policy
        </Button>
      ) : null}
    </>
  )
}

function ScoreNow() {
  const run = useChange('score.run')
  const start = () =>
    run.mutate(
      { asOfMs: null },
      {
        onSuccess: ({ activitiesEvaluated, alertsRaised, alertsUpdated, durationMs }) =>
          tell({
            says: `${writeCount(activitiesEvaluated)} activities scored in ${writeLength(durationMs)}: ${writeCount(alertsRaised)} alerts raised, ${writeCount(alertsUpdated)} updated.`
          }),
        onError: ({ message }) => tell({ says: message })
      }
    )
  return (
    <Button
      variant="outlined"
      disabled={run.isPending}
      onClick={start}
      title="Applies all policies to everything imported; the same input gives the same scores"
    >
      {run.isPending ? 'Scoring…' : 'Bring scores up to date'}
    </Button>
  )
}

function NoPolicies({ isFiltered, mayCreate }: { readonly isFiltered: boolean; readonly mayCreate: boolean }) {
  const mayAnalyse = useMay('analytics.run')
  if (isFiltered)
    return (
      <EmptyState
        title="No policy of this health"
        action={{ label: 'Show all policies', run: () => usePolicyList.setState({ health: null }) }}
      >
        The others are in a different state.
      </EmptyState>
    )
  return (
    <EmptyState title="No policy yet" {...(mayCreate ? { action: { label: 'Create a policy', run: create } } : {})}>
      <p>
        A policy says who is looked at, after which event, and what counts. Start from a template; its numbers are set
        so that few alerts are raised, and a back-test shows before you save what it would have raised.
        {mayCreate ? '' : ' An administrator creates policies.'}
      </p>
      {mayAnalyse ? (
        <p>
          Not sure which? Analytics says, without naming anybody, what the imported logs hold and which policy would
          look at it.{' '}
          <Button variant="outlined" onClick={() => go({ screen: 'analytics' })}>
            Create from analytics
          </Button>
        </p>
      ) : null}
    </EmptyState>
  )
}

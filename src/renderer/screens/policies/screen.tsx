/** All policies with their state and health; beside the list the opened one in words: whom it takes in, what it counts, from where on it warns. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { PolicyView } from '../../../shared/contract/policy.ts'
import { useChange, useRead } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { tell } from '../../frame/toast.tsx'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { writeLength } from '../../zone.ts'
import { CreateDialog } from './create-dialog.tsx'
import { HealthMark } from './health-mark.tsx'
import { PolicyPage } from './policy-page.tsx'
import { usePolicyList } from './state.ts'
import { POLICY_STATUS_WORDS, worstHealth } from './words.ts'

export function PoliciesScreen() {
  const { focusedId, openedId } = usePolicyList()
  const [isCreating, setCreating] = useState(false)
  const mayCreate = useMay('policy.create')
  const mayScore = useMay('score.run')
  const policies = useRead('policy.list', {})
  const rows = (policies.data ?? []).filter(({ status }) => status !== 'deleted')
  const opening = useOpenFocused('Policies', ({ id }: PolicyView) => usePolicyList.setState({ openedId: id }))
  useStatus(`${writeCount(rows.length)} policies`)

  return (
    <PreviewPane
      label="Policy"
      onClose={() => usePolicyList.setState({ openedId: null })}
      preview={openedId === null ? null : <PolicyPage key={openedId} id={openedId} />}
    >
      <PageHead
        title="Policies"
        actions={
          <>
            {mayScore ? <ScoreNow /> : null}
            {mayCreate ? (
              <Button variant="contained" onClick={() => setCreating(true)}>
                Create from a template…
              </Button>
            ) : null}
          </>
        }
      />
      <Box sx={{ px: 4 }}>
        <FailureNote failure={policies.error} onAgain={() => void policies.refetch()} />
      </Box>
      <DataTable
        label="Policies"
        rows={rows}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        isLoading={policies.isLoading}
        focusedKey={focusedId}
        onPress={opening.onPress}
        onOpen={opening.onOpen}
        onFocus={(row) => {
          usePolicyList.setState(openedId === null ? { focusedId: row.id } : { focusedId: row.id, openedId: row.id })
          opening.onFocus(row)
        }}
        empty={policies.error === null ? <NoPolicies onCreate={mayCreate ? () => setCreating(true) : null} /> : null}
      />
      {isCreating ? <CreateDialog onClose={() => setCreating(false)} /> : null}
    </PreviewPane>
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

function NoPolicies({ onCreate }: { readonly onCreate: (() => void) | null }) {
  return (
    <EmptyState
      title="No policy yet"
      {...(onCreate === null ? {} : { action: { label: 'Create from a template…', run: onCreate } })}
    >
      A policy says who is looked at, after which event, and what counts. Start from a template; its numbers are set so
      that few alerts are raised.
      {onCreate === null ? ' An administrator creates policies.' : ''}
    </EmptyState>
  )
}

const COLUMNS: readonly Column<PolicyView>[] = [
  {
    key: 'name',
    title: 'Policy',
    width: 'fill',
    text: ({ name }) => name,
    render: ({ name }) => <MaskedText text={name} />
  },
  { key: 'status', title: 'State', width: 64, fromWidth: 560, render: ({ status }) => POLICY_STATUS_WORDS[status] },
  {
    key: 'health',
    title: 'Health',
    width: 148,
    text: ({ health }) => health.map(({ says }) => says).join(' '),
    render: ({ health }) => <HealthMark level={worstHealth(health)} />
  },
  {
    key: 'scope',
    title: 'In scope',
    width: 84,
    fromWidth: 620,
    align: 'end',
    render: ({ inScope }) => writeCount(inScope)
  },
  {
    key: 'alerts',
    title: 'Active alerts',
    width: 104,
    align: 'end',
    render: ({ activeAlerts }) => writeCount(activeAlerts)
  },
  { key: 'version', title: 'Version', width: 72, align: 'end', fromWidth: 760, render: ({ version }) => version },
  {
    key: 'created',
    title: 'Created',
    width: 212,
    fromWidth: 860,
    render: ({ createdMs }) => <Moment atMs={createdMs} />
  }
]

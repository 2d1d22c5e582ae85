/** One policy in words, in the order in which it works: trigger, window, indicators, sequences, boosters, the line of an alert. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import { severityOf } from '../../../shared/domain/severity.ts'
import { useChange, useRead } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { useMay } from '../../workspace.ts'
import { HealthMark } from './health-mark.tsx'
import { Indicators } from './indicators.tsx'
import { usePolicyList } from './state.ts'
import { POLICY_STATUS_WORDS, TRIGGER_WORDS } from './words.ts'

export function PolicyPage({ id }: { readonly id: number }) {
  const shown = useRead('policy.show', { id })
  if (shown.data !== undefined) return <Policy shown={shown.data} />
  return shown.error === null ? (
    <LoadingLine says="Opening the policy…" />
  ) : (
    <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
  )
}

function Policy({ shown }: { readonly shown: ResponseOf<'policy.show'> }) {
  const { policy, definition, indicators } = shown
  const [isDeleting, setDeleting] = useState(false)
  const mayDelete = useMay('policy.delete')
  return (
    <Box sx={{ px: 5, py: 4, display: 'grid', gap: 5 }}>
      <Box sx={{ pr: 6 }}>
        <Box component="h2" sx={{ typography: 'h2', m: 0 }}>
          <MaskedText text={policy.name} />
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          <strong>{POLICY_STATUS_WORDS[policy.status]}</strong> · version {policy.version} · created{' '}
          <Moment atMs={policy.createdMs} />
        </Box>
      </Box>
      <Box component="ul" aria-label="Health" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {policy.health.map(({ level, says }) => (
          <li key={says}>
            <HealthMark level={level} /> {says}
          </li>
        ))}
      </Box>
      <Part title="How it works">
        <Facts facts={mechanics(definition)} />
      </Part>
      <PriorityContent content={definition.priorityContent} isUsed={definition.boosters.priorityContent} />
      <Part title={`Indicators (${writeCount(indicators.length)})`}>
        <Indicators indicators={indicators} thresholds={definition.thresholds} />
      </Part>
      {mayDelete && policy.status !== 'deleted' ? (
        <Box>
          <Button variant="outlined" onClick={() => setDeleting(true)}>
            Delete this policy…
          </Button>
        </Box>
      ) : null}
      {isDeleting ? <DeletePolicy id={policy.id} name={policy.name} onClose={() => setDeleting(false)} /> : null}
    </Box>
  )
}

function mechanics({ triggers, windows, sequences, boosters, alertLine }: PolicyDefinition): readonly Fact[] {
  const boosted = [
    ...(boosters.unusualForPerson ? ['unusual for this person'] : []),
    ...(boosters.priorityContent ? ['priority content'] : [])
  ]
  return [
    ['Takes in', `a person who ${inWords(triggers.map((trigger) => TRIGGER_WORDS[trigger]))}`],
    ['Looks at', `${windows.lookBackDays} days before the trigger and ${windows.activationDays} days after it`],
    ['Counts', 'each indicator by day, at three levels: low, medium, high'],
    ['Joins', sequences.length === 0 ? 'no sequences' : sequences.map((each) => each.replaceAll('-', ' ')).join('; ')],
    ['Adds for', boosted.length === 0 ? 'nothing' : boosted.join('; ')],
    [
      'Raises an alert',
      <Box component="span" key="line" sx={{ display: 'inline-flex', gap: 2, flexWrap: 'wrap' }}>
        from a score of {alertLine} on: <SeverityMark severity={severityOf(alertLine)} />
      </Box>
    ]
  ]
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts[parts.length - 1] ?? ''}`
}

function PriorityContent({
  content,
  isUsed
}: {
  readonly content: PolicyDefinition['priorityContent']
  readonly isUsed: boolean
}) {
  const facts = (
    [
      ['Sites', content.sites],
      ['File types', content.extensions],
      ['Words', content.keywords]
    ] as const
  )
    .filter(([, values]) => values.length > 0)
    .map(([name, values]): Fact => [name, values.join(', ')])
  if (facts.length === 0) return null
  return (
    <Part title="Priority content">
      <Facts facts={facts} />
      {isUsed ? null : (
        <Box sx={{ color: 'text.secondary' }}>Named here, but the booster that would use it is off.</Box>
      )}
    </Part>
  )
}

function DeletePolicy({
  id,
  name,
  onClose
}: {
  readonly id: number
  readonly name: string
  readonly onClose: () => void
}) {
  const remove = useChange('policy.delete')
  const confirm = () =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          tell({ says: 'Policy deleted.' })
          usePolicyList.setState({ openedId: null, focusedId: null })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Delete this policy"
      verb="Delete the policy"
      isBusy={remove.isPending}
      failure={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      “<MaskedText text={name} />” will raise no further alerts. Alerts and cases that it has led to stay, with the
      version of the policy behind them.
    </ConfirmDialog>
  )
}

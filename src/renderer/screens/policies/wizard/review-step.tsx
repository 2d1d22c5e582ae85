/** The last step: the whole policy in words, what differs from the stored one, and what it would have raised. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { IndicatorView } from '../../../../shared/contract/policy.ts'
import type { PolicyDefinition } from '../../../../shared/domain/policy.ts'
import { useRead } from '../../../desk.ts'
import { Facts } from '../../../parts/facts.tsx'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { LoadingLine } from '../../../parts/loading-line.tsx'
import { MaskedText } from '../../../parts/masked-text.tsx'
import { Part } from '../../../parts/page-head.tsx'
import { writeCount } from '../../../parts/receipt-sum.tsx'
import { BacktestPanel } from '../backtest/panel.tsx'
import type { BacktestRequest } from '../backtest/run.ts'
import { ContentWords, PeopleWords, ScoringWords, TriggerWords } from '../definition-words.tsx'
import { DiffTable } from '../diff-table.tsx'
import { Indicators } from '../indicators.tsx'
import { usePolicyNames } from '../names.ts'
import { TEMPLATE_WORDS } from '../words.ts'
import { indicatorsFor, isChosen, type Draft } from './draft.ts'
import type { Step } from './steps.ts'

interface ReviewStepProps {
  readonly draft: Draft
  readonly definition: PolicyDefinition
  readonly catalogue: readonly IndicatorView[]
  readonly steps: readonly Step[]
  /** The stored policy that is being changed, and its version. */
  readonly edited: { readonly id: number; readonly version: number } | null
  readonly subject: string
  readonly tested: BacktestRequest['of']
  readonly against: string
  readonly onStep: (step: Step) => void
}

export function ReviewStep({ draft, definition, catalogue, steps, edited, onStep, ...test }: ReviewStepProps) {
  const names = usePolicyNames()
  const chosen = indicatorsFor(draft, catalogue).filter((each) => isChosen(draft, each))
  const change = (step: Step, what: string) =>
    steps.includes(step) ? (
      <Button onClick={() => onStep(step)} aria-label={`Change ${what}`}>
        Change
      </Button>
    ) : undefined
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      {edited === null ? null : (
        <Part title="What changes">
          <Changes id={edited.id} version={edited.version} definition={definition} />
        </Part>
      )}
      <Part title="Policy" actions={change('name', 'the name')}>
        <Facts
          facts={[
            ['Name', <MaskedText key="name" text={draft.name} />],
            ['Template', TEMPLATE_WORDS[definition.template]]
          ]}
        />
      </Part>
      <Part title="People" actions={change('people', 'the people')}>
        <PeopleWords definition={definition} names={names} />
      </Part>
      <Part title="Content to prioritise" actions={change('content', 'the content')}>
        <ContentWords definition={definition} />
      </Part>
      <Part title="Triggers" actions={change('triggers', 'the triggers')}>
        <TriggerWords definition={definition} names={names} />
      </Part>
      <Part title={`Indicators (${writeCount(chosen.length)})`} actions={change('indicators', 'the indicators')}>
        <ChosenIndicators chosen={chosen} thresholds={definition.thresholds} />
      </Part>
      <Part title="Sequences, boosters, windows" actions={change('scoring', 'what adds')}>
        <ScoringWords definition={definition} names={names} />
      </Part>
      <Part title="Back-test of this draft">
        <BacktestPanel subject={test.subject} of={test.tested} against={test.against} />
      </Part>
    </Box>
  )
}

interface ChosenIndicatorsProps {
  readonly chosen: readonly IndicatorView[]
  readonly thresholds: PolicyDefinition['thresholds']
}

function ChosenIndicators({ chosen, thresholds }: ChosenIndicatorsProps) {
  const [isOpen, setOpen] = useState(false)
  const changed = chosen.filter(({ id }) => thresholds[id] !== undefined)
  return (
    <>
      <Box>
        {changed.length === 0
          ? 'All at the recommended numbers.'
          : `${writeCount(changed.length)} with numbers of their own: ${changed.map(({ name }) => name).join('; ')}.`}
      </Box>
      <Button variant="outlined" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} sx={{ my: 2 }}>
        {isOpen ? 'Hide them' : 'Show them all'}
      </Button>
      {isOpen ? <Indicators indicators={chosen} thresholds={thresholds} /> : null}
    </>
  )
}

interface ChangesProps {
  readonly id: number
  readonly version: number
  readonly definition: PolicyDefinition
}

function Changes({ id, version, definition }: ChangesProps) {
  const diff = useRead('policy.diff', { id, from: version, to: { definition } })
  if (diff.data !== undefined) return <DiffTable lines={diff.data} label={`Changes to version ${version}`} />
  return diff.error === null ? (
    <LoadingLine />
  ) : (
    <FailureNote failure={diff.error} onAgain={() => void diff.refetch()} />
  )
}

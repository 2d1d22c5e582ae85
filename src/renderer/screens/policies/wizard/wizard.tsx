/** A policy step by step: the steps at the left, one in view, Back and Next below; what was set stays when one goes back. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ResponseOf } from '../../../../shared/contract/index.ts'
import type { IndicatorView, PolicyView, SequenceView } from '../../../../shared/contract/policy.ts'
import type { Template } from '../../../../shared/domain/policy.ts'
import { tell } from '../../../frame/toast.tsx'
import { useKeys } from '../../../keys.ts'
import { back, replace } from '../../../navigation.ts'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { dropBacktest, type BacktestRequest } from '../backtest/run.ts'
import { TEMPLATE_WORDS } from '../words.ts'
import { ContentStep } from './content-step.tsx'
import { definitionOf, type Draft } from './draft.ts'
import { IndicatorStep } from './indicator-step.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { NameStep } from './name-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { useSaving } from './saving.ts'
import { ScoringStep } from './scoring-step.tsx'
import { StepList } from './step-list.tsx'
import { problemsOf, STEP_WORDS, stepsOf, type Step, type WizardKind } from './steps.ts'
import { TemplateStep } from './template-step.tsx'
import { ThresholdStep } from './threshold-step.tsx'
import { TriggerStep } from './trigger-step.tsx'

export interface Catalogue {
  readonly templates: readonly Template[]
  readonly indicators: readonly IndicatorView[]
  readonly sequences: readonly SequenceView[]
  readonly boosters: ResponseOf<'policy.boosters'>
}

interface WizardProps {
  readonly kind: WizardKind
  readonly title: ReactNode
  readonly initial: Draft | null
  /** What is edited or copied. */
  readonly stored: PolicyView | null
  readonly firstStep: Step
  readonly catalogue: Catalogue
}

let drafts = 0

export function PolicyWizard({ kind, title, initial, stored, firstStep, catalogue }: WizardProps) {
  const steps = stepsOf(kind)
  const [draft, setDraft] = useState(initial)
  const [step, setStep] = useState(firstStep)
  const [isTold, setTold] = useState(false)
  const [subject] = useState(() => `draft ${(drafts += 1)}`)
  useEffect(() => () => dropBacktest(subject), [subject])

  const { indicators } = catalogue
  const at = steps.indexOf(step)
  const problems = problemsOf(step, draft, indicators)
  const firstBlocked = steps.findIndex((each) => problemsOf(each, draft, indicators).length > 0)
  const reach = firstBlocked < 0 ? steps.length - 1 : firstBlocked
  const definition = draft === null ? null : definitionOf(draft, indicators)
  const isChanged =
    draft !== null &&
    (initial === null || JSON.stringify(definition) !== JSON.stringify(definitionOf(initial, indicators)))
  const saving = useSaving(kind, stored?.id ?? null, (policy) => {
    tell({ says: sayDone(kind, policy) })
    replace({ screen: 'policy', id: policy.id })
  })
  const canSave = kind !== 'edit' || isChanged

  const show = (wanted: Step) => {
    setStep(wanted)
    setTold(false)
  }
  const next = () => {
    const following = steps[at + 1]
    if (problems.length > 0) setTold(true)
    else if (following !== undefined) show(following)
    else if (draft !== null && definition !== null && canSave && !saving.isBusy)
      saving.save(draft, definition, isChanged)
  }
  const previous = () => {
    const before = steps[at - 1]
    if (before !== undefined) show(before)
  }
  useWizardKeys(next, previous)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [step])

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <PageHead title={title} actions={<Button onClick={back}>Cancel</Button>}>
        {draft === null ? null : (
          <Box sx={{ color: 'text.secondary' }}>{TEMPLATE_WORDS[draft.definition.template]}</Box>
        )}
      </PageHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <StepList steps={steps} current={step} reach={reach} onStep={show} />
        <Box
          key={step}
          component="section"
          aria-label={STEP_WORDS[step]}
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: 5, py: 4 }}
        >
          <Box
            component="h2"
            ref={heading}
            tabIndex={-1}
            sx={{ typography: 'h2', m: 0, mb: 3, '&:focus-visible': { outline: 'none' } }}
          >
            {STEP_WORDS[step]}
          </Box>
          {renderStep()}
        </Box>
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', px: 4, py: 2, display: 'grid', gap: 1 }}>
        <Box role="alert" sx={{ color: 'error.main' }}>
          {isTold ? problems.slice(0, 3).map((problem) => <div key={problem}>{problem}</div>) : null}
        </Box>
        {step === 'review' ? <FailureNote failure={saving.failure} /> : null}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Button variant="outlined" disabled={at === 0} onClick={previous}>
            Back
          </Button>
          <Button
            variant="contained"
            disabled={step === 'review' && (!canSave || saving.isBusy)}
            onClick={next}
            title="Ctrl+Enter"
          >
            {step === 'review' ? (saving.isBusy ? 'Working…' : SAVE_WORDS[kind]) : 'Next'}
          </Button>
          <Box sx={{ color: 'text.secondary' }}>
            {step === 'review' && !canSave ? 'Nothing has been changed yet.' : ''}
            {saving.isCopied ? 'The copy is made; only its changes are still missing.' : ''}
          </Box>
        </Box>
      </Box>
      <LeaveGuard isActive={JSON.stringify(draft) !== JSON.stringify(initial)} />
    </Box>
  )

  function renderStep() {
    if (step === 'template' || draft === null || definition === null)
      return <TemplateStep templates={catalogue.templates} draft={draft} onDraft={setDraft} />
    const common = { draft, catalogue: indicators, onDraft: setDraft }
    const template = catalogue.templates.find(({ id }) => id === definition.template)
    switch (step) {
      case 'name':
        return <NameStep draft={draft} onDraft={setDraft} onEnter={next} />
      case 'people':
        return <PeopleStep draft={draft} template={template} onDraft={setDraft} />
      case 'content':
        return <ContentStep draft={draft} onDraft={setDraft} />
      case 'triggers':
        return <TriggerStep {...common} template={template} sequences={catalogue.sequences} />
      case 'indicators':
        return <IndicatorStep {...common} />
      case 'thresholds':
        return <ThresholdStep {...common} />
      case 'scoring':
        return <ScoringStep {...common} sequences={catalogue.sequences} boosters={catalogue.boosters} />
      case 'review':
        return (
          <ReviewStep
            draft={draft}
            definition={definition}
            catalogue={indicators}
            steps={steps}
            edited={kind === 'edit' && stored !== null ? stored : null}
            subject={subject}
            tested={testedOf(stored, definition, isChanged)}
            against={kind === 'copy' ? 'the policy copied from' : 'this policy'}
            onStep={show}
          />
        )
    }
  }
}

const SAVE_WORDS: Readonly<Record<WizardKind, string>> = {
  new: 'Create the policy',
  edit: 'Save a new version',
  copy: 'Create the copy'
}

function sayDone(kind: WizardKind, { name, version }: PolicyView): string {
  if (kind === 'edit') return `Version ${version} of “${name}” is stored. Its alerts stay.`
  return `“${name}” is on, and what is imported has been scored by it.`
}

/** Against a stored policy where there is one: what its masked texts stand for only the engine knows. */
function testedOf(
  stored: PolicyView | null,
  definition: Extract<BacktestRequest['of'], { definition: unknown }>['definition'],
  isChanged: boolean
): BacktestRequest['of'] {
  return stored !== null && !isChanged ? { id: stored.id } : { definition, insteadOf: stored?.id ?? null }
}

function useWizardKeys(next: () => void, previous: () => void) {
  const group = 'Steps'
  useKeys([
    {
      group,
      keys: 'Ctrl+Enter',
      says: 'Next step, and save at the end',
      isGlobal: true,
      isHinted: true,
      // Global, so that it works out of every field; a dialog in front has its own Enter.
      run: () => {
        if (document.querySelector('[aria-modal="true"]') === null) next()
      }
    },
    { group, keys: '[', says: 'Step before', isHinted: true, run: previous },
    { group, keys: 'Escape', says: 'Leave', run: back }
  ])
}

/** What adds to the days: sequences, slow leaks, boosters; and the windows and the line of an alert. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { ReactNode } from 'react'
import type { ResponseOf } from '../../../../shared/contract/index.ts'
import type { IndicatorView, SequenceView } from '../../../../shared/contract/policy.ts'
import type { PolicyDefinition } from '../../../../shared/domain/policy.ts'
import { severityOf } from '../../../../shared/domain/severity.ts'
import { CategoryMark } from '../../../parts/category-mark.tsx'
import { Part } from '../../../parts/page-head.tsx'
import { SeverityMark } from '../../../parts/severity-mark.tsx'
import { indicatorsFor, isChosen, type Draft } from './draft.ts'
import { NumberField } from './fields.tsx'

interface ScoringStepProps {
  readonly draft: Draft
  readonly catalogue: readonly IndicatorView[]
  readonly sequences: readonly SequenceView[]
  readonly boosters: ResponseOf<'policy.boosters'>
  readonly onDraft: (draft: Draft) => void
}

export function ScoringStep({ draft, catalogue, sequences, boosters, onDraft }: ScoringStepProps) {
  const { definition } = draft
  const set = (change: Partial<PolicyDefinition>) => onDraft({ ...draft, definition: { ...definition, ...change } })
  const setWindows = (change: Partial<PolicyDefinition['windows']>) =>
    set({ windows: { ...definition.windows, ...change } })
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <Part title="Sequences">
        {sequences.map((sequence) => (
          <Ticked
            key={sequence.id}
            words={sequence.name}
            isTicked={definition.sequences.includes(sequence.id)}
            onTick={(isWanted) =>
              set({
                sequences: isWanted
                  ? [...definition.sequences, sequence.id]
                  : definition.sequences.filter((each) => each !== sequence.id)
              })
            }
          >
            <SequenceHint sequence={sequence} draft={draft} catalogue={catalogue} />
          </Ticked>
        ))}
        {sequences.length === 0 ? <Box sx={{ color: 'text.secondary' }}>There are none.</Box> : null}
      </Part>
      <Part title="Slow leaks">
        <Ticked
          words="Cumulative exfiltration"
          isTicked={definition.cumulativeExfiltration}
          onTick={(cumulativeExfiltration) => set({ cumulativeExfiltration })}
        >
          What leaves over thirty days counts as well, by channel and in all, even where no single day reaches a number.
        </Ticked>
      </Part>
      <Part title="Boosters">
        {boosters.map(({ booster, name, says }) => (
          <Ticked
            key={booster}
            words={name}
            isTicked={definition.boosters[booster]}
            onTick={(isWanted) => set({ boosters: { ...definition.boosters, [booster]: isWanted } })}
          >
            {says}
          </Ticked>
        ))}
      </Part>
      <Part title="Windows and the line of an alert">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center', pt: 2 }}>
          <NumberField
            label="Days before the trigger"
            value={definition.windows.lookBackDays}
            lowest={0}
            highest={180}
            width={176}
            onChange={(lookBackDays) => setWindows({ lookBackDays })}
          />
          <NumberField
            label="Days after the trigger"
            value={definition.windows.activationDays}
            highest={90}
            width={176}
            onChange={(activationDays) => setWindows({ activationDays })}
          />
          <NumberField
            label="Alert from a score of"
            value={definition.alertLine}
            highest={100}
            width={176}
            onChange={(alertLine) => set({ alertLine })}
          />
          {definition.alertLine >= 1 ? <SeverityMark severity={severityOf(definition.alertLine)} /> : null}
        </Box>
      </Part>
    </Box>
  )
}

interface TickedProps {
  readonly words: string
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
  readonly children: ReactNode
}

function Ticked({ words, isTicked, onTick, children }: TickedProps) {
  return (
    <Box sx={{ py: 1, maxWidth: '90ch' }}>
      <FormControlLabel
        control={<Checkbox checked={isTicked} onChange={(_, wanted) => onTick(wanted)} />}
        label={words}
      />
      <Box sx={{ color: 'text.secondary', pl: 7 }}>{children}</Box>
    </Box>
  )
}

interface SequenceHintProps {
  readonly sequence: SequenceView
  readonly draft: Draft
  readonly catalogue: readonly IndicatorView[]
}

/** Its steps, and which of them nothing that is chosen could make. */
function SequenceHint({ sequence, draft, catalogue }: SequenceHintProps) {
  const chosen = new Set(
    indicatorsFor(draft, catalogue)
      .filter((each) => isChosen(draft, each))
      .map(({ id }) => id)
  )
  const missing = sequence.steps.filter(({ indicators }) => !indicators.some((id) => chosen.has(id)))
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {sequence.steps.map(({ category, words }, position) => (
          <span key={position}>
            {position === 0 ? '' : '→ '}
            <CategoryMark category={category} hasWord={false} /> {words}
          </span>
        ))}
        <span>within {sequence.windowDays} days</span>
      </Box>
      {missing.length === 0 ? null : (
        <Box sx={{ color: 'text.primary' }}>
          Cannot be found: no chosen indicator makes the step “{missing.map(({ words }) => words).join('”, “')}”.
        </Box>
      )}
    </>
  )
}

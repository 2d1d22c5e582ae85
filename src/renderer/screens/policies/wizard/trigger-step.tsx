/** What brings a person into scope; where it is an activity, from how many a day on. */
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import type { IndicatorView, SequenceView } from '../../../../shared/contract/policy.ts'
import { ALERT_SEVERITIES } from '../../../../shared/domain/draft.ts'
import { TRIGGERS, type PolicyDefinition, type Template, type Trigger } from '../../../../shared/domain/policy.ts'
import { usesNumbers } from '../definition-words.tsx'
import type { Draft } from './draft.ts'
import { TriggerNumbers } from './trigger-numbers.tsx'

interface TriggerStepProps {
  readonly draft: Draft
  readonly template: Template | undefined
  readonly catalogue: readonly IndicatorView[]
  readonly sequences: readonly SequenceView[]
  readonly onDraft: (draft: Draft) => void
}

const WORDS: Readonly<Record<Trigger, readonly [words: string, hint: string]>> = {
  'hr-resignation': ['A resignation', 'The day on which a person resigned, in a personnel file.'],
  'hr-termination': ['A termination', 'The day on which a person was given notice, in a personnel file.'],
  'account-deleted': ['A deleted account', 'A directory log says that the account of a person was deleted.'],
  'hr-performance-review': ['A poor performance review', 'In a personnel file.'],
  'hr-improvement-plan': ['An improvement plan', 'In a personnel file.'],
  'hr-job-level-change': ['A change of the job level', 'In a personnel file.'],
  'dlp-alert': ['A high alert of data-loss prevention', 'Only alerts that their source calls high.'],
  exfiltration: ['Taking something out', 'A day on which an indicator of exfiltration reaches the number below.'],
  'security-alert': ['An alert of a security product', 'From the severity below on.'],
  chosen: ['Indicators and sequences that you choose', 'With the daily numbers below.'],
  manual: ['By hand', 'An operator starts the scoring of a person, with a reason.']
}

export function TriggerStep({ draft, template, catalogue, sequences, onDraft }: TriggerStepProps) {
  const { triggers, triggerRules } = draft.definition
  const set = (change: Partial<PolicyDefinition>) =>
    onDraft({ ...draft, definition: { ...draft.definition, ...change } })
  const setRules = (change: Partial<typeof triggerRules>) => set({ triggerRules: { ...triggerRules, ...change } })
  const allowed = TRIGGERS.filter(
    (each) => template?.allowedTriggers.includes(each) === true || triggers.includes(each)
  )
  const toggle = (trigger: Trigger, isWanted: boolean) =>
    set({ triggers: TRIGGERS.filter((each) => (each === trigger ? isWanted : triggers.includes(each))) })
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Box role="group" aria-label="Triggers" sx={{ display: 'grid', gap: 1 }}>
        {allowed.map((trigger) => (
          <FormControlLabel
            key={trigger}
            control={
              <Checkbox
                checked={triggers.includes(trigger)}
                onChange={(_, isWanted) => toggle(trigger, isWanted)}
                sx={{ alignSelf: 'flex-start' }}
              />
            }
            label={
              <Box sx={{ pt: 0.5 }}>
                {WORDS[trigger][0]}
                <Box sx={{ color: 'text.secondary' }}>{WORDS[trigger][1]}</Box>
              </Box>
            }
          />
        ))}
      </Box>
      {triggers.includes('security-alert') ? (
        <TextField
          select
          fullWidth={false}
          label="Alerts of a security product from this severity on"
          value={triggerRules.alertSeverity}
          onChange={(event) =>
            setRules({
              alertSeverity: SEVERITY_CHOICES.find((each) => each === event.target.value) ?? triggerRules.alertSeverity
            })
          }
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          sx={{ maxWidth: 360 }}
        >
          {SEVERITY_CHOICES.map((severity) => (
            <option key={severity} value={severity}>
              {severity}
            </option>
          ))}
        </TextField>
      ) : null}
      {usesNumbers(triggers) ? (
        <TriggerNumbers draft={draft} catalogue={catalogue} onNumbers={(indicators) => setRules({ indicators })} />
      ) : null}
      {triggers.includes('chosen') ? (
        <Box role="group" aria-label="Sequences that trigger" sx={{ display: 'grid' }}>
          <Box component="h3" sx={{ typography: 'h4', m: 0 }}>
            Sequences that trigger
          </Box>
          {sequences.map(({ id, name }) => (
            <FormControlLabel
              key={id}
              control={
                <Checkbox
                  checked={triggerRules.sequences.includes(id)}
                  onChange={(_, isWanted) =>
                    setRules({
                      sequences: isWanted
                        ? [...triggerRules.sequences, id]
                        : triggerRules.sequences.filter((each) => each !== id)
                    })
                  }
                />
              }
              label={name}
            />
          ))}
        </Box>
      ) : null}
    </Box>
  )
}

const SEVERITY_CHOICES = ALERT_SEVERITIES.filter((each) => each !== 'none')

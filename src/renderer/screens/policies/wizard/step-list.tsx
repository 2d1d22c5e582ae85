/** The steps at the left: where one is, what is done, and a way to each that can be reached. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { STEP_WORDS, type Step } from './steps.ts'

interface StepListProps {
  readonly steps: readonly Step[]
  readonly current: Step
  /** Position of the last step whose way is clear. */
  readonly reach: number
  readonly onStep: (step: Step) => void
}

export function StepList({ steps, current, reach, onStep }: StepListProps) {
  return (
    <Box
      component="nav"
      aria-label="Steps"
      sx={{ width: 232, flex: 'none', borderRight: 1, borderColor: 'divider', py: 3, overflow: 'auto' }}
    >
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {steps.map((step, position) => {
          const isCurrent = step === current
          return (
            <li key={step}>
              <ButtonBase
                disabled={position > reach}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onStep(step)}
                sx={{
                  width: '100%',
                  justifyContent: 'flex-start',
                  gap: 2,
                  px: 4,
                  py: 1.5,
                  typography: 'body1',
                  textAlign: 'start',
                  fontWeight: isCurrent ? 600 : 400,
                  bgcolor: isCurrent ? 'row.focused' : 'transparent',
                  '&.Mui-disabled': { color: 'text.secondary' },
                  '&:hover': { bgcolor: 'row.focused' },
                  '&.Mui-focusVisible': { outlineOffset: -2 }
                }}
              >
                <Box component="span" aria-hidden="true" sx={{ width: 20, textAlign: 'end', color: 'text.secondary' }}>
                  {position + 1}
                </Box>
                {STEP_WORDS[step]}
              </ButtonBase>
            </li>
          )
        })}
      </Box>
    </Box>
  )
}

/** Health of a policy as word and sign. */
import Box from '@mui/material/Box'
import { HEALTH_WORDS, type HealthLevel } from './words.ts'

const SIGNS: Readonly<Record<HealthLevel, { readonly sign: string; readonly colour: string }>> = {
  healthy: { sign: '✓', colour: 'sound.text' },
  recommendation: { sign: '○', colour: 'text.secondary' },
  warning: { sign: '!', colour: 'severity.medium.text' }
}

export function HealthMark({ level }: { readonly level: HealthLevel }) {
  const { sign, colour } = SIGNS[level]
  return (
    <Box component="span" sx={{ color: colour, whiteSpace: 'nowrap' }}>
      <Box component="span" aria-hidden="true" sx={{ display: 'inline-block', width: 16, fontWeight: 600 }}>
        {sign}
      </Box>
      {HEALTH_WORDS[level]}
    </Box>
  )
}

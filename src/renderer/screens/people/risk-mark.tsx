/** A person's risk: severity and score, or that nothing was scored. */
import Box from '@mui/material/Box'
import type { PersonRow } from '../../../shared/contract/person.ts'
import { SeverityMark } from '../../parts/severity-mark.tsx'

interface RiskMarkProps {
  readonly level: PersonRow['riskLevel']
  readonly score: number
  readonly isLarge?: boolean
}

export function RiskMark({ level, score, isLarge = false }: RiskMarkProps) {
  if (level !== 'none') return <SeverityMark severity={level} score={score} isLarge={isLarge} />
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      none
    </Box>
  )
}

/** The arithmetic of a score: one line for each factor, longest bar first, and the sum. The lines add up as printed. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Link from '@mui/material/Link'
import { useState } from 'react'
import type { AlertDetail, AlertFactor } from '../../../shared/contract/alert.ts'
import { CategoryMark } from '../../parts/category-mark.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { ScoreBar, writePoints } from '../../parts/score-bar.tsx'
import { FactorKind } from './factor-kind.tsx'

interface WhyProps {
  readonly detail: Pick<AlertDetail, 'factors' | 'arithmetic' | 'alert'>
  readonly openedFactor?: AlertFactor | null
  readonly onFactor?: (factor: AlertFactor) => void
}

// So many lines explain nearly all of a score and fit on a screen with everything else.
const MAX_LINES = 8

export function Why({ detail, openedFactor = null, onFactor }: WhyProps) {
  const { factors, arithmetic, alert } = detail
  const [isWhole, setWhole] = useState(false)
  const [isExplained, setExplained] = useState(false)
  const lines = [...factors].sort((one, other) => other.points - one.points)
  const shown = isWhole ? lines : lines.slice(0, MAX_LINES)
  const rest = lines.slice(shown.length)
  const full = lines[0]?.points ?? 0
  return (
    <Box component="section" aria-label="Why" sx={{ containerType: 'inline-size' }}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((factor) => (
          <li key={factorKey(factor)}>
            <ButtonBase
              onClick={() => onFactor?.(factor)}
              disabled={onFactor === undefined}
              aria-pressed={onFactor === undefined ? undefined : openedFactor === factor}
              title={onFactor === undefined ? undefined : 'Show the activities behind this line'}
              sx={{
                display: 'grid',
                gridTemplateColumns: '3rem minmax(48px, 20%) 1.25rem 1fr',
                gridTemplateAreas: '"points bar mark says"',
                columnGap: 2,
                // Beside the queue there is no room for four columns: the bar goes below its sentence.
                '@container (max-width: 620px)': {
                  gridTemplateColumns: '3rem 1.25rem 1fr',
                  gridTemplateAreas: '"points mark says" "none bar bar"'
                },
                alignItems: 'start',
                width: '100%',
                textAlign: 'start',
                typography: 'body1',
                px: 1,
                py: 0.75,
                borderRadius: 0.5,
                bgcolor: openedFactor === factor ? 'row.chosen' : 'transparent',
                '&:hover': { bgcolor: onFactor === undefined ? 'transparent' : 'row.focused' },
                '&.Mui-disabled': { color: 'text.primary' }
              }}
            >
              <Box component="span" sx={{ gridArea: 'points', textAlign: 'end', fontWeight: 600 }}>
                {writePoints(factor.points)}
              </Box>
              <Box component="span" sx={{ gridArea: 'bar', pt: 1 }}>
                <ScoreBar points={factor.points} full={full} category={factor.category} />
              </Box>
              <Box component="span" sx={{ gridArea: 'mark', pt: 0.25 }}>
                <CategoryMark category={factor.category} hasWord={false} />
              </Box>
              <Box component="span" sx={{ gridArea: 'says' }}>
                <FactorKind kind={factor.kind} />
                <MaskedText text={factor.says} />
                {factor.boosters.length === 0 ? null : (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    · raised by: {factor.boosters.join(', ')}
                  </Box>
                )}
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
      {rest.length === 0 ? null : (
        <Box sx={{ px: 1, py: 0.75, display: 'grid', gridTemplateColumns: '3rem 1fr', gap: 2 }}>
          <Box component="span" sx={{ textAlign: 'end', fontWeight: 600 }}>
            {writePoints(rest.reduce((sum, line) => sum + line.points, 0))}
          </Box>
          <Link component="button" onClick={() => setWhole(true)} sx={{ typography: 'body1', textAlign: 'start' }}>
            {rest.length} smaller lines: show them
          </Link>
        </Box>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: '3rem 1fr',
          gap: 2,
          px: 1,
          pt: 1,
          mt: 1,
          borderTop: 1,
          borderColor: 'row.line'
        }}
      >
        <Box component="span" sx={{ textAlign: 'end', fontWeight: 600 }}>
          {writePoints(alert.score)}
        </Box>
        <Box component="span">
          All lines together.{' '}
          <Link
            component="button"
            onClick={() => setExplained(!isExplained)}
            aria-expanded={isExplained}
            sx={{ typography: 'body1', verticalAlign: 'baseline' }}
          >
            {isExplained ? 'Hide the arithmetic' : 'How they combine'}
          </Link>
          {isExplained ? <Box sx={{ color: 'text.secondary', maxWidth: '88ch' }}>{arithmetic}</Box> : null}
        </Box>
      </Box>
    </Box>
  )
}

/** An indicator gives one line a day, a sequence one at its last step, thirty days one on their last day. */
export const factorKey = ({ kind, indicator, date, fromMs }: AlertFactor) => `${kind} ${indicator} ${date} ${fromMs}`

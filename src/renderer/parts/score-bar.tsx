/** One line of an arithmetic: points and a bar of the same length as all other points of the same sum. */
import Box from '@mui/material/Box'
import type { Category } from '../../shared/domain/category.ts'

interface ScoreBarProps {
  readonly points: number
  /** Points at which the bar is full. */
  readonly full: number
  readonly category: Category
}

export function ScoreBar({ points, full, category }: ScoreBarProps) {
  const share = full <= 0 ? 0 : Math.min(1, points / full)
  return (
    <Box
      aria-hidden="true"
      sx={{
        height: 12,
        borderRadius: 0.5,
        overflow: 'hidden',
        bgcolor: 'background.default',
        border: 1,
        borderColor: 'divider'
      }}
    >
      <Box
        sx={{
          width: `${(share * 100).toFixed(2)}%`,
          minWidth: points > 0 ? 2 : 0,
          height: '100%',
          bgcolor: `category.${category}.mark`
        }}
      />
    </Box>
  )
}

/** Points as they stand in a column. The engine gives tenths that add up to the score, so nothing is rounded here. */
export const writePoints = (points: number) => points.toFixed(1)

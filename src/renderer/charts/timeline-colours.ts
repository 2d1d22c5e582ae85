/** The theme's colours as plain values, because a canvas and an SVG attribute cannot name a place in the palette. */
import { useTheme } from '@mui/material/styles'
import { useMemo } from 'react'
import type { Category } from '../../shared/domain/category.ts'
import type { Severity } from '../../shared/domain/severity.ts'
import type { Tone } from '../theme.ts'

export interface ChartColours {
  readonly ground: string
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly strongLine: string
  readonly accent: string
  readonly chosen: string
  readonly severity: Readonly<Record<Severity, Tone>>
  readonly category: Readonly<Record<Category, Tone>>
}

export function useChartColours(): ChartColours {
  const { palette } = useTheme()
  return useMemo(
    () => ({
      ground: palette.background.default,
      paper: palette.background.paper,
      ink: palette.text.primary,
      quiet: palette.text.secondary,
      line: palette.divider,
      strongLine: palette.row.line,
      accent: palette.primary.main,
      chosen: palette.row.chosen,
      severity: palette.severity,
      category: palette.category
    }),
    [palette]
  )
}

/** Severity is told by the ring's weight as well as by its colour. */
export const RING_WIDTH: Readonly<Record<Severity, number>> = { high: 2.5, medium: 1.75, low: 1.1 }
/** Enough of the hue to be told apart, little enough to read the sign on it. */
export const DISC_OPACITY = 0.26
/** Marks that do not belong to the sequence in focus. */
export const DIMMED = 0.22

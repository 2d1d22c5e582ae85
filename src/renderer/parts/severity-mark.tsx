/** Severity as word, shape and colour together; never by colour alone. */
import Box from '@mui/material/Box'
import type { Severity } from '../../shared/domain/severity.ts'

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { high: 'High', medium: 'Medium', low: 'Low' }
/** Outlines in a box of 12 × 12, for SVG and for canvas (`new Path2D`). */
export const SEVERITY_SHAPES: Readonly<Record<Severity, string>> = {
  high: 'M6 1.2 11.4 10.8H.6z',
  medium: 'M6 .6 11.4 6 6 11.4.6 6z',
  low: 'M6 1.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2z'
}

export function SeverityMark({
  severity,
  score,
  isLarge = false
}: {
  readonly severity: Severity
  readonly score?: number
  readonly isLarge?: boolean
}) {
  const size = isLarge ? 14 : 11
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
        color: `severity.${severity}.text`,
        fontWeight: 600,
        typography: isLarge ? 'h2' : undefined
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 12 12"
        aria-hidden="true"
        sx={{ width: size, height: size, flex: 'none', fill: 'currentColor', color: `severity.${severity}.mark` }}
      >
        <path d={SEVERITY_SHAPES[severity]} />
      </Box>
      <span>
        {SEVERITY_WORDS[severity]}
        {score === undefined ? '' : ` ${writeScore(score)}`}
      </span>
    </Box>
  )
}

/** Never rounded to a whole number: 66.6 is Medium and must not read as 67. */
const writeScore = (score: number) => (Number.isInteger(score) ? String(score) : score.toFixed(1))

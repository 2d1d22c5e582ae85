/** What a line of the arithmetic counts beside single days: steps that follow each other, or thirty days together. */
import Box from '@mui/material/Box'
import type { AlertFactor } from '../../../shared/contract/alert.ts'

type Kind = AlertFactor['kind']

const WORDS: Readonly<
  Record<Exclude<Kind, 'insight'>, { readonly word: string; readonly means: string; readonly path: string }>
> = {
  sequence: {
    word: 'sequence',
    means: 'Several steps with the same items, one after the other',
    path: 'M3 8h3M10 8h3M3 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M13 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6'
  },
  cumulative: {
    word: '30 days',
    means: 'What left over thirty days together',
    path: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5M5 11.5V10M8 11.5V9M11 11.5V8'
  }
}

/** Nothing for an insight: a single day is what a line is about unless it says otherwise. */
export function FactorKind({ kind }: { readonly kind: Kind }) {
  if (kind === 'insight') return null
  const { word, means, path } = WORDS[kind]
  return (
    <Box
      component="span"
      title={means}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        mr: 1.5,
        px: 1,
        border: 1,
        borderColor: 'divider',
        borderRadius: 0.5,
        typography: 'caption',
        color: 'text.secondary',
        whiteSpace: 'nowrap',
        verticalAlign: 'baseline'
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 16 16"
        aria-hidden="true"
        sx={{ width: 13, height: 13, flex: 'none', fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }}
      >
        <path d={path} />
      </Box>
      {word}
    </Box>
  )
}

/** Details of the pinned mark, kept below the plot until it is let go; a sequence lists its steps. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { CategoryMark } from '../parts/category-mark.tsx'
import { Moment } from '../parts/moment.tsx'
import { writeCount } from '../parts/receipt-sum.tsx'
import type { TimelineChart } from './timeline-chart.ts'
import type { Target } from './timeline-target.ts'
import { TargetLine } from './timeline-words.tsx'

interface TimelinePinProps {
  readonly chart: TimelineChart
  readonly pinned: Target | null
  readonly zone: string
  /** Whether to say how the plot is used while nothing is pinned. */
  readonly hasHint: boolean
  readonly onPin: (target: Target | null) => void
}

export function TimelinePin({ chart, pinned, zone, hasHint, onPin }: TimelinePinProps) {
  if (pinned === null) {
    if (!hasHint) return null
    return (
      <Box sx={{ typography: 'caption', color: 'text.secondary', minHeight: 24, pt: 1 }}>
        Click pins a mark and its activities · wheel or <kbd>+</kbd> <kbd>−</kbd> zooms · drag or <kbd>Shift</kbd>{' '}
        <kbd>←</kbd> <kbd>→</kbd> pans · <kbd>←</kbd> <kbd>→</kbd> from mark to mark · double click shows all
      </Box>
    )
  }
  const sequences =
    pinned.kind === 'insight'
      ? chart.timeline.sequences.filter(({ steps }) => steps.some(({ insightKey }) => insightKey === pinned.key))
      : []
  return (
    <Box
      role="region"
      aria-label="Pinned mark"
      sx={{
        borderLeft: 3,
        borderColor: 'primary.main',
        bgcolor: 'background.paper',
        pl: 3,
        pr: 2,
        py: 1.5,
        display: 'flex',
        gap: 4,
        alignItems: 'flex-start'
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TargetLine target={pinned} zone={zone} />
        {pinned.kind === 'insight' ? (
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>Indicator: {pinned.insight.name}</Box>
        ) : null}
        {pinned.kind === 'sequence' ? (
          <Box
            component="ol"
            sx={{
              m: 0,
              mt: 1,
              p: 0,
              listStyle: 'none',
              display: 'grid',
              gridTemplateColumns: 'auto auto auto auto 1fr',
              columnGap: 3,
              rowGap: 0.5
            }}
          >
            {pinned.sequence.steps.map(({ category, atMs, count, insightKey }, index) => (
              <Box
                component="li"
                key={index}
                sx={{ display: 'grid', gridTemplateColumns: 'subgrid', gridColumn: '1 / -1', alignItems: 'center' }}
              >
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {index + 1}.
                </Box>
                <CategoryMark category={category} />
                <Moment atMs={atMs} />
                <Box component="span" sx={{ textAlign: 'end' }}>
                  {writeCount(count)} activities
                </Box>
                <span>{insightKey === null ? '' : chart.byKey.get(insightKey)?.name}</span>
              </Box>
            ))}
          </Box>
        ) : null}
        {sequences.map((sequence) => (
          <Button
            key={sequence.key}
            variant="text"
            sx={{ px: 0, textDecoration: 'underline' }}
            onClick={() =>
              onPin({
                kind: 'sequence',
                key: `sequence ${sequence.key}`,
                atMs: sequence.steps.at(-1)?.atMs ?? 0,
                sequence
              })
            }
          >
            Step of: {sequence.name}
          </Button>
        ))}
      </Box>
      <Button onClick={() => onPin(null)}>Unpin (Esc)</Button>
    </Box>
  )
}

/** What bars and hatches of the coverage calendar mean. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { writeCount } from '../parts/receipt-sum.tsx'
import { HatchSample } from './coverage-hatch.tsx'
import type { ChartColours } from './timeline-colours.ts'

const STEPS = [3, 6, 9, 12]

export function CoverageLegend({ colours, most }: { readonly colours: ChartColours; readonly most: number }) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 5,
        rowGap: 1,
        typography: 'caption',
        color: 'text.secondary'
      }}
    >
      <Entry
        sample={
          <svg width={26} height={12} aria-hidden="true">
            {STEPS.map((height, index) => (
              <rect
                key={height}
                x={index * 6.5}
                y={12 - height}
                width={5.5}
                height={height}
                fill={colours.severity.low.mark}
              />
            ))}
          </svg>
        }
      >
        1 to {writeCount(most)} activities a day, each step many times the one before (logarithm)
      </Entry>
      <Entry sample={<HatchSample hatch="gap" colours={colours} />}>gap: longer than this log’s usual pauses</Entry>
      <Entry sample={<HatchSample hatch="outside" colours={colours} />}>
        before the log’s first record, after its last
      </Entry>
      <Entry sample={<Box component="span" sx={{ width: 12, height: 12, bgcolor: 'divider' }} />}>weekend</Entry>
    </Box>
  )
}

function Entry({ sample, children }: { readonly sample: ReactNode; readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
      {sample}
      <span>{children}</span>
    </Box>
  )
}

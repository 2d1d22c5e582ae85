/** The key to the timeline: what shows which kind of risk (and hides it), and what area, ring, line and shade mean. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { CATEGORIES, type Category } from '../../shared/domain/category.ts'
import { SEVERITIES } from '../../shared/domain/severity.ts'
import { CATEGORY_WORDS, CategoryMark } from '../parts/category-mark.tsx'
import { writeCount } from '../parts/receipt-sum.tsx'
import { SEVERITY_WORDS } from '../parts/severity-mark.tsx'
import { DAWN_HOUR, DUSK_HOUR } from './calendar.ts'
import { RING_WIDTH, type ChartColours } from './timeline-colours.ts'
import { radiusOf, smallestCount, type TimelineLayout } from './timeline-layout.ts'

interface CategoryFilterProps {
  readonly counts: ReadonlyMap<Category, number>
  readonly hidden: ReadonlySet<Category>
  readonly onToggle: (category: Category) => void
}

/** Categories that never occur in this history are not offered. */
export function CategoryFilter({ counts, hidden, onToggle }: CategoryFilterProps) {
  return (
    <Box role="group" aria-label="Kinds of risk shown" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {CATEGORIES.filter((category) => counts.has(category)).map((category) => {
        const isShown = !hidden.has(category)
        return (
          <ButtonBase
            key={category}
            role="checkbox"
            aria-checked={isShown}
            aria-label={`${CATEGORY_WORDS[category]}, ${counts.get(category) ?? 0} insights`}
            title={isShown ? 'Hide this kind' : 'Show this kind'}
            onClick={() => onToggle(category)}
            sx={{
              gap: 1,
              px: 1.5,
              py: 0.25,
              borderRadius: 1,
              border: 1,
              borderStyle: isShown ? 'solid' : 'dashed',
              borderColor: isShown ? `category.${category}.mark` : 'row.line',
              bgcolor: isShown ? `category.${category}.soft` : 'transparent',
              typography: 'body2',
              '& > span:first-of-type': isShown ? {} : { color: 'text.secondary', textDecoration: 'line-through' }
            }}
          >
            <CategoryMark category={category} />
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {writeCount(counts.get(category) ?? 0)}
            </Box>
          </ButtonBase>
        )
      })}
    </Box>
  )
}

interface TimelineLegendProps {
  readonly maxCount: number
  readonly maxRadius: number
  readonly layout: TimelineLayout
  readonly colours: ChartColours
  readonly hasSequences: boolean
  readonly hasFlags: boolean
}

export function TimelineLegend({ maxCount, maxRadius, layout, colours, hasSequences, hasFlags }: TimelineLegendProps) {
  const small = Math.min(maxCount, smallestCount(maxCount, maxRadius))
  const middle = Math.max(small, Math.round(maxCount / 4))
  const sizes = [...new Set([small, middle, maxCount])]
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        rowGap: 1,
        typography: 'caption',
        color: 'text.secondary'
      }}
    >
      {layout.mode === 'bins' ? (
        <Entry>Square = several insights, hue of the most frequent kind; zoom in for circles</Entry>
      ) : null}
      <Entry>
        Area = activities:
        {sizes.map((count) => {
          const r = radiusOf(count, maxCount, maxRadius)
          return (
            <Box component="span" key={count} sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
              <svg width={r * 2 + 2} height={r * 2 + 2} aria-hidden="true">
                <circle cx={r + 1} cy={r + 1} r={r} fill={colours.line} stroke={colours.strongLine} />
              </svg>
              {count === small && small > 1 ? `up to ${writeCount(count)}` : writeCount(count)}
            </Box>
          )
        })}
      </Entry>
      <Entry>
        Ring:
        {SEVERITIES.map((severity) => (
          <Box component="span" key={severity} sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
            <svg width={14} height={14} aria-hidden="true">
              <circle
                cx={7}
                cy={7}
                r={5}
                fill="none"
                stroke={colours.severity[severity].mark}
                strokeWidth={RING_WIDTH[severity]}
              />
            </svg>
            {SEVERITY_WORDS[severity]}
          </Box>
        ))}
      </Entry>
      {hasSequences ? (
        <Entry>
          <svg width={34} height={16} aria-hidden="true">
            <path d="M1 12L16 8" stroke={colours.ink} strokeWidth={1.25} />
            <rect
              x={15}
              y={0.75}
              width={18}
              height={14.5}
              rx={3}
              fill={colours.paper}
              stroke={colours.ink}
              strokeWidth={1.25}
            />
            <path d="M18.5 11h3v-3h3v-3h4.5" fill="none" stroke={colours.ink} strokeWidth={1.4} />
          </svg>
          Sequence, at its own score
        </Entry>
      ) : null}
      {hasFlags ? (
        <Entry>
          <svg width={14} height={14} aria-hidden="true">
            <path d="M2 14V1h10l-3 4 3 4h-10" fill={colours.ink} stroke={colours.ink} strokeWidth={1} />
          </svg>
          Trigger or personnel event
        </Entry>
      ) : null}
      <Entry>
        <svg width={16} height={14} aria-hidden="true">
          <rect width={16} height={14} fill={colours.paper} stroke={colours.line} />
          <rect width={16} height={14} fill={colours.quiet} opacity={0.14} />
        </svg>
        Weekend
        {layout.shades.some(({ kind }) => kind === 'night')
          ? `, night ${DUSK_HOUR}–${String(DAWN_HOUR).padStart(2, '0')} h`
          : ''}
      </Entry>
    </Box>
  )
}

function Entry({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}>
      {children}
    </Box>
  )
}

/** Sequences with their steps drawn in order: the same items go through all of them, within a number of days. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { SequenceView } from '../../../shared/contract/policy.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { CategoryMark } from '../../parts/category-mark.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { Lines } from './indicator-page.tsx'
import { openIndicator } from './state.ts'

export function Sequences() {
  const sequences = useRead('policy.sequences', {})
  const indicators = useRead('policy.indicators', {})
  const names = new Map(indicators.data?.map(({ id, name }) => [id, name]))
  useStatus(`${writeCount(sequences.data?.length ?? 0)} sequences`)
  if (sequences.data === undefined)
    return sequences.error === null ? (
      <LoadingLine />
    ) : (
      <FailureNote failure={sequences.error} onAgain={() => void sequences.refetch()} />
    )
  if (sequences.data.length === 0) return <EmptyState title="No sequence in the catalogue" />
  return (
    <Box sx={{ px: 6, py: 4, maxWidth: 1100 }}>
      <Box sx={{ color: 'text.secondary', maxWidth: '80ch', mb: 4 }}>
        A sequence is one act in several steps. It counts when the same items go through all of them in this order,
        followed through renames and archives; the policy says which ones it looks for.
      </Box>
      {sequences.data.map((sequence) => (
        <OneSequence key={sequence.id} sequence={sequence} names={names} />
      ))}
    </Box>
  )
}

interface OneSequenceProps {
  readonly sequence: SequenceView
  readonly names: ReadonlyMap<string, string>
}

function OneSequence({ sequence, names }: OneSequenceProps) {
  const { name, why, steps, windowDays, items, blindSpots, harmlessWhen } = sequence
  return (
    <Box component="section" aria-label={name} sx={{ borderTop: 1, borderColor: 'divider', py: 4 }}>
      <Box component="h2" sx={{ typography: 'h3', m: 0 }}>
        {name}
      </Box>
      <Box sx={{ maxWidth: '80ch', mb: 3 }}>{why}</Box>
      <Box
        component="ol"
        aria-label={`Steps: ${name}`}
        sx={{ listStyle: 'none', m: 0, mb: 3, p: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'stretch', gap: 2 }}
      >
        {steps.map((step, position) => (
          <Box component="li" key={position} sx={{ display: 'flex', gap: 2, flex: '1 1 200px', maxWidth: 320 }}>
            {position === 0 ? null : (
              <Box aria-hidden="true" sx={{ alignSelf: 'center', color: 'text.secondary', typography: 'h3' }}>
                →
              </Box>
            )}
            <Box
              sx={{
                flex: 1,
                minWidth: 0,
                border: 1,
                borderColor: 'divider',
                borderTop: 3,
                borderTopColor: `category.${step.category}.mark`,
                borderRadius: 1,
                bgcolor: 'background.paper',
                px: 3,
                py: 2
              }}
            >
              <CategoryMark category={step.category} />
              <Box sx={{ fontWeight: 600 }}>
                {position + 1}. {step.words}
              </Box>
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {step.indicators.map((id) => (
                  <li key={id}>
                    <Link
                      component="button"
                      onClick={() => openIndicator(id)}
                      sx={{ typography: 'body1', textAlign: 'start' }}
                    >
                      {names.get(id) ?? id}
                    </Link>
                  </li>
                ))}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1, mb: 3 }}>
        <span>
          All steps within {windowDays === 1 ? '1 day' : `${writeCount(windowDays)} days`}; the same items in each:
        </span>
        {(['low', 'medium', 'high'] as const).map((level) => (
          <span key={level}>
            <SeverityMark severity={level} /> from {writeCount(items[level])}
          </span>
        ))}
      </Box>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))', columnGap: 6, rowGap: 3 }}
      >
        <Lines title="What it cannot see" lines={blindSpots} />
        <Lines title="Harmless reasons" lines={harmlessWhen} />
      </Box>
    </Box>
  )
}

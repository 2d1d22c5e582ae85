/** A person's timeline with the activities of its window below: what is brushed or pinned above is listed here. */
import Box from '@mui/material/Box'
import { useCallback, useState } from 'react'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { UserActivityTimeline, type SelectedRange } from '../../charts/user-activity-timeline.tsx'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { Moment } from '../../parts/moment.tsx'
import { ActivityTable } from './activity-table.tsx'

export function PersonActivity({ pseudonym }: { readonly pseudonym: Pseudonym }) {
  const timeline = useRead('activity.timeline', { pseudonym })
  const [range, setRange] = useState<SelectedRange | null>(null)
  const onSelect = useCallback((selected: SelectedRange) => setRange(selected), [])
  if (timeline.data === undefined) {
    return timeline.error === null ? (
      <LoadingLine says="Drawing the timeline…" />
    ) : (
      <FailureNote failure={timeline.error} onAgain={() => void timeline.refetch()} />
    )
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: '1 0 auto' }}>
      <UserActivityTimeline timeline={timeline.data} onSelect={onSelect} />
      {range === null ? null : (
        <>
          <Box sx={{ px: 4, py: 1.5, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}>
            Activities from <Moment atMs={range.fromMs} /> to <Moment atMs={range.toMs} />
            {range.indicator === undefined ? '' : `, ${range.indicator} only`}
          </Box>
          <Box
            sx={{
              flex: '1 0 320px',
              display: 'flex',
              flexDirection: 'column',
              borderTop: 1,
              borderColor: 'divider'
            }}
          >
            <ActivityTable filter={{ pseudonym, ...range }} />
          </Box>
        </>
      )}
    </Box>
  )
}

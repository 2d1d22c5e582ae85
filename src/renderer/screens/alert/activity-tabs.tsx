/** Below the why: all risk factors, the activity behind one line or the whole alert, the person's time line, the explorer. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId } from 'react'
import type { AlertDetail, AlertFactor } from '../../../shared/contract/alert.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { UserActivityTimeline } from '../../charts/user-activity-timeline.tsx'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { ActivityTable } from '../activities/activity-table.tsx'
import { FactorTable } from './factor-table.tsx'

const ALERT_TABS = ['factors', 'activity', 'timeline', 'explorer'] as const
export type AlertTab = (typeof ALERT_TABS)[number]

const WORDS: Readonly<Record<AlertTab, string>> = {
  factors: 'All risk factors',
  activity: 'This alert’s activity',
  timeline: 'User activity',
  explorer: 'Activity explorer'
}

interface ActivityTabsProps {
  readonly detail: AlertDetail
  readonly tab: AlertTab
  readonly onTab: (tab: AlertTab) => void
  readonly factor: AlertFactor | null
  readonly onFactor: (factor: AlertFactor | null) => void
}

export function ActivityTabs({ detail, tab, onTab, factor, onFactor }: ActivityTabsProps) {
  const id = useId()
  const { pseudonym } = detail.alert
  return (
    <Box
      component="section"
      aria-label="Activity"
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 440, flex: '1 0 auto' }}
    >
      <Tabs
        value={tab}
        onChange={(_, wanted) => onTab(ALERT_TABS.find((each) => each === wanted) ?? 'factors')}
        aria-label="Activity"
        sx={{ borderBottom: 1, borderColor: 'divider', '& .MuiTabs-list': { ml: -1 } }}
      >
        {ALERT_TABS.map((each) => (
          <Tab key={each} value={each} label={WORDS[each]} id={`${id}-${each}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        sx={{ flex: 1, minHeight: 400, display: 'flex', flexDirection: 'column' }}
      >
        {tab === 'factors' ? <FactorTable factors={detail.factors} onFactor={onFactor} /> : null}
        {tab === 'activity' ? (
          <>
            <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 2, py: 1.5 }}>
              {factor === null ? (
                <span>All activities of the time that this alert covers.</span>
              ) : (
                <>
                  <span>
                    Behind “<MaskedText text={factor.says} />”
                  </span>
                  <Button variant="outlined" onClick={() => onFactor(null)}>
                    Show all
                  </Button>
                </>
              )}
            </Box>
            <ActivityTable filter={behind(detail, factor)} />
          </>
        ) : null}
        {tab === 'timeline' ? <PersonTimeline pseudonym={pseudonym} /> : null}
        {tab === 'explorer' ? <ActivityTable filter={{ pseudonym }} /> : null}
      </Box>
    </Box>
  )
}

/** The channel of thirty days that joins all the others. */
const ALL_CHANNELS = 'all-channels'

/** A sequence and all channels together join several indicators, so their activities are found by time alone. */
function behind({ alert, windowFromMs, windowToMs }: AlertDetail, factor: AlertFactor | null) {
  if (factor === null) return { pseudonym: alert.pseudonym, fromMs: windowFromMs, toMs: windowToMs }
  const when = { pseudonym: alert.pseudonym, fromMs: factor.fromMs, toMs: factor.toMs }
  const isJoined = factor.kind === 'sequence' || factor.indicator === ALL_CHANNELS
  return isJoined ? when : { ...when, indicator: factor.indicator }
}

function PersonTimeline({ pseudonym }: { readonly pseudonym: Pseudonym }) {
  const timeline = useRead('activity.timeline', { pseudonym })
  if (timeline.data === undefined)
    return timeline.error === null ? (
      <LoadingLine says="Drawing the time line…" />
    ) : (
      <FailureNote failure={timeline.error} onAgain={() => void timeline.refetch()} />
    )
  return <UserActivityTimeline timeline={timeline.data} />
}

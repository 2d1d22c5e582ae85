/** One indicator beside the list: what its file says, what the imported history shows of it, where it is used. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { IndicatorView } from '../../../shared/contract/policy.ts'
import { CategoryMark } from '../../parts/category-mark.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { TEMPLATE_WORDS } from '../policies/words.ts'
import { openSettings } from '../settings/state.ts'
import { useMay } from '../../workspace.ts'
import { Hits } from './hits.tsx'

interface IndicatorPageProps {
  readonly indicator: IndicatorView
  readonly most: number
}

export function IndicatorPage({ indicator, most }: IndicatorPageProps) {
  const { id, name, category, why, counts, thresholds, isOn, templates } = indicator
  return (
    <Box sx={{ px: 5, py: 4, display: 'grid', gap: 4 }}>
      <Box sx={{ pr: 6 }}>
        <Box component="h2" sx={{ typography: 'h2', m: 0 }}>
          {name}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, color: 'text.secondary' }}>
          <CategoryMark category={category} />
          <code>{id}</code>
        </Box>
      </Box>
      <OnOrOff isOn={isOn} />
      <Chapter title="Why it counts">{why}</Chapter>
      <Chapter title="Levels of a day">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1 }}>
          {(['low', 'medium', 'high'] as const).map((level) => (
            <span key={level}>
              <SeverityMark severity={level} /> from {writeCount(thresholds[level])}
            </span>
          ))}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          {counts === 'items' ? 'Counted are different items, each once a day.' : 'Counted is every time it happens.'} A
          policy may set its own numbers.
        </Box>
      </Chapter>
      <Chapter title="In what is imported">
        <Hits indicator={indicator} most={most} />
      </Chapter>
      <Lines title="What it cannot see" lines={indicator.blindSpots} />
      <Lines title="Harmless reasons" lines={indicator.harmlessWhen} />
      <Lines title="Must fire" sign="✓" lines={indicator.mustFire.map(({ says }) => says)} />
      <Lines title="Must not fire" sign="✗" lines={indicator.mustNot.map(({ says }) => says)} />
      <Lines title="Templates that use it" lines={templates.map((template) => TEMPLATE_WORDS[template])} />
      <Lines title="References" lines={indicator.references} />
    </Box>
  )
}

function OnOrOff({ isOn }: { readonly isOn: boolean }) {
  const mayRead = useMay('setting.show')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
      <span>{isOn ? 'On: policies may use it.' : 'Off in the settings: it counts in no policy.'}</span>
      {mayRead ? (
        <Button variant="outlined" onClick={() => openSettings('indicators')}>
          Open in the settings
        </Button>
      ) : null}
    </Box>
  )
}

interface ChapterProps {
  readonly title: string
  readonly children: ReactNode
}

function Chapter({ title, children }: ChapterProps) {
  return (
    <Box component="section" aria-label={title}>
      <Box component="h3" sx={{ typography: 'h4', m: 0, mb: 1, color: 'text.secondary' }}>
        {title}
      </Box>
      {children}
    </Box>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly sign?: string
}

export function Lines({ title, lines, sign }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <Chapter title={title}>
      <Box
        component="ul"
        sx={{ m: 0, pl: sign === undefined ? 5 : 0, listStyle: sign === undefined ? 'disc' : 'none' }}
      >
        {lines.map((line) => (
          <Box component="li" key={line} sx={{ overflowWrap: 'anywhere' }}>
            {sign === undefined ? null : (
              <Box component="span" aria-hidden="true" sx={{ display: 'inline-block', width: 20 }}>
                {sign}
              </Box>
            )}
            {line}
          </Box>
        ))}
      </Box>
    </Chapter>
  )
}

/** What needs attention now: alerts to review, active cases, policies, imports and the time they cover. Every figure leads to its list. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useStatus } from '../../frame/status-line.tsx'
import { go, type ListScreen } from '../../navigation.ts'
import { PageHead, Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay, useWorkspace } from '../../workspace.ts'
import { openCoverage } from '../imports/state.ts'
import { CoverageAtAGlance } from './coverage.tsx'
import { FirstSteps, useFirstSteps } from './first-steps.tsx'
import { ActiveCases, LastImports, PolicyHealth } from './latest.tsx'
import { ToReview } from './to-review.tsx'

export function OverviewScreen() {
  const { counts } = useWorkspace()
  const steps = useFirstSteps()
  const maySeeCases = useMay('case.list')
  const mayAnalyse = useMay('analytics.run')
  const isEmpty = counts.imports === 0
  useStatus(`${writeCount(counts.activities)} activities of ${writeCount(counts.people)} people`)
  return (
    <>
      <PageHead title="Overview">
        <Box sx={{ color: 'text.secondary' }}>
          {writeCount(counts.activities)} activities of {writeCount(counts.people)} people from{' '}
          {writeCount(counts.imports)} imports
        </Box>
      </PageHead>
      <Box sx={{ px: 6, py: 4, display: 'grid', gap: 6, maxWidth: 1360 }}>
        {steps === null ? null : (
          <Part title={isEmpty ? 'Where to begin' : 'Next steps'}>
            <FirstSteps steps={steps} />
          </Part>
        )}
        {isEmpty ? null : (
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'repeat(auto-fit, minmax(400px, 1fr))',
              columnGap: 8,
              rowGap: 6,
              alignItems: 'start'
            }}
          >
            <Box sx={{ display: 'grid', gap: 6 }}>
              <Part title="Alerts to review" actions={<To screen="alerts" words="All alerts" />}>
                <ToReview />
              </Part>
              <Part
                title="Policies"
                actions={
                  <Box sx={{ display: 'flex', gap: 4 }}>
                    {mayAnalyse ? <To screen="analytics" words="Analytics without a policy" /> : null}
                    <To screen="policies" words="All policies" />
                  </Box>
                }
              >
                <PolicyHealth />
              </Part>
              <Part
                title="Days covered by imported logs"
                actions={
                  <Link component="button" onClick={openCoverage}>
                    Coverage calendar
                  </Link>
                }
              >
                <CoverageAtAGlance />
              </Part>
            </Box>
            <Box sx={{ display: 'grid', gap: 6 }}>
              {maySeeCases ? (
                <Part title="Active cases" actions={<To screen="cases" words="All cases" />}>
                  <ActiveCases />
                </Part>
              ) : null}
              <Part title="Last imports" actions={<To screen="imports" words="All imports" />}>
                <LastImports />
              </Part>
            </Box>
          </Box>
        )}
      </Box>
    </>
  )
}

function To({ screen, words }: { readonly screen: ListScreen; readonly words: string }) {
  return (
    <Link component="button" onClick={() => go({ screen })}>
      {words}
    </Link>
  )
}

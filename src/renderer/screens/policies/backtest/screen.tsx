/** The back-test of a stored policy as a page. */
import Box from '@mui/material/Box'
import { useRead } from '../../../desk.ts'
import { useKeys } from '../../../keys.ts'
import { back, go } from '../../../navigation.ts'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { LoadingLine } from '../../../parts/loading-line.tsx'
import { MaskedText } from '../../../parts/masked-text.tsx'
import { PageHead } from '../../../parts/page-head.tsx'
import { BacktestPanel } from './panel.tsx'

export function BacktestScreen({ id }: { readonly id: number }) {
  const shown = useRead('policy.show', { id })
  useKeys([{ group: 'Back-test', keys: 'Escape', says: 'Back', isHinted: true, run: back }])
  if (shown.data === undefined)
    return shown.error === null ? (
      <LoadingLine says="Opening the policy…" />
    ) : (
      <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
    )
  const { policy } = shown.data
  return (
    <>
      <PageHead
        parent={{ words: 'Policy', open: () => go({ screen: 'policy', id }) }}
        title={
          <>
            Back-test of <MaskedText text={policy.name} />
          </>
        }
      >
        <Box sx={{ color: 'text.secondary' }}>version {policy.version}</Box>
      </PageHead>
      <Box sx={{ px: 4, py: 4, maxWidth: 1200, width: '100%' }}>
        <BacktestPanel subject={`policy ${id}`} of={{ id }} against="this policy" />
      </Box>
    </>
  )
}

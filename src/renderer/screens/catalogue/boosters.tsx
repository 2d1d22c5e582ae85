/** What raises an insight beside its number, in words. */
import Box from '@mui/material/Box'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

export function Boosters() {
  const boosters = useRead('policy.boosters', {})
  useStatus(`${writeCount(boosters.data?.length ?? 0)} boosters`)
  if (boosters.data === undefined)
    return boosters.error === null ? (
      <LoadingLine />
    ) : (
      <FailureNote failure={boosters.error} onAgain={() => void boosters.refetch()} />
    )
  return (
    <Box sx={{ px: 6, py: 4, maxWidth: 860 }}>
      <Box sx={{ color: 'text.secondary', maxWidth: '80ch', mb: 4 }}>
        A booster raises what was counted; alone it counts nothing. Each policy switches its own on and off, and every
        alert says in each line which ones have raised it.
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {boosters.data.map(({ booster, name, says }) => (
          <Box key={booster} sx={{ borderTop: 1, borderColor: 'divider', py: 3 }}>
            <Box component="dt" sx={{ typography: 'h3' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, maxWidth: '80ch' }}>
              {says}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

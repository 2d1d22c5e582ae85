/** What was decided on this alert, by whom and when; decisions that were taken back stay readable. */
import Box from '@mui/material/Box'
import type { AlertDetail } from '../../../shared/contract/alert.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'

export function Decisions({ decisions }: { readonly decisions: AlertDetail['decisions'] }) {
  if (decisions.length === 0) return null
  return (
    <Box component="ul" aria-label="Decisions" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {decisions.map(({ says, reason, operator, atMs, isUndone }, position) => (
        <li key={position}>
          <Box component={isUndone ? 'del' : 'span'} sx={{ color: isUndone ? 'text.secondary' : 'text.primary' }}>
            {says} by {operator}, <Moment atMs={atMs} />
            {reason === null || reason === '' ? null : (
              <>
                : <MaskedText text={reason} />
              </>
            )}
          </Box>
          {isUndone ? (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' '}
              (taken back)
            </Box>
          ) : null}
        </li>
      ))}
    </Box>
  )
}

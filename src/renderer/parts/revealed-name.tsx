/**
 * A revealed name on amber, beside a clock that closes. The words say until when; the picture only repeats them. Whoever
 * draws it takes it away in time: it keeps nothing.
 */
import Box from '@mui/material/Box'
import type { Revealed } from '../../shared/contract/reveal.ts'
import { useZone, writeTime } from '../zone.ts'
import { Moment } from './moment.tsx'

interface RevealedNameProps {
  readonly revealed: Revealed
  readonly closesAtMs: number
  readonly minutesLeft: number
  /** The minutes of a full clock. */
  readonly minutesAtMost: number
}

export function RevealedName({ revealed, closesAtMs, minutesLeft, minutesAtMost }: RevealedNameProps) {
  const zone = useZone()
  const { pseudonym, expiresAtMs, grantedBy, identity } = revealed
  const fullName = `${identity.firstName} ${identity.lastName}`.trim()
  const name = [identity.displayName, fullName, identity.account].find((each) => each !== '') ?? ''
  const others = [...new Set([fullName, ...identity.aliases])].filter(
    (each) => each !== '' && each !== name && each !== identity.account
  )
  return (
    <Box
      role="group"
      aria-label={`Name of ${pseudonym}`}
      sx={{
        bgcolor: 'revealed.soft',
        color: 'revealed.text',
        border: 1,
        borderColor: 'revealed.mark',
        borderRadius: 1,
        px: 3,
        py: 2,
        overflowWrap: 'anywhere'
      }}
    >
      <Box role="status">
        <Box sx={{ typography: 'h3' }}>{name}</Box>
        <Box>Account: {identity.account}</Box>
        {others.length === 0 ? null : <Box>Also: {others.join(', ')}</Box>}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mt: 1 }}>
        <ClosingClock left={minutesLeft / minutesAtMost} />
        <span>
          Shown until {writeTime(closesAtMs, zone)}, {minutesLeft === 1 ? '1 minute' : `${minutesLeft} minutes`} left
        </span>
      </Box>
      <Box sx={{ typography: 'caption' }}>
        Granted by {grantedBy} until <Moment atMs={expiresAtMs} />
      </Box>
    </Box>
  )
}

/** What is left of the time, as a slice that ends at twelve. */
function ClosingClock({ left }: { readonly left: number }) {
  const share = Math.max(0, Math.min(1, left))
  const angle = (1 - share) * 2 * Math.PI
  const from = `${8 + 5 * Math.sin(angle)} ${8 - 5 * Math.cos(angle)}`
  return (
    <Box component="svg" viewBox="0 0 16 16" aria-hidden="true" sx={{ width: 16, height: 16, flex: 'none' }}>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {share === 1 ? (
        <circle cx="8" cy="8" r="5" fill="currentColor" />
      ) : (
        <path d={`M8 8 L${from} A5 5 0 ${share > 0.5 ? 1 : 0} 1 8 3 Z`} fill="currentColor" />
      )}
    </Box>
  )
}

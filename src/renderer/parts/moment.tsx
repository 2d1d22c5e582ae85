/** A point in time with zone and offset; relative words only beside the exact time. */
import Box from '@mui/material/Box'
import { createContext, useContext } from 'react'
import { useNow } from '../clock.ts'
import { padDay, useZone, writeDay, writeMoment, writeOffset, writeRelative } from '../zone.ts'

interface MomentProps {
  readonly atMs: number
  readonly hasSeconds?: boolean
  /** The day alone; the offset stays in the title. */
  readonly isDay?: boolean
  /** Adds "3 hours ago" behind the exact time. */
  readonly hasRelative?: boolean
}

/** True inside of tables, where times stand below each other. */
export const InColumn = createContext(false)

export function Moment({ atMs, hasSeconds = false, isDay = false, hasRelative = false }: MomentProps) {
  const zone = useZone()
  const nowMs = useNow()
  const isInColumn = useContext(InColumn)
  const written = isDay ? writeDay(atMs, zone) : writeMoment(atMs, zone, hasSeconds)
  const iso = new Date(atMs).toISOString()
  return (
    <Box
      component="time"
      dateTime={iso}
      title={`${iso.replace('T', ' ')} · shown in ${zone} ${writeOffset(atMs, zone)}`}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {isInColumn ? padDay(written) : written}
      {hasRelative ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          · {writeRelative(atMs, nowMs)}
        </Box>
      ) : null}
    </Box>
  )
}

/** Words for those who listen, where those who look see the same from the place of things. */
import Box from '@mui/material/Box'
import type { ElementType } from 'react'

export function Spoken({
  children,
  id,
  as = 'span'
}: {
  readonly children: string
  readonly id?: string
  readonly as?: ElementType
}) {
  return (
    <Box
      component={as}
      id={id}
      sx={{
        position: 'absolute',
        width: '1px',
        height: '1px',
        m: 0,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap'
      }}
    >
      {children}
    </Box>
  )
}

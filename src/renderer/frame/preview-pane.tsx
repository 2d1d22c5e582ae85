/** A list with details beside it: the border is dragged or moved by arrow keys, Esc closes, the width is kept until the lock. */
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useKeys } from '../keys.ts'
import { createUntilLock } from '../memory.ts'

const MIN_WIDTH = 300
const STEP = 24
const usePaneWidth = createUntilLock<{ readonly width: number }>(() => ({ width: 440 }))

interface PreviewPaneProps {
  readonly label: string
  /** Null while closed. */
  readonly preview: ReactNode | null
  readonly onClose: () => void
  readonly children: ReactNode
}

export function PreviewPane({ label, preview, onClose, children }: PreviewPaneProps) {
  const { width } = usePaneWidth()
  const place = useRef<HTMLDivElement>(null)
  const isOpen = preview !== null
  useKeys([{ keys: 'Escape', says: 'Close the preview', group: 'Preview', run: onClose }], isOpen)

  const resize = (wanted: number) => {
    // The list keeps at least as much as the preview may take away.
    const most = Math.max(MIN_WIDTH, (place.current?.clientWidth ?? 1200) - 420)
    usePaneWidth.setState({ width: Math.round(Math.max(MIN_WIDTH, Math.min(most, wanted))) })
  }
  const onPointerMove = (event: PointerEvent) => {
    if (event.buttons === 1 && place.current !== null)
      resize(place.current.getBoundingClientRect().right - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + STEP)
    else if (event.key === 'ArrowRight') resize(width - STEP)
    else return
    event.preventDefault()
  }

  return (
    <Box ref={place} sx={{ display: 'flex', minHeight: 0, height: '100%', minWidth: 0 }}>
      <Box sx={{ flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column', minHeight: 0 }}>{children}</Box>
      {isOpen ? (
        <>
          <Box
            role="separator"
            aria-orientation="vertical"
            aria-label="Width of the preview"
            aria-valuenow={width}
            aria-valuemin={MIN_WIDTH}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
            sx={{
              width: 6,
              flex: 'none',
              cursor: 'col-resize',
              borderLeft: 1,
              borderColor: 'divider',
              touchAction: 'none',
              '&:hover, &:focus-visible': { bgcolor: 'row.chosen' }
            }}
          />
          <Box
            component="aside"
            aria-label={label}
            style={{ width: `min(${width}px, 60%)` }}
            sx={{ flex: 'none', overflow: 'auto', bgcolor: 'background.paper', position: 'relative' }}
          >
            <IconButton
              onClick={onClose}
              aria-label="Close the preview"
              title="Close (Esc)"
              sx={{ position: 'absolute', right: 6, top: 6, zIndex: 1, typography: 'body1', color: 'text.secondary' }}
            >
              ✕
            </IconButton>
            {preview}
          </Box>
        </>
      ) : null}
    </Box>
  )
}

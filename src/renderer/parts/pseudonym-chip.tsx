/** A pseudonym with a mark of three shapes made from it, so that people can be told apart at a glance; never a face. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { Pseudonym } from '../../shared/domain/pseudonym.ts'

interface PseudonymChipProps {
  readonly pseudonym: Pseudonym
  /** Makes the chip a button. */
  readonly onOpen?: () => void
  readonly isLarge?: boolean
}

export function PseudonymChip({ pseudonym, onOpen, isLarge = false }: PseudonymChipProps) {
  const content = (
    <>
      <PseudonymMark pseudonym={pseudonym} height={isLarge ? 13 : 10} />
      <span>{pseudonym}</span>
    </>
  )
  const look = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 1.5,
    px: 1.5,
    borderRadius: 1,
    border: 1,
    borderColor: 'divider',
    bgcolor: 'background.default',
    color: 'text.primary',
    whiteSpace: 'nowrap',
    verticalAlign: 'baseline',
    typography: isLarge ? 'h2' : 'body1',
    lineHeight: isLarge ? 1.5 : 1.45
  } as const
  if (onOpen === undefined)
    return (
      <Box component="span" sx={look}>
        {content}
      </Box>
    )
  return (
    <ButtonBase onClick={onOpen} title="Open this person" sx={{ ...look, '&:hover': { borderColor: 'row.line' } }}>
      {content}
    </ButtonBase>
  )
}

function PseudonymMark({ pseudonym, height = 10 }: { readonly pseudonym: string; readonly height?: number }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 34 10"
      aria-hidden="true"
      sx={{ height, width: height * 3.4, flex: 'none', color: 'text.secondary' }}
    >
      {shapesOf(pseudonym).map(({ path, isSolid }, position) => (
        <path
          key={position}
          transform={`translate(${position * 12} 0)`}
          d={path}
          fill={isSolid ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ))}
    </Box>
  )
}

/** Eight outlines in a box of 10 × 10, each solid or hollow: 4096 marks. */
export function shapesOf(pseudonym: string): readonly { readonly path: string; readonly isSolid: boolean }[] {
  const seed = hashOf(pseudonym)
  return [0, 1, 2].map((position) => {
    const drawn = (seed >>> (position * 4)) & 15
    return { path: OUTLINES[drawn & 7] ?? '', isSolid: (drawn & 8) !== 0 }
  })
}

const OUTLINES = [
  'M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  'M1.2 1.2h7.6v7.6H1.2z',
  'M5 1 9.2 8.8H.8z',
  'M5 9 .8 1.2h8.4z',
  'M5 .8 9.2 5 5 9.2.8 5z',
  'M3.2 1h3.6v8H3.2z',
  'M1 3.2h8v3.6H1z',
  'M1.2 8.8V1.2a7.6 7.6 0 0 1 7.6 7.6z'
]

// FNV-1a, 32 bits, folded once: neighbouring pseudonyms get unlike marks.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

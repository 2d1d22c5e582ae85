/** Text of records: pseudonyms and outside addresses in it stand on soft bars, selectable, never blurred. */
import Box from '@mui/material/Box'

interface MaskedTextProps {
  readonly text: string
  /** Cut to one line with an ellipsis; the whole text stays in the title. */
  readonly isOneLine?: boolean
}

export function MaskedText({ text, isOneLine = false }: MaskedTextProps) {
  return (
    <Box
      component="span"
      title={isOneLine ? text : undefined}
      sx={
        isOneLine
          ? { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
          : { overflowWrap: 'anywhere' }
      }
    >
      {splitMasked(text).map(({ part, isMasked }, position) =>
        isMasked ? (
          <Box
            component="span"
            key={position}
            sx={{
              bgcolor: 'masked.soft',
              color: 'masked.text',
              borderRadius: 0.5,
              px: 0.5,
              mx: '1px',
              whiteSpace: 'nowrap',
              boxDecorationBreak: 'clone'
            }}
          >
            {part}
          </Box>
        ) : (
          part
        )
      )}
    </Box>
  )
}

/** The text in order, with the parts that stand for somebody marked. */
export function splitMasked(text: string): readonly { readonly part: string; readonly isMasked: boolean }[] {
  return text
    .split(TOKEN)
    .map((part, position) => ({ part, isMasked: position % 2 === 1 }))
    .filter(({ part }) => part !== '')
}

// One capturing group, so that `split` keeps the tokens at odd positions.
const TOKEN = /((?:ANON|EXTERNAL)-[0-9A-Z]{2,}(?:-[0-9A-Z]{2,})*|\bEXTERNAL\b|\[EXTERNAL\])/

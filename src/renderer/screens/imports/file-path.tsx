/** A path in little room: the file's name is the last to be cut, the folder before it the first; the whole stays in the title. */
import Box from '@mui/material/Box'
import { MaskedText } from '../../parts/masked-text.tsx'

interface FilePathProps {
  readonly path: string
  /** Struck through: what came with it is gone. */
  readonly isGone?: boolean
}

export function FilePath({ path, isGone = false }: FilePathProps) {
  const { folder, name } = endOfPath(path)
  return (
    <Box
      component="span"
      title={path}
      sx={{
        display: 'flex',
        minWidth: 0,
        whiteSpace: 'nowrap',
        ...(isGone ? { textDecoration: 'line-through', color: 'text.secondary' } : {})
      }}
    >
      {folder === '' ? null : (
        <Box
          component="span"
          sx={{
            flex: '0 1000 auto',
            minWidth: 0,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            color: 'text.secondary'
          }}
        >
          <MaskedText text={folder} />
        </Box>
      )}
      <Box component="span" sx={{ flex: '0 1 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        <MaskedText text={name} />
      </Box>
    </Box>
  )
}

/** The name and the one folder that it lies in; what stands before that is only hinted at. */
export function endOfPath(path: string): { readonly folder: string; readonly name: string } {
  const parts = path.split(SEPARATOR)
  const name = parts.at(-1) ?? ''
  if (name === '') return { folder: '', name: path }
  if (parts.length === 1) return { folder: '', name }
  const folder = parts.at(-2) ?? ''
  const isWhole = parts.length === 2
  return { folder: `${isWhole ? '' : '…/'}${folder}/`, name }
}

const SEPARATOR = /[/\\]/

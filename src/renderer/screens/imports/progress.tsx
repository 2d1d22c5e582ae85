/** The running import: how far by bytes, how fast by rows, what was made of the rows so far; and the way to stop it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import type { ImportProgress } from '../../../shared/contract/import.ts'
import { useChange } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { writeSize } from '../activities/size.ts'
import { PHASE_WORDS } from './words.ts'

export function RunningImport({ progress }: { readonly progress: ImportProgress }) {
  const cancel = useChange('import.cancel')
  const mayCancel = useMay('import.cancel')
  const {
    phase,
    files,
    filesDone,
    bytes,
    bytesDone,
    rowsRead,
    kept,
    duplicate,
    rejected,
    eventsPerSecond,
    currentFile
  } = progress
  const share = bytes === 0 ? 0 : Math.min(100, (bytesDone / bytes) * 100)
  return (
    <Box
      component="section"
      aria-label="Running import"
      sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <b>{PHASE_WORDS[phase]}</b>
          {currentFile === null ? null : (
            <>
              {' '}
              <MaskedText text={currentFile} />
            </>
          )}
        </Box>
        {mayCancel ? (
          <Button
            variant="outlined"
            disabled={phase === 'stopping' || cancel.isPending}
            onClick={() => cancel.mutate({})}
            title="What was read up to then stays, with its receipt"
          >
            {phase === 'stopping' ? 'Stopping…' : 'Stop'}
          </Button>
        ) : null}
      </Box>
      <LinearProgress
        variant={phase === 'scoring' ? 'indeterminate' : 'determinate'}
        value={share}
        aria-label="Bytes read"
        aria-valuetext={`${Math.floor(share)} percent, ${writeSize(bytesDone)} of ${writeSize(bytes)}`}
        sx={{ height: 8, borderRadius: 0.5, bgcolor: 'divider', '& .MuiLinearProgress-bar': { transition: 'none' } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 6, rowGap: 1, mt: 2, color: 'text.secondary' }}>
        <span>
          {writeSize(bytesDone)} of {writeSize(bytes)}
        </span>
        <span>
          {writeCount(filesDone)} of {writeCount(files)} files
        </span>
        <span>{writeCount(eventsPerSecond)} rows a second</span>
        <span>
          {writeCount(rowsRead)} read so far: {writeCount(kept)} kept, {writeCount(duplicate)} duplicate,{' '}
          {writeCount(rejected)} rejected
        </span>
      </Box>
      <FailureNote failure={cancel.error} />
    </Box>
  )
}

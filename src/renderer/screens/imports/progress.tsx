/** The running import: how far by bytes, how fast by rows, how long still, what was made of the rows so far; and the way to stop it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import type { ImportProgress } from '../../../shared/contract/import.ts'
import { useChange } from '../../desk.ts'
import { useKeys } from '../../keys.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { useMay } from '../../workspace.ts'
import { writeLength } from '../../zone.ts'
import { writeSize } from '../activities/size.ts'
import { FilePath } from './file-path.tsx'
import { SumBar } from './sum-bar.tsx'
import { PHASE_WORDS } from './words.ts'

interface RunningImportProps {
  readonly progress: ImportProgress
  /** When the engine said so; time left is counted from there. */
  readonly atMs: number
}

export function RunningImport({ progress, atMs }: RunningImportProps) {
  const cancel = useChange('import.cancel')
  const mayCancel = useMay('import.cancel')
  const { phase, files, filesDone, bytes, bytesDone, rowsRead, kept, duplicate, rejected, eventsPerSecond } = progress
  const share = bytes === 0 ? 0 : Math.min(100, (bytesDone / bytes) * 100)
  const leftMs = phase === 'reading' ? timeLeftMs(progress, atMs) : null
  const canStop = mayCancel && phase !== 'stopping' && !cancel.isPending
  const stop = () => cancel.mutate({})
  useKeys([{ group: 'Imports', keys: 's', says: 'Stop the running import', isHinted: true, run: stop }], canStop)
  return (
    <Box
      component="section"
      aria-label="Running import"
      sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2 }}>
        <b>{PHASE_WORDS[phase]}</b>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {progress.currentFile === null ? null : <FilePath path={progress.currentFile} />}
        </Box>
        {files > 1 ? (
          <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            file {writeCount(Math.min(files, filesDone + 1))} of {writeCount(files)}
          </Box>
        ) : null}
        {mayCancel ? (
          <Button
            variant="outlined"
            disabled={!canStop}
            onClick={stop}
            title="What was read up to then stays, with its receipt (s)"
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
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 6,
          rowGap: 1,
          mt: 2,
          color: 'text.secondary'
        }}
      >
        <span>
          {Math.floor(share)} %, {writeSize(bytesDone)} of {writeSize(bytes)}
        </span>
        <span>{writeCount(eventsPerSecond)} rows a second</span>
        {leftMs === null ? null : <span>about {writeLength(leftMs)} left</span>}
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
          {rowsRead === 0 ? null : (
            <Box component="span" sx={{ width: 104 }}>
              <SumBar
                sum={{
                  rowsRead,
                  kept,
                  duplicate,
                  rejected,
                  ignored: Math.max(0, rowsRead - kept - duplicate - rejected)
                }}
              />
            </Box>
          )}
          {writeCount(rowsRead)} read so far: {writeCount(kept)} kept, {writeCount(duplicate)} duplicate,{' '}
          {writeCount(rejected)} rejected
        </Box>
      </Box>
      <FailureNote failure={cancel.error} />
    </Box>
  )
}

/** Before this much time has passed the rate is mostly the start of the readers. */
const TOO_EARLY_MS = 2_000

/** From the average of the whole run, which steadies itself; null while nobody could know. */
export function timeLeftMs({ startedMs, bytes, bytesDone }: ImportProgress, atMs: number): number | null {
  if (startedMs === null || bytesDone === 0 || bytesDone >= bytes) return null
  const passedMs = atMs - startedMs
  return passedMs < TOO_EARLY_MS ? null : ((bytes - bytesDone) / bytesDone) * passedMs
}

/** Starts, watches and stops a back-test, and shows what it found; the same for a stored policy and for a draft. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useKeys } from '../../../keys.ts'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { BacktestResult } from './result.tsx'
import { cancelBacktest, startBacktest, useBacktestRun, type BacktestRequest } from './run.ts'

interface BacktestPanelProps {
  readonly subject: string
  readonly of: BacktestRequest['of']
  /** Whose alerts of today the result is set against. */
  readonly against: string
  readonly isReady?: boolean
}

export function BacktestPanel({ subject, of, against, isReady = true }: BacktestPanelProps) {
  const run = useBacktestRun()
  const isMine = run.subject === subject
  const [from, setFrom] = useState(isMine ? (run.request?.from ?? '') : '')
  const [to, setTo] = useState(isMine ? (run.request?.to ?? '') : '')
  const isBackwards = from !== '' && to !== '' && from > to
  const isRunning = isMine && run.isRunning
  const canStart = isReady && !isRunning && !isBackwards
  const start = () => void startBacktest(subject, { of, from: from === '' ? null : from, to: to === '' ? null : to })
  const isOld = isMine && run.request !== null && JSON.stringify(run.request.of) !== JSON.stringify(of)
  useKeys([{ group: 'Back-test', keys: 'r', says: 'Run the back-test', isHinted: true, run: start }], canStart)
  return (
    <Box sx={{ display: 'grid', gap: 4, minWidth: 0, pt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <DayField label="From day" value={from} onChange={setFrom} />
        <DayField label="To day" value={to} onChange={setTo} />
        <Box component="span" sx={{ color: isBackwards ? 'error.main' : 'text.secondary' }}>
          {isBackwards ? 'The first day lies behind the last.' : 'Empty means the whole imported history.'}
        </Box>
        <Button variant="contained" disabled={!canStart} onClick={start} title="Stores nothing (r)">
          Run the back-test
        </Button>
      </Box>
      <Box role="status">
        {isRunning ? <Running isStopping={run.isStopping} /> : null}
        {isMine && isOld && !isRunning ? (
          <Box sx={{ fontWeight: 600 }}>The draft has changed since. What stands below is of its earlier state.</Box>
        ) : null}
        {isMine && run.failure?.failure.code === 'cancelled' ? 'Cancelled. Nothing was stored.' : null}
      </Box>
      {isMine && run.failure !== null && run.failure.failure.code !== 'cancelled' ? (
        <FailureNote failure={run.failure} {...(canStart ? { onAgain: start } : {})} />
      ) : null}
      {isMine && run.result !== null ? <BacktestResult result={run.result} against={against} /> : null}
      {!isMine || (run.result === null && run.failure === null && !run.isRunning) ? (
        <Box sx={{ color: 'text.secondary', maxWidth: '72ch' }}>
          Scores everything that is imported as if this had been in force all the time, and shows how many alerts that
          would have raised on which day, about how many people, how severe, and by which indicators most of all. It
          changes no score and no alert.
        </Box>
      ) : null}
    </Box>
  )
}

function Running({ isStopping }: { readonly isStopping: boolean }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, maxWidth: 640 }}>
      <b>{isStopping ? 'Stopping…' : 'Scoring the imported history…'}</b>
      <LinearProgress aria-label="The back-test is running" sx={{ flex: 1, height: 8, borderRadius: 0.5 }} />
      <Button variant="outlined" disabled={isStopping} onClick={() => void cancelBacktest()}>
        Cancel the back-test
      </Button>
    </Box>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      fullWidth={false}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
}

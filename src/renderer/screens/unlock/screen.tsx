/** What stands before the lock: choose a folder, then create a workspace in it or unlock the one that it holds. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { useChange, useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { CreateForm } from './create-form.tsx'
import { UnlockForm } from './unlock-form.tsx'

type Step =
  | { readonly kind: 'choose'; readonly problem: string | null }
  | { readonly kind: 'create' | 'unlock'; readonly name: string }

export function UnlockScreen({ workspace }: { readonly workspace: WorkspaceState }) {
  const [step, setStep] = useState<Step>(
    workspace.state === 'locked' && workspace.name !== null
      ? { kind: 'unlock', name: workspace.name }
      : { kind: 'choose', problem: null }
  )
  const choose = useChange('workspace.choose')
  const chooseFor = (purpose: 'create' | 'unlock') =>
    choose.mutate(
      { purpose },
      { onSuccess: ({ name, holds }) => (name === null ? undefined : setStep(stepFor(purpose, name, holds))) }
    )

  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', display: 'grid', placeItems: 'center', p: 6 }}>
      <Box sx={{ width: '100%', maxWidth: 420 }}>
        <Box component="h1" sx={{ typography: 'h1', m: 0 }}>
          Inward
        </Box>
        <Box sx={{ color: 'text.secondary', mb: 6 }}>
          {step.kind === 'choose' ? (
            'A workspace is one encrypted folder with everything in it.'
          ) : (
            <>
              {step.kind === 'create' ? 'A new workspace in ' : 'The workspace '}
              <Box component="strong" sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>
                {step.name}
              </Box>
            </>
          )}
        </Box>
        {step.kind === 'create' ? <CreateForm name={step.name} /> : null}
        {step.kind === 'unlock' ? <UnlockForm name={step.name} /> : null}
        {step.kind === 'choose' && step.problem !== null ? (
          <Box role="alert" sx={{ borderLeft: 3, borderColor: 'error.main', pl: 3, mb: 4 }}>
            {step.problem}
          </Box>
        ) : null}
        <FailureNote failure={choose.error} />
        {step.kind === 'choose' ? (
          <Box sx={{ display: 'grid', gap: 3 }}>
            <Button
              autoFocus
              variant="contained"
              size="medium"
              disabled={choose.isPending}
              onClick={() => chooseFor('unlock')}
            >
              Open a workspace…
            </Button>
            <Button variant="outlined" size="medium" disabled={choose.isPending} onClick={() => chooseFor('create')}>
              Create a workspace…
            </Button>
          </Box>
        ) : (
          <Button onClick={() => setStep({ kind: 'choose', problem: null })} sx={{ ml: -3 }}>
            Choose another folder
          </Button>
        )}
        <RuntimeLine />
      </Box>
    </Box>
  )
}

function stepFor(purpose: 'create' | 'unlock', name: string, holds: 'nothing' | 'workspace' | 'other'): Step {
  if (holds === 'workspace') return { kind: 'unlock', name }
  if (purpose === 'create' && holds === 'nothing') return { kind: 'create', name }
  const problem =
    purpose === 'create'
      ? `The folder ${name} holds other files. They were not touched. Choose an empty folder, or make a new one.`
      : `The folder ${name} holds no workspace. Choose another one, or create a workspace.`
  return { kind: 'choose', problem }
}

function RuntimeLine() {
  const runtime = useRead('workspace.runtime', {})
  if (runtime.data === undefined) return null
  return (
    <Box sx={{ mt: 8, typography: 'caption', color: 'text.secondary' }}>
      Version {runtime.data.version}. Works without a network.
      {runtime.data.notes.map((note) => (
        <Box key={note}>{note}</Box>
      ))}
    </Box>
  )
}

/** Before the lock: the unlock screen. Behind it: the frame. With the lock every answer and all view state is forgotten. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useRead } from './desk.ts'
import { Frame } from './frame/frame.tsx'
import { forgetEverything } from './memory.ts'
import { FailureNote } from './parts/failure-note.tsx'
import { LoadingLine } from './parts/loading-line.tsx'
import { UnlockScreen } from './screens/unlock/screen.tsx'
import { WorkspaceContext } from './workspace.ts'

export function App() {
  const client = useQueryClient()
  const state = useRead('workspace.state', {})
  const isOpen = state.data?.state === 'open'
  useEffect(() => {
    if (isOpen) return
    forgetEverything()
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'workspace' })
  }, [isOpen, client])

  if (state.error !== null && state.data === undefined)
    return <FailureNote failure={state.error} onAgain={() => void state.refetch()} />
  if (state.data === undefined) return <LoadingLine says="Starting…" />
  if (!isOpen) return <UnlockScreen workspace={state.data} />
  return (
    <WorkspaceContext value={state.data}>
      <Frame />
    </WorkspaceContext>
  )
}

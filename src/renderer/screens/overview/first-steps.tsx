/** What to do in a new workspace, in order; steps that are done are ticked, the next one has the button. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRead } from '../../desk.ts'
import { go, type ListScreen } from '../../navigation.ts'
import { useMay, useWorkspace } from '../../workspace.ts'

interface Step {
  readonly words: string
  readonly why: string
  readonly isDone: boolean
  readonly may: boolean
  readonly verb: string
  readonly screen: ListScreen
}

/** Null once there is nothing left to be taught. */
export function useFirstSteps(): readonly Step[] | null {
  const { counts } = useWorkspace()
  const policies = useRead('policy.list', {})
  const alerts = useRead('alert.counts', {})
  const mayImport = useMay('import.start')
  const mayCreate = useMay('policy.create')
  const mayReview = useMay('alert.list')
  const hasPolicy = (policies.data ?? []).some(({ status }) => status === 'on')
  const decided =
    alerts.data === undefined
      ? 0
      : alerts.data.byStatus.confirmed + alerts.data.byStatus.dismissed + alerts.data.byStatus.resolved
  if (policies.data === undefined || alerts.data === undefined) return null
  const steps: readonly Step[] = [
    {
      words: 'Import the logs',
      why: 'Audit logs and, if there is one, the personnel file: it tells who is about to leave.',
      isDone: counts.imports > 0,
      may: mayImport,
      verb: 'Go to the imports',
      screen: 'imports'
    },
    {
      words: 'Create a policy from a template',
      why: 'It says who is looked at, after which event, and what counts.',
      isDone: hasPolicy,
      may: mayCreate,
      verb: 'Go to the policies',
      screen: 'policies'
    },
    {
      words: 'Review the first alert',
      why: 'Each alert explains itself; confirm it into a case, or dismiss it with a reason.',
      isDone: decided > 0,
      may: mayReview,
      verb: 'Go to the alerts',
      screen: 'alerts'
    }
  ]
  return steps.every(({ isDone }) => isDone) ? null : steps
}

export function FirstSteps({ steps }: { readonly steps: readonly Step[] }) {
  const next = steps.findIndex(({ isDone }) => !isDone)
  return (
    <Box
      component="ol"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper'
      }}
    >
      {steps.map(({ words, why, isDone, may, verb, screen }, position) => (
        <Box
          component="li"
          key={words}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 4,
            px: 4,
            py: 3,
            borderTop: position === 0 ? 0 : 1,
            borderColor: 'divider'
          }}
        >
          <Box aria-hidden="true" sx={{ typography: 'h2', width: 20, color: isDone ? 'sound.text' : 'text.secondary' }}>
            {isDone ? '✓' : position + 1}
          </Box>
          <Box sx={{ flex: '1 1 320px' }}>
            <Box sx={{ fontWeight: position === next ? 600 : 400 }}>
              {words}
              {isDone ? (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  (done)
                </Box>
              ) : null}
            </Box>
            {isDone ? null : <Box sx={{ color: 'text.secondary' }}>{why}</Box>}
          </Box>
          {position === next ? (
            may ? (
              <Button variant="contained" onClick={() => go({ screen })}>
                {verb}
              </Button>
            ) : (
              <Box sx={{ color: 'text.secondary' }}>Another operator does this step.</Box>
            )
          ) : null}
        </Box>
      ))}
    </Box>
  )
}

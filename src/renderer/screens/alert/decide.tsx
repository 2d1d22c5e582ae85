/** The decisions on alerts with their keys: confirm into a case, dismiss, undo the last; the same in queue and page. */
import { useState } from 'react'
import type { AlertRow } from '../../../shared/contract/alert.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { useKeys } from '../../keys.ts'
import { CaseDialog } from './case-dialog.tsx'
import { DismissDialog } from './dismiss-dialog.tsx'

/** `targets` are the alerts that a decision would be about now; `onDecided` moves on. */
export function useDecide(targets: readonly AlertRow[], onDecided: (ids: readonly number[]) => void) {
  const [deciding, setDeciding] = useState<{
    readonly kind: 'dismiss' | 'confirm'
    readonly alerts: readonly AlertRow[]
  } | null>(null)
  const undoing = useChange('alert.undoLast')
  const undo = () => {
    if (!undoing.isPending)
      undoing.mutate({}, { onSuccess: ({ says }) => tell({ says }), onError: ({ message }) => tell({ says: message }) })
  }
  const open = targets.filter(({ status }) => status === 'needs-review')
  const start = (kind: 'dismiss' | 'confirm') => {
    if (open.length > 0) setDeciding({ kind, alerts: open })
    else if (targets.length > 0)
      tell({ says: 'This alert is already decided. To decide again, undo its decision first.' })
  }
  const group = 'Decide'
  useKeys([
    { group, keys: 'c', says: 'Confirm into a case', isHinted: true, run: () => start('confirm') },
    { group, keys: 'd', says: 'Dismiss with a reason', isHinted: true, run: () => start('dismiss') },
    { group, keys: 'u', says: 'Undo my last decision', isHinted: true, run: undo }
  ])
  const finish = (says: string) => {
    const ids = (deciding?.alerts ?? []).map(({ id }) => id)
    setDeciding(null)
    tell({ says, action: { label: 'Undo', keys: 'u', run: undo } })
    onDecided(ids)
  }
  const close = () => setDeciding(null)
  const dialog =
    deciding === null ? null : deciding.kind === 'dismiss' ? (
      <DismissDialog alerts={deciding.alerts} onDone={finish} onClose={close} />
    ) : (
      <CaseDialog alerts={deciding.alerts} onDone={finish} onClose={close} />
    )
  return {
    dialog,
    canDecide: open.length > 0,
    startConfirm: () => start('confirm'),
    startDismiss: () => start('dismiss'),
    undo
  }
}

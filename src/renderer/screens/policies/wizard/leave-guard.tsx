/** Asks before work that is not stored is left behind; locking the workspace asks nothing. */
import { useEffect, useState } from 'react'
import { useLeaveGuard } from '../../../navigation.ts'
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx'

export function LeaveGuard({ isActive }: { readonly isActive: boolean }) {
  const [wanted, setWanted] = useState<{ readonly leave: () => void } | null>(null)
  useEffect(() => {
    if (!isActive) return undefined
    useLeaveGuard.setState({ guard: (leave) => setWanted({ leave }) })
    return () => useLeaveGuard.setState({ guard: null })
  }, [isActive])
  if (wanted === null) return null
  return (
    <ConfirmDialog
      title="Leave without saving?"
      verb="Leave"
      onConfirm={() => {
        useLeaveGuard.setState({ guard: null })
        wanted.leave()
      }}
      onClose={() => setWanted(null)}
    >
      What you have set in these steps is not stored yet and would be lost.
    </ConfirmDialog>
  )
}

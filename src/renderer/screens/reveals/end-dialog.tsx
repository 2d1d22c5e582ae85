/** Ends a request or a grant before its time. It cannot be taken back: whoever needs the name again asks again. */
import Box from '@mui/material/Box'
import type { RevealRow } from '../../../shared/contract/reveal.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'

export function EndDialog({ reveal, onClose }: { readonly reveal: RevealRow; readonly onClose: () => void }) {
  const withdraw = useChange('reveal.withdraw')
  const isGranted = reveal.status === 'granted'
  const confirm = () =>
    withdraw.mutate(
      { id: reveal.id },
      {
        onSuccess: () => {
          tell({ says: isGranted ? 'The reveal is ended.' : 'The request is ended.' })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title={isGranted ? 'End this reveal' : 'End this request'}
      verb="End it"
      isBusy={withdraw.isPending}
      failure={withdraw.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box>
        {isGranted ? 'The name of ' : 'The request for the name of '}
        <PseudonymChip pseudonym={reveal.pseudonym} />
        {isGranted ? ' is shown to nobody any more.' : ' needs no answer any more.'} Whoever needs the name later asks
        again, with a reason. The ledger keeps this one.
      </Box>
    </ConfirmDialog>
  )
}

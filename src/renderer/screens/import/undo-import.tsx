/** Asks before an import is undone: says what goes, what stays, and that the file itself is not touched. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../../shared/contract/import.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'

export function UndoImport({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const undo = useChange('import.undo')
  const confirm = () =>
    undo.mutate(
      { id: receipt.id },
      {
        onSuccess: ({ removedActivities, removedHrEvents }) => {
          tell({
            says: `Import undone: ${writeCount(removedActivities)} activities and ${writeCount(removedHrEvents)} personnel events removed.`
          })
          onClose()
        }
      }
    )
  return (
    <ConfirmDialog
      title="Undo this import"
      verb="Undo the import"
      isBusy={undo.isPending}
      failure={undo.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>
          The {writeCount(receipt.kept)} rows kept from <MaskedText text={receipt.path} /> will be removed from the
          workspace.
        </span>
        <span>
          The file on your disk is not touched; this receipt and the audit log stay. You can import the file again.
        </span>
      </Box>
    </ConfirmDialog>
  )
}

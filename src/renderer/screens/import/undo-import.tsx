/** Asks before an import is undone: says what goes, what stays, and that the file itself is not touched. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Receipt } from '../../../shared/contract/import.ts'
import { useChange } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { FilePath } from '../imports/file-path.tsx'

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
      <Box sx={{ display: 'grid', gap: 3 }}>
        <FilePath path={receipt.path} />
        <Effect title="Goes">
          <li>
            what only this file brought, out of the <b>{writeCount(receipt.kept)}</b>{' '}
            {receipt.kept === 1 ? 'row' : 'rows'} kept from it, with the original records
          </li>
          <li>its rejected rows; the receipt keeps how many there were</li>
          <li>the share of it in scores, and in alerts that nobody has decided on; alerts left with nothing go</li>
        </Effect>
        <Effect title="Stays">
          <li>what another import brought too</li>
          <li>
            alerts that were confirmed or dismissed, and cases, with a note in their decisions that this import was
            undone
          </li>
          <li>this receipt and the audit log</li>
          <li>the file on your disk; you can import it again</li>
        </Effect>
      </Box>
    </ConfirmDialog>
  )
}

function Effect({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box>
      <b>{title}</b>
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {children}
      </Box>
    </Box>
  )
}

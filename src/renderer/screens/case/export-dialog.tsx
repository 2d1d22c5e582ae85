/** Writes the case as a bundle for others to check; the folder is chosen in the system's dialog and stays in the engine. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { useChange } from '../../desk.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Facts } from '../../parts/facts.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { writeSize } from '../activities/size.ts'

export function ExportDialog({ caseId, onClose }: { readonly caseId: number; readonly onClose: () => void }) {
  const exporting = useChange('export.case')
  if (exporting.data !== undefined && !exporting.data.wasCancelled)
    return <Exported bundle={exporting.data} onClose={onClose} />
  return (
    <ConfirmDialog
      title="Export this case as a bundle"
      verb="Choose a folder…"
      isBusy={exporting.isPending}
      failure={exporting.error}
      onConfirm={() => exporting.mutate({ caseId, ticket: null })}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>
          The bundle holds the alerts, activities, notes and history of this case, with checksums. It can be checked
          without Inward.
        </span>
        <span>
          People stay pseudonyms in it. The export is written down in the audit log and as a note of the case.
        </span>
        {exporting.data?.wasCancelled === true ? (
          <Box role="status">No folder was chosen; nothing was written.</Box>
        ) : null}
      </Box>
    </ConfirmDialog>
  )
}

function Exported({ bundle, onClose }: { readonly bundle: ResponseOf<'export.case'>; readonly onClose: () => void }) {
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>The bundle is written</DialogTitle>
      <DialogContent>
        <Facts
          facts={[
            ['Bundle', bundle.bundle],
            ['Holds', `${writeCount(bundle.files)} files, ${writeSize(bundle.bytes)}`],
            ['Redacted', `${writeCount(bundle.redacted)} places`],
            ['SHA-256', <code key="hash">{bundle.sha256}</code>]
          ]}
        />
        <Box sx={{ mt: 3, color: 'text.secondary' }}>
          Hand the checksum over apart from the bundle, so that the reviewer can tell that nothing was changed on the
          way.
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  )
}

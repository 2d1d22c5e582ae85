/** The way out of a refused file and of rejected rows: the same file once more, with what its columns mean. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Receipt } from '../../../shared/contract/import.ts'
import { useChange } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useMay } from '../../workspace.ts'
import { IntakeDialog } from '../imports/intake-dialog.tsx'
import { useImportsTab } from '../imports/state.ts'

/** From this share on it is the file that was misunderstood, and not some of its rows. */
const MANY = 0.2

export const isMisread = ({ status, rowsRead, rejected }: Receipt): boolean =>
  status === 'refused' || (rowsRead > 0 && rejected / rowsRead >= MANY)

interface MapAgainProps {
  readonly receipt: Receipt
  readonly variant?: 'contained' | 'outlined'
}

/** Nothing for those who may not import. */
export function MapAgain({ receipt, variant = 'outlined' }: MapAgainProps) {
  const mayImport = useMay('import.start')
  const again = useChange('import.again')
  const [isClosed, setClosed] = useState(false)
  if (!mayImport) return null
  const ask = () => {
    setClosed(false)
    again.mutate({ id: receipt.id })
  }
  return (
    <Box>
      <Button
        variant={variant}
        disabled={again.isPending}
        onClick={ask}
        title="Say what each column of this file means, and import it again"
      >
        Map this…
      </Button>
      <FailureNote failure={again.error} />
      {again.data === undefined || isClosed ? null : (
        <IntakeDialog
          key={again.data.ticket}
          ticket={again.data.ticket}
          files={[again.data.file]}
          firstStep="map"
          onClose={() => setClosed(true)}
          onStarted={() => {
            useImportsTab.setState({ tab: 'receipts' })
            go({ screen: 'imports' })
          }}
        />
      )}
    </Box>
  )
}

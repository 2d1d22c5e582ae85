/** The sum of a receipt, written out: read = kept + duplicate + rejected + ignored. Says so when it does not add up. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../shared/contract/import.ts'

type Sum = Pick<Receipt, 'rowsRead' | 'kept' | 'duplicate' | 'rejected' | 'ignored'>

export function ReceiptSum({ receipt }: { readonly receipt: Sum }) {
  const isSound = receipt.rowsRead === receipt.kept + receipt.duplicate + receipt.rejected + receipt.ignored
  return (
    <Box component="span" sx={{ whiteSpace: 'normal' }}>
      <b>{writeCount(receipt.rowsRead)}</b> rows read = <b>{writeCount(receipt.kept)}</b> kept +{' '}
      {writeCount(receipt.duplicate)} duplicate + {writeCount(receipt.rejected)} rejected +{' '}
      {writeCount(receipt.ignored)} left out{' '}
      <Box component="span" sx={{ color: isSound ? 'sound.text' : 'error.main', fontWeight: 600 }}>
        {isSound ? '✓ adds up' : '✗ does not add up'}
      </Box>
    </Box>
  )
}

/** `2 311`: thin spaces between thousands, read alike in every country. */
export const writeCount = (value: number) => value.toLocaleString('en-GB').replaceAll(',', '\u202f')

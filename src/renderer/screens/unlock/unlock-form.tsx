/** Opens an existing workspace. A wrong passphrase says so, keeps the name, and takes the operator back to the field. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { useChange } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { OperatorField, PassphraseField } from './fields.tsx'

export function UnlockForm({ name }: { readonly name: string }) {
  const [operator, setOperator] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const passphraseInput = useRef<HTMLInputElement>(null)
  const unlock = useChange('workspace.unlock')
  const isReady = operator.trim() !== '' && passphrase !== '' && !unlock.isPending
  const submit = () => {
    if (!isReady) return
    unlock.mutate(
      { operator, passphrase },
      {
        onError: () => {
          setPassphrase('')
          passphraseInput.current?.focus()
        }
      }
    )
  }
  return (
    <Box
      component="form"
      aria-label={`Unlock ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      <OperatorField value={operator} onChange={setOperator} hasFocus />
      <PassphraseField
        value={passphrase}
        onChange={setPassphrase}
        inputRef={passphraseInput}
        isWrong={unlock.error?.failure.code === 'wrong-passphrase'}
      />
      <FailureNote failure={unlock.error} />
      <Button type="submit" variant="contained" size="medium" disabled={!isReady}>
        {unlock.isPending ? 'Unlocking…' : 'Unlock'}
      </Button>
      <Box role="status" sx={{ color: 'text.secondary', typography: 'caption', minHeight: '1.4em' }}>
        {unlock.isPending ? 'Making a key from a passphrase takes about a second, on purpose.' : ''}
      </Box>
    </Box>
  )
}

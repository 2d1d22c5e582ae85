/** Makes a new encrypted workspace in the chosen empty folder, with or without invented data. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useState } from 'react'
import { useChange } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { OperatorField, PassphraseField } from './fields.tsx'
import { judgePassphrase } from './passphrase.ts'

export function CreateForm({ name }: { readonly name: string }) {
  const [operator, setOperator] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [hasSample, setSample] = useState(false)
  const create = useChange('workspace.create')
  const judgement = judgePassphrase(passphrase)
  const isSame = passphrase === again
  const isReady = operator.trim() !== '' && judgement.isEnough && isSame && !create.isPending
  const submit = () => {
    if (isReady) create.mutate({ operator, passphrase, sample: hasSample })
  }
  return (
    <Box
      component="form"
      aria-label={`Create ${name}`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      sx={{ display: 'grid', gap: 4 }}
    >
      <OperatorField
        value={operator}
        onChange={setOperator}
        hasFocus
        helper="Stands beside everything you do, in the audit log too."
      />
      <PassphraseField value={passphrase} onChange={setPassphrase} helper={judgement.says} />
      <PassphraseField
        label="The same passphrase again"
        value={again}
        onChange={setAgain}
        isWrong={again !== '' && !isSame}
        helper={again !== '' && !isSame ? 'The two do not match yet.' : ' '}
      />
      <FormControlLabel
        control={<Checkbox checked={hasSample} onChange={(_, isChecked) => setSample(isChecked)} />}
        label="With sample data: an invented company to try everything on"
      />
      <Box sx={{ color: 'text.secondary' }}>
        Write the passphrase down and keep it away from this computer. Nobody can open the workspace without it, and
        there is no way to reset it.
      </Box>
      <FailureNote failure={create.error} />
      <Button type="submit" variant="contained" size="medium" disabled={!isReady}>
        {create.isPending ? 'Creating…' : 'Create the workspace'}
      </Button>
      <Box role="status" sx={{ color: 'text.secondary', typography: 'caption', minHeight: '1.4em' }}>
        {create.isPending && hasSample ? 'Importing and scoring the sample takes up to a minute.' : ''}
      </Box>
    </Box>
  )
}

/** The two fields that open a workspace. Nothing is filled in beforehand, nothing is kept afterwards. */
import Button from '@mui/material/Button'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useState, type Ref } from 'react'

interface FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly helper?: string
  readonly isWrong?: boolean
  readonly hasFocus?: boolean
  readonly label?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

export function OperatorField({ value, onChange, helper, hasFocus = false, label = 'Your operator name' }: FieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText={helper}
      autoFocus={hasFocus}
      autoComplete="off"
      slotProps={{ htmlInput: { required: true, maxLength: 60, spellCheck: false } }}
    />
  )
}

export function PassphraseField({
  value,
  onChange,
  helper,
  isWrong = false,
  label = 'Passphrase',
  inputRef
}: FieldProps) {
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      label={label}
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText={helper}
      error={isWrong}
      inputRef={inputRef}
      autoComplete="off"
      slotProps={{
        htmlInput: { required: true, maxLength: 400, spellCheck: false },
        formHelperText: { 'aria-live': 'polite' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <Button onClick={() => setShown(!isShown)} aria-pressed={isShown} aria-label={`Show: ${label}`}>
                {isShown ? 'Hide' : 'Show'}
              </Button>
            </InputAdornment>
          )
        }
      }}
    />
  )
}

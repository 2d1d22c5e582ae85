/** Fields of the wizard: a number that may be wrong while it is typed, and a list written one entry a line. */
import TextField from '@mui/material/TextField'
import { useState } from 'react'

interface NumberFieldProps {
  readonly label: string
  /** Not a number while the field is empty or wrong. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly lowest?: number
  readonly highest?: number
  readonly width?: number
  /** Said to those who listen where the label alone would be the same in many rows. */
  readonly fullLabel?: string
  /** Then empty is right, and this holds instead. */
  readonly whenEmpty?: number
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, lowest = 1, highest, width = 96, fullLabel, whenEmpty } = props
  const [typed, setTyped] = useState(Number.isNaN(value) ? '' : String(value))
  const isEmptyRight = whenEmpty !== undefined && typed.trim() === ''
  return (
    <TextField
      label={label}
      value={typed}
      fullWidth={false}
      placeholder={whenEmpty === undefined ? '' : String(whenEmpty)}
      error={!isEmptyRight && (!(value >= lowest) || (highest !== undefined && value > highest))}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value.trim() === '' ? Number.NaN : Number(event.target.value))
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: 'decimal', ...(fullLabel === undefined ? {} : { 'aria-label': fullLabel }) }
      }}
      sx={{ width }}
    />
  )
}

interface LinesFieldProps {
  readonly label: string
  readonly hint: string
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
  readonly isWrong?: boolean
}

/** Keeps the text as typed, with its empty lines, and hands on the entries. */
export function LinesField({ label, hint, values, onChange, isWrong = false }: LinesFieldProps) {
  const [typed, setTyped] = useState(values.join('\n'))
  return (
    <TextField
      label={label}
      multiline
      rows={3}
      value={typed}
      error={isWrong}
      helperText={hint}
      sx={{ '& textarea': { resize: 'vertical' } }}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(entriesOf(event.target.value))
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  )
}

/** Entries of a text, one a line, each once. */
export function entriesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '')
}

/** A few exclusive choices side by side, as a filter of a list; `null` stands for all. */
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value | null; readonly words: string }[]
  readonly onChange: (value: Value | null) => void
}

const ALL = 'all'

export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <ToggleButtonGroup
      exclusive
      aria-label={label}
      value={value ?? ALL}
      onChange={(_, wanted) => {
        const option = options.find((each) => (each.value ?? ALL) === wanted)
        if (option !== undefined) onChange(option.value)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value ?? ALL} value={option.value ?? ALL}>
          {option.words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** Lists of one section as tabs with their counts; one is shown. */
import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, type ReactNode } from 'react'
import { writeCount } from '../../parts/receipt-sum.tsx'

interface ListTabsProps<Key extends string> {
  readonly label: string
  readonly lists: readonly { readonly key: Key; readonly words: string; readonly count: number }[]
  readonly current: Key
  readonly onChange: (key: Key) => void
  readonly children: ReactNode
}

export function ListTabs<Key extends string>({ label, lists, current, onChange, children }: ListTabsProps<Key>) {
  const id = useId()
  return (
    <>
      <Tabs
        value={current}
        onChange={(_, wanted: Key) => onChange(wanted)}
        aria-label={label}
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 3 }}
      >
        {lists.map(({ key, words, count }) => (
          <Tab
            key={key}
            value={key}
            label={`${words} (${writeCount(count)})`}
            id={`${id}-${key}`}
            aria-controls={`${id}-panel`}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </Box>
    </>
  )
}

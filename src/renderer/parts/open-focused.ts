/** The key `o` opens the row under the keyboard, in every list whose rows lead to a page; spread the answer into the table. */
import { useRef } from 'react'
import { useKeys } from '../keys.ts'

interface Opening<Row> {
  readonly onFocus: (row: Row) => void
  readonly onPress: (row: Row) => void
  readonly onOpen: (row: Row) => void
}

/** `remember` is told of every row that the keyboard comes to. */
export function useOpenFocused<Row>(
  group: string,
  open: (row: Row) => void,
  remember?: (row: Row) => void
): Opening<Row> {
  const focused = useRef<Row | null>(null)
  const openFocused = () => {
    if (focused.current !== null) open(focused.current)
  }
  useKeys([{ group, keys: 'o', says: 'Open the row', isHinted: true, run: openFocused }])
  return {
    onFocus: (row) => {
      focused.current = row
      remember?.(row)
    },
    onPress: open,
    onOpen: open
  }
}

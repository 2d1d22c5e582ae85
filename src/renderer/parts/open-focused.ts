/** The key `o` opens the row under the keyboard, in every list whose rows lead to a page. */
import { useRef } from 'react'
import { useKeys } from '../keys.ts'

export function useOpenFocused<Row>(
  group: string,
  open: (row: Row) => void
): { readonly onFocus: (row: Row) => void; readonly onPress: (row: Row) => void; readonly onOpen: (row: Row) => void } {
  const focused = useRef<Row | null>(null)
  const openFocused = () => {
    if (focused.current !== null) open(focused.current)
  }
  useKeys([{ group, keys: 'o', says: 'Open the row', isHinted: true, run: openFocused }])
  return {
    onFocus: (row) => {
      focused.current = row
    },
    onPress: open,
    onOpen: open
  }
}

/** Which of the schemes and sizes the window wears. Follows the system until the operator picks; forgotten at exit. */
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { create } from 'zustand'
import { themes, type Scheme } from './theme.ts'

export const LOOKS = ['system', 'light', 'dark', 'contrast'] as const
export type LookChoice = (typeof LOOKS)[number]

export const useLook = create<{ choice: LookChoice; isComfortable: boolean }>(() => ({
  choice: 'system',
  isComfortable: false
}))

export function Look({ children }: { readonly children: ReactNode }) {
  const { choice, isComfortable } = useLook()
  const prefersContrast = useMedia('(prefers-contrast: more)')
  const prefersDark = useMedia('(prefers-color-scheme: dark)')
  const scheme: Scheme = choice !== 'system' ? choice : prefersContrast ? 'contrast' : prefersDark ? 'dark' : 'light'
  // All sizes are in rem: 13 px becomes 14 px when the root grows by 14/13.
  useEffect(() => {
    document.documentElement.style.fontSize = isComfortable ? `${(16 * 14) / 13}px` : '16px'
  }, [isComfortable])
  return (
    <ThemeProvider theme={themes[scheme]} storageManager={null}>
      <CssBaseline />
      {children}
    </ThemeProvider>
  )
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = mediaOf(query)
      list?.addEventListener('change', changed)
      return () => list?.removeEventListener('change', changed)
    },
    () => mediaOf(query)?.matches ?? false
  )
}

const mediaOf = (query: string) => (typeof window.matchMedia === 'function' ? window.matchMedia(query) : null)

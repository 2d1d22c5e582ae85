/** Where the operator is and how they came there. Knows no screens, only their names. */
import type { Pseudonym } from '../shared/domain/pseudonym.ts'
import { createUntilLock } from './memory.ts'

export type ListScreen = 'overview' | 'alerts' | 'cases' | 'people' | 'policies' | 'imports' | 'audit' | 'settings'

export type Place =
  | { readonly screen: ListScreen }
  | { readonly screen: 'alert' | 'case' | 'import'; readonly id: number }
  | { readonly screen: 'person'; readonly pseudonym: Pseudonym }

/** The list that a page belongs to; the navigation marks it. */
export function listOf(place: Place): ListScreen {
  const { screen } = place
  if (screen === 'alert') return 'alerts'
  if (screen === 'case') return 'cases'
  if (screen === 'import') return 'imports'
  return screen === 'person' ? 'people' : screen
}

interface Navigation {
  readonly place: Place
  readonly past: readonly Place[]
  go(place: Place): void
  /** To the place before; to the page's own list when there is none. */
  back(): void
}

// Longer than anyone goes back by hand.
const MAX_PAST = 50

export const useNavigation = createUntilLock<Navigation>((set) => ({
  place: { screen: 'overview' },
  past: [],
  go: (place) =>
    set((now) => (isSame(now.place, place) ? now : { place, past: [...now.past, now.place].slice(-MAX_PAST) })),
  back: () => set((now) => ({ place: now.past.at(-1) ?? { screen: listOf(now.place) }, past: now.past.slice(0, -1) }))
}))

/** For callers outside of React, and for handlers that need no re-render. */
export const go = (place: Place): void => useNavigation.getState().go(place)
export const back = (): void => useNavigation.getState().back()

function isSame(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

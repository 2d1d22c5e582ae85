/** Where the operator is and how they came there. Knows no screens, only their names. */
import type { TemplateId } from '../shared/domain/policy.ts'
import type { Pseudonym } from '../shared/domain/pseudonym.ts'
import { createUntilLock } from './memory.ts'

export type ListScreen =
  | 'overview'
  | 'alerts'
  | 'cases'
  | 'reveals'
  | 'people'
  | 'policies'
  | 'catalogue'
  | 'analytics'
  | 'imports'
  | 'audit'
  | 'settings'

export type Place =
  | { readonly screen: ListScreen }
  | { readonly screen: 'alert' | 'case' | 'import'; readonly id: number }
  | { readonly screen: 'person'; readonly pseudonym: Pseudonym }
  | { readonly screen: 'policy' | 'policy-edit' | 'policy-copy' | 'policy-backtest'; readonly id: number }
  /** With the template that something else suggests, or none. */
  | { readonly screen: 'policy-new'; readonly template: TemplateId | null }

/** The list that a page belongs to; the navigation marks it. */
export function listOf(place: Place): ListScreen {
  const { screen } = place
  if (screen === 'alert') return 'alerts'
  if (screen === 'case') return 'cases'
  if (screen === 'import') return 'imports'
  if (
    screen === 'policy' ||
    screen === 'policy-new' ||
    screen === 'policy-edit' ||
    screen === 'policy-copy' ||
    screen === 'policy-backtest'
  )
    return 'policies'
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
export const go = (place: Place): void => leave(() => useNavigation.getState().go(place))
export const back = (): void => leave(() => useNavigation.getState().back())

/** Puts the place in the stead of the present one, so that going back does not lead to what is done with. */
export function replace(place: Place): void {
  const { past } = useNavigation.getState()
  const last = past.at(-1)
  useNavigation.setState({ place, past: last !== undefined && isSame(last, place) ? past.slice(0, -1) : past })
}

type Guard = (leave: () => void) => void
/** A page with work that would be lost asks before it is left; null where leaving costs nothing. */
export const useLeaveGuard = createUntilLock<{ readonly guard: Guard | null }>(() => ({ guard: null }))

function leave(move: () => void): void {
  const { guard } = useLeaveGuard.getState()
  if (guard === null) move()
  else guard(move)
}

function isSame(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

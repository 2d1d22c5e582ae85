/** View state lives in memory and ends with the lock: every store made here is emptied when the workspace is locked. */
import { create, type StateCreator } from 'zustand'

const resets = new Set<() => void>()

/** A zustand store that is put back to its first state by `forgetEverything`. */
export function createUntilLock<State extends object>(initial: StateCreator<State>) {
  const store = create<State>(initial)
  resets.add(() => store.setState(store.getInitialState(), true))
  return store
}

export function forgetEverything(): void {
  for (const reset of resets) reset()
}

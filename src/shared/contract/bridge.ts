/** What the preload puts on `window.inward`: one way to ask, one way to hear that something changed. */
import type { Changed } from './index.ts'

export interface Bridge {
  /** Answers an `Outcome` of the named operation; the caller's typed client knows its shape. */
  invoke(name: string, request: unknown): Promise<unknown>
  /** Returns the function that stops listening. */
  onChanged(listener: (changed: Changed) => void): () => void
}

declare global {
  interface Window {
    readonly inward: Bridge
  }
}

/** The present moment for words like "3 hours ago": one clock for all of them, ticking slowly, read outside of drawing. */
import { useSyncExternalStore } from 'react'

// Relative words are no finer than minutes.
const TICK_MS = 30_000

/** Changes every half minute at most. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => nowMs)
}

let nowMs = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    nowMs = Date.now()
    timer = setInterval(tick, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick() {
  nowMs = Date.now()
  for (const listener of listeners) listener()
}

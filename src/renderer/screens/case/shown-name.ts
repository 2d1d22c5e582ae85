/**
 * Holds a name while it is shown, in this component's memory and nowhere else: the answer is taken out of the cache of the
 * change at once, and everything goes with the component, with the end of the grant, and after five minutes.
 */
import { useEffect, useState } from 'react'
import type { Revealed } from '../../../shared/contract/reveal.ts'
import { useChange, type DeskFailure } from '../../desk.ts'

/** Long enough to read, to write down and to dial; short enough for a desk that was left. */
export const SHOWN_MINUTES = 5
const MINUTE_MS = 60_000
// A timer for the whole time would stand still while the machine sleeps; this one looks at the clock.
const LOOK_MS = 1000

interface Shown {
  readonly revealed: Revealed
  readonly sinceMs: number
  readonly closesAtMs: number
  readonly minutesLeft: number
}

interface ShownName {
  readonly shown: Shown | null
  readonly failure: DeskFailure | null
  readonly isPending: boolean
  readonly show: () => void
  readonly hide: () => void
}

export function useShownName(id: number): ShownName {
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<DeskFailure | null>(null)
  const ask = useChange('reveal.show')
  const isShown = shown !== null
  useEffect(() => {
    if (!isShown) return undefined
    const timer = setInterval(() => setShown((now) => (now === null ? null : lookAt(now, Date.now()))), LOOK_MS)
    return () => clearInterval(timer)
  }, [isShown])
  return {
    shown,
    failure,
    isPending: ask.isPending,
    show: () => {
      setFailure(null)
      ask.mutate(
        { id },
        {
          onSuccess: (revealed) => setShown(beginAt(revealed, Date.now())),
          onError: setFailure,
          onSettled: () => ask.reset()
        }
      )
    },
    hide: () => setShown(null)
  }
}

function beginAt(revealed: Revealed, nowMs: number): Shown | null {
  const closesAtMs = Math.min(revealed.expiresAtMs, nowMs + SHOWN_MINUTES * MINUTE_MS)
  return lookAt({ revealed, sinceMs: nowMs, closesAtMs, minutesLeft: 0 }, nowMs)
}

/** Null when its time is over, or when the clock was set back and tells nothing any more. */
function lookAt(shown: Shown, nowMs: number): Shown | null {
  if (nowMs >= shown.closesAtMs || nowMs < shown.sinceMs) return null
  const minutesLeft = Math.ceil((shown.closesAtMs - nowMs) / MINUTE_MS)
  return minutesLeft === shown.minutesLeft ? shown : { ...shown, minutesLeft }
}

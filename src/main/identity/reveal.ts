/** When a name may be shown: the rules of time and of the two operators, apart from where requests are kept. */
import type { RevealStatus } from '../../shared/contract/reveal.ts'

const HOUR_MS = 3_600_000
/** An approver who answers later would answer another question than the one that was asked. */
const LAPSES_AFTER_MS = 14 * 24 * HOUR_MS

export interface RevealTimes {
  readonly status: 'requested' | 'granted' | 'refused' | 'withdrawn'
  readonly requestedMs: number
  readonly expiresMs: number | null
}

export function revealStatus({ status, requestedMs, expiresMs }: RevealTimes, nowMs: number): RevealStatus {
  if (status === 'granted') return expiresMs !== null && nowMs < expiresMs ? 'granted' : 'expired'
  if (status === 'requested') return nowMs - requestedMs < LAPSES_AFTER_MS ? 'requested' : 'lapsed'
  return status
}

export function expiryOf(decidedMs: number, hours: number): number {
  return decidedMs + hours * HOUR_MS
}

/** Names of operators are one whatever their case, as they are when unlocking. */
export function isSameOperator(one: string, other: string): boolean {
  const folded = (name: string): string => name.normalize('NFKC').toLowerCase()
  return folded(one) === folded(other)
}

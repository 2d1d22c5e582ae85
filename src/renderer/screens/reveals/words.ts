/** Requests for a name in words, and which of them is whose. A grant is over by the window's clock too, not only by the engine's. */
import type { RevealRow, RevealStatus } from '../../../shared/contract/reveal.ts'

export const REVEAL_WORDS: Readonly<Record<RevealStatus, string>> = {
  requested: 'Waiting',
  granted: 'Granted',
  refused: 'Refused',
  withdrawn: 'Ended',
  expired: 'Time over',
  lapsed: 'Never answered'
}

/** The list may be older than the moment at which a grant ended. */
export function statusAt({ status, expiresAtMs }: RevealRow, nowMs: number): RevealStatus {
  return status === 'granted' && (expiresAtMs === null || nowMs >= expiresAtMs) ? 'expired' : status
}

export const isOpen = (status: RevealStatus): boolean => status === 'requested' || status === 'granted'

/** As the engine compares operators: capital letters make no other one. */
export function isOf(operator: string | null, name: string): boolean {
  const folded = (each: string) => each.normalize('NFKC').toLowerCase()
  return operator !== null && folded(operator) === folded(name)
}

/** `24 hours`, `3 days`. */
export function writeHours(hours: number): string {
  if (hours > 24 && hours % 24 === 0) return `${hours / 24} days`
  return hours === 1 ? '1 hour' : `${hours} hours`
}

export const writeTimes = (times: number): string =>
  times === 0 ? 'never' : times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`

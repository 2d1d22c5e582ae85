/**
 * Finds mail addresses and guest names in a text, each unit looked at a fixed number of times however many signs stand
 * in a row. Says where they are, not whose they are.
 */
import { APOSTROPHE, BLANK, SEPARATOR, WORD } from './character.ts'
import { foldedOf } from './reading.ts'
import type { Reading } from './reading.ts'

export interface AddressSpan {
  readonly start: number
  /** Where the part before the sign ends. */
  readonly localEnd: number
  /** First unit of the domain; equal to `end` for a guest name, whose domain is inside its local part. */
  readonly domainStart: number
  readonly end: number
  readonly isGuest: boolean
}

const AT = 0x40
const HASH = 0x23
const DOT = 0x2e
const HYPHEN = 0x2d
const PLUS = 0x2b
const UNDERSCORE = 0x5f
const GUEST_MARK = '#ext#'

/** In order, never overlapping. An address needs a domain with a dot: `app@sharepoint` is nobody's. */
export function findAddresses(reading: Reading): AddressSpan[] {
  const spans: AddressSpan[] = []
  let floor = 0
  for (const sign of reading.signs) {
    if (sign < floor) continue
    const isGuest = reading.codes[sign] === HASH
    if (isGuest && foldedOf(reading, sign, Math.min(sign + GUEST_MARK.length, reading.length)) !== GUEST_MARK) continue
    const start = localStart(reading, sign, floor)
    const span = start === sign ? null : isGuest ? guestSpan(reading, start, sign) : addressSpan(reading, start, sign)
    if (span !== null) spans.push(span)
    floor = span?.end ?? sign + 1
  }
  return spans
}

function localStart(reading: Reading, sign: number, floor: number): number {
  let start = sign
  while (start > floor && isLocal(reading, start - 1)) start -= 1
  // A quote, dash or dot before an address is no part of it.
  while (start < sign && ((reading.traits[start] ?? 0) & WORD) === 0) start += 1
  return start
}

function isLocal(reading: Reading, at: number): boolean {
  const traits = reading.traits[at] ?? 0
  if ((traits & (WORD | APOSTROPHE)) !== 0) return true
  if ((traits & SEPARATOR) === 0 || (traits & BLANK) !== 0) return false
  const code = reading.codes[at]
  return code === DOT || code === HYPHEN || code === PLUS || code === UNDERSCORE
}

function addressSpan(reading: Reading, start: number, sign: number): AddressSpan | null {
  const end = domainEnd(reading, sign + 1)
  if (end === null) return null
  // logo@2x.png is a picture for sharp screens.
  if (/^\d+x\./.test(foldedOf(reading, sign + 1, Math.min(sign + 5, end)))) return null
  return { start, localEnd: sign, domainStart: sign + 1, end, isGuest: false }
}

/** name_domain#EXT#@tenant, with or without the tenant. */
function guestSpan(reading: Reading, start: number, mark: number): AddressSpan {
  const after = mark + GUEST_MARK.length
  const end = reading.codes[after] === AT && after < reading.length ? (domainEnd(reading, after + 1) ?? after) : after
  return { start, localEnd: mark, domainStart: end, end, isGuest: true }
}

/** Where the domain that starts here ends; null when what starts here is no domain. */
export function domainEnd(reading: Reading, from: number): number | null {
  let end = from
  let lastDot = -1
  while (end < reading.length) {
    const code = reading.codes[end]
    const isPart = ((reading.traits[end] ?? 0) & WORD) !== 0
    if (!isPart && code !== DOT && code !== HYPHEN) break
    // Two dots or a dot at the front end the domain.
    if (code === DOT && (end === from || reading.codes[end - 1] === DOT)) break
    end += 1
  }
  while (end > from && ((reading.traits[end - 1] ?? 0) & WORD) === 0) end -= 1
  for (let at = from; at < end; at += 1) if (reading.codes[at] === DOT) lastDot = at
  if (lastDot < 0) return null
  const top = foldedOf(reading, lastDot + 1, end)
  return /^(?:xn--[a-z0-9-]+|\p{L}{2,})$/u.test(top) ? end : null
}

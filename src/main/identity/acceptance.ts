/** What a spelling needs around it in running text before it counts as a name, by its weight. Looks, and changes nothing. */
import { BLANK, UPPER } from './character.ts'
import type { Accepts } from './lexicon.ts'
import { HARD, SOFT, borderAt, isWord } from './reading.ts'
import type { Reading } from './reading.ts'
import { isNameExpected } from './signal.ts'
import { LOOSE, NAME, PLAIN, SIGNALLED, TIED } from './weight.ts'

export function acceptsIn(reading: Reading): Accepts {
  return (weight, start, end) => {
    if (borderAt(reading, start) === SOFT || borderAt(reading, end) === SOFT) return (weight & LOOSE) !== 0
    if ((weight & PLAIN) !== 0) return true
    if ((weight & TIED) !== 0 && isTied(reading, start, end)) return true
    return (weight & SIGNALLED) !== 0 && isNameExpected(reading, start, end)
  }
}

/** Only a full name in a domain is somebody's; a last name may be a company's. */
export function acceptsFullNames(reading: Reading): Accepts {
  return (weight, _start, end) => (weight & NAME) !== 0 && borderAt(reading, end) === HARD
}

const DOT = 0x2e
const COMMA = 0x2c

/** will.young, W. Young, Young, Will and Will Young; not `will young`, `he will. Young`, `I will`. */
function isTied(reading: Reading, start: number, end: number): boolean {
  let gap = start
  while (gap < end && isWord(reading, gap)) gap += 1
  if (gap === end) return false
  let next = gap
  let hasBlank = false
  while (next < end && !isWord(reading, next)) {
    if (((reading.traits[next] ?? 0) & BLANK) !== 0) hasBlank = true
    next += 1
  }
  if (!hasBlank) return true
  if (!isCapitalised(reading, start, end)) return false
  const tie = reading.codes[gap]
  if (gap - start === 1) return tie === DOT
  const isInitialLast = next + 1 === end || !isWord(reading, next + 1)
  if (isInitialLast) return tie === COMMA
  return tie !== DOT
}

function isCapitalised(reading: Reading, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const isFirst = isWord(reading, at) && (at === start || !isWord(reading, at - 1))
    if (isFirst && ((reading.traits[at] ?? 0) & UPPER) === 0) return false
  }
  return true
}

/** Parts of a text and what stands in their place; everything between them is copied byte for byte. */
import { IDEOGRAPH, WORD } from './character.ts'
import type { Reading } from './reading.ts'

export interface Replacement {
  /** In units of the reading. */
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Rewritten {
  readonly text: string
  /** Words that had to be parted from a replacement. */
  readonly joints: number
}

/**
 * Replacements are in order and apart. Where one ends inside a written word (`JaneDoe2024`), an underscore parts them:
 * without it the pseudonym would read as another one.
 */
export function rewrite(
  reading: Reading,
  replacements: readonly Replacement[],
  from = 0,
  to = reading.length
): Rewritten {
  let text = ''
  let joints = 0
  let copied = reading.starts[from] ?? 0
  // Where the last replacement ended without being parted from what follows.
  let openEnd = -1
  for (const { start, end, text: replacement } of replacements) {
    const isPartedBefore = isJoining(reading, start - 1) || openEnd === start
    const isPartedAfter = isJoining(reading, end)
    joints += Number(isPartedBefore) + Number(isPartedAfter)
    text += reading.text.slice(copied, reading.starts[start])
    text += `${isPartedBefore ? '_' : ''}${replacement}${isPartedAfter ? '_' : ''}`
    copied = reading.starts[end] ?? reading.text.length
    openEnd = isPartedAfter ? -1 : end
  }
  return { text: text + reading.text.slice(copied, reading.starts[to]), joints }
}

/** A letter or digit that would be read as part of a word beside it; ideographs stand alone. */
function isJoining({ traits, length }: Reading, at: number): boolean {
  return at >= 0 && at < length && ((traits[at] ?? 0) & (WORD | IDEOGRAPH)) === WORD
}

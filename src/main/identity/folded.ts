/** Short texts in the form in which names are compared: folded words with single blanks between. Not for documents. */
import { APOSTROPHE, WORD } from './character.ts'
import { createReader, foldedOf } from './reading.ts'
import type { Reading } from './reading.ts'

/** Jane.O'Doe@Example.com gives `jane odoe example com`. */
export function phraseOf(text: string): string {
  const reading = read(text)
  return phraseIn(reading, 0, reading.length)
}

export function foldedWords(text: string): string[] {
  const phrase = phraseOf(text)
  return phrase === '' ? [] : phrase.split(' ')
}

/** Folded, with everything between the words kept. */
export function foldedText(text: string): string {
  const reading = read(text)
  return foldedOf(reading, 0, reading.length)
}

/** The phrase of a part of a longer text. */
export function phraseIn(reading: Reading, from: number, to: number): string {
  let phrase = ''
  let isGap = false
  for (let at = from; at < to; at += 1) {
    const traits = reading.traits[at] ?? 0
    if ((traits & WORD) !== 0) {
      if (isGap && phrase !== '') phrase += ' '
      phrase += String.fromCharCode(reading.codes[at] ?? 0)
      isGap = false
    } else if ((traits & APOSTROPHE) === 0) {
      isGap = true
    }
  }
  return phrase
}

// No reading leaves this file, so one reader serves all.
const read = createReader()

/**
 * What one character is for the search of names: its folded form (lower case, compatibility form, without marks) and
 * its traits. Computed once per character and kept in tables; knows nothing of words.
 */

export const WORD = 1
export const UPPER = 2
export const DIGIT = 4
/** Scripts that put no space between words: every character is a word of its own. */
export const IDEOGRAPH = 8
/** What may stand between the parts of a name; a run of them counts as one. */
export const SEPARATOR = 16
export const APOSTROPHE = 32
/** A separator that only separates; the others also tie the parts together. */
export const BLANK = 64

// Results of `fold`: either a code, or one of these.
export const DROPPED = 0
export const EXPANDED = 0xffff
/** Not a character, so no text folds to it. */
const UNKNOWN = 0xfffe

const foldOfCode = new Uint16Array(65536).fill(UNKNOWN)
const traitsOfCode = new Uint8Array(65536)
const expansions = new Map<number, string>()

/** The folded code; DROPPED for marks and invisible characters; EXPANDED when it becomes several (`expansionOf`). */
export function fold(code: number): number {
  const folded = foldOfCode[code] ?? DROPPED
  return folded === UNKNOWN ? learn(code) : folded
}

export function traitsOf(code: number): number {
  if (foldOfCode[code] === UNKNOWN) learn(code)
  return traitsOfCode[code] ?? 0
}

export function expansionOf(code: number): string {
  return expansions.get(code) ?? ''
}

/** Letters that no normal form takes apart, as people type them without their keyboard. */
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ'
}
const APOSTROPHES = "'’‘ʼ`´′＇"
const TIES = '._-+,@‐‑'
const BLANKS = ' \t\r\n\u00a0\u202f\u3000'
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function learn(code: number): number {
  const character = String.fromCharCode(code)
  const text = foldText(character)
  traitsOfCode[code] = traitsOfText(character, text)
  if (text.length > 1) expansions.set(code, text)
  const folded = text === '' ? DROPPED : text.length > 1 ? EXPANDED : text.charCodeAt(0)
  foldOfCode[code] = folded
  return folded
}

function foldText(character: string): string {
  if (APOSTROPHES.includes(character)) return "'"
  if (BLANKS.includes(character)) return ' '
  if (/[\u00ad\u200b-\u200f\u2060\ufeff\p{M}]/u.test(character)) return ''
  if (/[\ud800-\udfff]/.test(character) || /[\0\ufffe\uffff]/.test(character)) {
    return '\ufffd'
  }
  if (UNSPACED.test(character)) return character
  const plain = character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  const folded = SPECIAL[plain] ?? plain
  // Whole words in one character (U+FDFA) would let a short text grow; no name is written with them.
  return folded === '' || folded.length > 3 ? character : folded
}

function traitsOfText(character: string, folded: string): number {
  if (folded === "'") return APOSTROPHE
  if (folded === ' ') return SEPARATOR | BLANK
  if (TIES.includes(character)) return SEPARATOR
  if (UNSPACED.test(character) && /\p{L}/u.test(character)) return WORD | IDEOGRAPH
  if (!/[\p{L}\p{N}]/u.test(character)) return 0
  if (/\p{N}/u.test(character)) return WORD | DIGIT
  return character === character.toLowerCase() ? WORD : WORD | UPPER
}

/**
 * A text as the search reads it: folded characters, their traits, and where each one starts in the original, so that
 * everything that is not a name can be kept byte for byte. Percent encoding is read through; nothing else is decoded.
 */
import {
  APOSTROPHE,
  DIGIT,
  DROPPED,
  EXPANDED,
  IDEOGRAPH,
  UPPER,
  WORD,
  expansionOf,
  fold,
  traitsOf
} from './character.ts'

export interface Reading {
  readonly text: string
  readonly length: number
  readonly codes: Uint16Array
  readonly traits: Uint8Array
  /** What is before each unit, and after the last. */
  readonly borders: Uint8Array
  /** Index in `text` of each unit; the entry after the last is the end of the text. */
  readonly starts: Uint32Array
  /** Units that are @ or #, where addresses are. */
  readonly signs: readonly number[]
}

/** Between two units: inside a word, at a word's border, or where only the spelling changes (`JaneDoe`, `doe2024`). */
export const INSIDE = 0
export const SOFT = 1
export const HARD = 2

export function readText(text: string): Reading {
  return createReader()(text)
}

/** Reads one text after the other into the same memory: each reading is good until the next. */
export function createReader(): (text: string) => Reading {
  let codes = new Uint16Array(0)
  let traits = new Uint8Array(0)
  let borders = new Uint8Array(0)
  let starts = new Uint32Array(0)
  let signs: number[] = []
  let length = 0
  let size = 0

  function read(text: string): Reading {
    const needed = text.length + SPARE_UNITS
    length = 0
    if (codes.length < needed || codes.length > UNITS_KEPT) makeRoom(Math.max(needed, SMALLEST_ROOM))
    signs = []
    size = text.length
    let at = pushPlain(text, 0)
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === PERCENT) {
        const [point, encodedLength] = percentAt(text, at)
        push(point, at)
        at += encodedLength
      } else if (code >= 0xd800 && code < 0xdc00) {
        at += pushPair(text, at)
      } else {
        push(code, at)
        at += 1
      }
      at = pushPlain(text, at)
    }
    starts[length] = text.length
    markBorders()
    return { text, length, codes, traits, borders, starts, signs }
  }

  /** The run of ASCII from here, which is most of any log; returns where it ends. */
  function pushPlain(text: string, from: number): number {
    const [codesNow, traitsNow, startsNow] = [codes, traits, starts]
    let count = length
    let at = from
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code >= 0x80 || code === PERCENT) break
      if (code === AT || code === HASH) signs.push(count)
      codesNow[count] = PLAIN_FOLDS[code] ?? 0
      traitsNow[count] = PLAIN_TRAITS[code] ?? 0
      startsNow[count] = at
      count += 1
    }
    length = count
    return at
  }

  function push(code: number, at: number): void {
    const folded = fold(code)
    if (folded === DROPPED) return
    if (folded === EXPANDED) {
      for (const part of expansionOf(code)) put(part.charCodeAt(0), traitsOf(code), at)
    } else {
      if (folded === AT || folded === HASH) signs.push(length)
      put(folded, traitsOf(code), at)
    }
  }

  function put(code: number, trait: number, at: number): void {
    // The rest of the text must always fit, so that runs of ASCII need not ask.
    if (length + size - at + SPARE_UNITS > codes.length) makeRoom(Math.ceil(codes.length * 1.5))
    codes[length] = code
    traits[length] = trait
    starts[length] = at
    length += 1
  }

  /** Letters beyond the basic plane stand for themselves, in two units; other pairs are one unit of no word. */
  function pushPair(text: string, at: number): number {
    const plain = String.fromCodePoint(text.codePointAt(at) ?? 0).normalize('NFKC')
    if (plain.length === 1) {
      push(plain.charCodeAt(0), at)
      return /[\ud800-\udbff]/.test(plain) ? 1 : 2
    }
    if (/^\p{L}$/u.test(plain)) {
      // Not ideographs: a border inside the pair would cut the character.
      for (let index = 0; index < 2; index += 1) put(plain.charCodeAt(index), WORD, at)
    } else {
      push(REPLACEMENT, at)
    }
    return 2
  }

  function markBorders(): void {
    borders[0] = HARD
    borders[length] = HARD
    for (let at = 1; at < length; at += 1) {
      const before = traits[at - 1] ?? 0
      const after = traits[at] ?? 0
      borders[at] = before === WORD && after === WORD ? INSIDE : borderBetween(before, after, traits[at + 1] ?? 0)
    }
  }

  function makeRoom(room: number): void {
    codes = moved(codes, new Uint16Array(room), length)
    traits = moved(traits, new Uint8Array(room), length)
    starts = moved(starts, new Uint32Array(room), length)
    borders = new Uint8Array(room)
  }

  return read
}

export function borderAt(reading: Reading, at: number): number {
  return reading.borders[at] ?? HARD
}

export function isWord(reading: Reading, at: number): boolean {
  return at < reading.length && ((reading.traits[at] ?? 0) & WORD) !== 0
}

export function isDigit(reading: Reading, at: number): boolean {
  return at < reading.length && ((reading.traits[at] ?? 0) & DIGIT) !== 0
}

export function isApostrophe(reading: Reading, at: number): boolean {
  return at < reading.length && ((reading.traits[at] ?? 0) & APOSTROPHE) !== 0
}

export function sliceOf(reading: Reading, from: number, to: number): string {
  return reading.text.slice(reading.starts[from], reading.starts[to])
}

/** Folded text between two units; what was percent-encoded is decoded. */
export function foldedOf(reading: Reading, from: number, to: number): string {
  let folded = ''
  for (let at = from; at < to; at += 1) folded += String.fromCharCode(reading.codes[at] ?? 0)
  return folded
}

const AT = 0x40
const HASH = 0x23
const PERCENT = 0x25
const REPLACEMENT = 0xfffd
// Room for the longest expansion and the entry behind the last unit.
const SPARE_UNITS = 16
const SMALLEST_ROOM = 4096
// A document's megabytes go back to the system with the next text.
const UNITS_KEPT = 1 << 18

const PLAIN_FOLDS = Uint16Array.from({ length: 0x80 }, (_, code) => fold(code))
const PLAIN_TRAITS = Uint8Array.from({ length: 0x80 }, (_, code) => traitsOf(code))

function borderBetween(before: number, after: number, next: number): number {
  if ((before & after & WORD) === 0 || ((before | after) & IDEOGRAPH) !== 0) return HARD
  if (((before ^ after) & DIGIT) !== 0) return SOFT
  if ((after & UPPER) === 0) return INSIDE
  // JaneDoe, and the last capital of CVJane.
  return (before & UPPER) === 0 || (next & (WORD | UPPER | DIGIT | IDEOGRAPH)) === WORD ? SOFT : INSIDE
}

function moved<Column extends Uint8Array | Uint16Array | Uint32Array>(
  from: Column,
  to: Column,
  length: number
): Column {
  to.set(from.subarray(0, length))
  return to
}

/** One encoded character (RFC 3986, section 2.1, as UTF-8, also encoded twice) and its size; a bare sign stays a sign. */
function percentAt(text: string, at: number): readonly [point: number, size: number] {
  const first = byteAt(text, at)
  if (first === PERCENT) {
    const inner = hexByte(text, at + 3)
    if (inner >= 0x20 && inner < 0x80) return [inner, 5]
  }
  if (first >= 0 && first < 0x80) return [first, 3]
  if (first < 0xc2 || first > 0xf4) return [PERCENT, 1]
  const extra = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
  let point = first & (0x3f >> extra)
  for (let index = 1; index <= extra; index += 1) {
    const next = byteAt(text, at + 3 * index)
    if (next < 0x80 || next > 0xbf) return [PERCENT, 1]
    point = (point << 6) | (next & 0x3f)
  }
  return [point > 0xffff ? REPLACEMENT : point, 3 * (extra + 1)]
}

/** The byte written as %XX at an index, or −1. */
function byteAt(text: string, at: number): number {
  return text.charCodeAt(at) === PERCENT ? hexByte(text, at + 1) : -1
}

/** −1 when the two characters at an index are not hexadecimal digits. */
function hexByte(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at))
  const low = hexDigit(text.charCodeAt(at + 1))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Signs in a text that the word that follows is a name, though it looks like any other word. Looks at a few words only. */
import { BLANK, UPPER, WORD } from './character.ts'
import { foldedOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { tokenLengthAt } from './token.ts'

/** `Mr Green`, `user=green`, `"owner": "green"`, `CONTOSO\green`. */
export function isNameExpected(reading: Reading, start: number, end: number): boolean {
  let gap = start
  while (gap > 0 && start - gap < LONGEST_GAP && !isWordAt(reading, gap - 1)) gap -= 1
  if (gap === start || gap === 0) return false
  const before = foldedOf(reading, gap, start)
  const word = wordEndingAt(reading, gap)
  if (word === '') return false
  if (/^\.?[ \t]+$|^\.$/.test(before)) return TITLES.has(word)
  if (/^["' ]*[:=]["' ]*$/.test(before)) return FIELDS.has(word)
  if (!/^\\{1,2}$/.test(before)) return false
  return isDomain(reading, gap) && (end >= reading.length || !isPath(reading.codes[end]))
}

/** A domain begins its path, and where only a blank stands before it, it is written in capitals, unlike a folder. */
function isDomain(reading: Reading, end: number): boolean {
  let start = end
  while (start > 0 && end - start < LONGEST_DOMAIN && isDomainPart(reading, start - 1)) start -= 1
  // A masked word stood here in other letters.
  if (tokenLengthAt(reading.text, reading.starts[start] ?? 0) > 0) return false
  if (start === 0) return true
  if (isPath(reading.codes[start - 1])) return false
  const isAfterBlank = ((reading.traits[start - 1] ?? 0) & BLANK) !== 0
  return !isAfterBlank || ((reading.traits[start] ?? 0) & (reading.traits[start + 1] ?? 0) & UPPER) !== 0
}

function isDomainPart(reading: Reading, at: number): boolean {
  return isWordAt(reading, at) || reading.codes[at] === 0x2d || reading.codes[at] === 0x2e || reading.codes[at] === 0x5f
}

function isPath(code: number | undefined): boolean {
  return code === 0x5c || code === 0x2f || code === 0x3a
}

// `": "` around a field's value.
const LONGEST_GAP = 5
const LONGEST_WORD = 24
const LONGEST_DOMAIN = 64

const TITLES = new Set(
  `mr mrs ms miss mx sir dame lady dr prof professor herr herrn frau fraulein doktor monsieur madame mademoiselle mme mlle senor senora senorita
  sr sra srta dona signor signora signorina dott pan pani mevrouw meneer dhr mevr hr fr`.split(/\s+/)
)

const FIELDS = new Set(
  `user username userid user_id uid account accountname account_name login logon loginname logonname owner samaccountname
  targetusername subjectusername suser duser principal upn employee person author manager from by`.split(/\s+/)
)

function isWordAt(reading: Reading, at: number): boolean {
  return ((reading.traits[at] ?? 0) & WORD) !== 0
}

function wordEndingAt(reading: Reading, end: number): string {
  let from = end
  while (from > 0 && isWordAt(reading, from - 1)) {
    from -= 1
    if (end - from > LONGEST_WORD) return ''
  }
  return foldedOf(reading, from, end)
}

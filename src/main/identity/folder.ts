/**
 * Places in paths that are named after a person: the personal site `/personal/…/` and the profile folder `\Users\…\`.
 * Says where such a name is; a folder of the system is nobody's.
 */
import { APOSTROPHE, BLANK, UPPER, WORD } from './character.ts'
import { foldedOf } from './reading.ts'
import type { Reading } from './reading.ts'

export interface FolderSpan {
  readonly kind: 'site' | 'profile'
  readonly start: number
  readonly end: number
}

const SLASH = 0x2f
const BACKSLASH = 0x5c
const COLON = 0x3a
const UNDERSCORE = 0x5f
// Windows limits a profile's name to about this; a longer run is no folder's name.
const LONGEST_FOLDER = 128
// JSON doubles backslashes, and once more when it is quoted in JSON.
const MOST_SLASHES = 4

/** Null when the word that starts at `word` does not lead to a person's folder. */
export function personalFolderAfter(reading: Reading, word: number): FolderSpan | null {
  const initial = reading.codes[word]
  if (word === 0 || !isSlash(reading, word - 1)) return null
  if (initial === 0x70 && isWordHere(reading, word, 'personal')) return siteAt(reading, afterSlashes(reading, word + 8))
  if (initial === 0x75 && isWordHere(reading, word, 'users')) {
    return leadsToProfiles(reading, word) ? profileAt(reading, afterSlashes(reading, word + 5)) : null
  }
  if (initial === 0x64 && isWordHere(reading, word, 'documents and settings')) {
    return profileAt(reading, afterSlashes(reading, word + 22))
  }
  return null
}

/** Whether a site is named like an address: name_domain_tld. */
export function isAddressLike(reading: Reading, { start, end }: FolderSpan): boolean {
  let ties = 0
  for (let at = start; at < end; at += 1) if (reading.codes[at] === UNDERSCORE) ties += 1
  return ties >= 2
}

/** `jdoe.CONTOSO` and `jdoe.CONTOSO.000`: where the account ends. The whole folder when nothing of the kind follows. */
export function accountEnd(reading: Reading, { start, end }: FolderSpan): number {
  for (let at = end - 1; at > start; at -= 1) {
    if (reading.codes[at] !== 0x2e) continue
    const isDigits = /^\d{3}$/.test(foldedOf(reading, at + 1, end))
    const isCapital = ((reading.traits[at + 1] ?? 0) & UPPER) !== 0 && ((reading.traits[at + 2] ?? 0) & UPPER) !== 0
    if (isCapital) return at
    if (!isDigits) return end
  }
  return end
}

function siteAt(reading: Reading, start: number): FolderSpan | null {
  if (start < 0) return null
  let end = start
  while (end < reading.length && !isSiteEnd(reading, end)) end += 1
  return end > start ? { kind: 'site', start, end } : null
}

function isSiteEnd(reading: Reading, at: number): boolean {
  if (((reading.traits[at] ?? 0) & BLANK) !== 0) return true
  return isStop(reading.codes[at] ?? 0, '/\\?#"\'<>|,;:()[]{}&*=')
}

/** `\Users\`, `C:/Users/`, `/Users/` where a path starts; not the `/users/` of web addresses. */
function leadsToProfiles(reading: Reading, word: number): boolean {
  let front = word
  while (front > 0 && isSlash(reading, front - 1)) front -= 1
  if (reading.codes[word - 1] === BACKSLASH) return true
  if (front > 0 && reading.codes[front - 1] === COLON) return true
  const isCapital = ((reading.traits[word] ?? 0) & UPPER) !== 0
  return isCapital && (front === 0 || ((reading.traits[front - 1] ?? 0) & WORD) === 0)
}

function profileAt(reading: Reading, start: number): FolderSpan | null {
  if (start < 0) return null
  const limit = Math.min(reading.length, start + LONGEST_FOLDER)
  let end = start
  let firstBlank = -1
  while (end < limit && !isProfileEnd(reading, end)) {
    if (firstBlank < 0 && ((reading.traits[end] ?? 0) & BLANK) !== 0) firstBlank = end
    end += 1
  }
  // Blanks belong to the name only when a path goes on behind it.
  if (firstBlank >= 0 && !(end < limit && isSlash(reading, end))) end = firstBlank
  const name = foldedOf(reading, start, end)
  if (!/[\p{L}\p{N}]/u.test(name) || /^[%$]/.test(name) || SYSTEM_PROFILES.has(name)) return null
  return { kind: 'profile', start, end }
}

function isProfileEnd(reading: Reading, at: number): boolean {
  // A line ends a path; the folded form has only blanks.
  if (reading.text.charCodeAt(reading.starts[at] ?? 0) < 0x20) return true
  // o'doe is a name, 'C:\Users\doe' is quoted.
  if (((reading.traits[at] ?? 0) & APOSTROPHE) !== 0) return ((reading.traits[at + 1] ?? 0) & WORD) === 0
  return isStop(reading.codes[at] ?? 0, '/\\"<>|:*?,;()[]{}')
}

const SYSTEM_PROFILES = new Set([
  'public',
  'default',
  'default user',
  'default.migrated',
  'defaultuser0',
  'defaultapppool',
  'defaultaccount',
  'all users',
  'shared',
  'administrator',
  'guest',
  'system',
  'systemprofile',
  'localservice',
  'networkservice',
  'wdagutilityaccount'
])

/** −1 when no slash follows. */
function afterSlashes(reading: Reading, at: number): number {
  let next = at
  while (next < reading.length && next - at < MOST_SLASHES && isSlash(reading, next)) next += 1
  return next === at ? -1 : next
}

function isSlash(reading: Reading, at: number): boolean {
  const code = reading.codes[at]
  return code === SLASH || code === BACKSLASH
}

function isStop(code: number, stops: string): boolean {
  return code < 0x20 || stops.includes(String.fromCharCode(code))
}

function isWordHere(reading: Reading, at: number, word: string): boolean {
  if (at + word.length > reading.length) return false
  for (let index = 0; index < word.length; index += 1) {
    if (reading.codes[at + index] !== word.charCodeAt(index)) return false
  }
  return at + word.length < reading.length && isSlash(reading, at + word.length)
}

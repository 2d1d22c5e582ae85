/**
 * What a value looks like, for guessing what a column holds and for deciding what of it may be shown before anybody of
 * the file is known. Where it is in doubt, a value looks like a person.
 */
import { addressOf } from '../m365/address.ts'
import { logTime } from '../log-time.ts'

export const LIKENESSES = ['time', 'number', 'address', 'mail', 'account', 'name', 'text'] as const
export type Likeness = (typeof LIKENESSES)[number]

export function likenessOf(value: string): Likeness {
  const text = value.trim()
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(text) || /<[^\s@<>]+@[^\s@<>]+>/.test(text)) return 'mail'
  if (/^[a-z0-9._-]{1,60}\\[^\\/:*?"<>|]{1,60}$/i.test(text)) return 'account'
  if (isTime(text)) return 'time'
  if (isNetworkAddress(text)) return 'address'
  if (/^[+-]?\d+(?:[.,]\d+)*$/.test(text)) return 'number'
  // first.last, and letters with a number as account names have it; a file name ends in something short.
  if (/^\p{L}{2,}\.\p{L}{5,}$/u.test(text) || /^[a-z]{1,4}\d{3,8}$/i.test(text)) return 'account'
  return isName(text) ? 'name' : 'text'
}

export function isLikePerson(likeness: Likeness): boolean {
  return likeness === 'mail' || likeness === 'account' || likeness === 'name'
}

function isTime(text: string): boolean {
  // Bare numbers of few digits are more often numbers than days of a spreadsheet.
  return (text.length > 7 || /\D/.test(text)) && /\d/.test(text) && logTime(text, anyOrder(text), 'utc') !== null
}

function anyOrder(text: string): 'day-first' | 'month-first' {
  return Number(/^\d{1,2}/.exec(text)?.[0] ?? 0) > 12 ? 'day-first' : 'month-first'
}

function isNetworkAddress(text: string): boolean {
  return /^[0-9a-f.:[\]]+$/i.test(text) && /[.:]/.test(text) && addressOf({ ClientIP: text }) !== ''
}

const WORD = String.raw`\p{Lu}[\p{Ll}\p{M}'’]+(?:-\p{Lu}[\p{Ll}\p{M}'’]+)?`
const NAMES = new RegExp(
  String.raw`^(?:${WORD}|\p{Lu}\.)(?: (?:von|van|de|der|den|da|di|du|la|le|el|al|bin|zu)){0,2}(?: (?:${WORD}|\p{Lu}\.)){1,3}$|^${WORD}(?: ${WORD})?, ?${WORD}(?: (?:${WORD}|\p{Lu}\.))*$`,
  'u'
)

/** `Jane Roe`, `Roe, Jane`, `J. van der Roe`; so do titles of two words, which then are not shown either. */
function isName(text: string): boolean {
  return text.length <= 60 && NAMES.test(text)
}

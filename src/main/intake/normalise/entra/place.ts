/** Where a sign-in came from, in the few words that a list has room for: "Bremen, DE". */
import { countryOf } from '../country.ts'
import { type Fields, fieldsOf, trimmed } from '../field.ts'

/** What stands for a place that nobody knows. */
const NOWHERE = /^(unknown|none|null|-)$/i

export function placeOf(fields: Fields): string {
  const spread = fieldsOf(fields['locationdetails']) ?? fieldsOf(fields['location'])
  if (spread !== null) return inWords(trimmed(spread['city']), trimmed(spread['countryOrRegion']))
  const parts = trimmed(fields['location'])
    .split(',')
    .map((part) => part.trim())
  return parts.length === 1 ? inWords('', parts[0] ?? '') : inWords(parts[0] ?? '', parts.at(-1) ?? '')
}

/** The country alone, two capital letters; empty where it is not told. */
export function countryIn(fields: Fields): string {
  const spread = fieldsOf(fields['locationdetails']) ?? fieldsOf(fields['location'])
  const written = spread === null ? trimmed(fields['location']).split(',').at(-1) : trimmed(spread['countryOrRegion'])
  return countryOf(written ?? '')
}

/** Parts of a subject with what is empty left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

function inWords(city: string, country: string): string {
  const known = [city, country.length === 2 ? country.toUpperCase() : country].filter(
    (part) => part !== '' && !NOWHERE.test(part)
  )
  return known.join(', ')
}

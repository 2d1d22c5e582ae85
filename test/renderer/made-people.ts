/** Invented people, the moment at which the made workspace stands, and hashes that only look like hashes. */
import { Pseudonym } from '../../src/shared/domain/pseudonym.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const NOW_MS = Date.parse('2025-03-31T16:00:00+02:00')
export const hashOf = (seed: number) =>
  Array.from({ length: 64 }, (_, index) => ((seed * 7 + index * 11) % 16).toString(16)).join('')

export const PEOPLE = [
  'ANON-4K7Q-2M',
  'ANON-9TXA-F3',
  'ANON-0B6D-W8',
  'ANON-Q2HN-5C',
  'ANON-7MVE-1R',
  'ANON-C8ZS-6K'
].map((each) => Pseudonym.parse(each))
export const [FIRST = Pseudonym.parse('ANON-4K7Q-2M'), SECOND = FIRST] = PEOPLE

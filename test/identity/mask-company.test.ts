import { describe, expect, test } from 'vitest'
import { createMasker } from '../../src/main/identity/mask.ts'
import { pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { variantsOf } from '../../src/main/identity/variants.ts'
import { PROSE, company, plantings } from './company.ts'

const key = new Uint8Array(32).fill(11)
const people = company()
const masker = createMasker(key)
const pseudonyms = people.map((_, index) => pseudonymOf(key, index))
people.forEach(({ record }, index) => {
  const pseudonym = pseudonyms[index]
  if (pseudonym !== undefined) masker.add({ pseudonym, variants: variantsOf(record) })
})

describe('masking the documents of an invented company', () => {
  test('at least 99.5 % of planted spellings are masked, and the text around them stays', () => {
    const misses: string[] = []
    const strangers: string[] = []
    let planted = 0
    people.forEach((person, index) => {
      for (const { kind, before, spelling, after } of plantings(person)) {
        planted += 1
        const masked = masker.mask(`${before}${spelling}${after}`)
        if (masked === `${before}${String(pseudonyms[index])}${after}`) continue
        const word = masked.slice(before.length, masked.length - after.length)
        const isMasked = masked === `${before}${word}${after}` && /^(?:NAMESAKE|ANON|EXTERNAL)-[0-9A-Z-]+$/.test(word)
        if (isMasked) strangers.push(`${kind}: ${spelling} → ${masked}`)
        else misses.push(`${kind}: ${before}${spelling}${after} → ${masked}`)
      }
    })
    const share = 1 - misses.length / planted
    console.info(
      `${people.length} people, ${planted} planted, masked ${(share * 100).toFixed(2)} %,` +
        ` under another word than their own ${((strangers.length / planted) * 100).toFixed(2)} %`
    )
    for (const miss of misses) console.info(`missed  ${miss}`)
    for (const stranger of strangers.slice(0, 40)) console.info(`shared  ${stranger}`)
    expect(people.length).toBeGreaterThanOrEqual(300)
    expect(share).toBeGreaterThanOrEqual(0.995)
    expect(strangers.length / planted).toBeLessThan(0.01)
  })

  test('at most 0.5 % of the words that name nobody are masked', () => {
    const wrong: string[] = []
    let words = 0
    for (const line of PROSE) {
      words += line.split(/\s+/).length
      const masked = masker.mask(line)
      const changes = masked.match(/(?:ANON-\w{4}-\w{2}|(?:EXTERNAL|SID|NAMESAKE)-\w{4})/g) ?? []
      if (changes.length > 0) wrong.push(...changes.map(() => masked))
      else expect(masked).toBe(line)
    }
    console.info(`${words} other words, masked by mistake ${((wrong.length / words) * 100).toFixed(2)} %`)
    for (const line of wrong) console.info(`mistake ${line}`)
    expect(words).toBeGreaterThan(600)
    expect(wrong.length / words).toBeLessThanOrEqual(0.005)
  })

  test('masked documents mask to themselves', () => {
    for (const person of people) {
      const document = plantings(person)
        .map(({ before, spelling, after }) => `${before}${spelling}${after}`)
        .join('\n')
      const masked = masker.mask(document)
      expect(masker.mask(masked)).toBe(masked)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMasker } from '../../src/main/identity/mask.ts'
import { pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { variantsOf } from '../../src/main/identity/variants.ts'
import type { KnownPerson } from '../../src/main/identity/variants.ts'

const key = new Uint8Array(32).fill(5)
const people: readonly KnownPerson[] = [
  {
    identity: 'elowen.ashcombe@heronsgate.example',
    displayName: 'Ashcombe, Elowen',
    aliases: ['H\\eash17', 'S-1-5-21-1-2-3-1104']
  },
  { identity: 'will.young@heronsgate.example', displayName: 'Will Young', aliases: ['H\\wyoung'] },
  { identity: 'a.obrannagh@heronsgate.example', displayName: "Aoife O'Brannagh" },
  { identity: 'dexter.hartsmoor@heronsgate.example', displayName: 'Dexter Hartsmoor' },
  { identity: 'dora.hartsmoor@heronsgate.example', displayName: 'Dora Hartsmoor' },
  { identity: 'tanaka@heronsgate.example', displayName: '田中 太郎丸' },
  { identity: 'guest.person_mill.example#EXT#@heronsgate.onmicrosoft.com', displayName: 'Gwen Inverary' }
]
const [ELOWEN, WILL, AOIFE, DEXTER, , TANAKA, GWEN] = people.map((_, index) => pseudonymOf(key, index))

function createTestMasker() {
  const masker = createMasker(key)
  people.forEach((person, index) => masker.add({ pseudonym: pseudonymOf(key, index), variants: variantsOf(person) }))
  return masker
}
const masker = createTestMasker()

describe('the masker', () => {
  test.each([
    [
      'https://h-my.sharepoint.example/personal/elowen_ashcombe_heronsgate_example/Documents',
      `https://h-my.sharepoint.example/personal/${ELOWEN}/Documents`
    ],
    ['/personal/elowen_ashcombe_heronsgate_onmicrosoft_com/x', `/personal/${ELOWEN}/x`],
    ['C:\\Users\\eash17\\x', `C:\\Users\\${ELOWEN}\\x`],
    ['C:\\\\Users\\\\eash17.HERONSGATE.000\\\\x', `C:\\\\Users\\\\${ELOWEN}.HERONSGATE.000\\\\x`],
    ['elowen.ashcombe+news@heronsgate.example', `${ELOWEN}`],
    ['elowen.ashcombe@heronsgate.example.pst', `${ELOWEN}.pst`],
    ['Elowen.Ashcombe%40heronsgate.example', `${ELOWEN}`],
    ['elowen%2520ashcombe', `${ELOWEN}`],
    ['elowen.ashcombe@mill.example', `${ELOWEN}@mill.example`],
    ["Elowen Ashcombe's file", `${ELOWEN}'s file`],
    ['CVElowenAshcombe2026.pdf', `CV_${ELOWEN}_2026.pdf`],
    ["aoife o’brannagh; O'BRANNAGH; obrannagh", `${AOIFE}; ${AOIFE}; ${AOIFE}`],
    ['S-1-5-21-1-2-3-1104', `${ELOWEN}`],
    ['Mr Young and H\\wyoung', `Mr ${WILL} and H\\${WILL}`],
    ['"user": "young"', `"user": "${WILL}"`],
    ['田中太郎丸さんへ', `${TANAKA}さんへ`],
    ['guest.person_mill.example#EXT#@heronsgate.onmicrosoft.com', `${GWEN}`],
    ['guest.person@mill.example', `${GWEN}`],
    ['Dexter Hartsmoor', `${DEXTER}`]
  ])('masks known people: %s', (text, masked) => {
    expect(masker.mask(text)).toBe(masked)
  })

  test.each([
    'the will of young people',
    'he will. Young people',
    'D:\\work\\young\\x',
    'C:\\Users\\Public\\x and C:\\Users\\All Users\\y',
    'S-1-5-18 NT AUTHORITY\\SYSTEM app@sharepoint',
    'logo@2x.png',
    'GET /users/list and /api/users/42/files',
    'ashcombeville',
    '100% of %zz and 50%20off',
    '\ud800 lone and paired \ud83d\ude00 \u0000 end'
  ])('leaves what names nobody byte for byte: %s', (text) => {
    expect(masker.mask(text)).toBe(text)
  })

  test('gives a stranger the same word in every spelling of the address', () => {
    const word = /^EXTERNAL-[0-9A-HJKMNP-TV-Z]{4}$/
    const [local = '', domain] = masker.mask('zed.stranger@elsewhere.example').split('@')
    expect(local).toMatch(word)
    expect(domain).toBe('elsewhere.example')
    expect(masker.mask('<ZED.Stranger%40elsewhere.example>')).toBe(`<${local}%40elsewhere.example>`)
    expect(masker.mask('/personal/zed_stranger_elsewhere_example/x')).toBe(`/personal/${local}/x`)
    expect(masker.mask('zed.stranger_elsewhere.example#EXT#@h.onmicrosoft.com')).toBe(`${local}@elsewhere.example`)
    expect(masker.mask('C:\\Users\\zstranger\\x')).toMatch(/^C:\\Users\\EXTERNAL-[0-9A-Z]{4}\\x$/)
    expect(masker.mask('S-1-5-21-9-9-9-1001')).toMatch(/^SID-[0-9A-Z]{4}$/)
    expect(createMasker(new Uint8Array(32)).mask('zed.stranger@elsewhere.example')).not.toContain(local)
  })

  test('hides a full name in a domain, but not a company that is called like somebody', () => {
    expect(masker.mask('me@elowenashcombe.example')).toMatch(new RegExp(`^EXTERNAL-\\w{4}@${ELOWEN}\\.example$`))
    expect(masker.mask('me@ashcombe.example')).toMatch(/^EXTERNAL-\w{4}@ashcombe\.example$/)
  })

  test('attributes a spelling that two people share to neither', () => {
    expect(masker.mask('Hartsmoor')).toMatch(/^NAMESAKE-\w{4}$/)
    expect(masker.mask('D. Hartsmoor')).toMatch(/^NAMESAKE-\w{4}$/)
    expect(masker.mask('dexter_hartsmoor')).toBe(DEXTER)
  })

  test('keeps pseudonyms and its own words as they are', () => {
    for (const text of [
      `${ELOWEN} wrote to EXTERNAL-0A1B@mill.example, SID-0000, NAMESAKE-ZZZZ`,
      `C:\\Users\\${WILL}\\x`,
      `${WILL}@mill.example`,
      `/personal/${WILL}/a_b_c`
    ]) {
      expect(masker.mask(text)).toBe(text)
    }
  })

  test('learns people one after the other', () => {
    const growing = createMasker(key)
    const text = 'Elowen Ashcombe met Dexter Hartsmoor'
    expect(growing.mask(text)).toBe(text)
    people.forEach((person, index) => growing.add({ pseudonym: pseudonymOf(key, index), variants: variantsOf(person) }))
    expect(growing.mask(text)).toBe(`${ELOWEN} met ${DEXTER}`)
    expect(growing.size).toBe(people.length)
  })
})

describe('masked text', () => {
  const pieces = [
    'Elowen',
    'Ashcombe',
    'elowen.ashcombe',
    'elowen_ashcombe_heronsgate_example',
    'ElowenAshcombe',
    'young',
    'Young',
    'Will',
    'Mr ',
    "O'Brannagh",
    'Hartsmoor',
    'Dexter',
    'wyoung',
    'eash17',
    '@',
    '%40',
    'heronsgate.example',
    'mill.example',
    '#EXT#',
    '.',
    ',',
    ' ',
    '_',
    '-',
    '+',
    "'",
    '"',
    '\n',
    '/',
    '\\',
    '\\Users\\',
    'C:\\Users\\',
    '/Users/',
    '/personal/',
    'H\\',
    'user=',
    'S-1-5-21-1-2-3-1104',
    '-5',
    '2026',
    'x',
    'CV',
    'ü',
    'u\u0308',
    'ß',
    '%C3%BC',
    '%20',
    '%2',
    '田中',
    '太郎丸',
    '\ud83d\ude00',
    '\ud800',
    '\u200b',
    '\u00ad',
    'ANON-4K7Q-2M',
    'EXTERNAL-0A1B',
    'SID-00',
    'NAMESAKE-ZZZZ',
    '(',
    ')',
    ':',
    'com',
    'Default'
  ]
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4, unit: 'binary' })), { maxLength: 14 })
    .map((parts) => parts.join(''))

  test.each([
    'C:\\Users\\Elowen#EXT#Elowen',
    'C:\\Users\\\\Users\\Young',
    'elowen_ashcombe_heronsgate_example太郎丸#EXT#',
    'Elowen@elowen.ashcombe太郎丸',
    'Elowen#EXT##EXT#Elowen',
    '/Users/%40Elowen#EXT#',
    '太郎丸ANON-4K7Q-2M@elowen.ashcombe',
    'Elowen#EXT#/Users/ANON-4K7Q-2M↊Ashcombe',
    '%20eash17\\young',
    "Elowen%40O'Brannagh-5heronsgate.example"
  ])('masks to itself where once it did not: %s', (text) => {
    const masked = masker.mask(text)
    expect(masked).not.toBe(text)
    expect(masker.mask(masked)).toBe(masked)
  })

  test('masks to itself, whatever was written', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = masker.mask(text)
        expect(masker.mask(masked)).toBe(masked)
      }),
      { numRuns: 5000 }
    )
  }, 120_000)

  test('is the text itself for a masker that knows nobody, where no address, folder or account number stands', () => {
    const empty = createMasker(key)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        if (!/[@#\\/]|%|s-1/i.test(text.normalize('NFKC'))) expect(empty.mask(text)).toBe(text)
      }),
      { numRuns: 5000 }
    )
  })
})

describe('a hostile megabyte', () => {
  const size = 1_000_000
  const repeated = (piece: string) => piece.repeat(Math.ceil(size / piece.length))
  test.each([
    '@',
    'a@',
    'a@b.co ',
    'aA',
    'a',
    '\\users\\',
    '/personal/',
    '/personal/a_b_c',
    'elowen ',
    'elowen.',
    '%',
    '%25',
    '#ext#',
    'x#ext#',
    'ElowenAshcombe',
    'Elowen Ashcombe&',
    "a'",
    'a.',
    '\ufdfa',
    'e\u0301',
    '\ud800',
    'S-1-5-21-1',
    'mr ',
    'ANON-',
    'documents and settings\\'
  ])(
    'of %j is masked in seconds',
    (piece) => {
      const start = process.cpuUsage()
      const masked = masker.mask(repeated(piece))
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8)
      expect(masked.length).toBeGreaterThan(0)
    },
    60_000
  )
})

// The splitter of LDIF: the same entries however the bytes arrive, each where it says it stands, and no memory for what is none.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRowDecoder } from '../../src/main/intake/bytes/text.ts'
import { findLdif } from '../../src/main/intake/formats/ldif.ts'
import type { RecordLayout } from '../../src/main/intake/record-layout.ts'

interface Split {
  readonly texts: string[]
  readonly entries: unknown[]
  readonly places: (readonly [number, number])[]
  readonly broken: (readonly [string, string])[]
  isCut: boolean
}

function layoutOf(text: string): RecordLayout {
  const layout = findLdif({ bytes: Buffer.from(text), isWhole: true })
  if (layout === null) throw new Error('the text is no LDIF')
  return layout
}

function split(text: string, chunkBytes: number): Split {
  const layout = layoutOf(text)
  const result: Split = { texts: [], entries: [], places: [], broken: [], isCut: false }
  const splitter = layout.split(openRowDecoder(), {
    record(entry, line, offset) {
      result.texts.push(entry)
      result.entries.push(layout.parse(entry))
      result.places.push([line, offset])
    },
    broken: (reason, text) => result.broken.push([reason, text])
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.write(bytes.subarray(at, at + chunkBytes))
  result.isCut = splitter.end().isCut
  return result
}

const LONG_NAMES = ['cn', 'mail', 'description', 'proxyAddresses', 'telephoneNumber'] as const
const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '')
/** Where lines are folded: after so many characters, or never. */
const width = fc.constantFrom(2, 7, 76, 1000)
const entry = fc.record({
  dn: fc.stringMatching(/^cn=[A-Za-z]{1,20},dc=example$/),
  attributes: fc.array(fc.tuple(fc.constantFrom(...LONG_NAMES), value), { minLength: 1, maxLength: 6 }),
  comment: fc.boolean()
})
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never

/** As RFC 2849 asks: base64 for what is not plain text, lines folded with a blank. */
function written({ dn, attributes, comment }: Entry, columns: number, end: string): string {
  const lines = [['dn', dn] as const, ...attributes].map(([name, text]) =>
    /^[A-Za-z0-9][ -~]*[!-~]$/.test(text) ? `${name}: ${text}` : `${name}:: ${Buffer.from(text).toString('base64')}`
  )
  if (comment) lines.splice(1, 0, '# comment: not an attribute, however long it is and wherever it is folded')
  return lines
    .map((line) => {
      const parts = [line.slice(0, columns)]
      for (let at = columns; at < line.length; at += columns - 1) parts.push(` ${line.slice(at, at + columns - 1)}`)
      return parts.join(end)
    })
    .join(end)
}

function meant({ dn, attributes }: Entry): object {
  const values = new Map<string, string[]>([['dn', [dn]]])
  for (const [name, text] of attributes)
    values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), text])
  return Object.fromEntries([...values].map(([name, held]) => [name, held.length === 1 ? held[0] : held]))
}

describe('LDIF in any chunks', () => {
  it('comes out entry for entry, each where it says', () => {
    const options = fc.record({
      columns: width,
      end: fc.constantFrom('\n', '\r\n'),
      blankLines: fc.integer({ min: 1, max: 3 }),
      hasVersion: fc.boolean(),
      hasLastEnd: fc.boolean(),
      chunkBytes: fc.integer({ min: 1, max: 60 })
    })
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 6 }),
        options,
        (entries, { columns, end, blankLines, hasVersion, hasLastEnd, chunkBytes }) => {
          const own = entries.map((each) => written(each, columns, end))
          const text = `${hasVersion ? `version: 1${end}` : ''}${own.join(end.repeat(blankLines + 1))}${hasLastEnd ? end : ''}`
          const { entries: found, texts, places, broken, isCut } = split(text, chunkBytes)
          expect(found).toEqual(entries.map(meant))
          expect(texts).toEqual(own)
          expect({ broken, isCut }).toEqual({ broken: [], isCut: false })
          const bytes = Buffer.from(text)
          for (const [index, [line, offset]] of places.entries()) {
            const held = Buffer.from(own[index] ?? '')
            expect(bytes.subarray(offset, offset + held.length).equals(held)).toBe(true)
            expect(bytes.subarray(0, offset).toString().split('\n')).toHaveLength(line)
          }
        }
      ),
      { numRuns: 200 }
    )
  })

  it('any text whatever gives the same records whole and byte by byte', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '#',
        '# note',
        ' folded',
        'dn: cn=a,dc=b',
        'DN:: Y249YQ==',
        'version: 1',
        'no colon',
        'a;b:c',
        '-'
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 })
    )
    const text = fc
      .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, end]) => `dn: cn=first,dc=example${end}${lines.join(end)}`)
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (content, chunkBytes) => {
        expect(split(content, chunkBytes)).toEqual(split(content, 100_000))
      }),
      { numRuns: 200 }
    )
  })
})

describe('an entry of LDIF', () => {
  it('keeps bytes that are no text as bytes, and follows no URL', () => {
    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])
    const { entries } = split(
      `dn: cn=a,dc=b\njpegPhoto:: ${photo.toString('base64')}\ncn;lang-de: Käthe\ninfo:< file:///etc/passwd\nempty:\n`,
      5
    )
    expect(entries).toEqual([{ dn: 'cn=a,dc=b', jpegphoto: photo, cn: 'Käthe', empty: '' }])
  })

  it('ends where the next one begins, even without a blank line between', () => {
    const { entries } = split('dn: cn=a,dc=b\ncn: a\ndn: cn=c,dc=b\ncn: c\n', 3)
    expect(entries).toEqual([
      { dn: 'cn=a,dc=b', cn: 'a' },
      { dn: 'cn=c,dc=b', cn: 'c' }
    ])
  })

  it('of changes is named as one, and what it asks for is not taken for attributes', () => {
    const { entries } = split('dn: cn=a,dc=b\nchangetype: modify\nreplace: mail\nmail: a@b.example\n-\n', 4)
    expect(entries).toMatchObject([{ dn: 'cn=a,dc=b', changetype: 'modify' }])
  })

  it('that is damaged is none', () => {
    expect(split('dn: cn=a,dc=b\nno colon here\n\ncn: without a name\n', 6).entries).toEqual([undefined, undefined])
  })

  it('that the file ends inside of is cut, and the ones before it are read', () => {
    const name = split('dn: cn=a,dc=b\ncn: a\n\ndn: cn=c,dc=b\nmai', 5)
    expect(name.entries).toHaveLength(1)
    expect(name).toMatchObject({
      isCut: true,
      broken: [['The file ends in the middle of this row.', 'dn: cn=c,dc=b\nmai']]
    })
    expect(split('dn: cn=a,dc=b\ncn:: Y249Y', 5).isCut).toBe(true)
    expect(split('dn: cn=a,dc=b\ncn:: Y249YQ==', 5)).toMatchObject({ isCut: false, broken: [] })
  })

  it('that is longer than any record is one rejected row, and the next is read', () => {
    const filler = Array.from({ length: 17 }, () => ` ${'x'.repeat(1024 * 1024)}`).join('\n')
    const text = `dn: cn=a,dc=b\ncn: a\n\ndn: cn=c,dc=b\ninfo: x\n${filler}\n\ndn: cn=d,dc=b\ncn: d\n`
    const oneLine = `dn: cn=a,dc=b\ncn: a\n\ndn: cn=c,dc=b\ninfo: ${'x'.repeat(17 * 1024 * 1024)}\ncn: c\n\ndn: cn=d,dc=b\ncn: d\n`
    for (const content of [text, oneLine]) {
      const { entries, broken, isCut } = split(content, 262_144)
      expect(entries).toEqual([
        { dn: 'cn=a,dc=b', cn: 'a' },
        { dn: 'cn=d,dc=b', cn: 'd' }
      ])
      expect(broken.map(([reason]) => reason)).toEqual(['The entry is longer than any record can be.'])
      expect(isCut).toBe(false)
    }
  })
})

describe('a text', () => {
  it.each([
    ['with a version', 'version: 1\ndn: cn=a\n', true],
    ['with comments before', '# exported\n# on a day\n\ndn: cn=a\n', true],
    ['with a folded comment', '# exported\n dn: not yet\ndn:: Y249YQ==\n', true],
    ['of something else', 'cn: a\ndn: cn=a\n', false],
    ['of prose', 'dn is a word.\n', false],
    ['of nothing', '\n\n', false]
  ])('%s is told', (_, text, isLdif) => {
    expect(findLdif({ bytes: Buffer.from(text), isWhole: true }) !== null).toBe(isLdif)
  })
})

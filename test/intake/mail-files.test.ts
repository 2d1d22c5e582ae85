// Mailboxes and single mails: the same messages however the file is cut into chunks, whatever a message holds, and never
// more of it than its outline.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { openRowDecoder } from '../../src/main/intake/bytes/text.ts'
import { findMail, findMailbox } from '../../src/main/intake/formats/mail-files.ts'
import { readOutline } from '../../src/main/intake/formats/mail-outline.ts'
import { decodedWords, headersIn, parameterOf } from '../../src/main/intake/formats/mime-header.ts'
import { addressesIn } from '../../src/main/intake/normalise/mail/addresses.ts'
import { mailDate } from '../../src/main/intake/normalise/mail/date.ts'

interface Found {
  readonly text: string
  readonly line: number
  readonly offset: number
}

function split(bytes: Buffer, chunkBytes: number, wrapping: 'mbox' | 'eml' = 'mbox'): Found[] {
  const head = { bytes: bytes.subarray(0, 4096), isWhole: false }
  const layout = wrapping === 'mbox' ? findMailbox(head) : findMail(head)
  if (layout === null) throw new Error('no mail was found')
  const found: Found[] = []
  const splitter = layout.split(openRowDecoder(), {
    record: (text, line, offset) => found.push({ text, line, offset }),
    broken: () => {
      throw new Error('no part of a mailbox is broken')
    }
  })
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.write(bytes.subarray(at, at + chunkBytes))
  expect(splitter.end()).toEqual({ isCut: false })
  return found
}

const BORDER = 'From mira@harbourlight.example Tue Feb  3 08:00:00 2026'
const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
  fc.constantFrom(
    '',
    '',
    '--a',
    '--a--',
    '--b',
    'Subject: x',
    'Content-Type: multipart/mixed; boundary=a',
    'From me to you',
    ' folded',
    '>From x',
    '(5 bytes left out)',
    BORDER
  )
)
const message = fc.record({
  headers: fc.array(
    line.map((text) => `X-Line: ${text}`),
    { maxLength: 4 }
  ),
  body: fc.array(line, { maxLength: 12 })
})
const ends = fc.constantFrom('\n', '\r\n')

it('messages of a mailbox are the same for any size of chunk, and stand where they say', () => {
  fc.assert(
    fc.property(
      fc.array(message, { minLength: 1, maxLength: 5 }),
      ends,
      fc.integer({ min: 1, max: 40 }),
      (messages, end, chunkBytes) => {
        const lines = messages.flatMap(({ headers, body }) => [BORDER, ...headers, '', ...body, ''])
        const bytes = Buffer.from(lines.map((text) => text + end).join(''))
        const whole = split(bytes, bytes.length)
        expect(split(bytes, chunkBytes)).toEqual(whole)
        // By the rule itself, over the whole text: a border begins a message at the start and behind an empty line.
        const starts = lines.flatMap((text, index) =>
          text === BORDER && (index === 0 || lines[index - 1] === '') ? [index] : []
        )
        expect(whole.map((found) => found.line)).toEqual(starts.map((index) => index + 1))
        for (const [index, found] of whole.entries()) {
          const until = whole[index + 1]?.offset ?? bytes.length
          expect(bytes.subarray(found.offset, found.offset + BORDER.length).toString()).toBe(BORDER)
          expect(readOutline(found.text).sizeBytes).toBe(until - found.offset)
        }
      }
    ),
    { numRuns: 200 }
  )
})

it('an outline keeps headers, borders and sizes, and nothing of the content', () => {
  const text = [
    'From: mira@harbourlight.example',
    'Subject: plans',
    'Content-Type: multipart/mixed; boundary="a"',
    '',
    'secret preamble',
    '--a',
    'Content-Type: text/plain',
    '',
    'secret text',
    '--a',
    'Content-Type: application/zip; name=x.zip',
    'Content-Transfer-Encoding: base64',
    '',
    'c2VjcmV0c2VjcmV0',
    '--a--',
    'secret epilogue'
  ].join('\n')
  const [found] = split(Buffer.from(text), 7, 'eml')
  expect(found?.text).not.toContain('secret')
  expect(found?.text).not.toContain('c2Vj')
  expect(readOutline(found?.text ?? '').parts).toEqual([
    { type: 'text/plain', disposition: '', name: '', sizeBytes: 12 },
    { type: 'application/zip', disposition: '', name: 'x.zip', sizeBytes: 12 }
  ])
})

describe('a message that was made to cost time or memory', () => {
  const mail = (lines: Iterable<string>): Buffer =>
    Buffer.from(['From: a@b.example', 'To: c@d.example', ...lines].join('\n'))

  it.each([
    ['is nested a hundred thousand deep', () => mail(nested(100_000))],
    ['has one line of twenty megabytes', () => mail(['Subject: x', '', 'x'.repeat(20_000_000)])],
    ['has a header of twenty megabytes', () => mail([`Subject: ${'x'.repeat(20_000_000)}`, '', 'x'])],
    [
      'has half a million headers',
      () => mail([...Array.from({ length: 500_000 }, (_, index) => `To: a${String(index)}@b.example`), '', 'x'])
    ],
    [
      'has half a million empty parts',
      () => mail(['Content-Type: multipart/mixed; boundary=a', '', ...Array.from({ length: 500_000 }, () => '--a\n')])
    ],
    [
      'has a border of every letter',
      () =>
        mail([
          `Content-Type: multipart/mixed; boundary="${'-'.repeat(5000)}"`,
          '',
          ...Array.from({ length: 20_000 }, () => '-'.repeat(300))
        ])
    ],
    [
      'never closes a quote',
      () =>
        mail([
          `Content-Type: multipart/mixed; boundary="${';a'.repeat(30_000)}`,
          `Subject: ${'=?a?b?'.repeat(9000)}`,
          '',
          'x'
        ])
    ]
  ])('%s', { timeout: 40_000 }, (_, make) => {
    const bytes = make()
    const started = performance.now()
    const [found, ...more] = split(bytes, 64 * 1024, 'eml')
    expect(more).toEqual([])
    expect(found?.text.length).toBeLessThan(400_000)
    const outline = readOutline(found?.text ?? '')
    expect(outline.sizeBytes).toBe(bytes.length)
    decodedWords(outline.headers['subject']?.[0] ?? '')
    addressesIn(outline.headers['to'] ?? [])
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

function* nested(depth: number): Generator<string> {
  yield 'Content-Type: multipart/mixed; boundary=b0'
  yield ''
  for (let at = 0; at < depth; at++) {
    yield `--b${String(at)}`
    yield `Content-Type: multipart/mixed; boundary=b${String(at + 1)}`
    yield ''
  }
}

describe('headers', () => {
  it('give every text back that was written in encoded words, wherever its letters were cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (text, size) => {
        const bytes = Buffer.from(text)
        const words: string[] = []
        for (let at = 0; at < bytes.length; at += size) {
          const part = bytes.subarray(at, at + size)
          const quoted = [...part].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('')
          words.push(at % 2 === 0 ? `=?utf-8?B?${part.toString('base64')}?=` : `=?UTF-8*de?q?${quoted}?=`)
        }
        expect(decodedWords(words.join('\r\n '))).toBe(text)
      })
    )
  })

  it.each([
    ['plain', 'plain'],
    ['a =?iso-8859-1?Q?J=F6rg_R?= b', 'a Jörg R b'],
    ['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
    ['=?utf-8?Q?a?= and =?utf-8?Q?b?=', 'a and b'],
    ['=?koi8-r?B?8NLJ18XU?=', 'Привет'],
    ['=?no-such-alphabet?Q?a=E4?=', 'aä'],
    ['=?utf-8?X?a?=', '=?utf-8?X?a?=']
  ])('%s is read as %s', (written, expected) => {
    expect(decodedWords(written)).toBe(expected)
  })

  it.each([
    ['a; name="x y.pdf"', 'x y.pdf'],
    ['a; name=x.pdf; size=3', 'x.pdf'],
    ['a; NAME="a\\"b;c.pdf"', 'a"b;c.pdf'],
    ["a; name*=utf-8''Pl%C3%A4ne.pdf", 'Pläne.pdf'],
    ["a; name*0*=utf-8''Pl%C3%A4; name*1=ne; name*2*=%2Epdf", 'Pläne.pdf'],
    ['a; name*0="long"; name*1=" name.pdf"', 'long name.pdf'],
    ['a; name="=?utf-8?Q?Pl=C3=A4ne.pdf?="', 'Pläne.pdf'],
    ['a; filename=x', '']
  ])('the name in %s is %s', (written, expected) => {
    expect(parameterOf(written, 'name')).toBe(expected)
  })

  it('are unfolded, and what is none is passed over', () => {
    expect(headersIn(['A: 1', '\t2', 'not one', 'B :3', ': 4', 'C:'])).toEqual([
      { name: 'a', value: '1 2' },
      { name: 'b', value: '3' },
      { name: 'c', value: '' }
    ])
  })

  it.each([
    ['Mira <Mira@Harbourlight.example>, b@c.example', ['mira@harbourlight.example', 'b@c.example']],
    ['"Olsen, Mira" <a@b.example>; c@d.example (Ada, my <friend>)', ['a@b.example', 'c@d.example']],
    ['Friends: a@b.example, c@d.example;', ['a@b.example', 'c@d.example']],
    ['undisclosed-recipients:;', []],
    ['"never closed a@b.example, c@d.example', ['a@b.example', 'c@d.example']],
    ['<>', []]
  ])('addresses in %s', (written, expected) => {
    expect(addressesIn([written])).toEqual(expected)
  })
})

it.each([
  ['Tue, 3 Feb 2026 09:00:00 +0100', '2026-02-03T08:00:00.000Z'],
  ['3 Feb 26 09:00 EST', '2026-02-03T14:00:00.000Z'],
  ['Tue, 03 Feb 102 09:00:00 GMT', '2002-02-03T09:00:00.000Z'],
  ['Tue, 3 Feb 99 09:00:00 -0800 (PST)', '1999-02-03T17:00:00.000Z'],
  ['Tue, 3 Feb 2026 09:00:00', '2026-02-03T08:00:00.000Z'],
  ['Tue Feb  3 09:00:00 2026', '2026-02-03T08:00:00.000Z'],
  ['2026-02-03T09:00:00Z', '2026-02-03T09:00:00.000Z'],
  ['', 'The mail has no date.'],
  ['soon', 'The date of the mail cannot be read.'],
  ['Tue, 31 Feb 2026 09:00:00 +0100', 'The date of the mail cannot be read.'],
  ['Thu, 1 Jan 1970 00:00:00 +0000', 'The date of the mail is of a year without mail.'],
  ['Fri, 3 Feb 2028 09:00:00 +0000', 'The date of the mail is later than its arrival.']
])('a mail of %j is of %s', (written, expected) => {
  const received = ['from a by b; nonsense', 'from a by b; Wed, 4 Feb 2026 10:00:00 +0000']
  const date = mailDate(written, received, 'Europe/Berlin')
  expect('reason' in date ? date.reason : new Date(date.atMs).toISOString()).toBe(expected)
})

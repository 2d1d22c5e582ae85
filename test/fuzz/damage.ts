/** Damages bytes the way disks, tools and attackers do. The same seed gives the same damage. */

export type Random = () => number

/** Mulberry32: small, fast, and good enough to choose places. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const below = (random: Random, end: number): number => Math.floor(random() * end)

/** What parsers stumble over: openings without an end, marks of other layouts and encodings, runs, numbers out of range. */
const STUMBLING = [
  '"',
  '""',
  '\n',
  '\r',
  '\r\n\r\n',
  ',',
  ';',
  '\t',
  '\0',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u0000',
  '\\ud800',
  '\u202e',
  '=1+1',
  '__proto__',
  '"constructor":',
  '1e999',
  '-0',
  '99999999999999999999',
  '9999-99-99T99:99:99Z',
  '<Event>',
  '</Event>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '<![CDATA[',
  'dn: ',
  'dn:: ',
  ' folded',
  'From ',
  '\nFrom a@b.example Mon Mar  2 09:00:00 2026\n',
  'CEF:0|',
  '\\|',
  'Event[1]:\n',
  'null',
  'A'.repeat(5000),
  '['.repeat(3000),
  '{"a":'.repeat(2000),
  '"'.repeat(999),
  '\n'.repeat(500)
].map((text) => Buffer.from(text, 'utf8'))
const MARKS = [
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xc3]),
  Buffer.from([0x1f, 0x8b, 8])
]

type Damage = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const KINDS: readonly Damage[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    if (copy.length > 0) copy[below(random, copy.length)] = below(random, 256)
    return copy
  },
  (bytes, random) => without(bytes, below(random, bytes.length + 1), 1 + below(random, 200)),
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => bytes.subarray(below(random, bytes.length + 1)),
  (bytes, random) => {
    const from = below(random, bytes.length + 1)
    return inserted(bytes, below(random, bytes.length + 1), bytes.subarray(from, from + below(random, 2000)))
  },
  (bytes, random) => inserted(bytes, below(random, bytes.length + 1), chosen(STUMBLING, random)),
  (bytes, random) => inserted(bytes, below(random, bytes.length + 1), chosen(STUMBLING, random)),
  (bytes, random) => inserted(bytes, random() < 0.5 ? 0 : below(random, bytes.length + 1), chosen(MARKS, random)),
  (bytes, random, other) => {
    const from = below(random, other.length + 1)
    return inserted(bytes, below(random, bytes.length + 1), other.subarray(from, from + below(random, 4000)))
  },
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le')
]

/** One to four kinds of damage, one after the other. */
export function damaged(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let result = bytes
  for (let times = 1 + below(random, 4); times > 0; times--) result = chosen(KINDS, random)(result, random, other)
  return result
}

export function chosen<Value>(list: readonly Value[], random: Random): Value {
  const value = list[below(random, list.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

function without(bytes: Buffer, start: number, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)])
}

function inserted(bytes: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
}

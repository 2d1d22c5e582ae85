import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/main/custody/canonical-json.ts'

describe('canonical JSON', () => {
  test('sorts names by UTF-16 code units, as RFC 8785 section 3.2.3 shows', () => {
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}')
  })

  test('escapes what section 3.2.2.2 escapes and nothing else', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/\u2028')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028"')
  })

  test('has no blanks, and one form of zero', () => {
    expect(canonicalJson({ b: [1, -0, true, null], a: {} })).toBe('{"a":{},"b":[1,0,true,null]}')
  })

  test('does not depend on the order in which names were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      })
    )
  })

  test.each([
    ['a fraction', { price: 0.5 }, /\$\.price/],
    ['a number beyond safe integers', [2 ** 53], /\$\[0\]/],
    ['not a number', Number.NaN, /\$ is not/],
    ['undefined in an object', { a: undefined }, /undefined/],
    ['undefined in a list', [undefined], /undefined/],
    ['a big integer', 1n, /bigint/],
    ['a date', new Date(0), /object/],
    ['bytes', Uint8Array.of(1), /object/],
    ['half a surrogate pair', 'x\ud800', /surrogate/],
    ['half a surrogate pair in a name', { '\udc00': 1 }, /surrogate/],
    ['endless nesting', Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 1), /deeply/]
  ])('refuses %s', (_what, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message)
  })
})

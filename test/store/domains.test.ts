import { expect, test } from 'vitest'
import { domainMatcher } from '../../src/main/store/domains.ts'

test.each([
  ['example.org', ['example.org', 'mail.example.org', 'a.b.example.org'], ['example.com', 'notexample.org', 'org']],
  ['*.example.org', ['mail.example.org'], ['example.org', 'a.b.example.org', 'mailexample.org']],
  ['**.example.org', ['mail.example.org', 'a.b.example.org'], ['example.org', 'example.org.evil.net']],
  ['org', ['org', 'example.org', 'mail.example.org'], ['organic', 'example.com']]
])('%s means what it says and nothing else', (entry, means, meansNot) => {
  const isOne = domainMatcher([entry])
  for (const domain of means) expect(isOne(domain), domain).toBe(true)
  for (const domain of meansNot) expect(isOne(domain), domain).toBe(false)
})

test('case, a dot at the end and the spelling of other scripts make no difference', () => {
  const isOne = domainMatcher(['Example.ORG', '*.bücher.example'])
  for (const domain of ['MAIL.example.org.', 'neue.xn--bcher-kva.example', 'neue.bücher.example'])
    expect(isOne(domain), domain).toBe(true)
  expect(isOne('xn--bcher-kva.example')).toBe(false)
})

test('an empty list and an empty domain match nothing', () => {
  expect(domainMatcher([])('example.org')).toBe(false)
  expect(domainMatcher(['example.org', '**.example.net'])('')).toBe(false)
})

test('several entries stand beside each other', () => {
  const isOne = domainMatcher(['*.example.org', '**.example.net', 'example.com'])
  expect(['a.example.org', 'a.b.example.net', 'example.com', 'a.b.example.com'].filter(isOne)).toHaveLength(4)
  expect(['example.org', 'example.net', 'a.b.example.org'].filter(isOne)).toEqual([])
})

test('a domain costs as much against ten thousand entries as against ten', () => {
  const entries = Array.from(
    { length: 10_000 },
    (_, index) => `${['', '*.', '**.'][index % 3] ?? ''}d${String(index)}.example`
  )
  const took = (list: readonly string[]): number => {
    const isOne = domainMatcher(list)
    const before = performance.now()
    let hits = 0
    for (let index = 0; index < 100_000; index += 1) if (isOne(`x.y.d${String(index)}.example`)) hits += 1
    const ms = performance.now() - before
    expect(hits).toBe(list.filter((entry) => !entry.startsWith('*.')).length)
    return ms
  }
  took(entries.slice(0, 10))
  // Walking a list would take a thousand times as long; the factor leaves room for a busy machine.
  expect(took(entries)).toBeLessThan(took(entries.slice(0, 10)) * 20 + 50)
})

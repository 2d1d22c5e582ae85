// Pasted lines: what becomes an entry, what stands there already, and what is refused with its reason.
import { describe, expect, test } from 'vitest'
import { acceptDomain, acceptExtension, acceptText, readLines } from '../../../src/renderer/screens/settings/entries.ts'

describe('pasted lines', () => {
  test('are trimmed, empty ones dropped, and what is there already is counted, whatever its case', () => {
    const reading = readLines('  one.example\r\n\n TWO.example\nOne.Example\n', ['two.example'], acceptDomain, 10)
    expect(reading).toEqual({ added: ['one.example'], known: 2, refused: [] })
  })

  test('beyond the size of the list are refused, and those before them are not', () => {
    const reading = readLines('a\nb\nc', ['x'], acceptText(5), 3)
    expect(reading.added).toEqual(['a', 'b'])
    expect(reading.refused).toEqual([{ line: 'c', because: 'the list holds no more than 3 entries' }])
  })

  test('by the thousand are read at once', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `host-${index}.example`).join('\n')
    expect(readLines(text, [], acceptDomain, 5000).added).toHaveLength(5000)
  })

  test.each([
    ['example.org', 'example.org'],
    ['*.Example.ORG', '*.example.org'],
    ['**.example.org', '**.example.org'],
    ['https://files.example.org/a/b?c=d', 'files.example.org'],
    ['files.example.org:8443', 'files.example.org'],
    ['@example.org', 'example.org'],
    ['example.org.', 'example.org'],
    ['bücher.example', 'bücher.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example']
  ])('“%s” is the domain %s', (line, entry) => {
    expect(acceptDomain(line)).toEqual({ ok: true, entry })
  })

  test.each([
    'somebody@example.org',
    'files.*.example.org',
    '*example.org',
    '***.example.org',
    '*',
    'two words.example',
    'example',
    'example..org',
    '-a.example',
    `${'a'.repeat(64)}.example`,
    `${'abcdefgh.'.repeat(40)}example`
  ])('“%s” is no domain', (line) => {
    expect(acceptDomain(line).ok).toBe(false)
  })

  test.each([
    ['.TMP', 'tmp'],
    ['*.log', 'log'],
    ['tar.gz', 'tar.gz']
  ])('“%s” is the file type %s', (line, entry) => {
    expect(acceptExtension(line)).toEqual({ ok: true, entry })
  })

  test.each(['a b', '*', '.', 'abcdefghijklmnopq', 'tmp/'])('“%s” is no file type', (line) => {
    expect(acceptExtension(line).ok).toBe(false)
  })
})

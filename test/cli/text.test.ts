import { describe, expect, test } from 'vitest'
import { documentOf, documentText } from '../../src/main/cli/document.ts'
import { progressText } from '../../src/main/cli/progress.ts'
import { grouped, pairs, plain, table } from '../../src/main/cli/table.ts'
import { openZone } from '../../src/main/cli/zone.ts'

describe('documents', () => {
  test('times become ISO 8601 under the names of the contract, durations stay numbers', () => {
    const atMs = Date.UTC(2026, 2, 12, 16, 40)
    const at = '2026-03-12T16:40:00.000Z'
    expect(
      documentOf({
        firstAtMs: atMs,
        lastAtMs: null,
        detectedMs: atMs,
        updatedMs: atMs,
        lastSeenMs: atMs,
        durationMs: 40,
        rows: [{ atMs }],
        fromMs: atMs
      })
    ).toEqual({
      firstAt: at,
      lastAt: null,
      detectedAt: at,
      updatedAt: at,
      lastSeen: at,
      durationMs: 40,
      rows: [{ at }],
      from: at
    })
  })

  test('characters that a terminal would obey are escaped and still read back as they were', () => {
    const hostile = { path: 'a\u001b[2Jb\u009bc\u202edocx.exe' }
    const text = documentText(hostile)
    expect(text).not.toMatch(/[\u001b\u009b\u202e]/)
    expect(JSON.parse(text)).toEqual(hostile)
  })
})

describe('text', () => {
  test('columns line up, numbers on the right', () => {
    const rows = [
      { name: 'a', count: 5 },
      { name: 'longer', count: 1200 }
    ]
    const shown = table(
      [
        { head: 'name', cell: ({ name }) => name },
        { head: 'n', isNumber: true, cell: ({ count }) => count }
      ],
      rows
    )
    expect(shown).toBe('name       n\na          5\nlonger  1200')
    expect(table([{ head: 'name', cell: () => '' }], [])).toBe('nothing to list')
    expect(
      pairs([
        ['a', 1],
        ['bcd', null],
        ['ef', 'x']
      ])
    ).toBe('a   1\nef  x')
  })

  test('evidence cannot move the cursor, start a line or turn the direction', () => {
    expect(plain('a\u001b[31mred\u0007\r\nb\u202ec')).toBe('a\ufffd[31mred\ufffd  b\ufffdc')
    expect(grouped(1234567)).toBe('1 234 567')
  })

  test('the progress line fits the terminal', () => {
    const progress = {
      isRunning: true,
      phase: 'reading',
      files: 3,
      filesDone: 1,
      currentFile: null,
      bytes: 1000,
      bytesDone: 500,
      rowsRead: 12_000,
      kept: 0,
      duplicate: 0,
      rejected: 0,
      eventsPerSecond: 20_000,
      startedMs: 0
    } as const
    expect(progressText(progress, 100)).toBe('[############............]  50%  12 000 rows  20 000/s  file 2 of 3')
    expect(progressText(progress, 30)).toHaveLength(29)
  })
})

describe('the zone of a workspace', () => {
  test('times are said with the offset that holds at that moment', () => {
    const berlin = openZone('Europe/Berlin')
    expect(berlin.say(Date.UTC(2026, 2, 28, 12))).toBe('2026-03-28T13:00:00+01:00')
    expect(berlin.say(Date.UTC(2026, 2, 29, 12))).toBe('2026-03-29T14:00:00+02:00')
    expect(openZone('Asia/Kolkata').say(0)).toBe('1970-01-01T05:30:00+05:30')
    expect(openZone('UTC').say(0)).toBe('1970-01-01T00:00:00+00:00')
  })

  test('a day begins and ends at its own midnights, also when the clock is moved on it', () => {
    const berlin = openZone('Europe/Berlin')
    const day = { kind: 'day', day: Date.UTC(2026, 2, 29) / 86_400_000 } as const
    expect(new Date(berlin.from(day)).toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(new Date(berlin.until(day)).toISOString()).toBe('2026-03-29T22:00:00.000Z')
    const newYork = openZone('America/New_York')
    const autumn = { kind: 'day', day: Date.UTC(2026, 10, 1) / 86_400_000 } as const
    expect((newYork.until(autumn) - newYork.from(autumn)) / 3_600_000).toBe(25)
  })
})

// Records of CEF beyond the fixtures: times and severities as senders write them.
import { describe, expect, it } from 'vitest'
import { severityOf } from '../../src/main/intake/normalise/cef/severity.ts'
import { readSyslogHead } from '../../src/main/intake/normalise/cef/syslog.ts'
import { cefTime } from '../../src/main/intake/normalise/cef/time.ts'
import { openYears } from '../../src/main/intake/normalise/cef/years.ts'
import { openZone } from '../../src/main/intake/normalise/zone.ts'

const berlin = openZone('Europe/Berlin')

describe('times', () => {
  it.each([
    ['1770279300123', '2026-02-05T08:15:00.123Z'],
    ['1770279300', '2026-02-05T08:15:00.000Z'],
    ['2026-02-05T09:15:00.123456', '2026-02-05T08:15:00.123Z'],
    ['2026-02-05 09:15:00+02:00', '2026-02-05T07:15:00.000Z'],
    ['2026/02/05 09:15:00', '2026-02-05T08:15:00.000Z'],
    ['Feb 05 2026 09:15:00', '2026-02-05T08:15:00.000Z'],
    ['Feb 05 2026 09:15:00.250 UTC', '2026-02-05T09:15:00.250Z'],
    ['Feb 05 2026 09:15:00 GMT-05:00', '2026-02-05T14:15:00.000Z'],
    ['Thu Feb  5 09:15:00 2026', '2026-02-05T08:15:00.000Z'],
    ['févr. 05 2026 09:15:00 GMT', '2026-02-05T09:15:00.000Z'],
    ['déc. 01 2025 13:40:34 GMT', '2025-12-01T13:40:34.000Z'],
    ['août 29 2025 14:51:57 GMT', '2025-08-29T14:51:57.000Z'],
    ['juil. 14 2025 14:51:57 GMT', '2025-07-14T14:51:57.000Z'],
    ['juin 14 2025 14:51:57 GMT', '2025-06-14T14:51:57.000Z'],
    ['mars 14 2025 14:51:57 GMT', '2025-03-14T14:51:57.000Z'],
    ['Mai 14 2025 14:51:57 GMT', '2025-05-14T14:51:57.000Z'],
    ['Dez. 01 2025 13:40:34 GMT', '2025-12-01T13:40:34.000Z']
  ])('%s is read as it was meant', (written, expected) => {
    const time = cefTime(written, berlin)
    expect(time?.kind === 'moment' && new Date(time.atMs).toISOString()).toBe(expected)
  })

  it.each([
    '',
    'yesterday',
    'Foo 05 2026 09:15:00',
    'Feb 31 2026 09:15:00',
    'Feb 05 2026 25:15:00',
    '17',
    'Feb 05 1026 09:15:00'
  ])('%s is no time', (written) => {
    expect(cefTime(written, berlin)).toBeNull()
  })

  it('without a year take the one that is nearest to what the file says', () => {
    const years = openYears()
    const december = cefTime('Dec 31 23:59:59', berlin)
    if (december === null) throw new Error('a time without a year is a time')
    expect(years.momentOf(december)).toBeNaN()
    years.see(Date.UTC(2026, 0, 1, 0, 0, 5))
    expect(new Date(years.momentOf(december)).toISOString()).toBe('2025-12-31T22:59:59.000Z')
    years.see(Date.UTC(2026, 11, 31))
    expect(new Date(years.momentOf(december)).toISOString()).toBe('2026-12-31T22:59:59.000Z')
    const leap = cefTime('Feb 29 12:00:00', berlin)
    expect(leap === null ? '' : new Date(years.momentOf(leap)).toISOString()).toBe('2028-02-29T11:00:00.000Z')
  })
})

it.each([
  ['<134>Feb  4 09:00:01 proxy-1 ', 'Feb  4 09:00:01', 'proxy-1'],
  ['<134>Feb 14 2026 09:00:01 proxy-1: ', 'Feb 14 2026 09:00:01', 'proxy-1'],
  ['<134>1 2026-02-04T09:00:02.500Z proxy-1 app - - - ', '2026-02-04T09:00:02.500Z', 'proxy-1'],
  ['2026-02-04T09:00:02+01:00 proxy-1', '2026-02-04T09:00:02+01:00', 'proxy-1'],
  ['<134>', '', ''],
  ['', '', '']
])('the head "%s" says when and where', (prefix, time, host) => {
  expect(readSyslogHead(prefix)).toEqual({ time, host })
})

it.each([
  ['0', 'none'],
  ['1', 'low'],
  ['3', 'low'],
  ['4', 'medium'],
  ['6', 'medium'],
  ['7', 'high'],
  ['10', 'high'],
  ['11', 'none'],
  ['Very-High', 'high'],
  ['medium', 'medium'],
  ['Unknown', 'none'],
  ['', 'none']
])('severity %s is %s', (written, severity) => {
  expect(severityOf(written)).toBe(severity)
})

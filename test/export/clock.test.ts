import { expect, test } from 'vitest'
import { dayOrMinute, openClock } from '../../src/main/export/clock.ts'

test('a time is told with the offset that the zone had at that moment, also in the hour that happens twice', () => {
  const clock = openClock('Europe/Berlin')
  expect(clock?.iso(Date.parse('2026-03-29T00:59:59.500Z'))).toBe('2026-03-29T01:59:59.500+01:00')
  expect(clock?.iso(Date.parse('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00:00.000+02:00')
  expect(clock?.minute(Date.parse('2026-10-25T00:30:00Z'))).toBe('25 Oct 2026 02:30 +02:00')
  expect(clock?.minute(Date.parse('2026-10-25T01:30:00Z'))).toBe('25 Oct 2026 02:30 +01:00')
})

test('offsets of a quarter of an hour and west of Greenwich are written out', () => {
  expect(openClock('Asia/Kathmandu')?.iso(0)).toBe('1970-01-01T05:30:00.000+05:30')
  expect(openClock('Asia/Kathmandu')?.iso(Date.parse('2026-01-01T00:00:00Z'))).toBe('2026-01-01T05:45:00.000+05:45')
  expect(openClock('America/St_Johns')?.iso(Date.parse('2026-01-01T00:00:00Z'))).toBe('2025-12-31T20:30:00.000-03:30')
})

test('midnight is a day, any other time has its minute', () => {
  const clock = openClock('UTC')
  expect(clock && dayOrMinute(clock, Date.parse('2026-01-01T00:00:00Z'))).toBe('1 Jan 2026')
  expect(clock && dayOrMinute(clock, Date.parse('2026-01-01T00:01:00Z'))).toBe('1 Jan 2026 00:01 +00:00')
})

test('an unknown zone is refused', () => {
  expect(openClock('Mars/Olympus')).toBeNull()
})

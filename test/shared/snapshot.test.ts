import { describe, expect, it } from 'vitest'
import { dayText } from '../../src/shared/domain/day.ts'
import { sayBetween, snapshotDay } from '../../src/shared/domain/snapshot.ts'

const dayOf = (path: string): string | null => {
  const day = snapshotDay(path)
  return day === null ? null : dayText(day)
}

describe('the day of a snapshot', () => {
  it.each([
    ['/ldap/2010-03.csv', '2010-03-01'],
    ['C:\\ldap\\people_201003.csv.gz', '2010-03-01'],
    ['/ldap/2010-03-31.ldif', '2010-03-31'],
    ['ldap-20100331.ldif', '2010-03-31'],
    ['ldap_2010.03.31_0600.ldif', '2010-03-31'],
    ['2010-03 as of 2010-04-02.csv', '2010-04-02'],
    ['2010-03-31 copy of 20100331.csv', '2010-03-31'],
    ['archive.zip/2012-02-29.csv', '2012-02-29']
  ])('%s: %s', (path, day) => {
    expect(dayOf(path)).toBe(day)
  })

  it.each([
    '/2010-03/people.csv',
    'people.csv',
    '2010.csv',
    '2010-13.csv',
    '2010-02-30.csv',
    '2011-02-29.csv',
    '2010-03-311.csv',
    '2010-03-2.csv',
    '31-03-2010.csv',
    '1201003.csv',
    'export-20100331120000.csv',
    '2010-03 and 2010-04.csv'
  ])('%s: none', (path) => {
    expect(dayOf(path)).toBeNull()
  })
})

it('a change between two snapshots is said with both days', () => {
  expect(sayBetween({ earlierDay: 0, laterDay: 31 })).toBe(
    'between 1970-01-01 and 1970-02-01, as two snapshots of the directory show'
  )
})

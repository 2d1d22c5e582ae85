/** What Human Resources exports: the leavers, a combined file with every scenario, and everybody's profile as a workbook. */
import { workbook } from './workbook.mjs'
/** @import { World } from './world.mjs' */
/** @import { Person } from './people.mjs' */

/** Semicolons, byte order mark, CRLF: a spreadsheet saved in Germany. @param {World} world */
export function leaversCsv(world) {
  const rows = world.people.flatMap(({ upn, leaver }) =>
    leaver ? [[upn, isoTime(leaver.resignedOn), isoTime(leaver.lastDay)]] : []
  )
  return Buffer.from(
    `\uFEFF${[['EmailAddress', 'ResignationDate', 'LastWorkingDate'], ...rows].map((row) => `${row.join(';')}\r\n`).join('')}`
  )
}

const combinedColumns = [
  'HRScenario',
  'EmailAddress',
  'ResignationDate',
  'LastWorkingDate',
  'EffectiveDate',
  'Remarks',
  'Rating',
  'OldLevel',
  'NewLevel',
  'EmployeeFirstName',
  'EmployeeLastName',
  'EmployeeDept',
  'EmployeeCountry',
  'EmployeeRole'
]

/** Stressors of people outside the story, three resignations that leavers.csv has too, and a few profiles. @param {World} world */
export function combinedCsv(world) {
  const random = world.randomFor('human-resources')
  const parts = new Set(Object.values(world.part))
  const others = random.shuffle(world.people.filter((person) => !parts.has(person)))
  const leavers = [world.part.quietLeaver, world.part.librarian, world.part.engineer]
  /** @type {Record<string, string>[]} */
  const rows = [
    ...leavers.map(({ upn, leaver }) => ({
      HRScenario: 'Resignation',
      EmailAddress: upn,
      ResignationDate: isoTime(leaver?.resignedOn),
      LastWorkingDate: isoTime(leaver?.lastDay)
    })),
    ...others.slice(0, 4).map(({ upn }, index) => ({
      HRScenario: 'Job level change',
      EmailAddress: upn,
      EffectiveDate: `2026-03-${16 + index * 4}T08:00:00`,
      OldLevel: `${5 - (index % 2)}`,
      NewLevel: `${4 + (index % 2)}`,
      Remarks: index % 2 ? 'Promotion' : 'Team merged'
    })),
    ...others.slice(4, 8).map(({ upn }, index) => ({
      HRScenario: 'Performance review',
      EmailAddress: upn,
      EffectiveDate: `2026-04-${10 + index}T10:30:00.0000000Z`,
      Remarks: ['Targets missed, twice', 'Good year', 'Meets expectations', 'Late deliveries'][index] ?? '',
      Rating: `${[1, 4, 3, 2][index]}`
    })),
    ...others.slice(8, 11).map(({ upn }, index) => ({
      HRScenario: 'Performance improvement plan',
      EmailAddress: upn,
      EffectiveDate: `2026-03-${18 + index * 5}T09:15:00+01:00`,
      Remarks: 'Weekly talks with "buddy", for 90 days',
      Rating: '2'
    })),
    ...others.slice(11, 23).map((person) => ({
      HRScenario: 'Employee profile',
      EmailAddress: person.upn,
      EmployeeFirstName: person.first,
      EmployeeLastName: person.last,
      EmployeeDept: person.department.name,
      EmployeeCountry: person.country,
      EmployeeRole: person.title
    }))
  ]
  return Buffer.from(
    [combinedColumns, ...rows.map((row) => combinedColumns.map((column) => quoted(row[column] ?? '')))]
      .map((row) => `${row.join(',')}\n`)
      .join('')
  )
}

/** @param {World} world */
export function profilesWorkbook(world) {
  const columns = [
    'EmailAddress',
    'First name',
    'Last name',
    'Job title',
    'Department',
    'Country',
    'Manager',
    'Hire date',
    'Last working date',
    'Working days per week'
  ]
  return workbook('Profiles', [columns, ...world.people.map(profile)])
}

/** @param {Person} person */
function profile(person) {
  return [
    person.upn,
    person.first,
    person.last,
    person.title,
    person.department.name,
    person.country,
    person.managerUpn,
    person.hiredOn,
    person.leaver?.lastDay ?? '',
    String(person.weekdays.length)
  ]
}

/** @param {string | undefined} day */
function isoTime(day) {
  return `${day}T00:00:00Z`
}

/** @param {string} text */
function quoted(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

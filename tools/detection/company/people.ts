/** The invented people of one company: who they are, when they work, how much they do. Names nobody who is not invented. */
import type { Calendar, Size } from './calendar.ts'
import { chanceOf, type Chance } from './chance.ts'
import { DEPARTMENTS, type Department } from './departments.ts'

export const DOMAIN = 'norrvik.example'

export interface Person {
  readonly index: number
  readonly address: string
  readonly first: string
  readonly last: string
  readonly department: Department
  readonly title: string
  readonly manager: string
  readonly hiredOn: string
  readonly puid: string
  readonly objectId: string
  readonly device: string
  readonly deviceId: string
  readonly oneDrive: string
  readonly office: string
  readonly home: string
  /** Share of days that begin at home. */
  readonly homeShare: number
  /** Weekday numbers, Monday 1; empty for people in shifts. */
  readonly weekdays: readonly number[]
  /** First day of the five days on and three days off of a shift. */
  readonly shiftOffset: number
  readonly startMinute: number
  readonly workMinutes: number
  /** Around 1: how much of everything. */
  readonly pace: number
  /** How often a day brings many times the usual. */
  readonly moodiness: number
  /** First day with any activity. */
  readonly joinsOn: number
  /** First and last day of a long absence; changed when somebody gets a part in a story. */
  away: readonly [number, number] | null
  /** Last working day where the person leaves. */
  leavesOn: number | null
}

export function makePeople(seed: number, calendar: Calendar, size: Size): readonly Person[] {
  const chance = chanceOf(seed, 'people')
  const count = chance.between(...size.people)
  const names = namesOf(chance, count)
  const people: Person[] = []
  for (const department of DEPARTMENTS) {
    const size = Math.max(4, Math.round(department.share * count))
    const lead = people.length
    for (let seat = 0; seat < size && people.length < count; seat += 1) {
      const manager = seat === 0 ? (people[0]?.address ?? '') : (people[lead]?.address ?? '')
      people.push(makePerson(chance, calendar, people.length, department, seat === 0, manager, names))
    }
  }
  return people
}

/** Whether somebody is at work on a day. */
export function isAtWork(person: Person, day: number, calendar: Calendar): boolean {
  if (day < person.joinsOn || (person.leavesOn !== null && day > person.leavesOn)) return false
  if (person.away !== null && day >= person.away[0] && day <= person.away[1]) return false
  if (person.department.hasShifts) return (day + person.shiftOffset) % 8 < 5
  return person.weekdays.includes(calendar.weekdayOf(day)) && !calendar.holidays.has(day)
}

function makePerson(
  chance: Chance,
  calendar: Calendar,
  index: number,
  department: Department,
  isLead: boolean,
  manager: string,
  names: readonly (readonly [string, string])[]
): Person {
  const [first, last] = names[index] ?? ['', '']
  const address = `${first}.${last}@${DOMAIN}`.toLowerCase()
  const isNew = !isLead && chance.happens(0.06)
  const joinsOn = isNew ? chance.between(7, calendar.days - 20) : 0
  const leave = chance.between(10, calendar.days - 15)
  return {
    index,
    address,
    first,
    last,
    department,
    title: isLead ? `Head of ${department.name}` : chance.pick(department.titles),
    manager,
    hiredOn: isNew
      ? calendar.dateOf(joinsOn)
      : `${chance.between(2008, 2023)}-0${chance.between(1, 9)}-${chance.between(10, 28)}`,
    puid: `10032${chance.hex(11)}`,
    objectId: chance.guid(),
    device: `NV-${String(4000 + index * 7)}`,
    deviceId: chance.hex(40),
    oneDrive: `https://norrvik-my.sharepoint.com/personal/${address.replace(/[.@]/g, '_')}`,
    office: `203.0.113.${1 + (index % 4)}`,
    home: `2001:db8:${(0x1000 + index).toString(16)}::7`,
    homeShare: department.hasShifts ? 0 : chance.pick([0, 0.2, 0.4, 0.6]),
    weekdays: chance.happens(0.15)
      ? chance.pick([
          [1, 2, 3, 4],
          [2, 3, 4],
          [1, 3, 5]
        ])
      : [1, 2, 3, 4, 5],
    shiftOffset: chance.between(0, 7),
    startMinute: department.hasShifts ? chance.pick([360, 360, 660]) : chance.between(420, 570),
    workMinutes: chance.between(430, 530),
    pace: chance.skewed(1, 0.45),
    moodiness: chance.pick([0.003, 0.008, 0.02]),
    joinsOn,
    away: chance.happens(0.5) ? [leave, leave + chance.pick([4, 6, 9, 13, 16])] : null,
    leavesOn: null
  }
}

const FIRST = (
  'Asta Birna Cilla Dagfinn Eskil Frida Gudmar Halla Ivar Jorunn Ketil Liv Magnhild Njal Oddny Petra Ragna Sigvard ' +
  'Torvi Unni Vigdis Yngve Arnbjorg Bersi Dotta Einride'
).split(' ')
const LAST = (
  'Brattholm Dalgrund Eikstrand Fjellvang Grimsrud Havnevik Isbakken Jordheim Kvernmo Lunderas Myrhaug Nordtun ' +
  'Ostnes Plogstad Rimfell Skogly Tindholt Ulvbekk Vasslien Westerbo'
).split(' ')

function namesOf(chance: Chance, count: number): readonly (readonly [string, string])[] {
  const all = FIRST.flatMap((first) => LAST.map((last) => [first, last] as const))
  return chance.some(all, count)
}

/** The 150 invented people of the company, with devices, habits and holidays. Names nobody who is not invented. */
import { cast } from './cast.mjs'
import { departments, tenant } from './company.mjs'
import { days, firstDay, isHoliday, weekdayOf } from './calendar.mjs'
import { mailboxName, names } from './names.mjs'
import { randomFor } from './random.mjs'
/** @import { Role } from './cast.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * @typedef {object} Person
 * @property {string} upn
 * @property {string} first
 * @property {string} last
 * @property {string} title
 * @property {(typeof departments)[number]} department
 * @property {string} country
 * @property {string} managerUpn empty for the head of the company
 * @property {string} hiredOn
 * @property {string} objectId
 * @property {string} puid
 * @property {string} mailboxGuid
 * @property {string} sid
 * @property {string} device
 * @property {string} deviceId
 * @property {string} officeAddress
 * @property {string} homeAddress
 * @property {string} oneDriveUrl
 * @property {readonly number[]} weekdays working days, Monday 1
 * @property {number} startMinute local minute of the day when work begins
 * @property {number} workMinutes
 * @property {number} busyness around 1
 * @property {readonly [string, string] | undefined} vacation first and last day
 * @property {{resignedOn: string, lastDay: string} | undefined} leaver
 */

/** @param {number} seed @returns {{people: readonly Person[], part: Readonly<Record<Role, Person>>}} */
export function makePeople(seed) {
  const random = randomFor(seed, 'people')
  const taken = new Set(Object.values(cast).map((part) => mailboxName(part.first, part.last)))
  /** @type {Person[]} */
  const people = []
  const part = /** @type {Record<Role, Person>} */ ({})
  for (const department of departments) {
    const roles = /** @type {[Role, (typeof cast)[Role]][]} */ (Object.entries(cast)).filter(
      ([, played]) => played.department === department.name
    )
    const team = []
    for (let seat = 0; seat < department.headcount; seat++) {
      const isLead = seat === 0
      const role = isLead ? undefined : roles[seat - 1]
      const drawn = role?.[1] ?? drawName(random, taken)
      const title = role?.[1].title ?? (isLead ? `Head of ${department.name}` : random.pick(department.titles))
      const person = settle(random, people.length + team.length, { ...drawn, title }, department, role?.[1].leaver)
      if (role) Object.assign(person, { vacation: undefined, weekdays: [1, 2, 3, 4, 5] })
      if (role) part[role[0]] = person
      person.managerUpn = isLead ? (people[0]?.upn ?? '') : (team[0]?.upn ?? '')
      team.push(person)
    }
    people.push(...team)
  }
  return { people, part }
}

/** Whether somebody is at work: not on a free weekday, a holiday, a vacation, or after the last day. @param {Person} person @param {string} day */
export function isAtWork(person, day) {
  const isAway = person.vacation !== undefined && day >= person.vacation[0] && day <= person.vacation[1]
  return person.weekdays.includes(weekdayOf(day)) && !isHoliday(person.country, day) && !isAway && !hasLeft(person, day)
}

/** @param {Person} person @param {string} day */
export function hasLeft(person, day) {
  return person.leaver !== undefined && day > person.leaver.lastDay
}

/** A name that nobody has yet, from a country by its share. @param {Random} random @param {Set<string>} taken */
function drawName(random, taken) {
  for (;;) {
    let roll = random.next()
    const [country, stock] = Object.entries(names).find(([, { share }]) => (roll -= share) < 0) ?? nobody()
    const first = random.pick(stock.first)
    const last = random.pick(stock.last)
    if (taken.has(mailboxName(first, last))) continue
    taken.add(mailboxName(first, last))
    return { first, last, country }
  }
}

/** @returns {never} */
function nobody() {
  throw new Error('The shares of the countries do not add up to one.')
}

/**
 * @param {Random} random
 * @param {number} number of the person in the company
 * @param {{first: string, last: string, country: string, title: string}} drawn
 * @param {(typeof departments)[number]} department
 * @param {Person['leaver']} leaver
 * @returns {Person}
 */
function settle(random, number, drawn, department, leaver) {
  const upn = `${mailboxName(drawn.first, drawn.last)}@${tenant.domain}`
  const objectId = random.guid()
  return {
    upn,
    first: drawn.first,
    last: drawn.last,
    title: drawn.title,
    department,
    country: drawn.country,
    managerUpn: '',
    hiredOn: `${random.int(2009, 2025)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    objectId,
    puid: `100320${random.hex(10)}`,
    mailboxGuid: random.relative(objectId),
    sid: `S-1-5-21-1004336348-1177238915-682003330-${1100 + number}`,
    device: `LK-LT-${String(200 + number * 3).padStart(4, '0')}`,
    deviceId: random.hex(40),
    officeAddress: `203.0.113.${10 + Object.keys(names).indexOf(drawn.country)}`,
    homeAddress: random.chance(0.15)
      ? `2001:db8:${random.hex(4)}::${random.hex(2)}`
      : `198.51.100.${1 + (number % 250)}`,
    oneDriveUrl: `${tenant.oneDrive}/personal/${upn.replace(/[.@]/g, '_')}`,
    weekdays: random.chance(0.12)
      ? random.pick([
          [1, 2, 3, 4],
          [1, 2, 4],
          [2, 3, 4, 5]
        ])
      : [1, 2, 3, 4, 5],
    startMinute: random.int(420, 560),
    workMinutes: random.int(450, 530),
    busyness: 0.6 + random.next() * 0.8,
    vacation: drawVacation(random),
    leaver
  }
}

/** Most people take some days in the eight weeks, many of them around Easter. @param {Random} random @returns {Person['vacation']} */
function drawVacation(random) {
  if (random.chance(0.3)) return undefined
  const start = random.chance(0.5) ? days.indexOf('2026-03-30') + random.int(-2, 7) : random.int(0, 50)
  return [days[start] ?? firstDay, days[Math.min(days.length - 1, start + random.int(1, 10))] ?? firstDay]
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, '0')
}

/** The ordinary days of everybody: a weekly rhythm, holidays, part-time, now and then a weekend. Nobody here is up to anything. */
import { atLocal, days, weekdayOf } from '../calendar.mjs'
import { hasLeft, isAtWork } from '../people.mjs'
import { addDesk } from './desk.mjs'
import { addFileWork } from './file-work.mjs'
import { addMailWork } from './mail-work.mjs'
/** @import { World } from '../world.mjs' */
/** @import { Random } from '../random.mjs' */
/** @import { Person } from '../people.mjs' */

/**
 * @typedef {object} Shift one person's day
 * @property {World} world
 * @property {Random} random
 * @property {Person} person
 * @property {string} day
 * @property {number} busyness around 1
 * @property {() => number} moment a time within the shift, UTC milliseconds
 */

/** Fridays are short; weekends are nearly empty. */
const weekdayBusyness = [0, 1, 1.1, 1.1, 1, 0.75, 0.3, 0.3]

/** @param {World} world */
export function addOrdinaryDays(world) {
  for (const person of world.people) {
    const random = world.randomFor(`noise/${person.upn}`)
    for (const day of days) {
      const isWorking = isAtWork(person, day) ? !random.chance(0.02) : !hasLeft(person, day) && random.chance(0.012)
      if (isWorking) addShift(world, random, person, day)
    }
  }
}

/** @param {World} world @param {Random} random @param {Person} person @param {string} day */
function addShift(world, random, person, day) {
  const busyness = person.busyness * (weekdayBusyness[weekdayOf(day)] ?? 1)
  const moment = () => atLocal(person.country, day, person.startMinute) + random.int(0, person.workMinutes * 60) * 1000
  const shift = { world, random, person, day, busyness, moment }
  addDesk(shift)
  addMailWork(shift)
  addFileWork(shift)
}

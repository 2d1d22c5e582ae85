/** What the directory records when somebody has gone: the account is deleted on the next working day. */
import { DAY_MS, dayOf, days, msOfDay, weekdayOf } from './calendar.mjs'
import { addDirectoryChange } from './records/sign-in.mjs'
/** @import { World } from './world.mjs' */

/** @param {World} world */
export function addDepartures(world) {
  const random = world.randomFor('departures')
  const administrator = world.people.find(({ department }) => department.name === 'Information Technology')
  if (!administrator) throw new Error('The sample company has nobody in Information Technology.')
  for (const person of world.people) {
    if (!person.leaver) continue
    let day = dayOf(msOfDay(person.leaver.lastDay) + DAY_MS)
    while (weekdayOf(day) > 5) day = dayOf(msOfDay(day) + DAY_MS)
    if (days.includes(day))
      addDirectoryChange(
        world,
        random,
        administrator,
        msOfDay(day) + random.int(8 * 3600, 11 * 3600) * 1000,
        'Delete user.',
        person
      )
  }
}

/** Guests and anonymous visitors who open what was shared with them, in every spelling that SharePoint uses for them. */
import { days, msOfDay, weekdayOf } from '../calendar.mjs'
import { customers, suppliers, tenant } from '../company.mjs'
import { target } from '../records/file.mjs'
import { correlationId, head } from '../records/head.mjs'
/** @import { World } from '../world.mjs' */
/** @import { Random } from '../random.mjs' */
/** @import { LibraryFile } from '../library.mjs' */

/** @param {World} world */
export function addGuests(world) {
  const random = world.randomFor('guests')
  const guests = [...customers, ...suppliers].flatMap((domain) => [`purchasing@${domain}`, `planning@${domain}`])
  for (const day of days.filter((day) => weekdayOf(day) < 6)) {
    for (let left = random.times(4); left > 0; left--) {
      const address = random.pick(guests)
      const isMember = random.chance(0.4)
      const userId = isMember
        ? `${address.replace('@', '_')}#EXT#@${tenant.organizationName}`
        : `urn:spo:guest#${address}`
      const file = random.pick(world.library.site(random.pick(['Sales-CRM', 'Customer-Care', 'Engineering'])))
      const atMs = msOfDay(day) + random.int(7 * 3600, 17 * 3600) * 1000
      addVisit(
        world,
        random,
        atMs,
        userId,
        isMember ? 10 : 0,
        random.pick(['FileAccessed', 'FileAccessed', 'FileDownloaded']),
        file
      )
    }
  }
}

/** Somebody with a link and no name. @param {World} world @param {Random} random @param {number} atMs @param {LibraryFile} file */
export function addAnonymousDownload(world, random, atMs, file) {
  addVisit(world, random, atMs, `urn:spo:anon#${random.hex(40)}`, 0, 'FileDownloaded', file)
}

/** @param {World} world @param {Random} random @param {number} atMs @param {string} userId @param {number} userType @param {string} operation @param {LibraryFile} file */
function addVisit(world, random, atMs, userId, userType, operation, file) {
  world.add(atMs, {
    ...head(random, atMs, { operation, recordType: 6, userKey: userId, userType }),
    Workload: file.place.workload,
    ClientIP: `192.0.2.${random.int(10, 240)}`,
    UserId: userId,
    CorrelationId: correlationId(random),
    EventSource: 'SharePoint',
    IsManagedDevice: false,
    ItemType: 'File',
    UserAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:148.0) Gecko/20100101 Firefox/148.0',
    ...target(file)
  })
}

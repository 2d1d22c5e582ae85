/**
 * The second taker. A sales manager is given notice on 9 April: she mails customer lists to her private address on seven working
 * days, syncs the CRM exports and her OneDrive, and fills a USB stick on the day before her last one. She hides nothing.
 */
import { atClock, MINUTE_MS } from '../calendar.mjs'
import { freemail, labels } from '../company.mjs'
import { newFile } from '../library.mjs'
import { addRemovableCopy, devicePath } from '../records/endpoint.mjs'
import { addFile } from '../records/file.mjs'
import { addMail } from '../records/mail.mjs'
/** @import { World } from '../world.mjs' */
/** @import { LibraryFile } from '../library.mjs' */

const privateAddress = `leonor.private@${freemail}`

/** Day, how many mails. */
const mailDays = /** @type {const} */ ([
  ['2026-04-10', 1],
  ['2026-04-13', 2],
  ['2026-04-14', 2],
  ['2026-04-15', 3],
  ['2026-04-16', 2],
  ['2026-04-17', 3],
  ['2026-04-20', 4]
])

/** @param {World} world */
export function addSalesManager(world) {
  const lists = mailLists(world)
  const synced = syncBeforeLeaving(world)
  fillStick(world, [...lists, ...synced])
}

/** Each list is downloaded from the CRM and goes out within the hour, two to a mail. @param {World} world */
function mailLists(world) {
  const person = world.part.salesManager
  const random = world.randomFor('taker/sales-manager/mail')
  const place = first(world.library.site('Sales-CRM')).place
  const regions = [
    'Iberia-North',
    'Iberia-South',
    'Atlantic-Islands',
    'Biscay',
    'Ebro-Valley',
    'Algarve',
    'Galicia',
    'Levante',
    'Minho'
  ]
  /** @type {LibraryFile[]} */
  const lists = []
  for (const [day, count] of mailDays) {
    for (let mail = 0; mail < count; mail++) {
      const sentAt = atClock(person.country, day, '11:20') + mail * 95 * MINUTE_MS + random.int(0, 20) * MINUTE_MS
      const region = regions[lists.length % regions.length]
      const pair = [
        `Customers_${region}_2026-${lists.length + 1}.xlsx`,
        `Prices_${region}_2026-${lists.length + 2}.xlsx`
      ].map((name) => newFile(random, place, 'Shared Documents/Exports', name, labels.confidential))
      for (const [index, file] of pair.entries())
        addFile(world, random, person, sentAt - (40 - index) * MINUTE_MS, 'FileDownloaded', file)
      addMail(world, random, person, sentAt, {
        subject: `Fwd: lists ${region}`,
        recipients: [privateAddress],
        attachments: pair
      })
      lists.push(...pair)
    }
  }
  return lists
}

/** @param {World} world */
function syncBeforeLeaving(world) {
  const person = world.part.salesManager
  const random = world.randomFor('taker/sales-manager/sync')
  const exports = world.library.site('Sales-CRM').slice(0, 168)
  const own = world.library.own(person)
  for (const [index, file] of exports.entries())
    addFile(
      world,
      random,
      person,
      atClock(person.country, '2026-04-14', '19:32') + index * 14_000,
      'FileSyncDownloadedFull',
      file
    )
  for (const [index, file] of own.entries())
    addFile(
      world,
      random,
      person,
      atClock(person.country, '2026-04-16', '18:50') + index * 11_000,
      'FileSyncDownloadedFull',
      file
    )
  return [...exports, ...own]
}

/** @param {World} world @param {readonly LibraryFile[]} files */
function fillStick(world, files) {
  const person = world.part.salesManager
  const random = world.randomFor('taker/sales-manager/stick')
  const drive = { Manufacturer: 'Pebble', Model: 'Pocket Drive 256', SerialNumber: 'PD25600419' }
  for (const [index, file] of files.entries())
    addRemovableCopy(
      world,
      random,
      person,
      atClock(person.country, '2026-04-21', '16:04') + index * 24_000,
      devicePath(person, 'OneDrive - Larkfield Instruments', file.name),
      file.sizeBytes,
      drive
    )
}

/** @template T @param {readonly T[]} list @returns {T} */
function first(list) {
  const [item] = list
  if (item === undefined) throw new Error('A library of the sample is empty.')
  return item
}

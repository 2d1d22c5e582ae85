/** Decoys that move many files and mean nothing by it: the records manager, the backup client, the weekly night sync, a new laptop, a clean-up. */
import { atClock, DAY_MS, days, msOfDay, weekdayOf } from '../calendar.mjs'
import { tenant } from '../company.mjs'
import { newFile, placeAt } from '../library.mjs'
import { hasLeft, isAtWork } from '../people.mjs'
import { target, addFile } from '../records/file.mjs'
import { correlationId, head } from '../records/head.mjs'
import { addMail } from '../records/mail.mjs'
/** @import { World } from '../world.mjs' */

export const backupAccount = `svc-cloudbackup@${tenant.domain}`
export const ticket = 'INC0048213'

/** Downloads 150 to 250 scans on every working day of the eight weeks, before and after resigning alike. @param {World} world */
export function addLibrarian(world) {
  const person = world.part.librarian
  const random = world.randomFor('decoy/librarian')
  const archive = world.library.site('Records-Archive')
  for (const day of days.filter((day) => isAtWork(person, day))) {
    const start = atClock(person.country, day, '08:20')
    for (let left = random.int(150, 250); left > 0; left--)
      addFile(world, random, person, start + random.int(0, 28_000) * 1000, 'FileDownloaded', random.pick(archive))
  }
}

/** An application with an address of its own that copies some fifty files every night. @param {World} world */
export function addBackupClient(world) {
  const random = world.randomFor('decoy/backup')
  const application = random.guid()
  for (const day of days) {
    const start = msOfDay(day) + 22.5 * 3_600_000
    for (let left = random.int(30, 40); left > 0; left--) {
      const atMs = start + random.int(0, 3600) * 1000
      world.add(atMs, {
        ...head(random, atMs, {
          operation: left % 4 === 0 ? 'FileDownloaded' : 'FileSyncDownloadedFull',
          recordType: 6,
          userKey: `i:0i.t|00000003-0000-0ff1-ce00-000000000000|${application}`,
          userType: 5
        }),
        Workload: 'SharePoint',
        ClientIP: '203.0.113.200',
        UserId: backupAccount,
        ApplicationId: application,
        AuthenticationType: 'AppOnly',
        CorrelationId: correlationId(random),
        EventSource: 'SharePoint',
        ItemType: 'File',
        UserAgent: 'NightlyVaultBackup/4.2',
        ApplicationDisplayName: 'Nightly Vault Backup',
        ...target(random.pick(world.library.site(random.pick(world.library.sites))))
      })
    }
  }
}

/** A systems engineer whose own client syncs everything again on every Tuesday night, holidays or not. @param {World} world */
export function addNightSync(world) {
  const person = world.part.nightSyncer
  const random = world.randomFor('decoy/night-sync')
  const files = [...world.library.own(person), ...world.library.site('IT-Operations').slice(0, 130)]
  for (const day of days.filter((day) => weekdayOf(day) === 2 && !hasLeft(person, day))) {
    const start = msOfDay(day) + 1.5 * 3_600_000
    for (const [index, file] of files.entries())
      if (!random.chance(0.06))
        addFile(world, random, person, start + index * 22_000 + random.int(0, 9000), 'FileSyncDownloadedFull', file)
  }
}

/** A leaver gets a new laptop: about 600 files of her own OneDrive come down in one morning, and nothing goes out. @param {World} world */
export function addLaptopSwap(world) {
  const person = world.part.laptopSwapper
  const random = world.randomFor('decoy/laptop')
  const place = placeAt(world.seed, person.oneDriveUrl)
  const more = Array.from({ length: 596 }, (_, index) =>
    newFile(
      random,
      place,
      `Documents/Visits/${2019 + (index % 7)}`,
      `visit ${1000 + index}.${random.pick(['docx', 'xlsx', 'jpg'])}`
    )
  )
  addMail(world, random, person, atClock(person.country, '2026-04-13', '15:12'), {
    subject: `Ticket ${ticket}: laptop replacement`,
    recipients: [`servicedesk@${tenant.domain}`]
  })
  const swapped = { DeviceDisplayName: 'LK-LT-0988', MachineId: random.guid() }
  for (const [index, file] of [...world.library.own(person), ...more].entries())
    addFile(
      world,
      random,
      person,
      atClock(person.country, '2026-04-14', '08:35') + index * 16_000,
      'FileSyncDownloadedFull',
      file,
      swapped
    )
  addMail(world, random, person, atClock(person.country, '2026-04-14', '13:40'), {
    subject: `Re: Ticket ${ticket}: all files are back, thank you`,
    recipients: [`servicedesk@${tenant.domain}`]
  })
}

/** A project ends and its lead deletes what nobody needs any more, on three days; she stays. @param {World} world */
export function addProjectCleanup(world) {
  const person = world.part.clearer
  const random = world.randomFor('decoy/cleanup')
  const place = world.library.site('Engineering')[0]?.place ?? placeAt(world.seed, person.oneDriveUrl)
  for (const [day, count] of /** @type {const} */ ([
    ['2026-03-23', 120],
    ['2026-03-24', 210],
    ['2026-03-25', 160]
  ])) {
    const start = msOfDay(day) + DAY_MS * 0.4
    for (let index = 0; index < count; index++) {
      const file = newFile(
        random,
        place,
        'Shared Documents/Simulation/Gearbox-2023',
        `gearbox-run-${day.slice(8)}${String(index).padStart(3, '0')}.${random.pick(['xlsx', 'pdf', 'csv'])}`
      )
      addFile(world, random, person, start + index * 30_000, index % 5 === 0 ? 'FileDeleted' : 'FileRecycled', file)
    }
  }
}

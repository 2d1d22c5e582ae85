/**
 * The first taker. An engineer resigns on 1 April; his downloads from the priority site grow for four weeks, one evening brings
 * about 400 files, and within three days they are renamed, archived, sent out and cleaned up, all under names that can be followed.
 */
import { atClock, days, MINUTE_MS } from '../calendar.mjs'
import { cloudDrive, freemail, labels } from '../company.mjs'
import { newFile, placeAt } from '../library.mjs'
import { addAnonymousDownload } from '../noise/guests.mjs'
import { isAtWork } from '../people.mjs'
import { addDeviceRename, addEndpoint, addUpload, devicePath } from '../records/endpoint.mjs'
import { addFile, addLabelRemoval, addRename } from '../records/file.mjs'
import { addDesktopLabel, addSharing } from '../records/sharing.mjs'
/** @import { World } from '../world.mjs' */
/** @import { LibraryFile } from '../library.mjs' */

const eveningDay = '2026-04-15'
const eveningDownloads = 412

/** @param {World} world */
export function addEngineer(world) {
  const story = makeStory(world)
  growDownloads(story)
  const taken = downloadInOneEvening(story)
  hideOnDevice(story, taken.slice(0, 64), taken.slice(64, 100))
  const photos = hideInOneDrive(story, taken.slice(100, 145))
  shareOutside(story, photos)
  cleanUp(story, taken.slice(0, 64), photos)
}

/** @param {World} world */
function makeStory(world) {
  const person = world.part.engineer
  /** @param {string} day @param {string} clock local time */
  const at = (day, clock) => atClock(person.country, day, clock)
  return {
    world,
    person,
    random: world.randomFor('taker/engineer'),
    designs: world.library.site('Turbine-Designs'),
    at
  }
}
/** @typedef {ReturnType<typeof makeStory>} Story */

/** From 18 March on: about 15 a day, slowly towards 45, four fifths of them from the priority site. @param {Story} story */
function growDownloads({ world, person, random, designs, at }) {
  const busyDays = days.filter((day) => day >= '2026-03-18' && day < eveningDay && isAtWork(person, day))
  for (const [index, day] of busyDays.entries()) {
    for (let left = 15 + Math.round((index * 30) / busyDays.length) + random.int(-3, 3); left > 0; left--) {
      const file = random.chance(0.8) ? random.pick(designs) : random.pick(world.library.site('Engineering'))
      addFile(world, random, person, at(day, '09:10') + random.int(0, 560) * MINUTE_MS, 'FileDownloaded', file)
    }
  }
}

/** @param {Story} story */
function downloadInOneEvening({ world, person, random, designs, at }) {
  const taken = random.shuffle(designs).slice(0, eveningDownloads)
  for (const [index, file] of taken.entries())
    addFile(
      world,
      random,
      person,
      at(eveningDay, '18:41') + index * 27_000 + random.int(0, 20_000),
      'FileDownloaded',
      file
    )
  return taken
}

/** @param {number} index */
function photoPath(index) {
  return `IMG_${4010 + index}.jpg`
}

/** Drawings become holiday pictures, others go into three archives; labels come off first; then everything goes to a private cloud. @param {Story} story @param {readonly LibraryFile[]} renamed @param {readonly LibraryFile[]} archived */
function hideOnDevice({ world, person, random, at }, renamed, archived) {
  const uploadFrom = at('2026-04-16', '20:02')
  for (const [index, file] of renamed.entries()) {
    const original = devicePath(person, 'Downloads', file.name)
    const disguised = devicePath(person, 'Pictures\\Madeira', photoPath(index))
    const renameAt = at(eveningDay, '22:05') + index * 24_000
    if (index < 30)
      addDesktopLabel(
        world,
        random,
        person,
        renameAt - 12_000,
        'SensitivityLabelRemoved',
        original,
        file.label,
        undefined
      )
    addDeviceRename(world, random, person, renameAt, original, disguised, file.sizeBytes)
    addUpload(world, random, person, uploadFrom + index * 31_000, disguised, file.sizeBytes, cloudDrive)
  }
  for (const [index, name] of archiveNames.entries()) {
    const path = devicePath(person, 'Pictures\\Madeira', name)
    const sizeBytes = archived
      .filter((_, position) => position % 3 === index)
      .reduce((sum, file) => sum + file.sizeBytes, 0)
    addEndpoint(world, random, person, at(eveningDay, '22:36') + index * 240_000, 'ArchiveCreated', path, sizeBytes)
    addUpload(world, random, person, uploadFrom + 2_100_000 + index * 180_000, path, sizeBytes, cloudDrive)
  }
  for (const [index, file] of archived.entries())
    addUpload(
      world,
      random,
      person,
      uploadFrom + 2_700_000 + index * 40_000,
      devicePath(person, 'Downloads', file.name),
      file.sizeBytes,
      cloudDrive
    )
}

const archiveNames = ['Madeira-1.zip', 'Madeira-2.zip', 'Madeira-3.zip']

/** Others are copied to his own OneDrive under their names, lose their labels there and become pictures too. @param {Story} story @param {readonly LibraryFile[]} files */
function hideInOneDrive({ world, person, random, at }, files) {
  const place = placeAt(world.seed, person.oneDriveUrl)
  return files.map((original, index) => {
    const label = original.label ?? labels.confidential
    const copy = { ...newFile(random, place, 'Documents/Madeira', original.name, label), sizeBytes: original.sizeBytes }
    const name = `Madeira_${String(index + 1).padStart(3, '0')}.jpg`
    addFile(world, random, person, at('2026-04-16', '07:05') + index * 15_000, 'FileUploaded', copy)
    addLabelRemoval(world, random, person, at('2026-04-16', '07:20') + index * 15_000, copy, label)
    addRename(world, random, person, at('2026-04-16', '07:34') + index * 15_000, { ...copy, label: undefined }, name)
    return { ...copy, name, label: undefined }
  })
}

/** Links that need no name for most, an invitation to his private address for the rest. @param {Story} story @param {readonly LibraryFile[]} photos */
function shareOutside({ world, person, random, at }, photos) {
  const guest = {
    type: /** @type {const} */ ('Guest'),
    name: `rasmus.private@${freemail}`,
    eventData: '<Type>Edit</Type>'
  }
  for (const [index, photo] of photos.entries()) {
    const sharedAt = at('2026-04-17', '06:48') + index * 25_000
    if (index < 28) {
      addSharing(world, random, person, sharedAt, 'AnonymousLinkCreated', photo)
      addAnonymousDownload(world, random, at('2026-04-17', '19:10') + index * 21_000, photo)
    } else {
      addSharing(world, random, person, sharedAt, index % 2 === 0 ? 'SharingSet' : 'AddedToSecureLink', photo, guest)
    }
  }
}

/** On Friday night the copies in OneDrive go, on Saturday those on the device. @param {Story} story @param {readonly LibraryFile[]} renamed @param {readonly LibraryFile[]} photos */
function cleanUp({ world, person, random, at }, renamed, photos) {
  for (const [index, photo] of photos.entries()) {
    const goneAt = at('2026-04-17', '21:30') + index * 9_000
    addFile(world, random, person, goneAt, index % 3 === 0 ? 'FileDeleted' : 'FileRecycled', photo)
    if (index % 3 !== 0) addFile(world, random, person, goneAt + 900_000, 'FileDeletedFirstStageRecycleBin', photo)
  }
  const saturday = at('2026-04-18', '10:00')
  for (const [index, file] of renamed.entries())
    addEndpoint(
      world,
      random,
      person,
      saturday + index * 4_000,
      'FileDeleted',
      devicePath(person, 'Pictures\\Madeira', photoPath(index)),
      file.sizeBytes
    )
  for (const [index, name] of archiveNames.entries())
    addEndpoint(
      world,
      random,
      person,
      saturday + 300_000 + index * 5_000,
      'FileDeleted',
      devicePath(person, 'Pictures\\Madeira', name),
      1
    )
}

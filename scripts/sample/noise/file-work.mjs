/** Opening, editing, downloading and tidying files. An ordinary person downloads 0 to 12 files a day, most days one or two. */
import { addFile, addRename } from '../records/file.mjs'
import { extensionOf } from '../library.mjs'
/** @import { Shift } from './ordinary.mjs' */

const mostDownloads = 12

/** Days differ more than chance alone would make them: many quiet ones, some busy ones. */
const dayMoods = [0, 0.4, 0.8, 1, 1, 1.4, 2.4]

/** @param {Shift} shift */
export function addFileWork(shift) {
  const { random, person, busyness } = shift
  /** @param {string} operation @param {number} mean @param {number} [most] */
  const repeat = (operation, mean, most) => {
    for (let left = random.times(mean * busyness, most); left > 0; left--)
      addFile(shift.world, random, person, shift.moment(), operation, pickFile(shift))
  }
  repeat('FileAccessed', 0.44)
  repeat('FileDownloaded', person.department.downloads * random.pick(dayMoods), mostDownloads)
  repeat('FileModified', 0.3)
  repeat('FilePreviewed', 0.12)
  repeat('FileAccessedExtended', 0.08)
  repeat('FileModifiedExtended', 0.08)
  repeat('FileUploaded', 0.14)
  repeat('FileSyncDownloadedFull', 0.1)
  repeat('FileRecycled', 0.05)
  repeat('FileDeleted', 0.02)
  if (random.chance(0.03)) {
    const file = pickOwn(shift)
    addRename(
      shift.world,
      random,
      person,
      shift.moment(),
      file,
      `${file.name.split('.')[0]} final.${extensionOf(file.name)}`
    )
  }
}

/** @param {Shift} shift */
export function pickFile(shift) {
  const { world, random, person } = shift
  const roll = random.next()
  if (roll < 0.25) return pickOwn(shift)
  if (roll < 0.37) return random.pick(world.library.site('All-Company'))
  if (roll < 0.43) return random.pick(world.library.site(random.pick(openSites)))
  if (person.department.name === 'Engineering' && roll < 0.68) return random.pick(world.library.site('Turbine-Designs'))
  return random.pick(world.library.site(person.department.site))
}

const openSites = ['Brand-Studio', 'IT-Operations', 'Customer-Care']

/** @param {Shift} shift */
function pickOwn({ world, random, person }) {
  return random.pick(world.library.own(person))
}

/** What the device sensor sees (record type 63): copies to removable media, uploads, archives, renames, prints, deletions. */
import { extensionOf } from '../library.mjs'
import { head, spelled } from './head.mjs'

/** Where things go, in the sensor's numbers: 1 this device, 3 removable media, 4 a cloud. */
/** @type {Readonly<Record<string, number>>} */
const destinations = { FileCopiedToRemovableMedia: 3, FileUploadedToCloud: 4 }

/**
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} operation
 * @param {string} path the file on the device, after the operation
 * @param {number} sizeBytes
 * @param {Record<string, unknown>} [more]
 */
export function addEndpoint(world, random, person, atMs, operation, path, sizeBytes, more = {}) {
  world.add(atMs, {
    ...head(random, atMs, { operation, recordType: 63, userKey: person.objectId }),
    Workload: 'Endpoint',
    ClientIP: world.sessionOf(person, atMs).address,
    ObjectId: path,
    UserId: spelled(random, person.upn),
    Application: operation === 'FileUploadedToCloud' ? 'msedge.exe' : 'explorer.exe',
    DeviceName: person.device,
    MDATPDeviceId: person.deviceId,
    EnforcementMode: 1,
    FileExtension: extensionOf(path),
    FileSize: sizeBytes,
    FileType: extensionOf(path).toUpperCase(),
    Hidden: false,
    Platform: 1,
    RMSEncrypted: false,
    Sha1: random.hex(40),
    SourceLocationType: 1,
    DestinationLocationType: destinations[operation] ?? 1,
    ...more
  })
}

/**
 * A file sent to a site with a browser.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} path on the device
 * @param {number} sizeBytes
 * @param {string} domain
 */
export function addUpload(world, random, person, atMs, path, sizeBytes, domain) {
  addEndpoint(world, random, person, atMs, 'FileUploadedToCloud', path, sizeBytes, {
    TargetDomain: domain,
    OriginatingDomain: ''
  })
}

/**
 * A copy to a stick.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} path on the device
 * @param {number} sizeBytes
 * @param {{Manufacturer: string, Model: string, SerialNumber: string}} drive
 */
export function addRemovableCopy(world, random, person, atMs, path, sizeBytes, drive) {
  addEndpoint(world, random, person, atMs, 'FileCopiedToRemovableMedia', path, sizeBytes, {
    TargetFilePath: `E:\\${fileNameOf(path)}`,
    RemovableMediaDeviceAttributes: drive
  })
}

/**
 * A file renamed or moved on the device.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} fromPath
 * @param {string} toPath
 * @param {number} sizeBytes
 */
export function addDeviceRename(world, random, person, atMs, fromPath, toPath, sizeBytes) {
  addEndpoint(world, random, person, atMs, 'FileRenamed', toPath, sizeBytes, {
    PreviousFileName: fromPath,
    SourceFileName: fileNameOf(fromPath),
    DestinationFileName: fileNameOf(toPath)
  })
}

/** A folder of the person's own device. @param {import('../people.mjs').Person} person @param {string} folder @param {string} name */
export function devicePath(person, folder, name) {
  return `C:\\Users\\${person.upn.split('@')[0]}\\${folder}\\${name}`
}

/** @param {string} path */
function fileNameOf(path) {
  return path.slice(path.lastIndexOf('\\') + 1)
}

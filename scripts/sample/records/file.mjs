/** File operations in SharePoint and OneDrive: record type 6 for both, told apart by the workload. */
import { addressOf, extensionOf } from '../library.mjs'
import { correlationId, head, spelled } from './head.mjs'

const syncClient = 'Microsoft SkyDriveSync 26.021.0201.0003 ship; Windows NT 10.0 (22631)'

/**
 * One file operation by a person.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} operation
 * @param {import('../library.mjs').LibraryFile} file
 * @param {Record<string, unknown>} [more]
 */
export function addFile(world, random, person, atMs, operation, file, more = {}) {
  const session = world.sessionOf(person, atMs)
  const isSync = operation.startsWith('FileSync')
  world.add(atMs, {
    AppAccessContext: { AADSessionId: session.sessionId },
    ...head(random, atMs, { operation, recordType: 6, userKey: `i:0h.f|membership|${person.puid}@live.com` }),
    Workload: file.place.workload,
    ClientIP: session.address,
    UserId: spelled(random, person.upn),
    AuthenticationType: 'OAuth',
    BrowserName: isSync ? '' : session.browser,
    BrowserVersion: isSync ? '' : session.version,
    CorrelationId: correlationId(random),
    EventSource: 'SharePoint',
    IsManagedDevice: true,
    ItemType: 'File',
    ...target(file),
    Platform: session.platform,
    UserAgent: isSync ? syncClient : session.userAgent,
    DeviceDisplayName: person.device,
    ...(isSync ? { MachineId: machineOf(person), FileSyncBytesCommitted: String(file.sizeBytes) } : {}),
    ...(!isSync && random.chance(0.2) ? { FileSizeBytes: file.sizeBytes } : {}),
    ...more
  })
}

/**
 * The renaming of a file where it is.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {import('../library.mjs').LibraryFile} file
 * @param {string} newName
 */
export function addRename(world, random, person, atMs, file, newName) {
  addFile(world, random, person, atMs, 'FileRenamed', file, {
    DestinationRelativeUrl: file.folder,
    DestinationFileName: newName,
    DestinationFileExtension: extensionOf(newName)
  })
}

/**
 * The label taken off a file: old label by id and by name.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {import('../library.mjs').LibraryFile} file
 * @param {{id: string, name: string}} label
 */
export function addLabelRemoval(world, random, person, atMs, file, label) {
  addFile(world, random, person, atMs, 'FileSensitivityLabelRemoved', file, {
    SensitivityLabelId: '',
    OldSensitivityLabelId: label.id,
    SourceLabel: label.name,
    DestinationLabel: '',
    SensitivityLabelOwnerEmail: person.upn
  })
}

/** Where the record points, also for the records of services and guests. @param {import('../library.mjs').LibraryFile} file */
export function target(file) {
  return {
    ListId: file.place.listId,
    ListItemUniqueId: file.id,
    Site: file.place.siteId,
    WebId: file.place.webId,
    HighPriorityMediaProcessing: false,
    ListBaseType: 1,
    ListServerTemplate: file.place.workload === 'OneDrive' ? 700 : 101,
    ...(file.label ? { SensitivityLabelId: file.label.id } : {}),
    SourceFileExtension: extensionOf(file.name),
    SiteUrl: `${file.place.siteUrl}/`,
    SourceRelativeUrl: file.folder,
    SourceFileName: file.name,
    ObjectId: addressOf(file)
  }
}

/** @param {import('../people.mjs').Person} person */
function machineOf(person) {
  const digits = person.deviceId
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

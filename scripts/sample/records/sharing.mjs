/** Sharing in SharePoint and OneDrive (record type 14), and the labels that a desktop application sets (record type 83). */
import { target } from './file.mjs'
import { correlationId, head, spelled } from './head.mjs'

/**
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} operation
 * @param {import('../library.mjs').LibraryFile} file
 * @param {{type?: 'Member' | 'Guest', name?: string, eventData?: string, itemType?: 'File' | 'Folder'}} [to]
 */
export function addSharing(world, random, person, atMs, operation, file, to = {}) {
  const session = world.sessionOf(person, atMs)
  world.add(atMs, {
    AppAccessContext: { AADSessionId: session.sessionId },
    ...head(random, atMs, { operation, recordType: 14, userKey: `i:0h.f|membership|${person.puid}@live.com` }),
    Workload: file.place.workload,
    ClientIP: session.address,
    UserId: spelled(random, person.upn),
    BrowserName: session.browser,
    CorrelationId: correlationId(random),
    EventSource: 'SharePoint',
    ItemType: to.itemType ?? 'File',
    UserAgent: session.userAgent,
    EventData: to.eventData ?? '<Type>View</Type>',
    UniqueSharingId: random.relative(file.id),
    ...(to.name === undefined ? {} : { TargetUserOrGroupType: to.type ?? 'Member', TargetUserOrGroupName: to.name }),
    ...target(file)
  })
}

/**
 * A label set, changed or taken off in a desktop application.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {'SensitivityLabelApplied' | 'SensitivityLabelUpdated' | 'SensitivityLabelRemoved'} operation
 * @param {string} path on the device
 * @param {{id: string, name: string} | undefined} from
 * @param {{id: string, name: string} | undefined} to
 */
export function addDesktopLabel(world, random, person, atMs, operation, path, from, to) {
  const labelEventType = {
    SensitivityLabelApplied: 'LabelApplied',
    SensitivityLabelUpdated: 'LabelUpgraded',
    SensitivityLabelRemoved: 'LabelRemoved'
  }
  world.add(atMs, {
    ...head(random, atMs, { operation, recordType: 83, userKey: person.objectId }),
    Workload: 'PublicEndpoint',
    ClientIP: world.sessionOf(person, atMs).address,
    ObjectId: path,
    UserId: spelled(random, person.upn),
    Application: 'Explorer',
    DeviceName: person.device,
    Platform: 1,
    SensitivityLabelEventData: {
      ActionSource: 'Manual',
      LabelEventType: labelEventType[operation],
      SensitivityLabelId: to?.id ?? '',
      OldSensitivityLabelId: from?.id ?? '',
      SensitivityLabelOwnerEmail: person.upn
    },
    SensitivityLabelName: to?.name ?? '',
    OldSensitivityLabelName: from?.name ?? '',
    ContentType: 0
  })
}

/** Rows that no person made: SharePoint's and Exchange's own services, a service principal; about a tenth of the log. None may ever be scored. */
import { dayCount, startMs, DAY_MS } from '../calendar.mjs'
import { tenant } from '../company.mjs'
import { correlationId, head } from '../records/head.mjs'
import { target } from '../records/file.mjs'
/** @import { World } from '../world.mjs' */
/** @import { Random } from '../random.mjs' */

const share = 0.1
const sharePointApp = '00000003-0000-0ff1-ce00-000000000000'

/** @param {World} world */
export function addServices(world) {
  const random = world.randomFor('services')
  const count = Math.round((world.log.length * share) / (1 - share))
  for (let made = 0; made < count; made++) {
    const atMs = startMs + random.int(0, dayCount * (DAY_MS / 1000) - 1) * 1000
    const roll = random.next()
    if (roll < 0.55) addSharePointApp(world, random, atMs)
    else if (roll < 0.85) addExchangeHost(world, random, atMs)
    else addServicePrincipal(world, random, atMs)
  }
}

/** @param {World} world @param {Random} random @param {number} atMs */
function addSharePointApp(world, random, atMs) {
  const isSystem = random.chance(0.25)
  const userId = isSystem ? 'SHAREPOINT\\system' : 'app@sharepoint'
  const operation = random.pick([
    'FileModified',
    'FilePreviewed',
    'FileAccessed',
    'FileUploaded',
    'FileSyncUploadedFull'
  ])
  world.add(atMs, {
    ...head(random, atMs, {
      operation,
      recordType: 6,
      userKey: isSystem ? userId : `i:0i.t|${sharePointApp}|app@sharepoint`,
      userType: isSystem ? 4 : 5
    }),
    Workload: 'SharePoint',
    ClientIP: '',
    UserId: userId,
    CorrelationId: correlationId(random),
    EventSource: 'SharePoint',
    ItemType: 'File',
    UserAgent: '',
    ...target(random.pick(world.library.site(random.pick(world.library.sites))))
  })
}

/** @param {World} world @param {Random} random @param {number} atMs */
function addExchangeHost(world, random, atMs) {
  const userId = `NT AUTHORITY\\SYSTEM (Microsoft.Exchange.${random.chance(0.9) ? 'ServiceHost' : 'Servicehost'})`
  world.add(atMs, {
    ...head(random, atMs, {
      operation: random.pick(['Set-Mailbox', 'Set-MailboxPlan', 'Set-TransportConfig']),
      recordType: 1,
      userKey: userId,
      userType: 3,
      resultStatus: 'True'
    }),
    Workload: 'Exchange',
    ObjectId: `${tenant.organizationName}\\${random.pick(world.people).mailboxGuid}`,
    UserId: userId,
    AppId: '',
    ClientAppId: '',
    ExternalAccess: true,
    OrganizationName: tenant.organizationName,
    OriginatingServer: 'LK1PR03MB4410 (15.20.9520.021)',
    Parameters: [{ Name: 'Identity', Value: tenant.organizationName }]
  })
}

/** @param {World} world @param {Random} random @param {number} atMs */
function addServicePrincipal(world, random, atMs) {
  const userId = `ServicePrincipal_${servicePrincipal}`
  world.add(atMs, {
    ...head(random, atMs, {
      operation: random.pick(['Update user.', 'Add member to group.', 'Update device.']),
      recordType: 8,
      userKey: 'Not Available',
      userType: 4,
      resultStatus: 'Success'
    }),
    Workload: 'AzureActiveDirectory',
    ClientIP: '<null>',
    ObjectId: 'Not Available',
    UserId: userId,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [],
    ModifiedProperties: []
  })
}

const servicePrincipal = '7d1e4b90-52ac-4f36-8be1-90c2d7a4f613'

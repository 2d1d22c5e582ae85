/** Sign-ins (record type 15), changes in the directory (8), and Teams (25). */
import { tenant } from '../company.mjs'
import { head, spelled } from './head.mjs'

const officeHome = '4765445b-32c6-49b0-83e6-1d93765276ca'
const sharePointOnline = '00000003-0000-0ff1-ce00-000000000000'

/**
 * A sign-in; with an error it failed, whatever ResultStatus says.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} [logonError]
 */
export function addSignIn(world, random, person, atMs, logonError) {
  const session = world.sessionOf(person, atMs)
  const what = {
    operation: logonError ? 'UserLoginFailed' : 'UserLoggedIn',
    recordType: 15,
    userKey: person.objectId,
    resultStatus: 'Success'
  }
  const start = head(random, atMs, what)
  world.add(atMs, {
    ...start,
    Workload: 'AzureActiveDirectory',
    ClientIP: session.address,
    ObjectId: sharePointOnline,
    UserId: spelled(random, person.upn),
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'ResultStatusDetail', Value: random.chance(0.6) ? 'Redirect' : 'Success' },
      { Name: 'UserAgent', Value: session.userAgent },
      { Name: 'RequestType', Value: 'OAuth2:Authorize' }
    ],
    ModifiedProperties: [],
    Actor: [
      { ID: person.objectId, Type: 0 },
      { ID: person.upn, Type: 5 }
    ],
    ActorContextId: tenant.organizationId,
    ActorIpAddress: session.address,
    InterSystemsId: session.sessionId,
    IntraSystemId: start.Id,
    SupportTicketId: '',
    Target: [{ ID: sharePointOnline, Type: 0 }],
    TargetContextId: tenant.organizationId,
    ApplicationId: officeHome,
    DeviceProperties: [
      { Name: 'OS', Value: 'Windows 11' },
      { Name: 'BrowserType', Value: session.browser },
      { Name: 'SessionId', Value: session.sessionId }
    ],
    ErrorNumber: logonError ? '50126' : '0',
    ...(logonError ? { LogonError: logonError } : {})
  })
}

/**
 * A change in the directory, made by an administrator to another person.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} administrator
 * @param {number} atMs
 * @param {string} operation with its dot at the end
 * @param {import('../people.mjs').Person} person
 */
export function addDirectoryChange(world, random, administrator, atMs, operation, person) {
  world.add(atMs, {
    ...head(random, atMs, { operation, recordType: 8, userKey: administrator.objectId, resultStatus: 'Success' }),
    Workload: 'AzureActiveDirectory',
    ClientIP: '<null>',
    ObjectId: person.upn,
    UserId: administrator.upn,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [{ Name: 'extendedAuditEventCategory', Value: 'User' }],
    ModifiedProperties: [],
    Actor: [
      { ID: administrator.upn, Type: 5 },
      { ID: administrator.objectId, Type: 2 }
    ],
    ActorContextId: tenant.organizationId,
    Target: [
      { ID: person.upn, Type: 5 },
      { ID: person.objectId, Type: 2 }
    ],
    TargetContextId: tenant.organizationId
  })
}

/**
 * What somebody does in Teams.
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {string} operation
 * @param {Record<string, unknown>} [more]
 */
export function addTeams(world, random, person, atMs, operation, more = {}) {
  world.add(atMs, {
    ...head(random, atMs, { operation, recordType: 25, userKey: person.objectId }),
    Workload: 'MicrosoftTeams',
    ClientIP: `::ffff:${person.officeAddress}`,
    UserId: spelled(random, person.upn),
    ChatThreadId: `19:${random.hex(12)}@thread.v2`,
    CommunicationType: 'GroupChat',
    ExtraProperties: [
      { Key: 'OsName', Value: 'windows' },
      { Key: 'ClientName', Value: 'skypeteams' }
    ],
    MessageId: String(atMs),
    ...more
  })
}

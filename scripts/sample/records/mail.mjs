/** Mail sent from a mailbox (record type 2), with attachments as one string and the recipients beside it. */
import { tenant } from '../company.mjs'
import { head, spelled } from './head.mjs'

/**
 * @param {import('../world.mjs').World} world
 * @param {import('../random.mjs').Random} random
 * @param {import('../people.mjs').Person} person
 * @param {number} atMs
 * @param {{subject: string, recipients: readonly string[], attachments?: readonly {name: string, sizeBytes: number}[]}} mail
 */
export function addMail(world, random, person, atMs, mail) {
  const session = world.sessionOf(person, atMs)
  const attachments = mail.attachments ?? []
  const item = random.hex(16)
  const port = random.chance(0.1) ? `:${random.int(49152, 65000)}` : ''
  const address = session.address.includes(':')
    ? port
      ? `[${session.address}]${port}`
      : session.address
    : session.address + port
  world.add(atMs, {
    ...head(random, atMs, {
      operation: 'Send',
      recordType: 2,
      userKey: person.puid.toUpperCase(),
      resultStatus: 'Succeeded'
    }),
    Workload: 'Exchange',
    ClientIP: address,
    UserId: spelled(random, person.upn),
    ClientIPAddress: address,
    ClientInfoString: 'Client=MSExchangeRPC',
    ClientProcessName: 'OUTLOOK.EXE',
    ClientVersion: '16.0.19530.20144',
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
    LogonUserSid: person.sid,
    MailboxGuid: person.mailboxGuid,
    MailboxOwnerSid: person.sid,
    MailboxOwnerUPN: person.upn,
    OrganizationName: tenant.organizationName,
    OriginatingServer: 'LK1PR03MB4410 (15.20.9520.021)\r\n',
    SessionId: session.sessionId,
    Item: {
      ...(attachments.length > 0
        ? { Attachments: attachments.map(({ name, sizeBytes }) => `${name} (${sizeBytes}b)`).join('; ') }
        : {}),
      Id: `RgAAAAC${person.puid}BwC${item}AAA`,
      InternetMessageId: `<LK1PR03MB4410${item}@${tenant.domain}>`,
      IsRecord: false,
      ParentFolder: { Id: `LgAAAAC${person.puid}AAAB`, Path: '\\Drafts' },
      SizeInBytes: 9000 + attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, random.int(0, 9000)),
      Subject: mail.subject
    },
    RecipientList: mail.recipients,
    RecipientCount: mail.recipients.length,
    SaveToSentItems: true
  })
}

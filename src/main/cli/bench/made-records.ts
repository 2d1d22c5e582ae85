/** Made Microsoft 365 audit records, in the order of their time, the same in every run. They hold nothing of anybody. */
import { guid, type MadeCompany, type MadePerson } from './made-company.ts'
import { createRandom, type Random } from './random.ts'

export interface MadeRecord {
  readonly json: string
  /** The columns that a plain table would have, already normalised. */
  readonly row: PlainRow
}

/** In the order of the baseline's columns; the raw record comes last and is `json`. */
export type PlainRow = readonly [
  recordId: string,
  atMs: number,
  person: string,
  workload: string,
  operation: string,
  itemType: string,
  path: string,
  fileName: string,
  extension: string,
  siteUrl: string,
  address: string,
  device: string,
  sizeBytes: number
]

export interface MadeSpan {
  readonly seed: number
  readonly fromMs: number
  readonly days: number
  readonly records: number
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Files are opened far more often than anything else happens to them; shares out of a hundred, as in large tenants. */
const SHARES = [
  [46, 'FileAccessed'],
  [12, 'FileModified'],
  [9, 'FileDownloaded'],
  [5, 'FileSyncDownloadedFull'],
  [4, 'FileUploaded'],
  [2, 'FileRenamed'],
  [2, 'FileDeleted'],
  [2, 'SharingSet'],
  [10, 'Send'],
  [8, 'UserLoggedIn']
] as const
type Operation = (typeof SHARES)[number][1]

export function* makeRecords(company: MadeCompany, span: MadeSpan): Generator<MadeRecord> {
  const random = createRandom(span.seed)
  for (let day = 0; day < span.days; day += 1) {
    const wanted = Math.floor(((day + 1) * span.records) / span.days) - Math.floor((day * span.records) / span.days)
    const moments = Array.from({ length: wanted }, () => momentOf(company, random)).sort(
      (left, right) => left.atMs - right.atMs
    )
    for (const { person, atMs } of moments) yield makeRecord(company, random, person, span.fromMs + day * DAY_MS + atMs)
  }
}

/** Most of the work is done in nine hours of the person's own day. */
function momentOf(company: MadeCompany, random: Random): { readonly person: MadePerson; readonly atMs: number } {
  const person = random.pick(company.people)
  const hour = random.next() < 0.95 ? person.startHour + random.next() * 9 : random.next() * 24
  return { person, atMs: Math.floor(hour * HOUR_MS) % DAY_MS }
}

function operationOf(random: Random): Operation {
  let roll = random.below(100)
  for (const [share, operation] of SHARES) {
    roll -= share
    if (roll < 0) return operation
  }
  return 'FileAccessed'
}

function makeRecord(company: MadeCompany, random: Random, person: MadePerson, atMs: number): MadeRecord {
  const operation = operationOf(random)
  switch (operation) {
    case 'Send':
      return mail(company, random, person, atMs)
    case 'UserLoggedIn':
      return signIn(company, random, person, atMs)
    case 'FileAccessed':
    case 'FileModified':
    case 'FileDownloaded':
    case 'FileSyncDownloadedFull':
    case 'FileUploaded':
    case 'FileRenamed':
    case 'FileDeleted':
    case 'SharingSet':
      return file(company, random, person, atMs, operation)
  }
}

const KINDS = ['docx', 'xlsx', 'pptx', 'pdf', 'vsdx', 'csv', 'dwg', 'zip'] as const
const TOPICS = [
  'estimate',
  'drawing',
  'minutes',
  'budget',
  'contract',
  'review',
  'schedule',
  'measurement',
  'offer',
  'manual'
] as const
const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0'

function file(
  company: MadeCompany,
  random: Random,
  person: MadePerson,
  atMs: number,
  operation: Operation
): MadeRecord {
  const isOwn = random.next() < 0.3
  const site = isOwn ? person.site : random.pick(company.sites)
  const workload = isOwn ? 'OneDrive' : 'SharePoint'
  const extension = random.pick(KINDS)
  const name = `${random.pick(TOPICS)}-${String(1000 + random.below(6000))}.${extension}`
  const folder = `${isOwn ? 'Documents' : 'Shared Documents'}/Team ${String(1 + random.below(12))}`
  const path = `${site}/${folder}/${name}`
  const sizeBytes = 2000 + random.below(4_000_000)
  const record = {
    ...head(
      company,
      random,
      atMs,
      operation,
      operation === 'SharingSet' ? 14 : 6,
      `i:0h.f|membership|${person.puid}@live.com`
    ),
    Workload: workload,
    ClientIP: person.network,
    UserId: person.address,
    AuthenticationType: 'OAuth',
    BrowserName: 'Edge',
    CorrelationId: guid(random),
    EventSource: 'SharePoint',
    IsManagedDevice: true,
    ItemType: 'File',
    ListItemUniqueId: guid(random),
    Platform: 'WinDesktop',
    UserAgent: BROWSER,
    DeviceDisplayName: person.device,
    FileSizeBytes: sizeBytes,
    SourceFileExtension: extension,
    SiteUrl: `${site}/`,
    SourceRelativeUrl: folder,
    SourceFileName: name,
    ObjectId: path,
    ...(operation === 'FileRenamed'
      ? { DestinationRelativeUrl: folder, DestinationFileName: `old-${name}`, DestinationFileExtension: extension }
      : {}),
    ...(operation === 'SharingSet'
      ? {
          EventData: '<Type>View</Type>',
          TargetUserOrGroupType: 'Member',
          TargetUserOrGroupName: random.pick(company.people).address
        }
      : {})
  }
  return made(
    record,
    [workload, operation, 'file', path, name, extension, `${site}/`, person.network, person.device, sizeBytes],
    person,
    atMs
  )
}

function mail(company: MadeCompany, random: Random, person: MadePerson, atMs: number): MadeRecord {
  const subject = `${random.pick(TOPICS)} ${String(random.below(900))}`
  const sizeBytes = 9000 + random.below(900_000)
  const record = {
    ...head(company, random, atMs, 'Send', 2, person.puid.toUpperCase()),
    ResultStatus: 'Succeeded',
    Workload: 'Exchange',
    ClientIP: person.network,
    UserId: person.address,
    ClientIPAddress: person.network,
    ClientInfoString: 'Client=MSExchangeRPC',
    ClientProcessName: 'OUTLOOK.EXE',
    ClientVersion: '16.0.19530.20144',
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: 0,
    MailboxGuid: guid(random),
    MailboxOwnerUPN: person.address,
    OrganizationName: 'bench.onmicrosoft.com',
    OriginatingServer: 'BN1PR03MB4410 (15.20.9520.021)\r\n',
    SessionId: guid(random),
    Item: {
      Id: random.hex(60),
      InternetMessageId: `<${random.hex(24)}@${person.address.slice(person.address.indexOf('@') + 1)}>`,
      ParentFolder: { Id: random.hex(40), Path: '\\Drafts' },
      SizeInBytes: sizeBytes,
      Subject: subject
    },
    SaveToSentItems: true
  }
  return made(record, ['Exchange', 'Send', 'message', '', subject, '', '', person.network, '', sizeBytes], person, atMs)
}

function signIn(company: MadeCompany, random: Random, person: MadePerson, atMs: number): MadeRecord {
  const record = {
    ...head(company, random, atMs, 'UserLoggedIn', 15, guid(random)),
    ResultStatus: 'Success',
    Workload: 'AzureActiveDirectory',
    ClientIP: person.network,
    UserId: person.address,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'ResultStatusDetail', Value: 'Redirect' },
      { Name: 'UserAgent', Value: BROWSER },
      { Name: 'RequestType', Value: 'OAuth2:Authorize' }
    ],
    Actor: [
      { ID: guid(random), Type: 0 },
      { ID: person.address, Type: 5 }
    ],
    ActorContextId: company.organisation,
    ActorIpAddress: person.network,
    Target: [{ ID: guid(random), Type: 0 }],
    TargetContextId: company.organisation,
    ApplicationId: guid(random),
    DeviceProperties: [
      { Name: 'OS', Value: 'Windows10' },
      { Name: 'BrowserType', Value: 'Edge' },
      { Name: 'IsCompliantAndManaged', Value: 'True' }
    ],
    ErrorNumber: '0'
  }
  return made(
    record,
    ['AzureActiveDirectory', 'UserLoggedIn', 'account', '', '', '', '', person.network, '', 0],
    person,
    atMs
  )
}

function head(
  company: MadeCompany,
  random: Random,
  atMs: number,
  operation: Operation,
  recordType: number,
  userKey: string
) {
  return {
    CreationTime: new Date(atMs).toISOString().slice(0, 19),
    Id: guid(random),
    Operation: operation,
    OrganizationId: company.organisation,
    RecordType: recordType,
    UserKey: userKey,
    UserType: 0,
    Version: 1
  }
}

type Rest = readonly [string, string, string, string, string, string, string, string, string, number]

function made(record: { readonly Id: string }, rest: Rest, person: MadePerson, atMs: number): MadeRecord {
  return { json: JSON.stringify(record), row: [record.Id, atMs, person.address, ...rest] }
}

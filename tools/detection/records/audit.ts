/** Records of the Microsoft 365 audit log: files, sharing, mail, sign-ins, reports, changes by administrators, rules that matched. */
import type { Chance } from '../company/chance.ts'
import { type CloudFile, extensionOf } from '../company/library.ts'
import { DOMAIN, type Person } from '../company/people.ts'

/** Who does it, when and from where. */
export interface Moment {
  readonly person: Person
  readonly chance: Chance
  readonly atMs: number
  readonly ip: string
}

const ORGANISATION = '7d0c8e52-5f0a-4f2e-9a51-6b3c0d9e1f20'
const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0'

export function fileRecord(moment: Moment, operation: string, file: CloudFile, newName = ''): object {
  return {
    ...head(moment, operation, 6, file.workload),
    ...place(file),
    ...(newName === ''
      ? {}
      : {
          DestinationRelativeUrl: file.folder,
          DestinationFileName: newName,
          DestinationFileExtension: extensionOf(newName)
        })
  }
}

/** `to` is an address; empty for a link that opens to anyone. */
export function shareRecord(moment: Moment, operation: string, file: CloudFile, to: string): object {
  const isGuest = to !== '' && !to.endsWith(`@${DOMAIN}`)
  return {
    ...head(moment, operation, 14, file.workload),
    ...place(file),
    EventData: '<Type>View</Type>',
    ...(to === '' ? {} : { TargetUserOrGroupType: isGuest ? 'Guest' : 'Member', TargetUserOrGroupName: to })
  }
}

/** A label taken off where the file lies. */
export function unlabelRecord(moment: Moment, file: CloudFile): object {
  return {
    ...head(moment, 'FileSensitivityLabelRemoved', 6, file.workload),
    ...place({ ...file, label: '' }),
    OldSensitivityLabelId: file.label,
    SourceLabel: 'Confidential',
    DestinationLabel: ''
  }
}

export interface Attachment {
  readonly name: string
  readonly sizeBytes: number
}

export function mailRecord(
  moment: Moment,
  to: readonly string[],
  subject: string,
  files: readonly Attachment[]
): object {
  const { person, chance } = moment
  return {
    ...head(moment, 'Send', 2, 'Exchange'),
    ResultStatus: 'Succeeded',
    MailboxOwnerUPN: person.address,
    LogonType: 0,
    Item: {
      ...(files.length === 0
        ? {}
        : { Attachments: files.map(({ name, sizeBytes }) => `${name} (${sizeBytes}b)`).join('; ') }),
      Id: chance.hex(20),
      InternetMessageId: `<${chance.hex(20)}@${DOMAIN}>`,
      ParentFolder: { Path: '\\Drafts' },
      SizeInBytes: 8000 + files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      Subject: subject
    },
    RecipientList: to,
    RecipientCount: to.length
  }
}

export function mailboxRecord(moment: Moment, operation: string, parameters: Readonly<Record<string, string>>): object {
  return {
    ...head(moment, operation, 1, 'Exchange'),
    UserType: 2,
    ResultStatus: 'True',
    ObjectId: moment.person.address,
    Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value }))
  }
}

export function signInRecord(moment: Moment, isGood: boolean): object {
  const { person } = moment
  return {
    ...head(moment, isGood ? 'UserLoggedIn' : 'UserLoginFailed', 15, 'AzureActiveDirectory'),
    ResultStatus: 'Success',
    ActorIpAddress: moment.ip,
    Actor: [
      { ID: person.objectId, Type: 0 },
      { ID: person.address, Type: 5 }
    ],
    ApplicationId: '4765445b-32c6-49b0-83e6-1d93765276ca',
    ErrorNumber: isGood ? '0' : '50126',
    ...(isGood ? {} : { LogonError: 'InvalidUserNameOrPassword' })
  }
}

/** A change that an administrator makes in the directory; operations end with a dot there. */
export function directoryRecord(moment: Moment, operation: string, to: string): object {
  const { person } = moment
  return {
    ...head(moment, operation, 8, 'AzureActiveDirectory'),
    ResultStatus: 'Success',
    ObjectId: to,
    Actor: [
      { ID: person.address, Type: 5 },
      { ID: person.objectId, Type: 2 }
    ],
    Target: [{ ID: to, Type: 5 }]
  }
}

/** A change of protection that is made in the compliance centre. */
export function protectionRecord(moment: Moment, operation: string, name: string): object {
  return {
    ...head(moment, operation, 18, 'SecurityComplianceCenter'),
    UserType: 2,
    ObjectId: name,
    Parameters: `-Identity "${name}"`
  }
}

export function reportRecord(moment: Moment, operation: string, report: string): object {
  return {
    ...head(moment, operation, 20, 'PowerBI'),
    Activity: operation,
    ItemName: report,
    ReportName: report,
    WorkSpaceName: 'Figures',
    ObjectId: report,
    IsSuccess: true
  }
}

/** A rule against data loss that a mail set off. */
export function ruleRecord(moment: Moment, severity: 'Low' | 'Medium' | 'High', to: string, subject: string): object {
  const { person, chance } = moment
  return {
    ...head(moment, 'DlpRuleMatch', 13, 'Exchange'),
    UserType: 4,
    UserId: 'DlpAgent',
    ObjectId: `<${chance.hex(20)}@${DOMAIN}>`,
    ExchangeMetaData: { From: person.address, To: [to], Subject: subject, MessageID: `<${chance.hex(20)}@${DOMAIN}>` },
    PolicyDetails: [{ PolicyName: 'Business secrets', Rules: [{ RuleName: 'Outside', Severity: severity }] }]
  }
}

/** What the sensor on the device reports to the audit log; `name` is the file after the operation. */
export function deviceRecord(
  moment: Moment,
  operation: string,
  name: string,
  sizeBytes: number,
  more: Readonly<Record<string, unknown>> = {}
): object {
  const { person } = moment
  return {
    ...head(moment, operation, 63, 'Endpoint'),
    ObjectId: name === '' ? '' : localPath(person, name),
    DeviceName: person.device,
    MDATPDeviceId: person.deviceId,
    FileSize: sizeBytes,
    FileExtension: extensionOf(name),
    EnforcementMode: 1,
    Platform: 1,
    ...more
  }
}

export function localPath(person: Person, name: string): string {
  return `C:\\Users\\${person.first.toLowerCase()}\\Downloads\\${name}`
}

function head({ person, chance, atMs, ip }: Moment, operation: string, recordType: number, workload: string) {
  return {
    CreationTime: new Date(atMs).toISOString().slice(0, 19),
    Id: chance.guid(),
    Operation: operation,
    OrganizationId: ORGANISATION,
    RecordType: recordType,
    UserKey: person.puid,
    UserType: 0,
    Version: 1,
    Workload: workload,
    ClientIP: ip,
    UserId: person.address
  }
}

function place(file: CloudFile) {
  return {
    EventSource: 'SharePoint',
    ItemType: 'File',
    UserAgent: BROWSER,
    SiteUrl: `${file.site}/`,
    SourceRelativeUrl: file.folder,
    SourceFileName: file.name,
    SourceFileExtension: extensionOf(file.name),
    ObjectId: `${file.site}/${file.folder}/${file.name}`,
    FileSizeBytes: file.sizeBytes,
    ...(file.label === '' ? {} : { SensitivityLabelId: file.label })
  }
}

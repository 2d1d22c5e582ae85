/** Fills an activity with what an event was about: the file, the account, the process, the device, the document, the address. */
import type { AlertSeverity } from '../../../../shared/domain/draft.ts'
import { addTargets, baseName, extensionOf, type Filling } from '../filling.ts'
import { addressOf } from '../m365/address.ts'
import { knownAlertTopicOf } from '../topic.ts'
import { targetOf } from './actor.ts'
import { accountOf } from './account.ts'
import type { WindowsEvent } from './event.ts'
import { fillDevice } from './fill-device.ts'
import { fillPrint } from './fill-print.ts'
import { readMessage } from './message.ts'
import type { NamedEvent } from './naming.ts'
import { rightsIn } from './rights.ts'

type Data = Readonly<Record<string, string>>

export function fillEvent(draft: Filling, event: WindowsEvent, data: Data, named: NamedEvent): void {
  draft.device = event.computer
  draft.address = sourceOf(data) || (named.shape === 'other' ? sourceInWords(event.message) : '')
  switch (named.shape) {
    case 'logon':
    case 'explicit-logon':
      return fillLogon(draft, data, named)
    case 'account':
      return fillAccount(draft, event, data)
    case 'member':
      return fillMember(draft, data)
    case 'file':
      return fillFile(draft, data, named)
    case 'share':
      return fillShare(draft, data)
    case 'process':
      return fillProcess(draft, data)
    case 'device':
      return fillDevice(draft, data)
    case 'print':
      return fillPrint(draft, event, data)
    case 'network':
      return fillNetwork(draft, data)
    case 'task':
      draft.itemType = 'other'
      draft.subject = data['TaskName'] ?? ''
      return
    case 'service':
      draft.itemType = 'other'
      draft.subject = data['ServiceName'] ?? ''
      draft.path = data['ServiceFileName'] ?? data['ImagePath'] ?? ''
      return
    case 'transfer':
      return fillTransfer(draft, data)
    case 'other':
      return fillOther(draft, event, data)
  }
}

const ADDRESSES = [
  'IpAddress',
  'ClientAddress',
  'Client Address',
  'ClientIP',
  'SourceIp',
  'SourceAddress',
  'CallingStationID',
  'NetworkAddress',
  'Address'
] as const
/** A network card's address is no address on a network. */
const CARD = /^([0-9a-f]{2}[-:.]){5}[0-9a-f]{2}$/i

function sourceOf(data: Data): string {
  for (const field of ADDRESSES) {
    const written = (data[field] ?? '').trim().replace(/^\\\\/, '')
    if (written === '' || written === '-' || /^(local|unknown)$/i.test(written) || CARD.test(written)) continue
    const address = addressOf({ ClientIP: written })
    if (address !== '') return address
  }
  return ''
}

/** Events of services put it into their words only: as a label, inside a sentence, or in XML inside the message. */
function sourceInWords(message: string): string {
  if (!/address|client ip|caller ip|adresse/i.test(message)) return ''
  const inside = /<IpAddress>([^<,]+)|Client IP: ([\da-f.:]*[\da-f])/i.exec(message)
  return sourceOf({ IpAddress: inside?.[1] ?? inside?.[2] ?? '' }) || sourceOf(readMessage(message))
}

function fillLogon(draft: Filling, data: Data, { shape }: NamedEvent): void {
  const station = (data['WorkstationName'] ?? data['Workstation'] ?? '').replace(/^\\\\/, '')
  // Where the log has no address, the name of the machine still says where from.
  if (draft.address === '' && station !== '-') draft.address = addressOf({ ClientIP: station })
  draft.subject = logonType(data['LogonType'] ?? '') || (data['ServiceName'] ?? '')
  if (shape !== 'explicit-logon') return
  const target = targetOf(data)
  if (target.name !== '' && target.name !== draft.actor) addTargets(draft, [target.name])
}

const LOGON_TYPES: ReadonlyMap<string, string> = new Map([
  ['2', 'interactive'],
  ['3', 'network'],
  ['4', 'batch'],
  ['5', 'service'],
  ['7', 'unlock'],
  ['8', 'network with clear text'],
  ['9', 'new credentials'],
  ['10', 'remote interactive'],
  ['11', 'interactive with cached credentials'],
  ['12', 'remote interactive with cached credentials'],
  ['13', 'unlock with cached credentials']
])

function logonType(written: string): string {
  return LOGON_TYPES.get(written.trim()) ?? ''
}

/** The event of a locked account writes the machine that locked it where others write the account's domain. */
const LOCKED_OUT = 4740

function fillAccount(draft: Filling, { id }: WindowsEvent, data: Data): void {
  draft.itemType = 'account'
  const isLocked = id === LOCKED_OUT
  const machine = isLocked ? (data['TargetDomainName'] ?? data['WorkstationName'] ?? '') : ''
  const target = isLocked ? accountOf(data['SubjectDomainName'] ?? '', data['TargetUserName'] ?? '') : targetOf(data)
  if (machine !== '') draft.address = addressOf({ ClientIP: machine })
  if (target.name !== '') addTargets(draft, [target.name])
  draft.subject = data['NewTargetUserName'] ?? ''
}

/** The account comes first; the group that it was added to is what the change is about. */
function fillMember(draft: Filling, data: Data): void {
  draft.itemType = 'account'
  draft.subject = targetOf(data).name
  const member = data['MemberName'] ?? ''
  const inner = /^cn=((?:[^,\\]|\\.)+)/i.exec(member)?.[1]?.replace(/\\(.)/g, '$1')
  const account = accountOf('', inner ?? member, data['MemberSid'])
  if (account.name !== '') addTargets(draft, [account.name])
}

function fillFile(draft: Filling, data: Data, { log }: NamedEvent): void {
  const object = data['TargetFilename'] ?? data['ObjectName'] ?? ''
  const isFile = log === 'sysmon' || /^(file|)$/i.test(data['ObjectType'] ?? '')
  draft.subject = log === 'sysmon' ? baseName(data['Image'] ?? '') : rightsIn(data['AccessList'] ?? '')
  if (object === '' || object === '-') return
  draft.path = object
  if (isFile && !/^\\registry\\/i.test(object)) {
    fillNames(draft, object)
    return
  }
  draft.itemType = 'other'
  if (/^process$/i.test(data['ObjectType'] ?? '')) draft.fileName = baseName(object)
}

function fillNames(draft: Filling, path: string): void {
  draft.fileName = baseName(path)
  draft.itemType = draft.fileName === '' ? 'folder' : 'file'
  // A stream of a file is named behind a colon.
  draft.extension = extensionOf(/^(.+\.\w{1,16}):[^:]*$/.exec(draft.fileName)?.[1] ?? draft.fileName)
}

function fillShare(draft: Filling, data: Data): void {
  const share = data['ShareName'] ?? ''
  const within = (data['RelativeTargetName'] ?? '').replace(/^[\\-]$/, '')
  draft.path = within === '' ? share : `${share.replace(/\\$/, '')}\\${within}`
  draft.subject = rightsIn(data['AccessList'] ?? '')
  if (within === '' || within === '\\') draft.itemType = 'folder'
  else fillNames(draft, within)
}

function fillProcess(draft: Filling, data: Data): void {
  draft.itemType = 'other'
  draft.path =
    data['NewProcessName'] ?? data['ImageLoaded'] ?? data['Image'] ?? data['SourceImage'] ?? data['ProcessName'] ?? ''
  draft.fileName = baseName(draft.path)
  draft.extension = extensionOf(draft.fileName)
  draft.subject = data['CommandLine'] ?? data['TargetImage'] ?? ''
}

function fillNetwork(draft: Filling, data: Data): void {
  draft.itemType = 'other'
  draft.path = data['Image'] ?? data['Application'] ?? ''
  const host = data['DestinationHostname'] ?? ''
  const address = data['DestinationIp'] ?? data['DestAddress'] ?? ''
  const port = data['DestinationPort'] ?? data['DestPort'] ?? ''
  const far = host !== '' && host !== '-' ? host : address
  draft.subject = data['QueryName'] ?? (far !== '' && port !== '' ? `${far} port ${port}` : far)
}

function fillTransfer(draft: Filling, data: Data): void {
  const file = data['LocalName'] ?? data['name'] ?? data['jobTitle'] ?? ''
  draft.path = file
  fillNames(draft, file)
  draft.siteUrl = data['url'] ?? data['RemoteName'] ?? ''
  const total = Number(data['bytesTransferred'] ?? '0')
  draft.sizeBytes = Number.isSafeInteger(total) && total > 0 ? total : 0
}

const THREAT_SEVERITIES: ReadonlyMap<string, AlertSeverity> = new Map([
  ['low', 'low'],
  ['moderate', 'medium'],
  ['high', 'high'],
  ['severe', 'high']
])

/** What the virus scanner found, which is an alert of another product. */
function fillThreat(draft: Filling, data: Data): void {
  if (data['Threat Name'] === undefined) return
  draft.itemType = 'other'
  draft.path = (data['Path'] ?? '').replace(/^file:_/, '')
  draft.alertSeverity = THREAT_SEVERITIES.get(data['Severity Name']?.toLowerCase() ?? '') ?? 'informational'
  // Whatever kind the scanner names, it looks for nothing else.
  draft.topic = knownAlertTopicOf(data['Category Name'] ?? '', data['Threat Name']) || 'malware'
}

/** Application control names the program in its message only. */
const PROGRAM = /^(\S.*\.\w{2,5}) was (?:allowed|prevented)/

function fillOther(draft: Filling, { provider, message }: WindowsEvent, data: Data): void {
  const program = /applocker/i.test(provider) ? (data['FilePath'] ?? PROGRAM.exec(message)?.[1] ?? '') : ''
  const object = program || (data['ObjectName'] ?? '')
  if (object !== '' && object !== '-') {
    draft.itemType = 'other'
    draft.path = object
  }
  if (program !== '') {
    draft.fileName = baseName(program)
    draft.extension = extensionOf(draft.fileName)
  }
  const account = targetOf(data)
  if (account.name !== '' && account.name !== draft.actor) addTargets(draft, [account.name])
  if (/windows defender/i.test(provider)) fillThreat(draft, data)
  draft.subject = data['Threat Name'] ?? data['TargetObject'] ?? data['PipeName'] ?? data['ObjectDN'] ?? ''
}

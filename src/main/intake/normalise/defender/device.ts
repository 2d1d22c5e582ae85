/** Rows of the device tables: files, processes, connections, sign-ins, drives, registry, and what else a device saw. */
import { boundedName } from '../bounded.ts'
import { type Fields, numberOf, textOf, trimmed } from '../field.ts'
import { addDomains, baseName, extensionOf, type Filling } from '../filling.ts'
import { hostOf } from '../destination.ts'
import { nameHiddenFile } from '../hidden-file.ts'
import { shareHostOf } from '../share.ts'
import { cleanAddress } from '../m365/address.ts'
import type { Drives } from './drives.ts'

/** Name that the audit log gives to a file that is made on a stick; the hunting table says no more than that it was made. */
const MADE_ON_STICK = 'FileCreatedOnRemovableMedia'

export function fillDevice(
  draft: Filling,
  table: string,
  fields: Fields,
  details: Fields | null,
  drives: Drives
): void {
  draft.device = trimmed(fields['DeviceName'])
  draft.address = addressOf(table, fields, details)
  fillFile(draft, fields, details)
  const device = deviceKey(fields)
  drives.note(device, draft.operation, details)
  switch (table) {
    case 'DeviceFileEvents':
      return fillFileEvent(draft, fields, details, drives.isRemovable(device, draft.path))
    case 'DeviceLogonEvents':
    case 'DeviceInfo':
      draft.itemType = table === 'DeviceInfo' ? 'device' : 'account'
      return
    case 'DeviceNetworkEvents':
      return fillConnection(draft, fields, details)
    case 'DeviceRegistryEvents':
      draft.itemType = 'other'
      draft.path = [fields['RegistryKey'] ?? fields['PreviousRegistryKey'], fields['RegistryValueName']]
        .map(trimmed)
        .filter(Boolean)
        .join('\\')
      return
    case 'DeviceProcessEvents':
    case 'DeviceImageLoadEvents':
      // A program that ran is not a document that was opened.
      draft.itemType = 'other'
      return
    default:
      return fillEvent(draft, fields, details)
  }
}

/** Devices are known by their id; a query may have kept the name only. */
export function deviceKey(fields: Fields): string {
  return (trimmed(fields['DeviceId']) || trimmed(fields['DeviceName'])).toLowerCase()
}

function fillFile(draft: Filling, fields: Fields, details: Fields | null): void {
  const name = trimmed(fields['FileName'])
  const folder = trimmed(fields['FolderPath'])
  if (name === '' && folder === '') return
  draft.fileName = baseName(name) || baseName(folder)
  draft.path = joined(folder, draft.fileName)
  draft.extension = extensionOf(draft.fileName)
  draft.sizeBytes = Math.max(0, numberOf(fields['FileSize']) ?? numberOf(details?.['FileSizeInBytes']) ?? 0)
  draft.itemType = 'file'
}

/** The folder column holds the whole path in some tables and the folder in others. */
export function joined(folder: string, name: string): string {
  if (folder === '' || name === '') return folder || name
  if (baseName(folder).toLowerCase() === name.toLowerCase()) return folder
  const separator = folder.includes('/') && !folder.includes('\\') ? '/' : '\\'
  return /[\\/]$/.test(folder) ? folder + name : folder + separator + name
}

function fillFileEvent(draft: Filling, fields: Fields, details: Fields | null, isOnDrive: boolean): void {
  const previous = trimmed(fields['PreviousFileName'])
  if (draft.operation === 'FileRenamed' && previous !== '') {
    draft.newFileName = draft.fileName
    draft.fileName = baseName(previous)
    draft.extension = extensionOf(draft.fileName)
  }
  const isRemovable = isOnDrive || textOf(details?.['IsOnRemovableMedia']).toLowerCase() === 'true'
  if (draft.operation === 'FileCreated' && isRemovable) draft.operation = MADE_ON_STICK
  nameHiddenFile(draft, details?.['IsHidden'] ?? fields['IsHidden'])
  if (draft.operation !== 'FileDeleted') draft.label = boundedName(trimmed(fields['SensitivityLabel']))
  const share = shareHostOf(trimmed(fields['FolderPath']))
  if (share !== '' && draft.operation !== 'FileDeleted') addDomains(draft, [share])
}

function fillConnection(draft: Filling, fields: Fields, details: Fields | null): void {
  draft.itemType = 'other'
  const url = trimmed(fields['RemoteUrl'])
  const port = trimmed(fields['RemotePort'])
  const remote = trimmed(fields['RemoteIP'])
  draft.path = url || (remote !== '' && port !== '' ? `${remote} port ${port}` : remote)
  draft.fileName = ''
  if (!isInbound(draft.operation, details)) addHost(draft, url)
}

function fillEvent(draft: Filling, fields: Fields, details: Fields | null): void {
  const action = draft.operation
  if (/^(UsbDrive|PnpDevice)/.test(action)) {
    draft.itemType = 'device'
    draft.path = driveName(details) || trimmed(details?.['DeviceDescription']) || trimmed(details?.['DeviceId'])
    return
  }
  if (action.startsWith('RemovableStorage')) {
    draft.subject = driveName(details)
    if (/deny|block/i.test(trimmed(details?.['RemovableStoragePolicyVerdict']))) draft.outcome = 'failure'
  }
  if (action.startsWith('Print') && draft.fileName === '') {
    draft.fileName = baseName(trimmed(details?.['DocumentName'] ?? details?.['FileName'] ?? details?.['JobName']))
    draft.extension = extensionOf(draft.fileName)
    draft.itemType = 'file'
    draft.subject = trimmed(details?.['PrinterName'] ?? details?.['DeviceName'])
  }
  const url = trimmed(fields['RemoteUrl']) || trimmed(fields['FileOriginUrl'])
  if (draft.path === '') draft.path = url
  if (draft.itemType === 'none') draft.itemType = 'other'
  addHost(draft, trimmed(fields['RemoteUrl']))
}

function driveName(details: Fields | null): string {
  if (details === null) return ''
  const name = details['ProductName'] ?? details['MediaName']
  return [details['Manufacturer'], name, details['SerialNumber']].map(trimmed).filter(Boolean).join(' ')
}

function addHost(draft: Filling, url: string): void {
  const host = hostOf(url)
  if (host !== '') addDomains(draft, [host])
}

/** Where the act came from: the far end for what came in, this end for what went out. */
function addressOf(table: string, fields: Fields, details: Fields | null): string {
  const read = (field: string): string => cleanAddress(trimmed(fields[field]))
  if (table === 'DeviceInfo') return read('PublicIP')
  if (table === 'DeviceLogonEvents') return read('RemoteIP')
  if (table === 'DeviceNetworkEvents' && isInbound(trimmed(fields['ActionType']), details)) return read('RemoteIP')
  return read('LocalIP') || read('InitiatingProcessRemoteSessionIP') || read('RequestSourceIP')
}

function isInbound(action: string, details: Fields | null): boolean {
  return action.startsWith('Inbound') || trimmed(details?.['direction']).toLowerCase() === 'in'
}

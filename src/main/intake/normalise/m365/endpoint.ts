/** Records of device protection (type 63): which file went to which drive, printer, share, cloud site or archive. */
import { type Fields, fieldsOf, numberOf, trimmed } from '../field.ts'
import { type Filling, addDomains, baseName, extensionOf } from '../filling.ts'
import { hostOf } from '../destination.ts'
import { shareHostOf } from '../share.ts'
import { nameHiddenFile } from '../hidden-file.ts'
import { fillPolicyMatch, policyMatchOf, sensitiveTypesIn } from './policy-match.ts'

/** Fields that name a place on the network that a file went to. */
const DESTINATIONS = ['TargetDomain', 'TargetUrl', 'TargetURL'] as const

export function fillEndpoint(draft: Filling, record: Fields): void {
  const more = fieldsOf(record['EndpointMetaData'])
  const read = (field: string): unknown => record[field] ?? more?.[field]
  const object = trimmed(record['ObjectId']) || trimmed(read('FilePath')) || trimmed(read('FilePathUrl'))
  const target = trimmed(read('TargetFilePath'))
  const previous = trimmed(read('PreviousFileName')) || trimmed(read('SourceFileName'))
  const drive = fieldsOf(read('RemovableMediaDeviceAttributes'))
  draft.device = trimmed(read('DeviceName')) || trimmed(read('DeviceDisplayName'))
  draft.sizeBytes = Math.max(0, numberOf(read('FileSize')) ?? numberOf(read('FileSizeBytes')) ?? 0)
  draft.path = object || target
  draft.fileName = trimmed(read('FileName')) || baseName(draft.path)
  draft.itemType = draft.fileName === '' ? 'none' : 'file'
  if (draft.operation === 'FileRenamed' && previous !== '') {
    draft.newFileName = baseName(target) || draft.fileName
    draft.fileName = baseName(previous)
  } else if (target !== '') draft.newFileName = baseName(target)
  const driveName = drive === null ? '' : nameOfDrive(drive)
  // A printer or a stick is no domain and no person; it is told where a mail tells what it is about.
  draft.subject = trimmed(read('TargetPrinterName')) || driveName
  if (drive !== null && (object === '' || draft.operation.startsWith('RemovableMedia'))) {
    draft.itemType = 'device'
    draft.fileName = ''
    draft.path = driveName
    draft.subject = ''
  }
  draft.extension =
    draft.itemType === 'file'
      ? extensionOf(draft.fileName) || trimmed(read('FileExtension')).toLowerCase().replace(/^\./, '')
      : ''
  const destination = DESTINATIONS.map((field) => hostOf(trimmed(read(field)))).find((host) => host !== '')
  const host = destination ?? shareHostOf(target)
  if (host !== '') addDomains(draft, [host])
  nameHiddenFile(draft, read('IsHidden'))
  draft.sensitiveTypes = sensitiveTypesIn(read('SensitiveInfoTypeData'))
  const match = policyMatchOf(record)
  if (draft.subject === '' && draft.itemType === 'file') draft.subject = match?.title ?? ''
  fillPolicyMatch(draft, match)
}

function nameOfDrive(drive: Fields): string {
  return [drive['Manufacturer'], drive['Model'], drive['SerialNumber']].map(trimmed).filter(Boolean).join(' ')
}

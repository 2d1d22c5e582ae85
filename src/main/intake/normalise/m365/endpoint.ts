/** Records of device protection (type 63): which file went to which drive, printer, share, cloud site or archive. */
import { type Fields, fieldsOf, numberOf, trimmed } from '../field.ts'
import { type Filling, addDomains, baseName, extensionOf } from '../filling.ts'

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
  if (drive !== null && (object === '' || draft.operation.startsWith('RemovableMedia'))) {
    draft.itemType = 'device'
    draft.fileName = ''
    draft.path = [drive['Manufacturer'], drive['Model'], drive['SerialNumber']].map(trimmed).filter(Boolean).join(' ')
  }
  draft.extension =
    draft.itemType === 'file'
      ? extensionOf(draft.fileName) || trimmed(read('FileExtension')).toLowerCase().replace(/^\./, '')
      : ''
  const domain = hostOf(trimmed(read('TargetDomain')) || trimmed(read('TargetUrl')) || trimmed(read('TargetURL')))
  if (domain !== '') addDomains(draft, [domain])
}

/** Host of a URL, or the domain as it stands. */
function hostOf(text: string): string {
  const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*$/, '')
  return bare
    .slice(bare.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase()
}

/** Files, folders and sites of SharePoint and OneDrive, and whatever else a record calls a file. */
import type { ItemType } from '../../../../shared/domain/draft.ts'
import { type Fields, fieldsOf, numberOf, textOf, trimmed } from '../field.ts'
import { type Filling, extensionOf } from '../filling.ts'

export function fillFile(draft: Filling, record: Fields): void {
  draft.siteUrl = siteOf(record['SiteUrl'])
  draft.fileName = trimmed(record['SourceFileName'])
  draft.path = itemPath(record, draft.siteUrl)
  draft.newFileName = trimmed(record['DestinationFileName'])
  draft.sizeBytes = Math.max(0, numberOf(record['FileSizeBytes']) ?? numberOf(record['FileSize']) ?? 0)
  draft.itemType = itemTypeOf(record['ItemType'], draft)
  draft.extension =
    draft.itemType === 'file'
      ? trimmed(record['SourceFileExtension']).toLowerCase().replace(/^\./, '') || extensionOf(draft.fileName)
      : ''
}

/** Records of other workloads that still tell of a file: community files, detections, chats. */
export function fillLooseFile(draft: Filling, record: Fields): void {
  const detected = fieldsOf(record['FileData'])
  const name = trimmed(record['SourceFileName']) || trimmed(record['FileName']) || trimmed(detected?.['FileName'])
  draft.path = trimmed(record['ObjectId']) || trimmed(detected?.['FilePath'])
  if (name === '') return
  draft.fileName = name
  draft.itemType = 'file'
  draft.extension = trimmed(record['SourceFileExtension']).toLowerCase() || extensionOf(name)
  draft.sizeBytes = Math.max(0, numberOf(record['FileSize']) ?? numberOf(detected?.['FileSize']) ?? 0)
  draft.siteUrl = siteOf(record['SiteUrl'])
}

/** Without the last slash, which only some records write: one site must not be two. */
export function siteOf(written: unknown): string {
  return trimmed(written).replace(/\/+$/, '')
}

function itemPath(record: Fields, siteUrl: string): string {
  const object = textOf(record['ObjectId'])
  if (object !== '') return singleSlashes(object)
  const parts = [siteUrl, trimmed(record['SourceRelativeUrl']), trimmed(record['SourceFileName'])]
  return parts.filter((part) => part !== '').join('/')
}

/** Some records write the path behind the host with two slashes; one file must not be two items. */
function singleSlashes(url: string): string {
  const scheme = url.indexOf('://')
  const from = scheme === -1 ? 0 : scheme + 3
  const doubled = url.indexOf('//', from)
  return scheme === -1 || doubled === -1 ? url : url.slice(0, from) + url.slice(from).replace(/\/{2,}/g, '/')
}

function itemTypeOf(written: unknown, draft: Filling): ItemType {
  switch (typeof written === 'string' ? written.toLowerCase() : textOf(written)) {
    case 'file':
    case 'page':
    case '1':
    case '11':
      return 'file'
    case 'folder':
    case 'documentlibrary':
    case '5':
    case '9':
      return 'folder'
    case 'web':
    case 'site':
    case 'tenant':
    case '6':
    case '7':
    case '8':
      return 'site'
    case '':
      return draft.fileName !== ''
        ? 'file'
        : draft.operation.startsWith('Folder')
          ? 'folder'
          : draft.path === ''
            ? 'none'
            : 'other'
    default:
      return 'other'
  }
}

/** File URLs of policy records are percent-encoded, those of file records are not. */
export function decodedUrl(url: string): string {
  if (!url.includes('%')) return url
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

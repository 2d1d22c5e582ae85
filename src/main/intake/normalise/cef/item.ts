/** What a CEF record was about: the file with its path and size, the address it went to, the object that it names. */
import { trimmed, type Fields } from '../field.ts'
import { addDomains, baseName, extensionOf, type Filling } from '../filling.ts'

/** Labels under which products keep the file in a string of their own. */
const FILE_LABEL = /file_?\s?(source|path|name)/i

export function fillItem(draft: Filling, extension: Fields, labelled: Fields): void {
  const read = (field: string): string => {
    const value = trimmed(extension[field])
    return /^(n\/a|-)$/i.test(value) ? '' : value
  }
  const name = read('fname')
  const byLabel = Object.keys(labelled).find((label) => FILE_LABEL.test(label))
  const path = read('filePath') || (byLabel === undefined ? '' : trimmed(labelled[byLabel]))
  draft.sizeBytes = sizeOf(read('fsize')) || sizeOf(read('out'))
  if (name !== '' || looksLikeFile(path) || (byLabel !== undefined && baseName(path) !== '')) {
    draft.path = joined(path, name)
    draft.fileName = baseName((name || path).replace(/[\\/]+$/, ''))
    draft.extension = extensionOf(draft.fileName)
    draft.itemType = 'file'
  } else if (path !== '') {
    draft.path = path
    draft.itemType = 'other'
  }
  const former = read('oldFileName') || read('oldFilePath')
  if (former !== '' && draft.fileName !== '') {
    draft.newFileName = draft.fileName
    draft.fileName = baseName(former)
    draft.extension = extensionOf(draft.fileName)
  }
  const request = read('request')
  // Auditors of cloud storage name the site where others name the machine.
  const site = read('shost')
  draft.siteUrl = site.includes('://') ? site : request
  addDomains(draft, destinationsIn(read, request))
}

/** Hosts that data went to. A destination host counts where the record also names where it came from. */
function destinationsIn(read: (field: string) => string, request: string): readonly string[] {
  const url = request.includes('://') ? request : `http://${request}`
  const requested = request !== '' && URL.canParse(url) ? new URL(url).hostname : ''
  const isFlow = read('src') !== '' || read('shost') !== ''
  const host = isFlow ? read('dhost') || read('destinationDnsDomain') : read('destinationDnsDomain')
  return [requested, host.slice(host.lastIndexOf('@') + 1)]
    .map((domain) => domain.toLowerCase())
    .filter(
      (domain) =>
        /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+$/.test(domain) && domain !== read('shost').toLowerCase()
    )
}

/** A path with a folder and, at its end, a name with an ending. */
function looksLikeFile(path: string): boolean {
  return /[\\/]/.test(path) && extensionOf(baseName(path)) !== '' && !/^https?:\/\/[^/]+$/i.test(path)
}

/** Senders write the folder, the whole path, or the whole path with a slash behind. */
function joined(path: string, name: string): string {
  if (name === '') return path
  if (path === '' || name.includes('\\') || name.includes('/')) return name
  const bare = path.replace(/[\\/]+$/, '')
  if (baseName(bare) === name) return bare
  return `${bare}${bare.includes('\\') ? '\\' : '/'}${name}`
}

function sizeOf(written: string): number {
  const size = Number(written)
  return written !== '' && Number.isSafeInteger(size) && size > 0 ? size : 0
}

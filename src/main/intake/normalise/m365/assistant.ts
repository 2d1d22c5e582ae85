/** Copilot records: the files, pages and messages that an answer was drawn from. The words of the question are not in them. */
import { type Fields, fieldsOf, isFields, listOf, trimmed } from '../field.ts'
import { baseName, extensionOf, type Filling } from '../filling.ts'
import { decodedUrl } from './files.ts'

export function fillAssistant(draft: Filling, record: Fields): void {
  const event = fieldsOf(record['CopilotEventData']) ?? record
  const resources = [...listOf(event['AccessedResources']), ...listOf(record['AccessedResources'])].filter(isFields)
  draft.itemType = 'other'
  draft.subject = trimmed(event['AppHost'])
  draft.itemCount = Math.max(1, new Set(resources.map(keyOf)).size)
  const leading = resources.find((resource) => trimmed(resource['Name']) !== '') ?? resources[0]
  if (leading !== undefined) fillResource(draft, leading)
  else draft.path = contextOf(event)
}

function fillResource(draft: Filling, resource: Fields): void {
  draft.path = decodedUrl(trimmed(resource['SiteUrl']) || trimmed(resource['ID'] ?? resource['Id']))
  draft.fileName = trimmed(resource['Name']) || nameIn(draft.path)
  const type = trimmed(resource['Type']).toLowerCase()
  if (type.includes('mail') || type.includes('message')) {
    draft.itemType = 'message'
    return
  }
  draft.extension = extensionOf(draft.fileName) || (/^[a-z0-9]{2,5}$/.test(type) && type !== 'file' ? type : '')
  if (draft.extension !== '' || type === 'file') draft.itemType = 'file'
}

/** Where the question was asked: a document, a chat, a meeting. */
function contextOf(event: Fields): string {
  for (const context of listOf(event['Contexts']))
    if (isFields(context) && trimmed(context['Id']) !== '') return decodedUrl(trimmed(context['Id']))
  return trimmed(event['ThreadId'])
}

function keyOf(resource: Fields): string {
  return trimmed(resource['ID'] ?? resource['Id']) || trimmed(resource['SiteUrl']) || trimmed(resource['Name'])
}

/** The last part of a path where it looks like a name; ids and folders have no dot. */
function nameIn(path: string): string {
  const name = baseName(path.replace(/[?#].*$/, ''))
  return name.includes('.') ? name : ''
}

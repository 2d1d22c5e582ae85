/** Mailbox records: what was sent to whom with which attachments, and how many items an aggregated record stands for. */
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf, trimmed } from '../field.ts'
import { type Filling, addDomains, addTargets, baseName, extensionOf } from '../filling.ts'
import { domainsOf, peopleIn } from './identity.ts'

interface Attachment {
  readonly name: string
  readonly sizeBytes: number
}

const SENDING = new Set(['send', 'sendas', 'sendonbehalf'])
/** Whose mailbox it is, and in whose name a mail was sent. */
const OWNER_FIELDS = ['MailboxOwnerUPN', 'SendAsUserSmtp', 'SendOnBehalfOfUserSmtp'] as const
const RECIPIENT_FIELDS = ['RecipientList', 'Recipients', 'To', 'Cc', 'CC', 'Bcc', 'BCC'] as const

export function fillMail(draft: Filling, record: Fields): void {
  draft.itemType = 'message'
  const item = fieldsOf(record['Item'])
  const affected = listOf(record['AffectedItems'])
  const first = item ?? (isFields(affected[0]) ? affected[0] : null)
  if (first !== null) {
    draft.subject = textOf(first['Subject'])
    draft.path = trimmed(fieldsOf(first['ParentFolder'])?.['Path']) || trimmed(fieldsOf(record['Folder'])?.['Path'])
  }
  const folder = listOf(record['Folders'])[0]
  if (draft.path === '' && isFields(folder)) draft.path = trimmed(folder['Path'])
  const attachments = item === null ? [] : attachmentsOf(item['Attachments'])
  const leading = attachments[0]
  if (leading !== undefined) {
    draft.fileName = leading.name
    draft.extension = extensionOf(leading.name)
    draft.itemCount = attachments.length
    for (const { sizeBytes } of attachments) draft.sizeBytes += sizeBytes
  } else {
    draft.itemCount = Math.max(1, affected.length, accessedItems(record))
    draft.sizeBytes = Math.max(0, numberOf(item?.['SizeInBytes']) ?? accessedBytes(record))
  }
  const recipients = SENDING.has(draft.operation.toLowerCase()) ? recipientsOf(record, item) : []
  addTargets(draft, recipients)
  addDomains(draft, domainsOf(recipients))
  addForeignOwner(draft, record)
}

/** `name (8192b); other (x)(1).docx (147456b)`: names hold parentheses, dots and semicolons; only the size ends one. */
function attachmentsOf(written: unknown): Attachment[] {
  const attachments: Attachment[] = []
  if (Array.isArray(written)) {
    for (const entry of written) {
      if (isFields(entry))
        attachments.push({
          name: baseName(trimmed(entry['Name'] ?? entry['FileName'])),
          sizeBytes: numberOf(entry['Size']) ?? 0
        })
      else attachments.push(...attachmentsOf(entry))
    }
    return attachments
  }
  const text = textOf(written).trim()
  if (text === '') return attachments
  const ends = /\s*\((\d+)b\)\s*(?:;|$)/g
  let from = 0
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    attachments.push({ name: baseName(text.slice(from, match.index).trim()), sizeBytes: Number(match[1]) })
    from = ends.lastIndex
  }
  const rest = text.slice(from).trim()
  if (rest !== '')
    for (const name of rest.split(';'))
      if (name.trim() !== '') attachments.push({ name: baseName(name.trim()), sizeBytes: 0 })
  return attachments
}

/** Recipients as lists, as one text with separators, at the record or at its item. */
function recipientsOf(record: Fields, item: Fields | null): string[] {
  const found: string[] = []
  for (const holder of item === null ? [record] : [record, item]) {
    for (const field of RECIPIENT_FIELDS) collectAddresses(holder[field], found)
  }
  return peopleIn(found)
}

export function collectAddresses(value: unknown, found: string[]): void {
  if (value === undefined || value === null) return
  if (typeof value === 'string' && !value.trimStart().startsWith('[')) {
    for (const part of value.split(/[;,]/)) if (part.trim() !== '') found.push(part.trim())
    return
  }
  for (const entry of listOf(value)) {
    if (typeof entry === 'string') found.push(entry)
    else if (isFields(entry))
      found.push(trimmed(entry['SmtpAddress'] ?? entry['EmailAddress'] ?? entry['Address'] ?? entry['UPN']))
  }
}

/** One record of read mail stands for many messages; their number or their list tells how many. */
function accessedItems(record: Fields): number {
  const counted = numberOf(record['OperationCount'])
  if (counted !== null && counted > 0) return counted
  let items = 0
  for (const folder of listOf(record['Folders'])) if (isFields(folder)) items += listOf(folder['FolderItems']).length
  return items
}

function accessedBytes(record: Fields): number {
  let bytes = 0
  for (const folder of listOf(record['Folders'])) {
    if (!isFields(folder)) continue
    for (const item of listOf(folder['FolderItems']))
      if (isFields(item)) bytes += Math.max(0, numberOf(item['SizeInBytes']) ?? 0)
  }
  return bytes
}

/** A delegate or an administrator acts in somebody else's mailbox; its owner is acted upon. */
function addForeignOwner(draft: Filling, record: Fields): void {
  const owners = OWNER_FIELDS.map((field) => record[field]).filter(
    (owner): owner is string => typeof owner === 'string' && owner !== ''
  )
  if (owners.length === 0) return
  addTargets(
    draft,
    peopleIn(owners).filter((name) => name !== draft.actor)
  )
}

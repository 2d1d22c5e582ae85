/** Matches of data-loss rules: the message or the file that matched, where a message was going, and how grave the rule is. */
import { type Fields, fieldsOf, numberOf, textOf, trimmed } from '../field.ts'
import { decodedUrl, siteOf } from './files.ts'
import { type Filling, addDomains, addTargets, extensionOf } from '../filling.ts'
import { domainsOf, peopleIn } from './identity.ts'
import { collectAddresses } from './mail.ts'
import { fillPolicyMatch, policyMatchOf } from './policy-match.ts'

export function fillProtection(draft: Filling, record: Fields): void {
  const message = fieldsOf(record['ExchangeMetaData'])
  const file = fieldsOf(record['SharePointMetaData'])
  const match = policyMatchOf(record)
  if (message !== null) fillMessage(draft, record, message)
  else if (file !== null) fillMatchedFile(draft, record, file)
  else {
    draft.path = trimmed(record['ObjectId'])
    draft.itemType = draft.path === '' ? 'none' : 'other'
  }
  if (draft.subject === '') draft.subject = match?.title ?? ''
  fillPolicyMatch(draft, match)
}

function fillMessage(draft: Filling, record: Fields, message: Fields): void {
  draft.itemType = 'message'
  draft.subject = textOf(message['Subject'])
  draft.path = trimmed(message['MessageID']) || trimmed(record['ObjectId'])
  draft.sizeBytes = Math.max(0, numberOf(message['FileSize']) ?? 0)
  const found: string[] = []
  for (const field of ['To', 'CC', 'Cc', 'BCC', 'Bcc'] as const) collectAddresses(message[field], found)
  const recipients = peopleIn(found)
  addTargets(draft, recipients)
  addDomains(draft, domainsOf(recipients))
}

function fillMatchedFile(draft: Filling, record: Fields, file: Fields): void {
  draft.itemType = 'file'
  draft.fileName = trimmed(file['FileName'])
  draft.extension = extensionOf(draft.fileName)
  draft.path = decodedUrl(trimmed(file['FilePathUrl'])) || trimmed(record['ObjectId'])
  draft.siteUrl = siteOf(file['SiteCollectionUrl'])
  draft.sizeBytes = Math.max(0, numberOf(file['FileSize']) ?? 0)
}

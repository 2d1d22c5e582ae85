/**
 * Rows of the mail and Teams tables. A sender is one of ours only where the row says that the message was sent from
 * inside; else the sender stays what the record proves, an address.
 */
import { type Fields, isFields, listOf, numberOf, textOf, trimmed } from '../field.ts'
import { addDomains, addTargets, baseName, extensionOf, type Filling } from '../filling.ts'
import { hostOf } from '../destination.ts'
import { siteTopicOf } from '../site-topic.ts'
import { cleanAddress } from '../m365/address.ts'
import { domainsOf, identityOf, peopleIn } from '../m365/identity.ts'
import { collectAddresses } from '../m365/mail.ts'

export function fillMailTable(draft: Filling, table: string, fields: Fields): void {
  draft.itemType = 'message'
  draft.path = trimmed(fields['NetworkMessageId']) || trimmed(fields['TeamsMessageId'])
  draft.subject = textOf(fields['Subject'])
  draft.address = ['SenderIPv4', 'SenderIPv6', 'IPAddress']
    .map((field) => cleanAddress(trimmed(fields[field])))
    .reduce((found, next) => found || next, '')
  fillSender(draft, fields)
  fillRecipients(draft, fields)
  fillDelivery(draft, fields)
  if (table === 'EmailAttachmentInfo') fillAttachment(draft, fields)
  const url = trimmed(fields['Url'])
  if (url !== '') {
    draft.itemType = 'other'
    draft.path = url
    const host = hostOf(url)
    if (table !== 'UrlClickEvents') return
    if (host !== '') addDomains(draft, [host])
    draft.topic = siteTopicOf([trimmed(fields['ThreatTypes'])])
  }
}

function fillSender(draft: Filling, fields: Fields): void {
  if (draft.actor !== '') return
  const sender = identityOf(
    trimmed(fields['SenderFromAddress']) ||
      trimmed(fields['SenderMailFromAddress']) ||
      trimmed(fields['SenderEmailAddress'])
  )
  draft.actor = sender.name
  draft.actorKind = sender.kind !== 'person' ? sender.kind : kindOfSender(fields)
}

/** Whoever writes from outside is nobody of ours, and not a guest either: a guest was let in. */
function kindOfSender(fields: Fields): 'person' | 'unknown' {
  switch (trimmed(fields['EmailDirection']).toLowerCase()) {
    case 'outbound':
    case 'intra-org':
    case 'intraorg':
      return 'person'
    case 'inbound':
      return 'unknown'
    default:
      // Of a Teams thread that is all inside, everybody is one of ours.
      return textOf(fields['IsExternalThread']).toLowerCase() === 'false' ? 'person' : 'unknown'
  }
}

function fillRecipients(draft: Filling, fields: Fields): void {
  const found: string[] = []
  collectAddresses(fields['RecipientEmailAddress'], found)
  for (const entry of listOf(fields['RecipientDetails']))
    if (isFields(entry)) found.push(trimmed(entry['RecipientSmtpAddress']))
  const recipients = peopleIn(found)
  addTargets(draft, recipients)
  if (draft.actorKind === 'person') addDomains(draft, domainsOf(recipients))
}

function fillDelivery(draft: Filling, fields: Fields): void {
  const delivery = trimmed(fields['DeliveryAction']).toLowerCase()
  if (delivery === 'blocked') draft.outcome = 'failure'
  draft.itemCount = Math.max(1, numberOf(fields['AttachmentCount']) ?? 0)
}

function fillAttachment(draft: Filling, fields: Fields): void {
  draft.itemType = 'file'
  draft.fileName = baseName(trimmed(fields['FileName']))
  draft.extension = extensionOf(draft.fileName)
  draft.sizeBytes = Math.max(0, numberOf(fields['FileSize']) ?? 0)
}

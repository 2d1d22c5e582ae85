/**
 * Makes an activity of a mail from its outline: who wrote to whom, when, about what, with which attachments. It never
 * sees what the mail says.
 */
import { z } from 'zod'
import { decodedWords } from '../../formats/mime-header.ts'
import type { RowOutcome } from '../../source-reader.ts'
import { boundedName } from '../bounded.ts'
import { contentKey } from '../content-key.ts'
import type { Fields } from '../field.ts'
import { addDomains, addTargets, baseName, emptyDraft, extensionOf, type Filling } from '../filling.ts'
import { cleanAddress } from '../m365/address.ts'
import { domainsOf, identityOf, peopleIn } from '../m365/identity.ts'
import { addressesIn } from './addresses.ts'
import { mailDate } from './date.ts'

const Mail = z.object({
  headers: z.record(z.string(), z.array(z.string())),
  parts: z.array(z.object({ type: z.string(), disposition: z.string(), name: z.string(), sizeBytes: z.number() })),
  sizeBytes: z.number()
})
type Mail = z.infer<typeof Mail>

export interface MailReading {
  readonly timezone: string
  /** Domains that the mails of the file have in common; null where nothing stands out. */
  readonly ownDomains: ReadonlySet<string> | null
}

/** Null for records of other layouts. */
export function mailIn(record: Fields): Mail | null {
  return Mail.safeParse(record).data ?? null
}

/** Domains on both sides of a mail. */
export function sidesOf(mail: Mail): ReadonlySet<string> {
  return new Set(domainsOf(addressesIn([...all(mail, 'from'), ...recipientsOf(mail)])))
}

export function readMail(record: Fields, { timezone, ownDomains }: MailReading): RowOutcome {
  const mail = mailIn(record)
  if (mail === null) return { kind: 'rejected', reason: 'The record is no mail.' }
  const date = mailDate(first(mail, 'date'), all(mail, 'received'), timezone)
  if ('reason' in date) return { kind: 'rejected', reason: date.reason }
  const draft = emptyDraft('', 0, 0, 0)
  draft.atMs = date.atMs
  draft.workload = 'Mail'
  draft.itemType = 'message'
  draft.outcome = 'success'
  draft.subject = decodedWords(first(mail, 'subject')).replace(/\s+/g, ' ').trim()
  draft.address = cleanAddress(first(mail, 'x-originating-ip'))
  const isInside = fillSender(draft, mail, ownDomains)
  draft.operation = isInside ? 'Email sent' : 'Email received'
  const people = peopleIn(addressesIn(recipientsOf(mail)))
  addTargets(draft, people)
  if (isInside) addDomains(draft, domainsOf(people))
  draft.label = labelIn(all(mail, 'msip_labels').join(';'))
  fillAttachments(draft, mail)
  const id = first(mail, 'message-id').replace(/\s+/g, '')
  draft.recordKey = id === '' ? contentKey('mail', { ...mail.headers, date: String(date.atMs) }) : `mail|${id}`
  return { kind: 'activity', draft }
}

/** `MSIP_Label_<id>_Enabled=true; MSIP_Label_<id>_Name=Internal; …`, as mail programs write a sensitivity label. */
function labelIn(header: string): string {
  const settings = new Map<string, string>()
  for (const [, id = '', field = '', value = ''] of header.matchAll(
    /MSIP_Label_([0-9a-f-]{36})_(\w{1,40})=([^;\r\n]*)/gi
  ))
    settings.set(`${id}|${field}`.toLowerCase(), value.trim())
  for (const [setting, value] of settings) {
    const [id = '', field] = setting.split('|')
    if (field === 'enabled' && value.toLowerCase() === 'true')
      return boundedName(decodedWords(settings.get(`${id}|name`) ?? '') || id)
  }
  return ''
}

/** Programs that answer for a server. */
const SERVERS = /^(?:mailer-daemon|postmaster)(?:@|$)/

/** Whoever is of another domain than the file's own is nobody of ours; where nothing tells, the sender counts as one. */
function fillSender(draft: Filling, mail: Mail, ownDomains: ReadonlySet<string> | null): boolean {
  const [address = ''] = addressesIn([...all(mail, 'from'), ...all(mail, 'sender')])
  // Without an address the name is all there is.
  const named = decodedWords(first(mail, 'from'))
    .replace(/<[^<>]*>/g, '')
    .replaceAll('"', '')
  const sender = identityOf(address || named)
  draft.actor = sender.name
  draft.actorKind = SERVERS.test(sender.name) ? 'service' : sender.kind
  const [domain] = domainsOf([sender.name])
  const isInside = ownDomains === null || domain === undefined || ownDomains.has(domain)
  if (!isInside && draft.actorKind === 'person') draft.actorKind = 'unknown'
  return isInside
}

function fillAttachments(draft: Filling, { parts, sizeBytes }: Mail): void {
  const attached = parts.filter(isAttachment)
  const [leading] = attached
  draft.sizeBytes = sizeBytes
  if (leading === undefined) return
  draft.itemCount = attached.length
  draft.fileName = baseName(leading.name) || (leading.type === 'message/rfc822' ? 'forwarded message' : 'attachment')
  draft.extension = extensionOf(draft.fileName)
  draft.sizeBytes = attached.reduce((sum, part) => sum + part.sizeBytes, 0)
}

/** A picture that the text shows is none; a forwarded message is one, and so is whatever has a name to be saved under. */
function isAttachment({ type, disposition, name }: Mail['parts'][number]): boolean {
  if (disposition === 'attachment') return true
  if (type === 'message/rfc822') return true
  if (name === '') return false
  return disposition !== 'inline' || !type.startsWith('image/')
}

function recipientsOf(mail: Mail): readonly string[] {
  return ['to', 'cc', 'bcc'].flatMap((name) => all(mail, name))
}

function all(mail: Mail, name: string): readonly string[] {
  return mail.headers[name] ?? []
}

function first(mail: Mail, name: string): string {
  return all(mail, name)[0] ?? ''
}

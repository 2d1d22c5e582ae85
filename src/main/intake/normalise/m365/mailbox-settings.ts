/** Cmdlets of the mail administration, and inbox rules: where they make mail flow to. */
import { type Fields, isFields, listOf, namedValue, textOf, trimmed } from '../field.ts'
import { type Filling, addDomains, addTargets } from '../filling.ts'
import { domainsOf, peopleIn } from './identity.ts'
import { collectAddresses } from './mail.ts'

/** Parameters that send copies of mail elsewhere. */
const FORWARDING = [
  'ForwardTo',
  'ForwardAsAttachmentTo',
  'RedirectTo',
  'ForwardingSmtpAddress',
  'ForwardingAddress',
  'BlindCopyTo',
  'CopyTo'
] as const
/** Parameters that let somebody else in; no mail goes anywhere by them. */
const ADMITTING = ['User', 'Trustee', 'GrantSendOnBehalfTo'] as const

export function fillMailboxSettings(draft: Filling, record: Fields): void {
  draft.path = trimmed(record['ObjectId'])
  draft.itemType = draft.path === '' ? 'none' : 'other'
  const found: string[] = []
  for (const name of FORWARDING) collectAddresses(namedValue(record['Parameters'], name), found)
  addDestinations(draft, found)
  const admitted: string[] = []
  for (const name of ADMITTING) collectAddresses(namedValue(record['Parameters'], name), admitted)
  addTargets(draft, addressesIn(admitted))
  draft.subject = textOf(namedValue(record['Parameters'], 'Name'))
}

/** Rules changed in a mail program carry their actions as a JSON list of actions with recipients. */
export function fillRuleChange(draft: Filling, record: Fields): void {
  const found: string[] = []
  for (const action of listOf(namedValue(record['OperationProperties'], 'RuleActions'))) {
    if (isFields(action)) collectAddresses(action['Recipients'], found)
  }
  addDestinations(draft, found)
}

function addDestinations(draft: Filling, found: readonly string[]): void {
  const people = addressesIn(found)
  addTargets(draft, people)
  addDomains(draft, domainsOf(people))
}

function addressesIn(found: readonly string[]): string[] {
  return peopleIn(found).filter((name) => name.includes('@'))
}

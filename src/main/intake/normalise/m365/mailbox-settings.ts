/** Cmdlets of the mail administration, and inbox rules: where they make mail flow to. */
import { type Fields, isFields, listOf, namedValue, textOf, trimmed } from './field.ts'
import { type Filling, addDomains, addTargets } from './filling.ts'
import { domainsOf, peopleIn } from './identity.ts'
import { collectAddresses } from './mail.ts'

/** Parameters that send copies of mail elsewhere or let somebody else in. */
const PEOPLE_PARAMETERS = ['ForwardTo', 'ForwardAsAttachmentTo', 'RedirectTo', 'ForwardingSmtpAddress', 'ForwardingAddress', 'BlindCopyTo', 'CopyTo', 'User', 'Trustee', 'GrantSendOnBehalfTo'] as const

export function fillMailboxSettings(draft: Filling, record: Fields): void {
  draft.path = trimmed(record['ObjectId'])
  draft.itemType = draft.path === '' ? 'none' : 'other'
  const found: string[] = []
  for (const name of PEOPLE_PARAMETERS) collectAddresses(namedValue(record['Parameters'], name), found)
  addPeople(draft, found)
  draft.subject = textOf(namedValue(record['Parameters'], 'Name'))
}

/** Rules changed in a mail program carry their actions as a JSON list of actions with recipients. */
export function fillRuleChange(draft: Filling, record: Fields): void {
  const found: string[] = []
  for (const action of listOf(namedValue(record['OperationProperties'], 'RuleActions'))) {
    if (isFields(action)) collectAddresses(action['Recipients'], found)
  }
  addPeople(draft, found)
}

function addPeople(draft: Filling, found: readonly string[]): void {
  const people = peopleIn(found).filter((name) => name.includes('@'))
  addTargets(draft, people)
  addDomains(draft, domainsOf(people))
}

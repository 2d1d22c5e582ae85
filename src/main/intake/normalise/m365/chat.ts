/** Teams records: who was added, whether outsiders take part, and the file of a channel. */
import { fillLooseFile } from './files.ts'
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf, trimmed } from '../field.ts'
import { type Filling, addDomains, addTargets } from '../filling.ts'
import { domainsOf, identityOf, peopleIn } from './identity.ts'

/** Role of a member who is a guest. */
const GUEST_ROLE = 3
const OUTSIDERS = ['HasForeignTenantUsers', 'HasGuestUsers', 'HasOtherGuestUsers', 'HasUnauthenticatedUsers'] as const

export function fillChat(draft: Filling, record: Fields): void {
  fillLooseFile(draft, record)
  if (draft.itemType === 'none' && draft.operation.startsWith('Message')) draft.itemType = 'message'
  if (record['Members'] !== undefined) addMembers(draft, record)
  const participants = fieldsOf(record['ParticipantInfo'])
  if (participants !== null && OUTSIDERS.some((field) => textOf(participants[field]).toLowerCase() === 'true')) {
    draft.exposure = 'guest'
    addDomains(
      draft,
      listOf(participants['ParticipatingDomains'])
        .map((domain) => trimmed(domain).toLowerCase())
        .filter(Boolean)
    )
  }
}

function addMembers(draft: Filling, record: Fields): void {
  const names: string[] = []
  const guests: string[] = []
  for (const member of listOf(record['Members'])) {
    if (!isFields(member)) continue
    const name = trimmed(member['UPN'])
    names.push(name)
    if (numberOf(member['Role']) === GUEST_ROLE || identityOf(name).kind === 'guest') guests.push(name)
  }
  addTargets(
    draft,
    peopleIn(names).filter((name) => name !== draft.actor)
  )
  if (guests.length === 0) return
  draft.exposure = 'guest'
  addDomains(draft, domainsOf(peopleIn(guests)))
}

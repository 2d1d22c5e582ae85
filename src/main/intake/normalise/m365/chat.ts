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
  if (draft.path === '') draft.path = placeOf(record)
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

/** A channel by its names, a chat by its thread. */
function placeOf(record: Fields): string {
  const names = [record['TeamName'], record['ChannelName']].map(trimmed).filter(Boolean)
  return names.join('/') || trimmed(record['ChatThreadId'])
}

function addMembers(draft: Filling, record: Fields): void {
  const names: string[] = []
  const guests: string[] = []
  const own = trimmed(record['OrganizationId'])
  for (const member of listOf(record['Members'])) {
    if (!isFields(member)) continue
    const name = trimmed(member['UPN'])
    names.push(name)
    const isForeign = own !== '' && isOther(trimmed(member['OrganizationId']), own)
    if (isForeign || numberOf(member['Role']) === GUEST_ROLE || identityOf(name).kind === 'guest') guests.push(name)
  }
  addTargets(
    draft,
    peopleIn(names).filter((name) => name !== draft.actor)
  )
  if (guests.length === 0) return
  draft.exposure = 'guest'
  addDomains(draft, domainsOf(peopleIn(guests)))
}

/** Members of another organisation, where the record names both. */
function isOther(organization: string, own: string): boolean {
  return organization !== '' && organization !== own
}

/** How far a sharing opens an item, and to whom. Where a sharing names nobody, it is taken as inside: the least it can be. */
import type { Exposure } from '../../../../shared/domain/draft.ts'
import { type Fields, trimmed } from '../field.ts'
import { type Filling, addDomains, addTargets } from '../filling.ts'
import { domainsOf, identityOf, peopleIn } from './identity.ts'

const SHARING_OPERATIONS = new Set([
  'sharingset',
  'sharinginvitationcreated',
  'sharinginvitationupdated',
  'sharinginvitationaccepted',
  'sharinglinkcreated',
  'sharinglinkupdated',
  'sharinglinkused',
  'anonymouslinkcreated',
  'anonymouslinkupdated',
  'anonymouslinkused',
  'companylinkcreated',
  'companylinkused',
  'securelinkcreated',
  'securelinkupdated',
  'securelinkused',
  'addedtosecurelink',
  'addedtogroup',
  'addedtosharinglink',
  'sitecollectionadminadded',
  'accessinvitationcreated',
  'accessrequestaccepted',
  'accessrequestapproved',
  'permissionleveladded'
])

export function fillSharing(draft: Filling, record: Fields): void {
  const target = trimmed(record['TargetUserOrGroupName'])
  const targetType = trimmed(record['TargetUserOrGroupType']).toLowerCase()
  if (target === '' && targetType === '' && !mayShare(draft.operation)) return
  const identity = identityOf(target)
  const people = targetType.includes('group') ? [] : peopleIn([target])
  addTargets(draft, people)
  const isGuest = targetType === 'guest' || identity.kind === 'guest'
  if (SHARING_OPERATIONS.has(draft.operation.toLowerCase()))
    draft.exposure = exposureOf(draft.operation.toLowerCase(), record, isGuest, targetType)
  if (isGuest || draft.exposure === 'guest') addDomains(draft, domainsOf(people))
}

/** Cheap first look: nearly all file records are no sharing. */
function mayShare(operation: string): boolean {
  const first = operation.charCodeAt(0) | 32
  return first === 115 || first === 97 || first === 99 || first === 112
}

function exposureOf(operation: string, record: Fields, isGuest: boolean, targetType: string): Exposure {
  if (operation.startsWith('anonymouslink')) return 'anyone'
  const scope = trimmed(record['SharingLinkScope']).toLowerCase()
  if (scope === 'anyone' || scope === 'anonymous') return 'anyone'
  if (isGuest) return 'guest'
  // Invitations go to addresses that the directory does not know yet.
  if (operation.startsWith('sharinginvitation') && targetType !== 'member') return 'guest'
  return 'inside'
}

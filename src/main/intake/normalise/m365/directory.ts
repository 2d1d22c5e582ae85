/** Directory changes and sign-ins: the accounts acted upon, and the device of a sign-in. */
import { principalNames } from './actor.ts'
import { type Fields, namedValue, trimmed } from '../field.ts'
import { type Filling, addTargets } from '../filling.ts'
import { peopleIn } from './identity.ts'

/** A deleted account's name is prefixed with its object id without dashes, so that the name can be given again. */
const DELETED_PREFIX = /^[0-9a-f]{32}(?=[^@]+@)/

export function fillDirectory(draft: Filling, record: Fields): void {
  draft.path = trimmed(record['ObjectId'])
  draft.device = trimmed(namedValue(record['DeviceProperties'], 'DisplayName'))
  const isSignIn = draft.operation.startsWith('User') && draft.operation.includes('Log')
  draft.itemType =
    isSignIn || draft.operation.toLowerCase().includes('user') ? 'account' : draft.path === '' ? 'none' : 'other'
  if (isSignIn) return
  const named = draft.path.includes('@')
    ? [draft.path, ...principalNames(record['Target'])]
    : principalNames(record['Target'])
  if (named.length === 0) return
  const people = peopleIn(named).map((name) => name.replace(DELETED_PREFIX, ''))
  addTargets(
    draft,
    people.filter((name) => name.includes('@'))
  )
}

/**
 * Whether a mail went to what looks like the sender's own private address: outside, and spelled with the sender's own
 * names. Compares two addresses and looks nothing up; a nickname is not recognised.
 */
import type { ActivityDraft } from '../../shared/domain/draft.ts'

/** The topic of such a mail. Logs give mails none, so nothing is overwritten. */
export const OWN_ADDRESS = 'own-address'

/** Shorter parts (initials, "de", "von") are in too many names to say whose one is. */
const LEAST_LETTERS = 3
/** One name alone must be long: "anna" is in many addresses, "kowalczyk" in few. */
const LEAST_OF_ONE = 6

export function topicOf({
  topic,
  itemType,
  actor,
  targets
}: Pick<ActivityDraft, 'topic' | 'itemType' | 'actor' | 'targets'>): string {
  if (topic !== '' || itemType !== 'message') return topic
  return targets.some((target) => isOwnAddress(actor, target)) ? OWN_ADDRESS : ''
}

/** Both as canonical addresses, in lower case. */
export function isOwnAddress(sender: string, recipient: string): boolean {
  const [own, ownDomain] = partsOf(sender)
  const [other, otherDomain] = partsOf(recipient)
  if (own === '' || other === '' || ownDomain === otherDomain) return false
  const names = own.split(/[^\p{L}]+/u).filter((name) => name.length >= LEAST_LETTERS)
  const [only] = names
  if (only === undefined || (names.length === 1 && only.length < LEAST_OF_ONE)) return false
  const letters = other.replace(/[^\p{L}]+/gu, '')
  return names.every((name) => letters.includes(name))
}

function partsOf(address: string): readonly [string, string] {
  const at = address.lastIndexOf('@')
  return at <= 0 ? ['', ''] : [address.slice(0, at), address.slice(at + 1)]
}

/**
 * Finds the person whom an operator names as sources write them: an address, a user name, an account with its domain.
 * Decides nothing about who may ask; that and the audit lie with the operation.
 */
import { canonicalIdentity } from '../identity/spelling.ts'
import { personOf } from '../store/people.ts'
import type { StoreView } from './lenses.ts'

/** Number of the person, or null where nobody in the workspace is called so. */
export function findNamedPerson(view: StoreView, typed: string): number | null {
  // Sources differ in whether an account name keeps its domain: `CONTOSO\\jdoe`.
  const personId = personOf(view, canonicalIdentity(typed)) ?? personOf(view, typed.trim().toLowerCase())
  // While an undo is being worked off, the vault still names whom the main store has forgotten.
  return personId !== null && view.main.number('SELECT count(*) FROM person WHERE id = ?', [personId]) > 0
    ? personId
    : null
}

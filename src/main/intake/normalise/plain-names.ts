/** A record under names folded to lower-case letters and digits: "Sign-in error code", `signInErrorCode` and `SIGNINERRORCODE` meet. */
import type { Fields } from './field.ts'
import { foldedName } from './hr/fields.ts'

/** Names repeat on every row, and a source has some hundred; past this the memory is started afresh. */
const REMEMBERED = 5000
let known = new Map<string, string>()

/** Fields that say nothing are left out; of two that fold alike the first stays. */
export function plainNames(record: Fields): Fields {
  const plain = new Map<string, unknown>()
  for (const [name, value] of Object.entries(record)) {
    if (value === null || value === undefined || value === '') continue
    const folded = plainName(name)
    if (!plain.has(folded)) plain.set(folded, value)
  }
  return Object.fromEntries(plain)
}

export function plainName(name: string): string {
  const remembered = known.get(name)
  if (remembered !== undefined) return remembered
  const folded = foldedName(name)
  if (known.size >= REMEMBERED) known = new Map()
  known.set(name, folded)
  return folded
}

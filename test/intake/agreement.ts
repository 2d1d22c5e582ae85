/** Counts how far drafts agree with what the authors of published samples expect of a reader, field by field. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ActivityDraft } from '../../src/shared/domain/draft.ts'

export const DATA = path.resolve(import.meta.dirname, '../../../shared/data')
/** False where the samples do not lie beside the checkout; their tests are then skipped, and say so. */
export const hasData = existsSync(DATA)
if (!hasData) process.stdout.write('skipped: no shared sample data beside the checkout\n')

/** What a sample says that a draft should hold; a field that it does not speak of is not compared. */
export interface Wanted {
  readonly time?: number
  readonly user?: readonly string[]
  readonly operation?: string
  readonly address?: string
  readonly file?: string
}
export type Field = keyof Wanted
const FIELDS = ['time', 'user', 'operation', 'address', 'file'] as const satisfies readonly Field[]
export type Tally = Record<Field, { agree: number; of: number }>

export function openTally(): Tally {
  const empty = (): { agree: number; of: number } => ({ agree: 0, of: 0 })
  return { time: empty(), user: empty(), operation: empty(), address: empty(), file: empty() }
}

/** What is compared of a draft, or of what the store gave back. */
type Compared = Pick<ActivityDraft, 'atMs' | 'actor' | 'operation' | 'address' | 'fileName'>

export function compare(tally: Tally, wanted: Wanted, draft: Compared): void {
  const found: Wanted = {
    time: draft.atMs,
    user: [draft.actor],
    operation: draft.operation,
    address: draft.address,
    file: draft.fileName
  }
  for (const field of FIELDS) {
    if (wanted[field] === undefined) continue
    tally[field].of++
    const agrees =
      field === 'user'
        ? wanted.user?.some((name) => name.toLowerCase() === draft.actor) === true
        : wanted[field] === found[field]
    if (agrees) tally[field].agree++
  }
}

/** Says how many agree, and returns it for comparison with what was reached before; fields never spoken of are left out. */
export function reached(name: string, tally: Tally): Record<string, string> {
  const said: [string, string][] = []
  for (const field of FIELDS) {
    const { agree, of } = tally[field]
    if (of > 0) said.push([field, agree === of ? `all ${String(of)}` : `${String(agree)} of ${String(of)}`])
  }
  process.stdout.write(`${name}: ${said.map((pair) => pair.join(' ')).join(', ')}\n`)
  return Object.fromEntries(said)
}

export type Json = Record<string, unknown>
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const at = (value: unknown, ...steps: string[]): unknown =>
  steps.reduce<unknown>((holder, step) => (isJson(holder) ? holder[step] : undefined), value)
export const textAt = (value: unknown, ...steps: string[]): string | undefined => {
  const found = at(value, ...steps)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** Only what is there: an absent field must not be compared. */
export function wantedOf(fields: { [Name in Field]: Wanted[Name] | undefined }): Wanted {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

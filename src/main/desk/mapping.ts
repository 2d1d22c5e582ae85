/** Mapping a log by example: looking at the first file of a ticket, and making of an operator's choice what is remembered. */
import { statSync } from 'node:fs'
import path from 'node:path'
import type { ParsedRequestOf, ResponseOf } from '../../shared/contract/index.ts'
import type { LogMapping } from '../../shared/domain/draft.ts'
import { lackOf, LONGEST_SAID, type MappedField } from '../../shared/domain/mapping.ts'
import { runPreview, type SaidBefore } from '../workers/preview-run.ts'
import { done, refused, type Result } from '../workers/protocol.ts'
import { type Desk, issueTicket } from './desk.ts'
import type { OpenWorkspace } from './session.ts'

type GivenMapping = NonNullable<ParsedRequestOf<'import.start'>['mapping']>

/** Leaves the ticket good, and remembers under it what the fields are called and what was typed for them before. */
export async function previewTicket(
  desk: Desk,
  { reader }: OpenWorkspace,
  ticket: string
): Promise<Result<ResponseOf<'import.preview'>>> {
  const [first] = desk.tickets.get(ticket) ?? []
  if (first === undefined) return refused('bad-request', 'The chosen files are no longer known. Choose them again.')
  const looked = await runPreview({
    reader,
    path: first,
    spawnIntake: desk.shell.spawnIntake,
    onFault: (where) => {
      desk.shell.log('preview', where)
    }
  })
  if (!looked.ok) return looked
  desk.previews.set(ticket, looked.value.layout)
  return done(looked.value.shown)
}

/** What is remembered of the layout behind a ticket; null where the operator mapped nothing. */
export function mappingFor(desk: Desk, ticket: string, given: GivenMapping | null): Result<LogMapping | null> {
  if (given === null) return done(null)
  const layout = desk.previews.get(ticket)
  if (layout === undefined)
    return refused('bad-request', 'Look at the file first: a mapping names its fields by their places.')
  const columns: Partial<Record<MappedField, string>> = {}
  for (const { field, index } of given.columns) {
    const name = layout.names[index]
    if (name === undefined) return refused('bad-input', 'The mapping names a field that the file does not have.')
    if (columns[field] !== undefined) return refused('bad-input', 'The mapping says twice where the same thing stands.')
    columns[field] = name
  }
  const workload = asTyped(given.workload, layout.remembered?.workload)
  const operation = asTyped(given.operation, layout.remembered?.operation)
  if (workload.length > LONGEST_SAID || operation.length > LONGEST_SAID)
    return refused('bad-input', `What is said of every row has ${String(LONGEST_SAID)} letters at most.`)
  const mapping = { columns, dateOrder: given.dateOrder, workload, operation }
  const lack = lackOf(mapping)
  return lack === null
    ? done({ kind: 'mapped', signature: layout.signature, mapping })
    : refused('bad-input', `The mapping is not complete. ${lack}`)
}

/** What comes back as the preview showed it was not touched, and is kept as it was typed, unmasked. */
function asTyped(given: string, before: SaidBefore | undefined): string {
  return before !== undefined && given === before.shown.trim() ? before.typed : given
}

const GONE = 'The file of this import is no longer where it was. Choose it again where it lies now.'

/** A ticket for the file of an earlier import; for a member of an archive, for the archive. */
export async function ticketAgain(
  desk: Desk,
  { reader }: OpenWorkspace,
  id: number
): Promise<Result<ResponseOf<'import.again'>>> {
  const found = await reader.read('import.path', { id })
  if (!found.ok) return found
  const file = fileBehind(found.value)
  if (file === null) return refused('not-found', GONE)
  const masked = await reader.read('mask.texts', { texts: [path.basename(file)] })
  return masked.ok ? done({ ticket: issueTicket(desk, [file]), file: masked.value[0] ?? '' }) : masked
}

/** Paths of members go on behind the archive's: the file is the first part of the path that is one. */
function fileBehind(shown: string): string | null {
  for (let at = shown; path.dirname(at) !== at; at = path.dirname(at)) {
    const found = kindAt(at)
    if (found !== null) return found === 'file' ? at : null
  }
  return null
}

/** Null where nothing is, or nothing that may be looked at. */
function kindAt(place: string): 'file' | 'other' | null {
  try {
    return statSync(place).isFile() ? 'file' : 'other'
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** A mapping of an unknown log as a YAML file: columns by their names, as the log writes them. */
import { FieldMapping, type MappedField } from '../../shared/domain/mapping.ts'
import type { RequestOf } from '../../shared/contract/index.ts'
import { refusal } from './refusal.ts'
import type { Answered, Workspace } from './terminal.ts'
import { readYamlFile } from './yaml-file.ts'

type GivenMapping = NonNullable<RequestOf<'import.start'>['mapping']>

/** Looks at the first file of the ticket, and names its columns by their places, as the engine wants them. */
export async function readMappingFile(
  { ask, terminal }: Workspace,
  file: string,
  ticket: string
): Promise<Answered<GivenMapping>> {
  const read = readYamlFile(file, 'mapping', FieldMapping)
  if (!read.ok) return read
  const looked = await ask('import.preview', { ticket })
  if (!looked.ok) return looked
  const names = (terminal.desk.previews.get(ticket)?.names ?? []).map(plainName)
  const { columns, ...rest } = read.value
  const placed: { field: MappedField; index: number }[] = []
  for (const [field, name] of Object.entries(columns) as [MappedField, string][]) {
    const index = names.indexOf(plainName(name))
    if (index === -1) return refusal(`The first file has no column “${name}”, which the mapping names for ${field}.`)
    placed.push({ field, index })
  }
  return { ok: true, value: { ...rest, columns: placed } }
}

function plainName(name: string): string {
  return name.trim().toLowerCase()
}

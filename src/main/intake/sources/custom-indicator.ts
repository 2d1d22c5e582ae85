/**
 * Counts that another tool made beforehand: one row says that a person did so much of something on a day. Told by its
 * columns, or read as an operator mapped it.
 */
import type { FieldMapping, MappedField } from '../../../shared/domain/mapping.ts'
import { isFields } from '../normalise/field.ts'
import { namesIn, textAt } from '../normalise/mapped/fields.ts'
import { suggestColumns } from '../normalise/mapped/guess.ts'
import { openMappedRows } from '../normalise/mapped-rows.ts'
import type { Sample, SourceReader } from '../source-reader.ts'
import { type Applied, evidenceOf, findMapping } from './mapped.ts'

export const customIndicator: SourceReader = {
  source: 'custom-indicator',
  version: 1,
  recognise(sample, { mappings, timezone }) {
    const applied = appliedTo(sample, mappings)
    return applied === null ? null : evidenceOf(applied, timezone)
  },
  open(batch, { layout, records, options, dates }) {
    const applied = appliedTo({ layout, records }, options.mappings)
    if (applied === null) throw new Error('a file was opened without the columns that it was recognised by')
    return openMappedRows(batch, { layout, records, mapping: applied.mapping, timezone: options.timezone, dates })
  }
}

function appliedTo(
  sample: Pick<Sample, 'layout' | 'records'>,
  mappings: Parameters<typeof findMapping>[1]
): Applied | null {
  return findMapping(sample, mappings, true) ?? byColumns(sample)
}

/** A person, a day, what was counted, and how often. */
function byColumns({ layout, records }: Pick<Sample, 'layout' | 'records'>): Applied | null {
  const rows = records.filter(isFields)
  const names = namesIn(layout, rows)
  const suggested = suggestColumns(
    names.map((name) => ({ name, values: rows.map((row) => textAt(row, name)).filter((value) => value !== '') }))
  )
  const columns: Partial<Record<MappedField, string>> = {}
  for (const field of ['time', 'date', 'person', 'indicator', 'count'] as const) {
    const name = names[suggested.get(field) ?? -1]
    if (name !== undefined) columns[field] = name
  }
  const { time, date, person, indicator, count } = columns
  if ((time ?? date) === undefined || person === undefined || indicator === undefined || count === undefined)
    return null
  const mapping: FieldMapping = { columns, dateOrder: null, workload: '', operation: '' }
  // An operation beside them makes it a log that counts, which somebody else may know better.
  const confidence = suggested.has('operation') ? 0.5 : 0.9
  return { mapping, confidence, because: 'columns that hold a person, a day, an indicator and a count' }
}

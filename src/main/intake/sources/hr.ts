/** HR files: tables that name people and a date or facts about them; the header tells which column is what. */
import { openHrRows } from '../normalise/hr-rows.ts'
import { bindColumns } from '../normalise/hr/binding.ts'
import type { SourceReader } from '../source-reader.ts'

export const hr: SourceReader = {
  source: 'hr',
  version: 2,
  recognise({ layout, isChosen }, { mappings, timezone }) {
    if (layout.kind !== 'table') return null
    const { confidence, because, columnOf, mapping } = bindColumns(layout.columns, mappings)
    if (isChosen ? !columnOf.has('identity') : confidence === 0) return null
    return {
      confidence,
      because: isChosen ? 'the source was chosen for this import' : because,
      timezone,
      timezoneBecause: null,
      mapping
    }
  },
  open(batch, { layout, options, dates }) {
    const columns = layout.kind === 'table' ? layout.columns : []
    return openHrRows(batch, {
      columns,
      binding: bindColumns(columns, options.mappings),
      timezone: options.timezone,
      delimiter: layout.kind === 'table' ? layout.delimiter : ',',
      dates
    })
  }
}

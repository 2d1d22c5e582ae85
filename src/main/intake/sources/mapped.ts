/** Logs that no reader knows: read as an operator mapped them once, and told again by their header or their fields. */
import type { ColumnMapping } from '../../../shared/domain/draft.ts'
import { type FieldMapping, isCustomIndicator, lackOf, type MappedField } from '../../../shared/domain/mapping.ts'
import { layoutSignature, namesIn, namesOfSignature } from '../normalise/mapped/fields.ts'
import { openMappedRows } from '../normalise/mapped-rows.ts'
import type { Evidence, Sample, SourceReader } from '../source-reader.ts'

/** Optional fields come and go in logs; where less is shared, it is another log with a few names in common. */
const LEAST_SHARED = 0.6

export interface Applied {
  /** With the columns as this file writes them. */
  readonly mapping: FieldMapping
  readonly confidence: number
  readonly because: string
}

export const mapped: SourceReader = {
  source: 'mapped',
  version: 1,
  recognise(sample, { mappings, timezone }) {
    const applied = findMapping(sample, mappings, false)
    return applied === null ? null : evidenceOf(applied, timezone)
  },
  open(batch, { layout, records, options, dates }) {
    const applied = findMapping({ layout, records }, options.mappings, false)
    if (applied === null) throw new Error('a file was opened without the mapping that it was recognised by')
    return openMappedRows(batch, { layout, records, mapping: applied.mapping, timezone: options.timezone, dates })
  }
}

export function evidenceOf({ confidence, because }: Omit<Applied, 'mapping'>, timezone: string): Evidence {
  return {
    confidence,
    because,
    timezone,
    timezoneBecause: null
  }
}

/** The remembered mapping of a layout: of exactly this header, or of records that share most of their fields. */
export function findMapping(
  { layout, records }: Pick<Sample, 'layout' | 'records'>,
  remembered: readonly ColumnMapping[],
  isCustom: boolean
): Applied | null {
  const candidates = remembered.filter((entry) => entry.kind === 'mapped')
  if (candidates.length === 0) return null
  const names = namesIn(layout, records)
  const signature = layoutSignature(layout, records)
  const exact = candidates.find((entry) => entry.signature === signature)
  if (exact !== undefined) {
    const mapping = inThisFile(exact.mapping, names)
    return mapping === null || isCustomIndicator(mapping) !== isCustom
      ? null
      : { mapping, confidence: 1, because: 'the workspace remembers a mapping of this header' }
  }
  if (layout.kind === 'table') return null
  let best: Applied | null = null
  let most = LEAST_SHARED
  for (const entry of candidates) {
    const shared = shareOf(namesOfSignature(entry.signature), names)
    const mapping = shared < most ? null : inThisFile(entry.mapping, names)
    if (mapping === null || isCustomIndicator(mapping) !== isCustom) continue
    most = shared
    best = {
      mapping,
      // Not quite as sure as a reader that knows every record.
      confidence: Math.round(shared * 90) / 100,
      because: 'the workspace remembers a mapping of records with mostly the same fields'
    }
  }
  return best
}

/** Names that both have, of all that either has. */
function shareOf(known: ReadonlySet<string> | null, names: readonly string[]): number {
  if (known === null || names.length === 0) return 0
  const here = new Set(names.map((name) => name.toLowerCase()))
  let both = 0
  for (const name of here) if (known.has(name)) both++
  return both / (here.size + known.size - both)
}

/** Columns as this file writes them; null where one is missing without which no row can be read. */
function inThisFile(mapping: FieldMapping, names: readonly string[]): FieldMapping | null {
  const here = new Map(names.map((name) => [name.trim().toLowerCase(), name]))
  const columns: Partial<Record<MappedField, string>> = {}
  for (const [field, name] of Object.entries(mapping.columns) as [MappedField, string][]) {
    const written = here.get(name.trim().toLowerCase())
    if (written !== undefined) columns[field] = written
  }
  const found = { ...mapping, columns }
  return lackOf(found) === null ? found : null
}

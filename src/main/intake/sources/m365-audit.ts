/** Microsoft 365 audit records: told by an operation with a time or an id, in whichever wrapping they come. */
import { openAuditRows } from '../normalise/audit-rows.ts'
import { findAuditRecord, listedEntries } from '../normalise/m365/envelope.ts'
import type { Evidence, Sample, SourceReader } from '../source-reader.ts'

/** A share of records below this is chance: other logs have operations and times too. */
const LEAST_SHARE = 0.2
/** Columns that the exports are known by, for the receipt. */
const TELLING_COLUMN = /^(auditdata|operations?|creation(date|time)|timegenerated.*|recordtype|userids?)$/i

export const m365Audit: SourceReader = {
  source: 'm365-audit',
  version: 3,
  recognise(sample) {
    const share = shareOf(sample)
    if (!sample.isChosen && share < LEAST_SHARE) return null
    return {
      confidence: Math.round(share * 99) / 100,
      because: reasonFor(sample),
      timezone: 'UTC',
      timezoneBecause: 'audit records are written in UTC, whether or not they say so'
    } satisfies Evidence
  },
  open: (batch, { layout }) => openAuditRows(batch, layout.kind === 'table' ? layout.columns : [])
}

function shareOf({ records, layout }: Sample): number {
  // A header alone is enough where it holds the column that nothing else has.
  if (records.length === 0)
    return layout.kind === 'table' && layout.columns.some((name) => name.toLowerCase() === 'auditdata') ? 1 : 0
  return records.filter(holdsAudit).length / records.length
}

function reasonFor({ records, layout, isChosen }: Sample): string {
  if (isChosen) return 'the source was chosen for this import'
  if (layout.kind === 'table') {
    const names = layout.columns.filter((name) => TELLING_COLUMN.test(name))
    return `header holds ${names.slice(0, 4).join(', ') || 'audit columns'}`
  }
  return `${records.filter(holdsAudit).length} of the first ${records.length} records hold an operation with a time or an id`
}

function holdsAudit(value: unknown): boolean {
  return findAuditRecord(value) !== null || listedEntries(value) !== null
}

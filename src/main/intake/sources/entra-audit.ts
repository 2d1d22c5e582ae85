/** Entra's log of changes to the directory, and calls of its API: portal export, Graph, diagnostic settings, tables. */
import { openEntraReading } from '../normalise/entra/reading.ts'
import { entraRecords } from '../normalise/entra/record.ts'
import { recordSource } from '../record-source.ts'

export const entraAudit = recordSource({
  source: 'entra-audit',
  version: 2,
  mark: 'a directory activity with who began it or what it was done to',
  holds: (record) => entraRecords(record).some(({ kind }) => kind === 'change' || kind === 'call'),
  zone: { timezone: 'UTC', because: 'Entra writes its logs in UTC, whether or not they say so' },
  open: openEntraReading
})

/** Entra sign-ins and the risks found in them: portal export, Graph, diagnostic settings, Log Analytics tables. */
import { openEntraReading } from '../normalise/entra/reading.ts'
import { entraRecords } from '../normalise/entra/record.ts'
import { recordSource } from '../record-source.ts'

export const entraSignIn = recordSource({
  source: 'entra-sign-in',
  version: 2,
  mark: 'a sign-in or a detected risk',
  holds: (record) => entraRecords(record).some(({ kind }) => kind === 'sign-in' || kind === 'risk'),
  zone: { timezone: 'UTC', because: 'Entra writes its logs in UTC, whether or not they say so' },
  open: openEntraReading
})

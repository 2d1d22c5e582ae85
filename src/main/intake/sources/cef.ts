/** Lines of CEF and LEEF, of whichever vendor: told by their header. */
import { isCefRecord, normaliseCef, ownTimeOf } from '../normalise/cef-record.ts'
import { openYears } from '../normalise/cef/years.ts'
import { openZone } from '../normalise/zone.ts'
import { recordSource } from '../record-source.ts'

export const cef = recordSource({
  source: 'cef',
  version: 2,
  mark: 'the header of CEF with its vendor and product',
  holds: isCefRecord,
  zone: null,
  open: ({ timezone, sample }) => {
    const years = openYears()
    const toUtc = openZone(timezone)
    // Records before the first that has a year find theirs by it.
    for (const record of sample) {
      const time = ownTimeOf(record, toUtc)
      if (time?.kind === 'moment') {
        years.see(time.atMs)
        break
      }
    }
    return { read: (record) => normaliseCef(record, years, toUtc), finish: () => [] }
  }
})

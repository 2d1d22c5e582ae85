/** People directories: users of Entra, of Active Directory and other LDAP servers, and monthly snapshots of them. */
import { datesIn } from '../normalise/directory/entry.ts'
import { isEntry, tellingColumns } from '../normalise/directory/header.ts'
import { openManagers } from '../normalise/directory/managers.ts'
import { openDirectoryReading } from '../normalise/directory/reading.ts'
import { openDatedRows } from '../normalise/dated-rows.ts'
import type { DateOrder } from '../normalise/hr/dates.ts'
import { recordSource } from '../record-source.ts'
import type { SourceReader } from '../source-reader.ts'

/** Surer than HR can be of the same header, and not as sure as a header that the workspace remembers. */
const SURE = 0.99

const entries = entriesWith({ order: () => 'month-first', know: () => undefined })

export const directory: SourceReader = {
  source: entries.source,
  version: entries.version,
  recognise(sample, options) {
    const { layout } = sample
    if (layout.kind === 'records' || sample.isChosen) return entries.recognise(sample, options)
    // The header tells more than rows do: cells of a directory are often empty.
    const telling = tellingColumns(layout.columns)
    if (telling.length === 0) return null
    return {
      confidence: SURE,
      because: `header holds ${telling.join(', ')}`,
      timezone: options.timezone,
      timezoneBecause: null
    }
  },
  open(batch, opening) {
    const managers = openManagers(batch)
    const rows = openDatedRows({
      opening,
      datesOf: datesIn,
      open: (order) =>
        entriesWith({
          order,
          know: (identity, spellings) => {
            managers.know(identity, spellings)
          }
        }).open(managers.batch, opening)
    })
    return { ...rows, finish: () => [...rows.finish(), ...managers.finish()] }
  }
}

function entriesWith(reading: {
  readonly order: () => DateOrder
  readonly know: (identity: string, spellings: readonly string[]) => void
}): SourceReader {
  return recordSource({
    source: 'directory',
    version: 2,
    mark: 'an account with what a directory knows of it',
    holds: isEntry,
    zone: null,
    open: ({ timezone }) => openDirectoryReading({ timezone, ...reading })
  })
}

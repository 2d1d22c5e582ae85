/** Device monitoring as tables: logon.csv, device.csv, file.csv, email.csv and http.csv, in the shapes that research made common. */
import { openDatedRows } from '../normalise/dated-rows.ts'
import { deviceLogKind, readDeviceLog } from '../normalise/device-log/row.ts'
import { trimmed } from '../normalise/field.ts'
import type { DateOrder } from '../normalise/hr/dates.ts'
import { plainNames } from '../normalise/plain-names.ts'
import { recordSource } from '../record-source.ts'
import type { SourceReader } from '../source-reader.ts'

const rows = rowsIn(() => 'month-first')

export const deviceLog: SourceReader = {
  source: rows.source,
  version: rows.version,
  recognise: (sample, options) => rows.recognise(sample, options),
  open(batch, opening) {
    return openDatedRows({
      opening,
      datesOf: (record) => [trimmed(plainNames(record)['date'])],
      open: (order) => rowsIn(order).open(batch, opening)
    })
  }
}

function rowsIn(order: () => DateOrder): SourceReader {
  return recordSource({
    source: 'device-log',
    version: 2,
    mark: 'a user, a date and a computer with a logon, a stick, a file, a mail or a page',
    holds: (record) => deviceLogKind(plainNames(record)) !== null,
    zone: null,
    open: ({ timezone }) => ({
      read: (record) => readDeviceLog(record, order(), timezone),
      finish: () => []
    })
  })
}

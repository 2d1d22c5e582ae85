/** Message traces of Exchange: what was sent from whom to whom, as commands, the web service and the admin centre write it. */
import { openDatedRows } from '../normalise/dated-rows.ts'
import type { DateOrder } from '../normalise/hr/dates.ts'
import { isTraceLine, readTraceLine, traceLines, traceSides, traceTime } from '../normalise/mail-trace/row.ts'
import { ownDomainsOf } from '../normalise/own-domains.ts'
import { plainNames } from '../normalise/plain-names.ts'
import { recordSource } from '../record-source.ts'
import type { RecordReading, SourceReader } from '../source-reader.ts'

const lines = linesIn(() => 'month-first')

export const mailTrace: SourceReader = {
  source: lines.source,
  version: lines.version,
  recognise: (sample, options) => lines.recognise(sample, options),
  open(batch, opening) {
    return openDatedRows({
      opening,
      datesOf: (record) => traceLines(record).map(traceTime),
      open: (order) => linesIn(order).open(batch, opening)
    })
  }
}

function linesIn(order: () => DateOrder): SourceReader {
  return recordSource({
    source: 'mail-trace',
    version: 1,
    mark: 'a sender, a recipient and the id of a message',
    holds: (record) => traceLines(record).some((line) => isTraceLine(plainNames(line))),
    zone: { timezone: 'UTC', because: 'message traces are written in UTC' },
    open({ timezone, sample }): RecordReading {
      const ownDomains = ownDomainsOf(traceSides(sample))
      let undirected = 0
      return {
        read: (record) =>
          traceLines(record).map((line) => {
            const row = plainNames(line)
            if (row['senderaddress'] !== undefined && row['directionality'] === undefined) undirected++
            return readTraceLine(line, { order: order(), timezone, ownDomains })
          }),
        finish: () => (undirected === 0 ? [] : [sayUndirected(undirected, ownDomains)])
      }
    }
  })
}

function sayUndirected(lines: number, ownDomains: ReadonlySet<string> | null): string {
  const told = `${String(lines)} lines do not tell whether the mail came from inside.`
  return ownDomains === null
    ? `${told} Their senders are kept, but nobody is scored for them.`
    : `${told} Senders of the ${ownDomains.size === 1 ? 'domain' : `${String(ownDomains.size)} domains`} that nearly all of the first mails share were read as people of the organisation.`
}

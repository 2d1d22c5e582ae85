/** Windows event logs in whichever form a tool wrote them: told by the number of an event with its log or its provider. */
import { recordSource } from '../record-source.ts'
import type { Layout, TableLayout } from '../layout.ts'
import type { Opening, SourceReader } from '../source-reader.ts'
import { type Clock, openClock } from '../normalise/windows/clock.ts'
import { findWindowsEvent } from '../normalise/windows/find-event.ts'
import { plainName } from '../normalise/windows/event-names.ts'
import { waitingForOrder } from '../normalise/windows/rows.ts'
import { normaliseWindowsEvent } from '../normalise/windows-event.ts'

/** The Event Viewer's table has a column more than its header. */
const UNNAMED_COLUMN = 'Message'

export const windowsEvent: SourceReader = {
  ...sourceWith(openClock('UTC')),
  open(batch, opening) {
    const clock = openClock(opening.evidence.timezone)
    const rows = sourceWith(clock).open(batch, withMessage(opening))
    const { layout } = opening
    if (layout.kind === 'table') {
      const columns = layout.columns.flatMap((name, index) => (TIME_COLUMN.test(plainName(name)) ? [index] : []))
      return waitingForOrder(rows, clock, {
        usual: isDayFirst(layout) ? 'day-first' : 'month-first',
        columns,
        dates: opening.dates
      })
    }
    return layout.wrapping === 'rendered-events'
      ? waitingForOrder(rows, clock, { usual: 'month-first', columns: null, dates: opening.dates })
      : rows
  }
}

const TIME_COLUMN = /^(dateandtime|timecreated|timegenerated|eventtime|date|time)$/

function sourceWith(clock: Clock): SourceReader {
  return recordSource({
    source: 'windows-event',
    version: 2,
    mark: 'the number of a Windows event with its log or its provider',
    holds: (record) => findWindowsEvent(record) !== null,
    zone: null,
    open: () => ({ read: (record) => normaliseWindowsEvent(record, clock), finish: () => [] })
  })
}

/** Headers in German or French, and semicolons, come from where the day is written first. */
function isDayFirst({ columns, delimiter }: TableLayout): boolean {
  return delimiter === ';' || columns.some((name) => /^(Ebene|Niveau|Datum und Uhrzeit|Date et heure)$/.test(name))
}

function withMessage(opening: Opening): Opening {
  const { layout } = opening
  if (layout.kind !== 'table') return opening
  const names = new Set(layout.columns.map(plainName))
  const isViewers = names.has('dateandtime') && names.has('eventid') && !names.has('message')
  const widened: Layout = isViewers ? { ...layout, columns: [...layout.columns, UNNAMED_COLUMN] } : layout
  return { ...opening, layout: widened }
}

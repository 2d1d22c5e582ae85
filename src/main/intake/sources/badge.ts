/** Badge records of access control systems: the physical badging connector's JSON, and exports with a door, a time and a decision. */
import { openBadgeReading } from '../normalise/badge/reading.ts'
import { isOfSchema, isSwipe, readSwipe } from '../normalise/badge/swipe.ts'
import { openDatedRows } from '../normalise/dated-rows.ts'
import { isFields } from '../normalise/field.ts'
import type { DateOrder } from '../normalise/hr/dates.ts'
import { recordSource } from '../record-source.ts'
import type { SourceReader } from '../source-reader.ts'

const swipes = swipesIn(() => 'month-first')

export const badge: SourceReader = {
  source: swipes.source,
  version: swipes.version,
  recognise(sample, options) {
    const evidence = swipes.recognise(sample, options)
    const isSchema = sample.records.some((record) => isFields(record) && isOfSchema(record))
    if (evidence === null || !isSchema) return evidence
    return { ...evidence, timezone: 'UTC', timezoneBecause: 'the badging connector’s schema asks for EventTime in UTC' }
  },
  open(batch, opening) {
    return openDatedRows({
      opening,
      datesOf: (record) => [readSwipe(record).time],
      open: (order) => swipesIn(order).open(batch, opening)
    })
  }
}

function swipesIn(order: () => DateOrder): SourceReader {
  return recordSource({
    source: 'badge',
    version: 2,
    mark: 'an asset or door with a time and whether it opened',
    holds: isSwipe,
    zone: null,
    open: ({ timezone }) => openBadgeReading({ timezone, order })
  })
}

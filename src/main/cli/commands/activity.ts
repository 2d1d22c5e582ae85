/** The activity explorer. */
import { SOURCES } from '../../../shared/domain/source.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { collectPages } from '../pages.ts'
import { table } from '../table.ts'
import { integer, oneOf, optional, PSEUDONYM, text, WHEN, withDefault } from '../value.ts'

export const activities = command(
  {
    words: ['activities'],
    does: 'Lists activities, newest first; --after takes the cursor of the list before.',
    operands: {},
    rest: null,
    options: {
      person: optional(PSEUDONYM),
      from: optional(WHEN),
      to: optional(WHEN),
      indicator: optional(text('INDICATOR', 64)),
      source: optional(oneOf(SOURCES)),
      limit: withDefault(integer('N', 1, 1_000_000), 1000),
      after: optional(text('CURSOR', 200))
    }
  },
  async ({ ask, zone }, { options }) => {
    const filter = {
      pseudonym: options.person,
      fromMs: options.from === null ? null : zone.from(options.from),
      toMs: options.to === null ? null : zone.until(options.to),
      indicator: options.indicator,
      source: options.source
    }
    const listed = await collectPages(options.limit, options.after, (page) =>
      ask('activity.list', { ...filter, ...page })
    )
    if (!listed.ok) return listed
    const { rows, total, after } = listed.value
    const shown = table(
      [
        { head: 'time', cell: ({ atMs }) => zone.say(atMs) },
        { head: 'person', cell: ({ pseudonym, actorKind }) => pseudonym ?? actorKind },
        { head: 'workload', cell: ({ workload }) => workload },
        { head: 'operation', cell: ({ operation }) => operation },
        { head: 'indicators', cell: ({ indicators }) => indicators.join(', ') },
        { head: 'item', cell: ({ path, fileName, subject }) => (path === '' ? fileName : path) || subject }
      ],
      rows
    )
    const more = after === null ? '' : `\nmore: --after "${after}"`
    return print({ total, after, activities: documentOf(rows) }, `${shown}${more}`)
  }
)

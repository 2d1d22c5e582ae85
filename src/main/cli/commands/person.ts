/** People, always by pseudonym; a search for a named person is audited and answers with a pseudonym only. */
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { refusal, usageRefusal } from '../refusal.ts'
import { table } from '../table.ts'
import { DAY, integer, oneOf, optional, required, text, withDefault } from '../value.ts'

export const people = command(
  {
    words: ['people'],
    does: 'Lists people with their risk, pseudonymised.',
    operands: {},
    rest: null,
    options: { sort: withDefault(oneOf(['risk', 'activity']), 'risk'), limit: withDefault(integer('N', 1, 2000), 2000) }
  },
  async ({ ask }, { options }) => {
    const listed = await ask('person.list', options)
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'person', cell: ({ pseudonym }) => pseudonym },
        { head: 'score', isNumber: true, cell: ({ riskScore }) => riskScore },
        { head: 'risk', cell: ({ riskLevel }) => riskLevel },
        { head: 'in scope', cell: ({ inScope }) => (inScope ? 'yes' : 'no') },
        { head: 'alerts', isNumber: true, cell: ({ alerts }) => alerts },
        { head: 'activities', isNumber: true, cell: ({ activities }) => activities },
        { head: 'department', cell: ({ department }) => department },
        { head: 'policies', cell: ({ policies }) => policies.join(', ') }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

export const rank = command(
  {
    words: ['rank'],
    does: 'Ranks person-days by score: what to look at first.',
    operands: {},
    rest: null,
    options: {
      day: optional(DAY),
      from: optional(DAY),
      to: optional(DAY),
      limit: withDefault(integer('N', 1, 100_000), 1000)
    }
  },
  async ({ ask }, { options: { day, from, to, limit } }) => {
    if (day !== null && (from !== null || to !== null))
      return usageRefusal('Give --day, or --from and --to, but not both.')
    const ranked = await ask('person.rank', { from: day ?? from, to: day ?? to, limit })
    if (!ranked.ok) return ranked
    const shown = table(
      [
        { head: 'date', cell: ({ date }) => date },
        { head: 'person', cell: ({ pseudonym }) => pseudonym },
        { head: 'score', isNumber: true, cell: ({ score }) => score },
        { head: 'why', cell: ({ insights }) => insights[0]?.says ?? null }
      ],
      ranked.value
    )
    return print(documentOf(ranked.value), shown)
  }
)

export const personFind = command(
  {
    words: ['person', 'find'],
    does: 'Finds the pseudonym of a named person after a tip-off; the audit log keeps the search.',
    operands: {},
    rest: null,
    options: { identity: required(text('TEXT', 200)), reason: required(text('TEXT', 500)) }
  },
  async ({ ask }, { options }) => {
    const found = await ask('person.find', options)
    if (!found.ok) return found
    const { pseudonym } = found.value
    return pseudonym === null ? refusal('Nobody in this workspace has that identity.') : print({ pseudonym }, pseudonym)
  }
)

/** People, always by pseudonym; a search for a named person is audited and answers with a pseudonym only. */
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { readPeopleFile, sayLeftOut } from '../people-file.ts'
import { refusal, usageRefusal } from '../refusal.ts'
import { plural, table } from '../table.ts'
import type { Answered, Workspace } from '../terminal.ts'
import { DAY, FILE, ID, integer, oneOf, optional, PSEUDONYM, required, text, withDefault } from '../value.ts'

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
        { head: 'violations', isNumber: true, cell: ({ violations }) => violations },
        { head: 'case', isNumber: true, cell: ({ caseId }) => caseId },
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

export const personScope = command(
  {
    words: ['person', 'scope'],
    does: 'Starts scoring activity for people without a trigger.',
    operands: {},
    rest: PSEUDONYM,
    mayLackRest: true,
    options: {
      policy: required(ID),
      days: required(integer('N', 1, 90)),
      reason: required(text('TEXT', 500)),
      file: optional(FILE)
    }
  },
  async (workspace, { rest, options: { policy, days, reason, file } }) => {
    if (rest.length === 0 && file === null) return usageRefusal('Name the people, or a list of them with --file.')
    const found = await findPeople(workspace, rest, file, reason)
    if (!found.ok) return found
    const { pseudonyms, unknownLines } = found.value
    let people = 0
    for (let at = 0; at < pseudonyms.length; at += MOST_AT_ONCE) {
      const some = pseudonyms.slice(at, at + MOST_AT_ONCE)
      const scoped = await workspace.ask('person.scope', { pseudonyms: some, policyId: policy, days, reason })
      if (!scoped.ok) return scoped
      people += scoped.value.people
    }
    const unknown = unknownLines.length
    if (people === 0) return refusal('Nobody of the list is in this workspace.')
    const says = `scoring was started for ${plural(people, 'person', 'people')} for ${plural(days, 'day', 'days')}`
    return print({ people, unknown }, says, unknown === 0 ? 0 : 3, unknown === 0 ? null : sayLeftOut(unknownLines))
  }
)

export const personUnscope = command(
  {
    words: ['person', 'unscope'],
    does: 'Takes people out of the scope of every policy until a later trigger; alerts and cases stay.',
    operands: {},
    rest: PSEUDONYM,
    options: { reason: required(text('TEXT', 500)) }
  },
  async ({ ask }, { rest, options }) => {
    const removed = await ask('person.unscope', { pseudonyms: [...rest], ...options })
    return removed.ok
      ? print(removed.value, `${plural(removed.value.people, 'person was', 'people were')} taken out of scope`)
      : removed
  }
)

/** Most people of one request. */
const MOST_AT_ONCE = 1000

/** Each name of the list is a search for a named person, with the same reason, and stands in the audit log as one. */
async function findPeople(
  { ask }: Workspace,
  named: readonly Pseudonym[],
  file: string | null,
  reason: string
): Promise<Answered<{ pseudonyms: readonly Pseudonym[]; unknownLines: readonly number[] }>> {
  const pseudonyms = new Set(named)
  const unknownLines: number[] = []
  const read = file === null ? null : readPeopleFile(file)
  if (read !== null && !read.ok) return read
  for (const { line, pseudonym, identity } of read?.value ?? []) {
    if (pseudonym !== null) {
      pseudonyms.add(pseudonym)
      continue
    }
    const found = await ask('person.find', { identity, reason })
    if (!found.ok) return found
    if (found.value.pseudonym === null) unknownLines.push(line)
    else pseudonyms.add(found.value.pseudonym)
  }
  return { ok: true, value: { pseudonyms: [...pseudonyms], unknownLines } }
}

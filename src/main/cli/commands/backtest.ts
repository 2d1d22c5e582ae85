/** Tries a policy, or one in a file, on the imported history. Stores nothing. */
import type { Backtest } from '../../../shared/contract/policy.ts'
import { command, print } from '../command.ts'
import { readPolicyFile } from '../policy-file.ts'
import { usageRefusal } from '../refusal.ts'
import { grouped, pairs, table } from '../table.ts'
import { DAY, FILE, ID, optional } from '../value.ts'

export const policyBacktest = command(
  {
    words: ['policy', 'backtest'],
    does: 'Says what a policy would have raised; with a file, what it would raise as it stands there.',
    operands: {},
    rest: ID,
    mayLackRest: true,
    options: { file: optional(FILE), from: optional(DAY), to: optional(DAY) }
  },
  async ({ ask }, { rest, options: { file, from, to } }) => {
    const [id = null, ...more] = rest
    if (more.length > 0) return usageRefusal('Name one policy.')
    const read = file === null ? null : readPolicyFile(file)
    if (read !== null && !read.ok) return read
    const of = read === null ? (id === null ? null : { id }) : { definition: read.value, insteadOf: id }
    if (of === null) return usageRefusal('Name a policy by its ID, or give --file.')
    const tried = await ask('policy.backtest', { of, from, to })
    return tried.ok ? print(tried.value, textOf(tried.value)) : tried
  }
)

/** Days without an alert are in the document only. */
function textOf({ days, alerts, people, inScope, bySeverity, noisiest, difference, durationMs }: Backtest): string {
  const [first, last] = [days[0]?.date ?? null, days.at(-1)?.date ?? null]
  const head = pairs([
    ['days', first === null ? 'none' : `${first} to ${last ?? first}`],
    ['alerts', grouped(alerts)],
    ['people', grouped(people)],
    ['in scope', grouped(inScope)],
    ['severities', `high ${bySeverity.high}, medium ${bySeverity.medium}, low ${bySeverity.low}`],
    ['against today', difference === null ? null : sayDifference(difference)],
    ['took', `${grouped(durationMs)} ms`]
  ])
  if (alerts === 0) return head
  const byDay = table(
    [
      { head: 'day', cell: ({ date }) => date },
      { head: 'alerts', isNumber: true, cell: (day) => day.alerts }
    ],
    days.filter((day) => day.alerts > 0)
  )
  const noise = table(
    [
      { head: 'noisiest', cell: ({ name }) => name },
      { head: 'strongest in', isNumber: true, cell: (each) => each.alerts },
      { head: 'lines', isNumber: true, cell: ({ insights }) => insights }
    ],
    noisiest
  )
  return [head, byDay, noise].join('\n\n')
}

function sayDifference({ added, gone, higher, lower, same }: NonNullable<Backtest['difference']>): string {
  return `${added} new, ${gone} gone, ${higher} higher, ${lower} lower, ${same} the same`
}

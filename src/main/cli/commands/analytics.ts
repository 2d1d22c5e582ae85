/** What people do, aggregated and anonymous, and the template of a policy that would look at it. */
import { command, print } from '../command.ts'
import { plural, table } from '../table.ts'

export const analytics = command(
  {
    words: ['analytics'],
    does: 'Says what share of people does what, without any policy and without telling who.',
    operands: {},
    rest: null,
    options: {}
  },
  async ({ ask }) => {
    const found = await ask('analytics.run', {})
    if (!found.ok) return found
    const { findings, people, days } = found.value
    const shown = table(
      [
        { head: 'finding', cell: ({ name }) => name },
        { head: 'people', isNumber: true, cell: (finding) => finding.people },
        { head: 'share', isNumber: true, cell: ({ share }) => `${(100 * share).toFixed(1)} %` },
        { head: 'template', cell: ({ suggestedTemplate }) => suggestedTemplate },
        { head: 'mostly', cell: ({ parts }) => parts[0]?.name ?? null }
      ],
      findings
    )
    const over = `${plural(people, 'person', 'people')}, ${plural(days, 'day', 'days')}; groups of fewer than five people are left out`
    return print(found.value, `${over}\n\n${shown}`)
  }
)

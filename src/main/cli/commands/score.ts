/** Brings scores and alerts up to date. */
import { command, print } from '../command.ts'
import { grouped, pairs } from '../table.ts'
import { optional, WHEN } from '../value.ts'

export const score = command(
  {
    words: ['score'],
    does: 'Brings scores and alerts up to date, or to what they were at a time.',
    operands: {},
    rest: null,
    options: { 'as-of': optional(WHEN) }
  },
  async ({ ask, zone }, { options }) => {
    const asOf = options['as-of']
    // A day counts to its last millisecond.
    const asOfMs = asOf === null ? null : asOf.kind === 'day' ? zone.until(asOf) - 1 : asOf.atMs
    const scored = await ask('score.run', { asOfMs })
    if (!scored.ok) return scored
    const { activitiesEvaluated, insights, alertsRaised, alertsUpdated, durationMs } = scored.value
    const shown = pairs([
      ['activities evaluated', grouped(activitiesEvaluated)],
      ['insights', grouped(insights)],
      ['alerts raised', grouped(alertsRaised)],
      ['alerts updated', grouped(alertsUpdated)],
      ['took', `${grouped(durationMs)} ms`]
    ])
    return print(scored.value, shown)
  }
)

/** The user-activity timeline of one person: insights, sequences, flags and the density of all activity. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { dayOfZone, dayText } from '../../../shared/domain/day.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { severityOf } from '../../../shared/domain/severity.ts'
import { densityOf } from '../../store/activities.ts'
import { accountDeletionsOf } from '../../store/facts.ts'
import { evaluationsOf } from '../../store/evaluations.ts'
import { findPersonId } from '../../store/persons.ts'
import { readSetting } from '../../store/settings.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { profileOf } from './people.ts'

type Timeline = ResponseOf<'activity.timeline'>

export const timelineReads = {
  'activity.timeline'(desk: ReaderDesk, args: { pseudonym: Pseudonym }): Result<Timeline> {
    const personId = findPersonId(desk.sql, args.pseudonym)
    return personId === null
      ? refused('not-found', 'Nobody in this workspace has that pseudonym.')
      : { ok: true, value: timelineOf(desk, personId) }
  }
}

export function timelineOf(desk: ReaderDesk, personId: number): Timeline {
  const dayOf = dayOfZone(readSetting(desk.sql, 'timezone'))
  const profile = profileOf(desk, personId)
  const insights = new Map<string, Timeline['insights'][number]>()
  const sequences: Timeline['sequences'] = []
  for (const { policyId, body } of evaluationsOf(desk.sql, personId)) {
    for (const factor of body.factors) {
      if (factor.kind === 'insight') {
        const key = `${factor.indicator} ${factor.date}`
        const known = insights.get(key)
        if (known !== undefined && known.score >= factor.strength) continue
        const { date, indicator, name, category, count, says } = factor
        insights.set(key, {
          key,
          date,
          atMs: factor.fromMs,
          indicator,
          name,
          category,
          count,
          score: factor.strength,
          severity: severityOf(factor.strength),
          says
        })
        continue
      }
      // What adds up over thirty days has no place of its own in time: its days are there as insights.
      if (factor.kind === 'cumulative') continue
      const { name, says, strength } = factor
      sequences.push({
        key: `${factor.indicator} ${String(policyId)} ${String(factor.fromMs)}`,
        name,
        score: strength,
        says,
        steps: factor.steps.map((step) => ({
          category: step.category,
          atMs: step.atMs,
          count: step.count,
          insightKey: insightAt(body.factors, step.category, dayText(dayOf(step.atMs)))
        }))
      })
    }
  }
  const density = densityByDay(desk, personId, dayOf)
  const flags = [
    ...profile.events,
    ...accountDeletionsOf(desk.sql, personId).map((atMs) => ({
      kind: 'account-deleted',
      says: 'account was deleted',
      atMs
    }))
  ]
  const times = [...density.map((entry) => entry.atMs), ...flags.map((flag) => flag.atMs)]
  const fromMs = times.length === 0 ? 0 : Math.min(...times)
  return {
    pseudonym: profile.pseudonym,
    fromMs,
    toMs: times.length === 0 ? 0 : Math.max(...times) + 86_400_000,
    timezone: readSetting(desk.sql, 'timezone'),
    insights: [...insights.values()].sort((left, right) => left.atMs - right.atMs),
    sequences,
    flags: flags.sort((left, right) => left.atMs - right.atMs),
    density
  }
}

/** The strongest insight of a category on a day: where the line of a sequence passes. */
function insightAt(
  factors: readonly { kind: string; category: string; date: string; strength: number; indicator: string }[],
  category: string,
  date: string
): string | null {
  const there = factors.filter(
    (factor) => factor.kind === 'insight' && factor.category === category && factor.date === date
  )
  const strongest = there.sort((left, right) => right.strength - left.strength)[0]
  return strongest === undefined ? null : `${strongest.indicator} ${date}`
}

function densityByDay(desk: ReaderDesk, personId: number, dayOf: (atMs: number) => number): Timeline['density'] {
  const days = new Map<number, { atMs: number; activities: number }>()
  for (const hour of densityOf(desk.sql, personId)) {
    const day = dayOf(hour.atMs)
    const known = days.get(day)
    if (known === undefined) days.set(day, { ...hour })
    else known.activities += hour.activities
  }
  return [...days].map(([day, { atMs, activities }]) => ({ date: dayText(day), atMs, activities }))
}

/** What measuring gives, as it goes from the process that measured to the one that writes the card. */
import { z } from 'zod'
import { TEMPLATES } from '../../../src/shared/domain/policy.ts'
import { SEVERITIES } from '../../../src/shared/domain/severity.ts'

const count = z.int().nonnegative()
/** `none`: no alert was ever raised. */
const AnySeverity = z.enum([...SEVERITIES, 'none'])
export type AnySeverity = z.infer<typeof AnySeverity>

/** Labelled person-days that a ranking brings within a daily budget. */
export const Ranking = z.strictObject({ name: z.string(), withinShare: count, withinTen: count })
export type Ranking = z.infer<typeof Ranking>

export const ActorResult = z.strictObject({
  scenario: z.enum(TEMPLATES),
  style: z.string(),
  days: count,
  foundWithinShare: count,
  foundWithinTen: count,
  severity: AnySeverity,
  /** Days from the first labelled day to the delivery that raised an alert or its score; null where none did. */
  delayDays: count.nullable()
})
export type ActorResult = z.infer<typeof ActorResult>

export const DecoyResult = z.strictObject({
  kind: z.string(),
  severity: AnySeverity,
  /** The strongest lines of the alert with their points, where it is more than Low. */
  because: z.array(z.string()),
  /** Highest score of a single day. */
  bestDay: z.number()
})
export type DecoyResult = z.infer<typeof DecoyResult>

export const CompanyResult = z.strictObject({
  seed: count,
  people: count,
  days: count,
  activities: count,
  rejected: count,
  labels: count,
  budgetOfShare: count,
  findableWithinShare: count,
  findableWithinTen: count,
  /** The product first, then the baselines. */
  rankings: z.array(Ranking),
  actors: z.array(ActorResult),
  decoys: z.array(DecoyResult),
  alerts: z.record(z.enum(SEVERITIES), count),
  alertsOf: z.strictObject({ actors: count, decoys: count, others: count }),
  /** High alerts of people who are neither actors nor decoys. */
  highOfOthers: count,
  /** Person-days within the share that are not labelled, by their strongest line. */
  mistaken: z.record(z.string(), count)
})
export type CompanyResult = z.infer<typeof CompanyResult>

/** Published data with labelled person-days. */
export const PublishedDays = z.strictObject({
  people: count,
  activities: count,
  labels: count,
  /** Labelled days without a score. */
  unscored: count,
  budgetOfShare: count,
  findableWithinShare: count,
  highOfOthers: count,
  rankings: z.array(Ranking)
})
export type PublishedDays = z.infer<typeof PublishedDays>

/** Published data with marked people. */
export const PublishedPeople = z.strictObject({
  people: count,
  activities: count,
  marked: count,
  rankings: z.array(
    z.strictObject({
      name: z.string(),
      /** Places of the marked people among all, from 1 on; null for somebody who was not scored at all. */
      places: z.array(count.nullable()),
      /** Of the ten highest person-days, those of marked people. */
      amongTen: count
    })
  )
})
export type PublishedPeople = z.infer<typeof PublishedPeople>

/** How the product is called among the rankings. */
export const OWN_NAME = 'Inward'

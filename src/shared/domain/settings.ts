/** What an administrator sets for all policies. Lists may hold names of people: they lie in the vault and are shown masked. */
import { z } from 'zod'
import { ALERT_STATES } from './draft.ts'
import { typedList } from './policy.ts'

/** How many alerts reach the queue: the line of every policy moves by this. */
export const ALERT_VOLUMES = ['fewer', 'default', 'more'] as const
export type AlertVolume = (typeof ALERT_VOLUMES)[number]

/** A domain with everything below it; `*.example.org` means what is below it only, one level deep. */
const domains = typedList(255)

export const ScoringSettings = z.strictObject({
  /** Indicators that no policy may use. */
  indicatorsOff: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,63}$/)),
  domains: z.strictObject({
    /** The organisation's own; empty lets the addresses of its people decide. */
    own: domains,
    unallowed: domains,
    /** Treated like the own ones. */
    allowed: domains,
    /** Business sites of others: downloads from there have an indicator of their own. */
    thirdParty: domains
  }),
  /** Activities that concern these score nothing. */
  exclusions: z.strictObject({
    extensions: typedList(16),
    /** Beginnings or parts of paths; `*` stands for one level. */
    paths: typedList(400),
    sites: typedList(400),
    keywords: typedList(80),
    sensitiveTypes: typedList(160)
  }),
  /** Days with fewer files than this are not unusual, whatever is usual. 0 switches it off. */
  fileVolumeFloor: z.int().min(0).max(100_000),
  alertVolume: z.enum(ALERT_VOLUMES),
  /** Alerts of security products count in these states. */
  alertStates: z.array(z.enum(ALERT_STATES)).min(1)
})
export type ScoringSettings = z.infer<typeof ScoringSettings>

export const FIRST_SETTINGS: ScoringSettings = {
  indicatorsOff: [],
  domains: { own: [], unallowed: [], allowed: [], thirdParty: [] },
  exclusions: { extensions: [], paths: [], sites: [], keywords: [], sensitiveTypes: [] },
  fileVolumeFloor: 0,
  alertVolume: 'default',
  alertStates: ['unknown', 'new', 'in-progress', 'resolved']
}

/** People, always by pseudonym, ranked by risk. */
import { z } from 'zod'
import { SEVERITIES } from '../domain/severity.ts'
import { CASE_ROLES, operation } from './operation.ts'
import { code, count, day, id, maskedText, pseudonym, timeMs, typedText, words } from './text.ts'

export const PersonRow = z.strictObject({
  pseudonym: pseudonym(),
  department: maskedText().nullable(),
  riskScore: z.number().min(0).max(100),
  riskLevel: z.enum([...SEVERITIES, 'none']),
  inScope: z.boolean(),
  policies: z.array(maskedText()),
  alerts: count(),
  /** Cases that were resolved as confirmed violations. */
  violations: count(),
  /** Newest active case. */
  caseId: id().nullable(),
  isInPriorityGroup: z.boolean(),
  /** Scoring by hand runs until then. */
  scoredUntilMs: timeMs().nullable(),
  activities: count()
})
export type PersonRow = z.infer<typeof PersonRow>

export const RankedDay = z.strictObject({
  date: day(),
  pseudonym: pseudonym(),
  score: z.number().min(0).max(100),
  insights: z.array(z.strictObject({ indicator: code(), points: z.number(), says: words() }))
})
export type RankedDay = z.infer<typeof RankedDay>

export const personOperations = {
  'person.list': operation(
    'read',
    CASE_ROLES,
    z.strictObject({
      sort: z.enum(['risk', 'activity']).default('risk'),
      limit: z.int().min(1).max(2000).default(200)
    }),
    z.array(PersonRow)
  ),
  /** Person-days with their score, highest first; both days included. */
  'person.rank': operation(
    'read',
    CASE_ROLES,
    z.strictObject({ from: day().nullable(), to: day().nullable(), limit: z.int().min(1).max(100_000).default(1000) }),
    z.array(RankedDay)
  ),
  /** Starts scoring without a trigger, under one policy; the longer of this and the policy's own window holds. */
  'person.scope': operation(
    'change',
    ['admin', 'investigator'],
    z.strictObject({
      pseudonyms: z.array(pseudonym()).min(1).max(1000),
      policyId: id(),
      days: z.int().min(1).max(90),
      reason: typedText(500)
    }),
    z.strictObject({ people: count() })
  ),
  /** Takes people out of every policy's scope until a later trigger; alerts and cases stay. */
  'person.unscope': operation(
    'change',
    ['admin', 'investigator'],
    z.strictObject({ pseudonyms: z.array(pseudonym()).min(1).max(1000), reason: typedText(500) }),
    z.strictObject({ people: count() })
  ),
  /** A tip-off: audited as a search for a named person, answered by a pseudonym only. */
  'person.find': operation(
    'change',
    ['investigator'],
    z.strictObject({ identity: typedText(200), reason: typedText(500) }),
    z.strictObject({ pseudonym: pseudonym().nullable() })
  )
} as const

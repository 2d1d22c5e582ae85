/** People, always by pseudonym, ranked by risk. */
import { z } from 'zod'
import { SEVERITIES } from '../domain/severity.ts'
import { CASE_ROLES, operation } from './operation.ts'
import { code, count, day, maskedText, pseudonym, typedText, words } from './text.ts'

export const PersonRow = z.strictObject({
  pseudonym: pseudonym(),
  department: maskedText().nullable(),
  riskScore: z.number().min(0).max(100),
  riskLevel: z.enum([...SEVERITIES, 'none']),
  inScope: z.boolean(),
  policies: z.array(maskedText()),
  alerts: count(),
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
  /** A tip-off: audited as a search for a named person, answered by a pseudonym only. */
  'person.find': operation(
    'change',
    ['investigator'],
    z.strictObject({ identity: typedText(200), reason: typedText(500) }),
    z.strictObject({ pseudonym: pseudonym().nullable() })
  )
} as const

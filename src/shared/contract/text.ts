/**
 * The only kinds of text that may cross to the window. Each says what it can hold; the contract's test walks every
 * response and refuses a string that says nothing, so a field that could carry an identity cannot slip in.
 */
import { z } from 'zod'
import { Pseudonym } from '../domain/pseudonym.ts'

export const TEXT_HOLDS = ['masked', 'words', 'operator', 'code', 'hash', 'pseudonym'] as const

/** Text of records or operators after masking of every identity in it. */
export const maskedText = () => z.string().max(8000).meta({ holds: 'masked' })
/** Words written by Inward itself: sentences, names of templates and indicators. */
export const words = () => z.string().max(2000).meta({ holds: 'words' })
/** An operator's name: a colleague at the desk, not a subject. */
export const operatorName = () => z.string().min(1).max(60).meta({ holds: 'operator' })
/** A short technical token: identifier, operation name, extension, time zone. */
export const code = () => z.string().max(160).meta({ holds: 'code' })
export const hash = () =>
  z
    .string()
    .regex(/^[0-9a-f]*$/)
    .meta({ holds: 'hash' })
export const pseudonym = () => Pseudonym.meta({ holds: 'pseudonym' })

/** What an operator types; bounded, kept, masked whenever shown. */
export const typedText = (max: number) => z.string().trim().min(1).max(max)

export const id = () => z.int().positive()
export const timeMs = () => z.int()
export const count = () => z.int().nonnegative()
/** Calendar day `YYYY-MM-DD` in the workspace's scoring zone. */
export const day = () =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ holds: 'code' })
/** Keyset paging: pass `after` of the last page to get the next. */
export const pageRequest = {
  limit: z.int().min(1).max(500).default(100),
  after: z.string().max(200).nullable().default(null)
}
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: count(), after: code().nullable() })

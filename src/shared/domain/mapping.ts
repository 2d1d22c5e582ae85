/**
 * How an operator says what the columns or fields of an unknown log hold. Made once by example, remembered by the
 * workspace for every file with the same header.
 */
import { z } from 'zod'

export const MAPPED_FIELDS = [
  'time',
  'date',
  'person',
  'operation',
  'workload',
  'outcome',
  'item',
  'path',
  'subject',
  'targets',
  'address',
  'device',
  'sizeBytes',
  'count',
  'indicator'
] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

export const DATE_ORDERS = ['year-first', 'day-first', 'month-first', 'epoch'] as const
export type DateOrderChoice = (typeof DATE_ORDERS)[number]

/** What is said of every row is a name in lists, not a text. */
export const LONGEST_SAID = 80

/** What an operator made of one layout; a field without a column is left out. */
export const FieldMapping = z
  .strictObject({
    columns: z.partialRecord(z.enum(MAPPED_FIELDS), z.string().min(1).max(400)).readonly(),
    /** Null lets the whole file decide. */
    dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
    /** Said of every row where no column says it. */
    workload: z.string().trim().max(LONGEST_SAID).default(''),
    operation: z.string().trim().max(LONGEST_SAID).default('')
  })
  .readonly()
export type FieldMapping = z.infer<typeof FieldMapping>

/** Null, or why rows could not be read with it: every activity has a time, a person and something that happened. */
export function lackOf({ columns, operation }: FieldMapping): string | null {
  if (columns.time === undefined && columns.date === undefined) return 'No column was named for the time or the date.'
  if (columns.person === undefined) return 'No column was named for the person.'
  if (columns.operation === undefined && columns.indicator === undefined && operation === '')
    return 'Neither a column nor a word was given for what happened.'
  return null
}

/** Counted beforehand by somebody else: what they call an indicator, or a count of something that no column names. */
export function isCustomIndicator({ columns }: FieldMapping): boolean {
  return columns.operation === undefined && (columns.indicator !== undefined || columns.count !== undefined)
}

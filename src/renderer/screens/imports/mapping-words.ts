/** The fields of a mapping and the orders of a date, in people's words. */
import { DATE_ORDERS, type DateOrderChoice, type MappedField } from '../../../shared/domain/mapping.ts'

export const FIELD_WORDS: Readonly<Record<MappedField, string>> = {
  time: 'When: date and time',
  date: 'When: the date, if apart',
  person: 'Who did it',
  operation: 'What was done',
  item: 'File or thing it was done to',
  path: 'Folder or web address',
  subject: 'Subject or title',
  targets: 'To whom: recipients, other people',
  sizeBytes: 'Size in bytes',
  count: 'How many times',
  workload: 'Product or log',
  outcome: 'Outcome: worked or failed',
  device: 'Device',
  address: 'Network address (IP)',
  indicator: 'What it counts for (indicator)'
}

/** Short enough for a sentence about the choice itself. */
export const FIELD_NAMES: Readonly<Record<MappedField, string>> = {
  time: 'the time',
  date: 'the date',
  person: 'the person',
  operation: 'what was done',
  item: 'the file or thing',
  path: 'the folder',
  subject: 'the subject',
  targets: 'to whom',
  sizeBytes: 'the size',
  count: 'how many times',
  workload: 'the product',
  outcome: 'the outcome',
  device: 'the device',
  address: 'the network address',
  indicator: 'the indicator'
}

interface FieldGroup {
  readonly words: string
  readonly fields: readonly MappedField[]
}

export const FIELD_GROUPS: readonly FieldGroup[] = [
  { words: 'When and who', fields: ['time', 'date', 'person'] },
  { words: 'What', fields: ['operation', 'item', 'path', 'subject', 'targets', 'sizeBytes', 'count'] },
  { words: 'Where and how', fields: ['workload', 'outcome', 'device', 'address', 'indicator'] }
]

export const DATE_ORDER_WORDS: Readonly<Record<DateOrderChoice, string>> = {
  'year-first': 'Year first: 2025-04-03',
  'day-first': 'Day first: 03/04/2025 is 3 April',
  'month-first': 'Month first: 03/04/2025 is 4 March',
  epoch: 'A count of seconds or milliseconds since 1970'
}
const ORDER_NAMES: Readonly<Record<DateOrderChoice, string>> = {
  'year-first': 'with the year first',
  'day-first': 'with the day before the month',
  'month-first': 'with the month before the day',
  epoch: 'as a count since 1970'
}

export const orderOf = (text: string): DateOrderChoice | null => DATE_ORDERS.find((each) => each === text) ?? null

/** What is known about the order of day and month, and what follows from it. */
export function orderStatement(found: DateOrderChoice | null, isCertain: boolean, isSameColumn: boolean): string {
  if (!isSameColumn)
    return 'The order was looked at in another column. The whole file decides when it is read, unless you choose.'
  if (found === null)
    return 'The rows looked at do not tell day from month. The whole file decides when it is read; if you know the order, choose it.'
  return isCertain
    ? `Certain: dates are written ${ORDER_NAMES[found]}; nothing else fits the rows looked at.`
    : `Not certain: dates seem to be written ${ORDER_NAMES[found]}, but another order fits too. Compare the example, and choose above if you know it.`
}

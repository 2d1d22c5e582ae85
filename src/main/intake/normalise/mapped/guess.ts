/**
 * Guesses which columns of an unknown log hold what, from their names and from what their values look like, and in which
 * order dates are written. A guess is only ever a suggestion to the operator.
 */
import { type DateOrderChoice, MAPPED_FIELDS, type MappedField } from '../../../../shared/domain/mapping.ts'
import { needsOrder, provenOrder } from '../hr/dates.ts'
import { foldedName } from '../hr/fields.ts'
import { epochTime, questionIn, yearFirstTime } from '../log-time.ts'
import { isLikePerson, type Likeness, likenessOf } from './likeness.ts'
import { isNamedLikePerson, LOG_COLUMN_NAMES } from './names.ts'

/** One column or field of the sample, with the values that are filled. */
export interface SampledColumn {
  readonly name: string
  readonly values: readonly string[]
}

export type Suggestion = ReadonlyMap<MappedField, number>

/** A column whose values mostly look otherwise than its name says is another one. */
const MOSTLY = 0.6

/** Column by field; each column is suggested once. */
export function suggestColumns(columns: readonly SampledColumn[]): Suggestion {
  const folded = columns.map(({ name }) => foldedName(name))
  const found = new Map<MappedField, number>()
  const taken = new Set<number>()
  const take = (field: MappedField, index: number | null): void => {
    if (index === null) return
    found.set(field, index)
    taken.add(index)
  }
  for (const field of MAPPED_FIELDS) take(field, byName(field, columns, folded, taken))
  // Only what nothing can be read without is also looked for by its values.
  if (!found.has('time') && !found.has('date')) take('time', byLikeness('time', columns, taken))
  if (!found.has('person')) take('person', byLikeness('person', columns, taken))
  // A date beside a whole time says nothing more.
  if (found.has('time') && !isClockOnly(columns[found.get('time') ?? -1])) found.delete('date')
  return found
}

function byName(
  field: MappedField,
  columns: readonly SampledColumn[],
  folded: readonly string[],
  taken: ReadonlySet<number>
): number | null {
  for (const name of LOG_COLUMN_NAMES[field]) {
    for (const [index, column] of columns.entries()) {
      // Names with dots end in what they name: `event.action`, `source.ip`.
      const isNamed = folded[index] === name || foldedName(column.name.slice(column.name.lastIndexOf('.') + 1)) === name
      if (isNamed && !taken.has(index) && fits(field, column)) return index
    }
  }
  return null
}

function byLikeness(
  field: 'time' | 'person',
  columns: readonly SampledColumn[],
  taken: ReadonlySet<number>
): number | null {
  const index = columns.findIndex(
    (column, at) => !taken.has(at) && column.values.length > 0 && share(column, likely(field)) >= MOSTLY
  )
  return index === -1 ? null : index
}

function likely(field: 'time' | 'person'): (likeness: Likeness) => boolean {
  return field === 'time'
    ? (likeness) => likeness === 'time'
    : (likeness) => likeness === 'mail' || likeness === 'account'
}

function fits(field: MappedField, column: SampledColumn): boolean {
  if (column.values.length === 0) return true
  switch (field) {
    case 'time':
      return isClockOnly(column) || share(column, (likeness) => likeness === 'time') >= MOSTLY
    case 'date':
      return share(column, (likeness) => likeness === 'time') >= MOSTLY
    case 'address':
      return share(column, (likeness) => likeness === 'address') >= MOSTLY
    case 'sizeBytes':
    case 'count':
      return column.values.filter((value) => /^\d/.test(value)).length >= column.values.length * MOSTLY
    case 'person':
      return share(column, (likeness) => likeness === 'time' || likeness === 'address') < MOSTLY
    case 'operation':
    case 'workload':
    case 'outcome':
    case 'item':
    case 'path':
    case 'subject':
    case 'targets':
    case 'device':
    case 'indicator':
      return share(column, (likeness) => likeness === 'time') < MOSTLY
  }
}

function isClockOnly(column: SampledColumn | undefined): boolean {
  return (
    column !== undefined &&
    column.values.length > 0 &&
    column.values.filter((value) => /^\d{1,2}:\d{2}/.test(value)).length >= column.values.length * MOSTLY
  )
}

function share({ values }: SampledColumn, test: (likeness: Likeness) => boolean): number {
  return values.length === 0 ? 0 : values.filter((value) => test(likenessOf(value))).length / values.length
}

/** Whether a column holds people, and of which kind its values are; null for anything else. */
export function peopleIn(
  column: SampledColumn,
  fields: readonly MappedField[]
): 'mail' | 'account' | 'name' | 'person' | null {
  const kinds = column.values.map(likenessOf)
  const most = (['mail', 'account', 'name'] as const).find(
    (kind) => kinds.filter((each) => each === kind).length > kinds.length / 2
  )
  if (fields.includes('person') || isNamedLikePerson(foldedName(column.name))) return most ?? 'person'
  // Names of operations and products are written like names and accounts of people.
  const isOfThings = fields.some(
    (field) => field === 'operation' || field === 'workload' || field === 'outcome' || field === 'indicator'
  )
  if (isOfThings && most !== 'mail') return null
  return most ?? (kinds.filter(isLikePerson).length > kinds.length / 4 ? 'person' : null)
}

export interface GuessedOrder {
  readonly order: DateOrderChoice | null
  readonly isCertain: boolean
}

/** How a column writes its dates. Uncertain where no value can only be read one way. */
export function guessOrder(values: readonly string[], usual: 'day-first' | 'month-first'): GuessedOrder {
  const filled = values.filter((value) => value !== '')
  if (filled.length === 0) return { order: null, isCertain: false }
  if (filled.every((value) => epochTime(value) !== null)) return { order: 'epoch', isCertain: true }
  if (filled.every((value) => yearFirstTime(value, 'utc') !== null)) return { order: 'year-first', isCertain: true }
  const proven = new Set(filled.map((value) => provenOrder(questionIn(value))).filter((order) => order !== null))
  const [order] = proven
  if (order !== undefined) return { order, isCertain: proven.size === 1 }
  return filled.some((value) => needsOrder(questionIn(value)))
    ? { order: usual, isCertain: false }
    : { order: null, isCertain: true }
}

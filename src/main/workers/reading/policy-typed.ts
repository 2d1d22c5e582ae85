/**
 * What an administrator typed into policies, masked for the screen and put back as it was typed when it comes back from
 * there; an entry that is nobody's masked one stays as it came.
 */
import type { PeopleChoice, PolicyDefinition } from '../../../shared/domain/policy.ts'
import { text } from '../../store/columns.ts'
import type { Sql } from '../../store/sql.ts'
import { asTyped } from '../as-typed.ts'
import type { ReaderDesk } from '../reader-desk.ts'

/** Lists of typed texts by what they hold. */
export const TYPED_LISTS = [
  'departments',
  'countries',
  'businessUnits',
  'sites',
  'extensions',
  'keywords',
  'labels',
  'sensitiveTypes'
] as const
export type TypedList = (typeof TYPED_LISTS)[number]
type Texts = readonly string[]

/** An administrator may have typed somebody's personal site or name. */
export function maskedDefinition(desk: Pick<ReaderDesk, 'mask'>, definition: PolicyDefinition): PolicyDefinition {
  return withTexts(definition, (_list, texts) => texts.map((each) => desk.mask(each)))
}

/** `known` are the definitions whose entries may have been shown; so may be what the directory and the logs hold. */
export function typedDefinition(
  desk: Pick<ReaderDesk, 'sql' | 'mask'>,
  shown: PolicyDefinition,
  known: readonly PolicyDefinition[]
): PolicyDefinition {
  return withTexts(shown, (list, texts) => {
    if (texts.length === 0) return []
    const typed = new Set([...known.flatMap((one) => textsOf(one, list)), ...chosenFrom(desk.sql, list)])
    return asTyped(texts, [...typed], (text) => desk.mask(text))
  })
}

/** Values that the directory and the activities hold; what is typed freely has none. */
export function chosenFrom(sql: Sql, list: TypedList): Texts {
  switch (list) {
    case 'departments':
      return distinct(sql, "SELECT DISTINCT department AS value FROM person WHERE kind = 'person' AND department <> ''")
    case 'countries':
      return distinct(sql, "SELECT DISTINCT country AS value FROM person WHERE kind = 'person' AND country <> ''")
    case 'businessUnits':
      return distinct(
        sql,
        "SELECT DISTINCT business_unit AS value FROM person WHERE kind = 'person' AND business_unit <> ''"
      )
    case 'labels':
      return distinct(sql, "SELECT label AS value FROM vault.label WHERE label <> ''")
    case 'sensitiveTypes':
      return sorted(distinct(sql, 'SELECT types AS value FROM vault.sensitive_set').flatMap((set) => set.split('\n')))
    case 'sites':
    case 'extensions':
    case 'keywords':
      return []
  }
}

/** All texts of one kind; of people, those included and those excluded. */
export function textsOf({ people, priorityContent }: PolicyDefinition, list: TypedList): Texts {
  switch (list) {
    case 'departments':
    case 'countries':
    case 'businessUnits':
      return [...people.include[list], ...people.exclude[list]]
    case 'sites':
    case 'extensions':
    case 'keywords':
    case 'labels':
    case 'sensitiveTypes':
      return priorityContent[list]
  }
}

function withTexts(
  definition: PolicyDefinition,
  change: (list: TypedList, texts: Texts) => string[]
): PolicyDefinition {
  const choice = (of: PeopleChoice): PeopleChoice => ({
    ...of,
    departments: change('departments', of.departments),
    countries: change('countries', of.countries),
    businessUnits: change('businessUnits', of.businessUnits)
  })
  const { people, priorityContent } = definition
  return {
    ...definition,
    people: { include: choice(people.include), exclude: choice(people.exclude) },
    priorityContent: {
      sites: change('sites', priorityContent.sites),
      extensions: change('extensions', priorityContent.extensions),
      keywords: change('keywords', priorityContent.keywords),
      labels: change('labels', priorityContent.labels),
      sensitiveTypes: change('sensitiveTypes', priorityContent.sensitiveTypes)
    }
  }
}

function distinct(sql: Sql, query: string): Texts {
  return sorted(sql.all(query).map((row) => text(row, 'value')))
}

function sorted(texts: Texts): Texts {
  return [...new Set(texts)].filter((each) => each !== '').sort((left, right) => left.localeCompare(right, 'en'))
}

/** Everybody who can be scored, with what policies choose people by. */
import type { PeopleChoice, PeopleScope } from '../../../shared/domain/policy.ts'
import { integer, integerOrNull, text, textOrNull } from '../../store/columns.ts'
import { peopleOfGroups } from '../../store/groups.ts'
import type { Sql } from '../../store/sql.ts'

export interface PersonFile {
  readonly personId: number
  readonly pseudonym: string
  readonly department: string | null
  readonly title: string | null
  readonly country: string | null
  readonly businessUnit: string | null
  readonly managerId: number | null
}

/** By number; guests are never scored. */
export function readPeople(main: Sql): ReadonlyMap<number, PersonFile> {
  return new Map(
    main
      .all(
        "SELECT id, pseudonym, department, title, country, business_unit, manager_id FROM person WHERE kind = 'person' ORDER BY id"
      )
      .map((row) => [
        integer(row, 'id'),
        {
          personId: integer(row, 'id'),
          pseudonym: text(row, 'pseudonym'),
          department: textOrNull(row, 'department'),
          title: textOrNull(row, 'title'),
          country: textOrNull(row, 'country'),
          businessUnit: textOrNull(row, 'business_unit'),
          managerId: integerOrNull(row, 'manager_id')
        }
      ])
  )
}

/** Whether a policy concerns somebody, before any trigger. */
export function concernTest(main: Sql, { include, exclude }: PeopleScope): (person: PersonFile) => boolean {
  const isIncluded = isEmpty(include) ? () => true : choiceTest(main, include)
  const isExcluded = isEmpty(exclude) ? () => false : choiceTest(main, exclude)
  return (person) => isIncluded(person) && !isExcluded(person)
}

function isEmpty(choice: PeopleChoice): boolean {
  return Object.values(choice).every((list) => list.length === 0)
}

function choiceTest(main: Sql, choice: PeopleChoice): (person: PersonFile) => boolean {
  const people = new Set<string>(choice.people)
  const members = peopleOfGroups(main, choice.groups)
  const departments = lowered(choice.departments)
  const countries = lowered(choice.countries)
  const businessUnits = lowered(choice.businessUnits)
  const holds = (set: ReadonlySet<string>, value: string | null): boolean =>
    value !== null && set.has(value.toLowerCase())
  return (person) =>
    people.has(person.pseudonym) ||
    members.has(person.personId) ||
    holds(departments, person.department) ||
    holds(countries, person.country) ||
    holds(businessUnits, person.businessUnit)
}

function lowered(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map((entry) => entry.toLowerCase()))
}

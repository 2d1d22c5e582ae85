/** The table that every baseline works on: one row a person-day, one column an indicator, how often it matched. */
import { integer, text } from '../../../src/main/store/columns.ts'
import { eachPersonDays } from '../../../src/main/store/day-counts.ts'
import type { Sql } from '../../../src/main/store/sql.ts'
import type { PersonDay } from './found.ts'

export interface Features {
  readonly rows: readonly PersonDay[]
  readonly columns: readonly string[]
  /** Row after row. */
  readonly counts: Float64Array
}

/** `addressOf` a pseudonym; people whom it does not know are left out. */
export function readFeatures(sql: Sql, addressOf: (pseudonym: string) => string | undefined): Features {
  const people = new Map(
    sql
      .all("SELECT id, pseudonym FROM person WHERE kind = 'person'")
      .map((row) => [integer(row, 'id'), text(row, 'pseudonym')])
  )
  const days = new Map<string, PersonDay & { readonly counts: Map<string, number> }>()
  const columns = new Set<string>()
  for (const { personId, counts } of eachPersonDays(sql)) {
    const address = addressOf(people.get(personId) ?? '')
    if (address === undefined) continue
    for (const { day, indicator, events } of counts) {
      const key = `${address} ${day}`
      let row = days.get(key)
      if (row === undefined) days.set(key, (row = { address, day, counts: new Map() }))
      row.counts.set(indicator, events)
      columns.add(indicator)
    }
  }
  const names = [...columns].sort()
  const rows = [...days.values()].sort((one, other) => one.day - other.day || (one.address < other.address ? -1 : 1))
  const table = new Float64Array(rows.length * names.length)
  rows.forEach((row, index) => {
    names.forEach((name, column) => {
      table[index * names.length + column] = row.counts.get(name) ?? 0
    })
  })
  return { rows: rows.map(({ address, day }) => ({ address, day })), columns: names, counts: table }
}

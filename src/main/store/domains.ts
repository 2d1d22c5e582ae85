/** Which domains belong to the organisation: those that are set, else those that most of its people's addresses use. */
import { integer, text } from './columns.ts'
import type { Sql } from './sql.ts'

/** Share of all addresses from which on a domain counts as the organisation's own; smaller ones must be set by hand. */
const OWN_SHARE = 0.1

export function inferOwnDomains(main: Sql, vault: Sql, schema: '' | 'vault.'): readonly string[] {
  const persons = new Set(main.all("SELECT id FROM person WHERE kind = 'person'").map((row) => integer(row, 'id')))
  const counts = new Map<string, number>()
  let total = 0
  for (const row of vault.all(`SELECT person_id, identity FROM ${schema}identity WHERE identity LIKE '%_@_%'`)) {
    if (!persons.has(integer(row, 'person_id'))) continue
    const identity = text(row, 'identity')
    const domain = identity.slice(identity.lastIndexOf('@') + 1)
    counts.set(domain, (counts.get(domain) ?? 0) + 1)
    total += 1
  }
  return [...counts]
    .filter(([, people]) => people >= total * OWN_SHARE)
    .map(([domain]) => domain)
    .sort()
}

export function domainsOfSet(vault: Sql, schema: '' | 'vault.', domainSetId: number): readonly string[] {
  const row = vault.get(`SELECT domains FROM ${schema}domain_set WHERE id = ?`, [domainSetId])
  return row === undefined ? [] : text(row, 'domains').split(' ')
}

export function siteUrl(vault: Sql, schema: '' | 'vault.', siteId: number): string {
  const row = vault.get(`SELECT url FROM ${schema}site WHERE id = ?`, [siteId])
  return row === undefined ? '' : text(row, 'url')
}

/** Path and file name of an activity, in lower case, for keywords. */
export function itemText(vault: Sql, schema: '' | 'vault.', activityId: number): string {
  const row = vault.get(`SELECT path, file_name FROM ${schema}activity_text WHERE activity_id = ?`, [activityId])
  return row === undefined ? '' : `${text(row, 'path')} ${text(row, 'file_name')}`.toLowerCase()
}

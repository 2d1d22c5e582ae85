/**
 * Which domains belong to the organisation where none are set: those that most of its people's addresses use. And which
 * domains a list of typed ones means.
 */
import { domainToASCII } from 'node:url'
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

/**
 * Tells whether a domain is one of a list: `example.org` means itself and everything below, `*.example.org` what is one
 * level below, `**.example.org` what is below at any level. Takes as long for thousands of entries as for one.
 */
export function domainMatcher(list: readonly string[]): (domain: string) => boolean {
  const whole = new Set<string>()
  const oneBelow = new Set<string>()
  const anyBelow = new Set<string>()
  for (const entry of list) {
    if (entry.startsWith('**.')) anyBelow.add(comparable(entry.slice(3)))
    else if (entry.startsWith('*.')) oneBelow.add(comparable(entry.slice(2)))
    else whole.add(comparable(entry))
  }
  if (list.length === 0) return () => false
  return (domain) => {
    let rest = comparable(domain)
    for (let level = 0; ; level += 1) {
      if (whole.has(rest)) return true
      if (level === 1 && oneBelow.has(rest)) return true
      if (level > 0 && anyBelow.has(rest)) return true
      const dot = rest.indexOf('.')
      if (dot < 0) return false
      rest = rest.slice(dot + 1)
    }
  }
}

/** Lower case; names in other scripts as the wire has them (RFC 5891), since logs write them either way. */
function comparable(domain: string): string {
  const plain = domain.toLowerCase().replace(/\.$/, '')
  return /[^\u0000-\u007f]/.test(plain) ? domainToASCII(plain) || plain : plain
}

export function domainsOfSet(vault: Sql, schema: '' | 'vault.', domainSetId: number): readonly string[] {
  const row = vault.get(`SELECT domains FROM ${schema}domain_set WHERE id = ?`, [domainSetId])
  return row === undefined ? [] : text(row, 'domains').split(' ')
}

export function siteUrl(vault: Sql, schema: '' | 'vault.', siteId: number): string {
  const row = vault.get(`SELECT url FROM ${schema}site WHERE id = ?`, [siteId])
  return row === undefined ? '' : text(row, 'url')
}

/** What an activity's item is called, in lower case: for lists of keywords, paths and doors. */
export function itemText(
  vault: Sql,
  schema: '' | 'vault.',
  activityId: number
): { readonly path: string; readonly device: string; readonly all: string } {
  const row = vault.get(`SELECT path, file_name, subject, device FROM ${schema}activity_text WHERE activity_id = ?`, [
    activityId
  ])
  if (row === undefined) return { path: '', device: '', all: '' }
  const path = text(row, 'path').toLowerCase()
  const all = `${path}\n${text(row, 'file_name')}\n${text(row, 'subject')}`.toLowerCase()
  return { path, device: text(row, 'device').toLowerCase(), all }
}

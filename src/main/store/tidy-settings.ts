/**
 * Brings typed settings into the form in which they are compared: domains in lower case, nothing twice. Refuses what
 * could never match or would match everything, by its place in the list and never by its text, which can hold a name.
 */
import type { ScoringSettings } from '../../shared/domain/settings.ts'

export type Tidied =
  { readonly ok: true; readonly settings: ScoringSettings } | { readonly ok: false; readonly sentence: string }

export function tidySettings(typed: ScoringSettings, isIndicator: (id: string) => boolean): Tidied {
  const unknown = typed.indicatorsOff.find((id) => !isIndicator(id))
  if (unknown !== undefined) return problem(`This version of Inward has no indicator “${unknown}”.`)
  const domains = tidyDomains(typed.domains)
  if (typeof domains === 'string') return problem(domains)
  const { extensions, paths, sites, keywords, sensitiveTypes } = typed.exclusions
  const plainExtensions = extensions.map((extension) => extension.trim().replace(/^\.+/, '').toLowerCase())
  const badExtension = plainExtensions.findIndex((extension) => !EXTENSION.test(extension))
  if (badExtension >= 0)
    return problem(
      `Entry ${String(badExtension + 1)} of the excluded extensions is no extension such as docx or tar.gz.`
    )
  const widePath = paths.findIndex((path) => !NAMES_SOMETHING.test(path))
  if (widePath >= 0)
    return problem(`Entry ${String(widePath + 1)} of the excluded paths names no folder: it would exclude everything.`)
  const plainSites = sites.map((site) => site.replace(/\/+$/, ''))
  const wideSite = plainSites.findIndex((site) => !NAMES_SOMETHING.test(site.replace(/^https?:/i, '')))
  if (wideSite >= 0)
    return problem(`Entry ${String(wideSite + 1)} of the excluded sites names no site: it would exclude everything.`)
  return {
    ok: true,
    settings: {
      ...typed,
      indicatorsOff: withoutRepeats(typed.indicatorsOff),
      domains,
      exclusions: {
        extensions: withoutRepeats(plainExtensions),
        paths: withoutRepeats(paths),
        sites: withoutRepeats(plainSites),
        keywords: withoutRepeats(keywords),
        sensitiveTypes: withoutRepeats(sensitiveTypes)
      },
      alertStates: [...new Set(typed.alertStates)]
    }
  }
}

const DOMAIN_LISTS = {
  own: 'own',
  unallowed: 'unallowed',
  allowed: 'allowed',
  thirdParty: 'third-party'
} as const

/** The sentence says which entry is no domain. */
function tidyDomains(typed: ScoringSettings['domains']): ScoringSettings['domains'] | string {
  const plain = { own: emptySet(), unallowed: emptySet(), allowed: emptySet(), thirdParty: emptySet() }
  for (const list of ['own', 'unallowed', 'allowed', 'thirdParty'] as const) {
    for (const [index, entry] of typed[list].entries()) {
      const domain = plainDomain(entry)
      if (domain === null)
        return `Entry ${String(index + 1)} of the ${DOMAIN_LISTS[list]} domains is no domain: write example.org, *.example.org or **.example.org.`
      plain[list].add(domain)
    }
  }
  const allowed = [...plain.own, ...plain.allowed]
  const both = allowed.filter((domain) => plain.unallowed.has(domain)).length
  if (both > 0) {
    const which = both === 1 ? 'one domain that is' : `${String(both)} domains that are`
    return `The list of unallowed domains holds ${which} own or allowed at the same time. Take ${both === 1 ? 'it' : 'them'} out of one list.`
  }
  return {
    own: [...plain.own],
    unallowed: [...plain.unallowed],
    allowed: [...plain.allowed],
    thirdParty: [...plain.thirdParty]
  }
}

const emptySet = (): Set<string> => new Set()

/** Lower case, without what a pasted address has around its domain; null where it is none. */
function plainDomain(typed: string): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/^https?:\/\//, '')
    .replace(/^@/, '')
    .replace(/[./]+$/, '')
  return DOMAIN.test(text) ? text : null
}

// A label as host names have it, and with the letters of every script; an underscore occurs in names of services.
const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?`
const DOMAIN = new RegExp(String.raw`^(?:\*{1,2}\.)?${LABEL}(?:\.${LABEL})*$`, 'u')
const EXTENSION = /^[^\s./\\*?]+(?:\.[^\s./\\*?]+)*$/
const NAMES_SOMETHING = /[\p{L}\p{N}]/u

/** Each entry once, whatever its case; the first spelling stays. */
export function withoutRepeats(entries: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const entry of entries) {
    const folded = entry.toLowerCase()
    if (!seen.has(folded)) seen.set(folded, entry)
  }
  return [...seen.values()]
}

function problem(sentence: string): Tidied {
  return { ok: false, sentence }
}

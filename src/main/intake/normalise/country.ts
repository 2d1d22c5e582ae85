/** A country in two capital letters, from a code or from its English name. What is neither is no country. */

let codes: ReadonlyMap<string, string> | null = null

export function countryOf(written: string): string {
  const text = written.trim()
  if (/^[a-z]{2}$/i.test(text)) return isCode(text.toUpperCase()) ? inUse(text.toUpperCase()) : ''
  if (text.length < 4) return ''
  return codesByName().get(text.toLowerCase()) ?? ''
}

/** Zones that stand for nothing on the map: unassigned, unknown, anonymous proxies and satellites. */
const NOWHERE = new Set(['AA', 'A1', 'A2', 'QO', 'XX', 'ZZ', 'XA', 'XB', 'EU', 'EZ', 'UN'])

/** Codes of countries that were renamed or joined become those of today: `UK` and `GB` are one country. */
function inUse(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code
}

function isCode(code: string): boolean {
  return !NOWHERE.has(code)
}

/** The runtime knows the names; made on first need, because most logs write codes. */
function codesByName(): ReadonlyMap<string, string> {
  if (codes !== null) return codes
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const found = new Map<string, string>()
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second)
      const name = names.of(code)
      if (name !== undefined && isCode(code)) found.set(name.toLowerCase(), inUse(code))
    }
  codes = found
  return found
}

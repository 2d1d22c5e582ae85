/**
 * The one spelling of a JSON value that hashes and seals are computed over (RFC 8785). Numbers are safe integers only,
 * because their text is the same in every language; anything that JSON cannot hold exactly is refused.
 */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue }

// Evidence records nest a handful of levels; the limit keeps a hostile one from exhausting the stack.
const DEEPEST_LEVEL = 100

/** Throws a TypeError that names the place of the first value that has no exact spelling. */
export function canonicalJson(value: unknown): string {
  return spell(value, '$', 0)
}

function spell(value: unknown, place: string, level: number): string {
  if (level > DEEPEST_LEVEL) throw new TypeError(`${place} is nested too deeply`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return spellText(value, place)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${place} is not a safe integer`)
    return Object.is(value, -0) ? '0' : String(value)
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => spell(item, `${place}[${index}]`, level + 1)).join(',')}]`
  }
  if (isPlainObject(value)) {
    // Section 3.2.3: names sort by UTF-16 code units, which is what the default comparison does.
    const names = Object.keys(value).sort()
    return `{${names
      .map((name) => `${spellText(name, place)}:${spell(value[name], `${place}.${name}`, level + 1)}`)
      .join(',')}}`
  }
  throw new TypeError(`${place} is a ${typeof value}, which JSON does not have`)
}

function spellText(text: string, place: string): string {
  // Section 3.2.2.2: a lone surrogate is an error, for UTF-8 cannot carry it.
  if (/\p{Surrogate}/u.test(text)) throw new TypeError(`${place} holds half of a surrogate pair`)
  return JSON.stringify(text)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

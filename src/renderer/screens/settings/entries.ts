/** Takes pasted lines apart into entries of a list: what is new, what is there already, and what is none, with the reason. */

export type Accepted = { readonly ok: true; readonly entry: string } | { readonly ok: false; readonly because: string }
export type Accept = (line: string) => Accepted

interface Reading {
  readonly added: readonly string[]
  readonly known: number
  readonly refused: readonly { readonly line: string; readonly because: string }[]
}

/** Entries are compared without case; `most` is how many the list may hold in all. */
export function readLines(text: string, present: readonly string[], accept: Accept, most: number): Reading {
  const seen = new Set(present.map((entry) => entry.toLowerCase()))
  const added: string[] = []
  const refused: { line: string; because: string }[] = []
  let known = 0
  for (const line of linesOf(text)) {
    const accepted = accept(line)
    if (!accepted.ok) refused.push({ line, because: accepted.because })
    else if (seen.has(accepted.entry.toLowerCase())) known += 1
    else if (present.length + added.length >= most)
      refused.push({ line, because: `the list holds no more than ${most} entries` })
    else {
      seen.add(accepted.entry.toLowerCase())
      added.push(accepted.entry)
    }
  }
  return { added, known, refused }
}

export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Anything up to a length. */
export const acceptText =
  (longest: number): Accept =>
  (line) =>
    line.length <= longest ? { ok: true, entry: line } : { ok: false, because: `longer than ${longest} letters` }

/** `.TMP` and `*.tmp` are `tmp`. */
export const acceptExtension: Accept = (line) => {
  const entry = line.toLowerCase().replace(/^\*?\./, '')
  if (!/^[\p{L}\p{N}_~-]+(\.[\p{L}\p{N}_~-]+)*$/u.test(entry)) return { ok: false, because: 'no file extension' }
  return acceptText(16)(entry)
}

/** A domain, or `*.` or `**.` and a domain; the rest of an address of a page is cut off. */
export const acceptDomain: Accept = (line) => {
  const entry = line
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '')
    .replace(/^@/, '')
    .replace(/\.$/, '')
  if (entry.includes('@')) return { ok: false, because: 'the address of somebody, not a domain' }
  if (entry.replace(/^\*{1,2}\./, '').includes('*'))
    return { ok: false, because: 'stars stand only at the beginning, one or two before a dot' }
  if (!DOMAIN.test(entry)) return { ok: false, because: 'no domain' }
  return acceptText(255)(entry)
}

const DOMAIN =
  /^(\*{1,2}\.)?([\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?\.)+[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

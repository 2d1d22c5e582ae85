/** Addresses in headers of mail (RFC 5322 3.4): names in quotes, comments, groups; only what has an at sign is one. */

/** Lists of thousands are distribution lists spelled out; what is behind is left to the raw record. */
const MOST = 2000

export function addressesIn(values: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const value of values) {
    for (const entry of entriesIn(value)) {
      const address = addressIn(entry)
      if (address !== '') found.push(address)
      if (found.length >= MOST) return found
    }
  }
  return found
}

/** Entries between commas and semicolons that stand in no quote, comment or bracket. */
function entriesIn(value: string): readonly string[] {
  const entries: string[] = []
  let start = 0
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < value.length; at++) {
    const character = value[at]
    if (isQuoted) {
      if (character === '\\') at++
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === '(' || character === '<') depth++
    else if ((character === ')' || character === '>') && depth > 0) depth--
    else if (depth === 0 && (character === ',' || character === ';')) {
      entries.push(value.slice(start, at))
      start = at + 1
    }
  }
  // A quote that is never closed would swallow all that follow.
  if (isQuoted && entries.length === 0) return value.split(/[,;]/)
  entries.push(value.slice(start))
  return entries
}

function addressIn(entry: string): string {
  const uncommented = entry.replace(/\([^()]*\)/g, ' ')
  const text = /<([^<>]*)>[^<>]*$/.exec(uncommented)?.[1] ?? uncommented
  // The name of a group stands before a colon.
  const bare = text.slice(text.lastIndexOf(':') + 1).trim()
  const match = /[^\s"'<>@,;]+@[^\s"'<>@,;]+/.exec(bare)
  return match === null ? '' : match[0].replace(/\.$/, '').toLowerCase()
}

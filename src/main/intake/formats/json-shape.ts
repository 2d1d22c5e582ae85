/** Tells how JSON text is laid out: one record a line, a list, one document, documents one after the other. */

export type JsonShape =
  | { readonly kind: 'lines' }
  | { readonly kind: 'list' }
  /** Records are in a list inside a document; null: the document is a record itself, or several follow each other. */
  | { readonly kind: 'document'; readonly listOffset: number | null }

/** Lines that are looked at. */
const SAMPLE = 40

export function findJsonShape(head: Buffer, isWhole: boolean): JsonShape | null {
  const text = head.toString('latin1')
  const start = text.search(/\S/)
  if (start === -1) return null
  if (text[start] === '[') return { kind: 'list' }
  const lines = text.split('\n').map((line) => line.trim())
  if (!isWhole && lines.length > 1) lines.pop()
  const filled = lines.filter((line) => line !== '').slice(0, SAMPLE)
  const whole = filled.filter((line) => line.startsWith('{') && isJson(line))
  if (whole.length > 1 && whole.length * 2 >= filled.length) return { kind: 'lines' }
  if (text[start] !== '{') return null
  const listOffset = findList(text, start)
  if (whole.length > 0 && whole[0] === filled[0] && (listOffset === null || filled.length > 1)) return { kind: 'lines' }
  return { kind: 'document', listOffset }
}

/** A page of an answer says little before its list; a record with a list inside says much. */
const MOST_MEMBERS_BEFORE = 8
/** Names that stand in a record and not in what wraps a page of them. */
const OF_A_RECORD = /"(id|operation|creationtime|recordtype|activitydatetime|createddatetime)"\s*:/i
/** A list that tells of the records and holds none. */
const DESCRIBING = /"(schema|stats|columns)"\s*:\s*$/i

/**
 * Offset of the list of objects that is a direct value of the outer object: `{"count": 2, "value": [{`. Lists deeper in
 * are part of a record, and so is a list behind an operation.
 */
function findList(text: string, start: number): number | null {
  let depth = 0
  let isInString = false
  let members = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at++
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '[' && depth === 1 && /^\[\s*\{/.test(text.slice(at, at + 200))) {
      const before = text.slice(start, at)
      if (members > MOST_MEMBERS_BEFORE || OF_A_RECORD.test(before)) return null
      if (!DESCRIBING.test(before)) return at
      depth++
    } else if (character === '{' || character === '[') depth++
    else if (character === ',' && depth === 1) members++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) return null
    }
  }
  return null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

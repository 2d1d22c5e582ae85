/**
 * Headers of mail (RFC 5322 2.2), their parameters (RFC 2045 5.1, RFC 2231) and words in other alphabets (RFC 2047). It
 * forgives what senders get wrong, and never spends more than a pass over a header that is bounded already.
 */

export interface Header {
  /** Lower case. */
  readonly name: string
  readonly value: string
}

/** Lines joined with their continuations; what is no header is passed over. */
export function headersIn(lines: readonly string[]): readonly Header[] {
  const headers: { name: string; value: string }[] = []
  for (const line of lines) {
    const last = headers.at(-1)
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) last.value += line.replace(/^[ \t]+/, ' ')
      continue
    }
    const colon = line.indexOf(':')
    const name = colon <= 0 ? '' : line.slice(0, colon).trimEnd()
    if (/^[!-9;-~]+$/.test(name)) headers.push({ name: name.toLowerCase(), value: line.slice(colon + 1).trim() })
  }
  return headers
}

/** The value before the first parameter, in lower case: `multipart/mixed`, `attachment`. */
export function leadOf(value: string): string {
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase()
}

/** Pieces of a long parameter are numbered; a sender of more wants something else. */
const MOST_PIECES = 50

/** Parameter of a header, joined and decoded; empty where there is none. */
export function parameterOf(value: string, wanted: string): string {
  const parameters = parametersIn(value)
  const plain = parameters.get(wanted)
  const pieces: string[] = []
  let isEncoded = false
  for (let piece = 0; piece < MOST_PIECES; piece++) {
    const encoded =
      parameters.get(`${wanted}*${String(piece)}*`) ?? (piece === 0 ? parameters.get(`${wanted}*`) : undefined)
    const text = encoded ?? parameters.get(`${wanted}*${String(piece)}`)
    if (text === undefined) break
    isEncoded ||= encoded !== undefined
    pieces.push(text)
  }
  if (pieces.length === 0) return plain === undefined ? '' : decodedWords(plain)
  return isEncoded ? percentDecoded(pieces.join('')) : decodedWords(pieces.join(''))
}

function parametersIn(value: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  const each = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g
  for (let match = each.exec(value); match !== null; match = each.exec(value)) {
    const name = (match[1] ?? '').toLowerCase()
    const text = match[2] === undefined ? (match[3] ?? '').trim() : match[2].replace(/\\(.)/g, '$1')
    if (!parameters.has(name)) parameters.set(name, text)
  }
  return parameters
}

/** `utf-8'de'Pl%C3%A4ne.pdf`. */
function percentDecoded(text: string): string {
  const match = /^([^']*)'[^']*'([^]*)$/.exec(text)
  const written = match?.[2] ?? text
  const bytes: Buffer[] = []
  for (const part of written.split(/(%[0-9a-f]{2})/i))
    bytes.push(/^%[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))
  return textIn(Buffer.concat(bytes), match?.[1] ?? 'utf-8')
}

const WORD = /=\?([^?\s]{1,40})\?([bq])\?([^?]*)\?=/gi

interface EncodedWord {
  readonly charset: string
  readonly bytes: Buffer
}

/** Words in other alphabets as text. A letter that was cut between two words is put together again. */
export function decodedWords(text: string): string {
  if (!text.includes('=?')) return text
  const pieces: (string | EncodedWord)[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const [, written = '', way = '', content = ''] = match
    const charset = written.replace(/\*.*$/, '').toLowerCase()
    const bytes = way.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quotedBytes(content)
    const between = text.slice(end, match.index)
    const last = pieces.at(-1)
    // Blanks between two such words only part them.
    const isNext = last !== undefined && typeof last !== 'string' && between.trim() === ''
    if (isNext && last.charset === charset) {
      pieces[pieces.length - 1] = { charset, bytes: Buffer.concat([last.bytes, bytes]) }
    } else {
      if (!isNext) pieces.push(between)
      pieces.push({ charset, bytes })
    }
    end = match.index + match[0].length
  }
  pieces.push(text.slice(end))
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textIn(piece.bytes, piece.charset))).join('')
}

function quotedBytes(content: string): Buffer {
  const text = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(text, 'latin1')
}

function textIn(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch (error) {
    // A name that the platform does not know.
    if (error instanceof RangeError) return bytes.toString('latin1')
    throw error
  }
}

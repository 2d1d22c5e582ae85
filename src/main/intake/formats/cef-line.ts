/**
 * Reads one line of CEF (or LEEF) into its header and its extension, as vendors write them: escaped by the book, half
 * escaped, or not at all. Refuses lines without the seven fields of the header.
 */
import type { Fields } from '../normalise/field.ts'

/** Values that hold paths and accounts, in which a backslash before n or r was hardly ever meant as a line end. */
const LITERAL =
  /^(suser|duser|suid|duid|sntdom|dntdom|spriv|filePath|fname|oldFilePath|oldFileName|sproc|dproc|deviceProcessName|\w*(Path|User|Domain|SAM)\w*)$/

const HEADER_FIELDS = 7
/** A key begins the extension or follows a blank; an equals sign behind a backslash belongs to a value. */
const KEY = /(?:^|\s)([A-Za-z0-9_][\w.-]*(?:\[\d+\])?)=/g
const LABEL = /^(.+)Label$/

export function parseCefLine(line: string): Fields | undefined {
  const leef = /LEEF:[12](?:\.\d)?\|/.exec(line)
  if (leef !== null) return parseLeef(line, leef.index)
  const at = startOf(line)
  if (at === -1) return undefined
  const header = splitHeader(line.slice(at), HEADER_FIELDS)
  if (header === null) return undefined
  const [version, vendor, product, productVersion, signature, name, severity] = header.fields
  const extension = readExtension(header.rest)
  return {
    format: `CEF ${(version ?? '').replace(/^CEF:/, '')}`,
    prefix: line.slice(0, at).trim(),
    vendor,
    product,
    productVersion,
    signature,
    name,
    severity,
    extension,
    labelled: labelled(extension)
  }
}

/** Where the header begins: `CEF:0|`, or a bare version where a collector cut the mark off. */
export function startOf(line: string): number {
  const marked = /CEF:\s?\d+\|/.exec(line)
  if (marked !== null) return marked.index
  return BARE.test(line.slice(0, HEADER_CHARACTERS)) ? line.search(/\d/) : -1
}

/** Headers are short; looking further for one costs time on lines that are none. */
const HEADER_CHARACTERS = 2048
const BARE =
  /^\s*\d\|(?:[^|\\]|\\.)+\|(?:[^|\\]|\\.)+\|(?:[^|\\]|\\.)*\|(?:[^|\\]|\\.)*\|(?:[^|\\]|\\.)+\|(?:\d{1,2}|[A-Za-z-]+)\|/

function splitHeader(
  text: string,
  count: number
): { readonly fields: readonly string[]; readonly rest: string } | null {
  const fields: string[] = []
  let field = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    const next = text[at + 1]
    if (character === '\\' && (next === '|' || next === '\\')) {
      field += next
      at++
    } else if (character === '|') {
      fields.push(field.trim())
      field = ''
      if (fields.length === count) return { fields, rest: text.slice(at + 1) }
    } else field += character
  }
  // A record without extension may lack its last bar.
  return fields.length === count - 1 && field !== '' ? { fields: [...fields, field.trim()], rest: '' } : null
}

function readExtension(text: string): Fields {
  const extension: Record<string, string> = {}
  const keys = [...text.matchAll(KEY)]
  keys.forEach((match, index) => {
    const key = match[1] ?? ''
    const from = match.index + match[0].length
    const value = unescaped(text.slice(from, keys[index + 1]?.index ?? text.length).trim(), LITERAL.test(key))
    if (value !== '') extension[key] ??= value
  })
  return extension
}

function unescaped(value: string, isLiteral: boolean): string {
  if (!value.includes('\\')) return value
  return value.replace(/\\([\\=|nr])/g, (written: string, character: string) => {
    if (character === 'n' || character === 'r') return isLiteral ? written : character === 'n' ? '\n' : '\r'
    return character
  })
}

/** `cs1=… cs1Label=Rule` says what `Rule` is. */
function labelled(extension: Fields): Fields {
  const named: Record<string, unknown> = {}
  for (const [key, label] of Object.entries(extension)) {
    const field = LABEL.exec(key)?.[1]
    const value = field === undefined ? undefined : extension[field]
    if (value !== undefined && typeof label === 'string') named[label] ??= value
  }
  return named
}

/** Keys of LEEF and what CEF calls the same. */
const LEEF_KEYS: Readonly<Record<string, string>> = {
  devTime: 'rt',
  usrName: 'suser',
  accountName: 'duser',
  domain: 'sntdom',
  identHostName: 'shost',
  identSrc: 'src',
  srcPort: 'spt',
  dstPort: 'dpt',
  url: 'request',
  action: 'act',
  resource: 'filePath',
  fileName: 'fname',
  policy: 'reason'
}

function parseLeef(line: string, at: number): Fields | undefined {
  const isSecond = line.startsWith('LEEF:2', at)
  const header = splitHeader(line.slice(at), 5)
  if (header === null) return undefined
  const [version, vendor, product, productVersion, signature] = header.fields
  const declared = isSecond ? /^([^|]{0,6})\|/.exec(header.rest) : null
  const rest = declared === null ? header.rest : header.rest.slice(declared[0].length)
  const extension: Record<string, string> = {}
  for (const pair of rest.split(delimiterOf(declared?.[1] ?? ''))) {
    const equals = pair.indexOf('=')
    const key = pair.slice(0, Math.max(0, equals)).trim()
    const value = pair.slice(equals + 1).trim()
    if (key !== '' && value !== '') extension[LEEF_KEYS[key] ?? key] ??= value
  }
  return {
    format: (version ?? '').replace(':', ' '),
    prefix: line.slice(0, at).trim(),
    vendor,
    product,
    productVersion,
    signature,
    name: extension['cat'] ?? signature,
    severity: extension['sev'] ?? '',
    extension,
    labelled: {}
  }
}

/** A character, or its number in hexadecimal; a tab where none is named. */
function delimiterOf(declared: string): string {
  const code = /^(?:0x|x)([0-9a-f]{1,4})$/i.exec(declared)?.[1]
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  return declared === '' ? '\t' : declared
}

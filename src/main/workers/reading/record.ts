/**
 * Masks a record as it was imported. Its texts are masked one by one after JSON has decoded them, since an escape such as
 * `\u002e` would hide a name from the mask; JSON inside JSON is opened too.
 */
import type { ReaderDesk } from '../reader-desk.ts'

/** JSON within JSON deeper than this is masked as plain text. */
const DEEPEST = 4

/** A record that is JSON comes back as JSON with indentation; any other as text. */
export function maskRecord(desk: Pick<ReaderDesk, 'mask'>, raw: string): string {
  const parsed = parseJson(raw)
  if (parsed === undefined) return maskBroken(desk, raw)
  return JSON.stringify(maskValue(desk, parsed, 0), null, 2)
}

/** A row that could not be read: its escapes are resolved first, so that none hides a name. */
export function maskBroken(desk: Pick<ReaderDesk, 'mask'>, raw: string): string {
  const decoded = raw
    .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\(["\\/])/g, '$1')
  return desk.mask(decoded)
}

function maskValue(desk: Pick<ReaderDesk, 'mask'>, value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskText(desk, value, depth)
  if (Array.isArray(value)) return value.map((item) => maskValue(desk, item, depth))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [desk.mask(key), maskValue(desk, item, depth)]))
}

function maskText(desk: Pick<ReaderDesk, 'mask'>, text: string, depth: number): string {
  const first = text.trimStart()[0]
  if (depth < DEEPEST && (first === '{' || first === '[')) {
    const inner = parseJson(text)
    if (inner !== undefined) return JSON.stringify(maskValue(desk, inner, depth + 1))
  }
  return desk.mask(text)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

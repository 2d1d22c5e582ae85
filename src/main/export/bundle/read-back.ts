/** Reads the files of a bundle back by their schemas. A file that does not follow its schema becomes one sentence. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { BagContents } from '../bag/verify.ts'
import { quoted } from '../bag/name.ts'
import { readLines } from '../jsonl.ts'

/** What the checks of single files share. */
export interface Checking {
  readonly folder: string
  readonly bag: BagContents
  readonly problems: string[]
  readonly signal: AbortSignal | undefined
}

/** Null, and a sentence in `problems`, where the file is not what the schema says. */
export async function readDocument<Shape extends z.ZodType>(
  checking: Checking,
  name: string,
  shape: Shape
): Promise<z.infer<Shape> | null> {
  const { folder, bag, problems } = checking
  if (!isThere(bag, name)) return null
  const path = join(folder, 'data', name)
  if ((await stat(path)).size > MAXIMUM_DOCUMENT_BYTES) {
    problems.push(`data/${name} is too large to be read.`)
    return null
  }
  const text = await readFile(path, { encoding: 'utf8', ...(checking.signal && { signal: checking.signal }) })
  const parsed = parseAs(shape, text)
  if (parsed.ok) return parsed.value
  problems.push(`data/${name} ${parsed.says}`)
  return null
}

/** Every line as `shape`; null after the first line that is not, which is reported. */
export async function readRecords<Shape extends z.ZodType>(
  { folder, problems, signal }: Checking,
  name: string,
  shape: Shape,
  take: (record: z.infer<Shape>) => void
): Promise<number | null> {
  let count = 0
  for await (const line of readLines(join(folder, 'data', name), MAXIMUM_LINE_BYTES)) {
    signal?.throwIfAborted()
    const parsed = line.kind === 'line' ? parseAs(shape, line.text) : { ok: false as const, says: `${line.says}.` }
    if (!parsed.ok) {
      problems.push(`data/${name}, line ${String(line.number)} ${parsed.says}`)
      return null
    }
    take(parsed.value)
    count += 1
  }
  return count
}

export function isThere(bag: BagContents, name: string): boolean {
  return bag.intact.has(`data/${name}`)
}

/** Longest record that Inward writes is far shorter; a hostile one must not fill the memory. */
const MAXIMUM_LINE_BYTES = 4 << 20
/** Alerts and timelines of one case; ten times what the largest made case needs. */
const MAXIMUM_DOCUMENT_BYTES = 256 << 20
type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly says: string }

function parseAs<Shape extends z.ZodType>(shape: Shape, text: string): Parsed<z.infer<Shape>> {
  const raw = parseJson(text)
  if (!raw.ok) return raw
  const read = shape.safeParse(raw.value)
  if (read.success) return { ok: true, value: read.data }
  const issue = read.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${quoted(issue.path.map(String).join('.'))}`
  return { ok: false, says: `does not follow its schema${where}.` }
}

function parseJson(text: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, says: 'is not JSON.' }
  }
}

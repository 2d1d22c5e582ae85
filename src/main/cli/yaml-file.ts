/** Reads a small YAML file strictly into a shape, so that a misspelt field is an error and never passed over. */
import { readFileSync, statSync } from 'node:fs'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { refusal } from './refusal.ts'
import type { Answered } from './terminal.ts'

/** Many times what the longest of these files needs. */
const MOST_BYTES = 1 << 20

/** `what` names the file in sentences: "policy". */
export function readYamlFile<Shape extends z.ZodType>(
  file: string,
  what: string,
  shape: Shape
): Answered<z.output<Shape>> {
  const read = readTextFile(file, what)
  if (!read.ok) return read
  const document = parseDocument(read.value, { uniqueKeys: true })
  const [problem] = document.errors
  if (problem !== undefined)
    return refusal(`The ${what} file is not valid YAML at line ${problem.linePos?.[0].line ?? 1}.`)
  // Aliases are never needed here, and many of them make a small file huge.
  const parsed = shape.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const field = issue === undefined || issue.path.length === 0 ? 'file' : issue.path.map(String).join('.')
  return refusal(`The ${what} file cannot be used at “${field}”: ${issue?.message ?? 'it does not fit'}.`)
}

/** A file small enough to be read at once. */
export function readTextFile(file: string, what: string): Answered<string> {
  try {
    if (statSync(file).size > MOST_BYTES) return refusal(`The ${what} file is too large to be a ${what}.`)
    return { ok: true, value: readFileSync(file, 'utf8') }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refusal(`The ${what} file cannot be read.`)
    throw error
  }
}

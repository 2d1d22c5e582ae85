/**
 * A list of people: a header line with a column of user principal names, e-mail addresses or pseudonyms, and a line for
 * each person. Other columns are passed over. Sentences name lines and never what stands in them.
 */
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { refusal } from './refusal.ts'
import type { Answered } from './terminal.ts'
import { readTextFile } from './yaml-file.ts'

export interface ListedPerson {
  /** Line of the file, counted from 1. */
  readonly line: number
  /** Null where the line names the person in another way. */
  readonly pseudonym: Pseudonym | null
  /** As written. */
  readonly identity: string
}

/** Each person once. */
export function readPeopleFile(file: string): Answered<readonly ListedPerson[]> {
  const read = readTextFile(file, 'list')
  if (!read.ok) return read
  const rows = rowsOf(read.value)
  if (rows === null) return refusal('The list file is not delimited text.')
  const [header, ...people] = rows
  const column = header === undefined ? -1 : columnOf(header.record)
  if (column === -1)
    return refusal('The list file needs a header line with a column “user principal name”, “email” or “pseudonym”.')
  const listed = new Map<string, ListedPerson>()
  for (const { record, info } of people) {
    const identity = (record[column] ?? '').trim()
    if (identity === '') continue
    if (identity.length > LONGEST) return refusal(`Line ${info.lines} of the list file is too long to name a person.`)
    const key = identity.toLowerCase()
    const pseudonym = Pseudonym.safeParse(identity.toUpperCase()).data ?? null
    if (!listed.has(key)) listed.set(key, { line: info.lines, pseudonym, identity })
  }
  return listed.size === 0 ? refusal('The list file names nobody.') : { ok: true, value: [...listed.values()] }
}

/** Which lines were left out; the first ten of them. */
export function sayLeftOut(lines: readonly number[]): string {
  const shown = lines.slice(0, 10).join(', ')
  const more = lines.length > 10 ? ' and more' : ''
  return lines.length === 1
    ? `the person of line ${shown} is not in this workspace and was left out`
    : `${lines.length} people are not in this workspace and were left out: lines ${shown}${more}`
}

/** The longest identity that a search takes. */
const LONGEST = 200

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

function rowsOf(text: string): z.infer<typeof Rows> | null {
  try {
    return Rows.parse(
      parse(text, {
        bom: true,
        delimiter: [',', ';', '\t'],
        info: true,
        relax_column_count: true,
        skip_empty_lines: true
      })
    )
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** Names of the column as directories and spreadsheets write them; the first of this list that is there. */
const COLUMNS = ['userprincipalname', 'upn', 'pseudonym', 'email', 'emailaddress', 'mail', 'user', 'username']

function columnOf(header: readonly string[]): number {
  const names = header.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''))
  const known = COLUMNS.find((name) => names.includes(name))
  return known === undefined ? -1 : names.indexOf(known)
}

/** Where published data with answers lies, beside the checkout; the project holds none of it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** Null where the folder is not there. */
export function publishedFolder(checkout: string, name: string): string | null {
  const folder = path.join(checkout, '../shared/data', name)
  return existsSync(folder) ? folder : null
}

const Table = z.array(z.record(z.string(), z.string()))

export function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  return Table.parse(parse(readFileSync(file), { columns: true, bom: true }))
}

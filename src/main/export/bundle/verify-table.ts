/** Checks that a table and its lines of JSON tell the same records in the same order, streaming, in constant memory. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import type { z } from 'zod'
import { openClock } from '../clock.ts'
import { isThere, readRecords } from './read-back.ts'
import type { Checking } from './read-back.ts'
import type { Table } from './table.ts'

interface TablePair<Shape extends z.ZodType> {
  /** Without the ending: `activities` stands for `activities.csv` and `activities.jsonl`. */
  readonly name: string
  readonly shape: Shape
  readonly table: Table<z.infer<Shape>>
}

/** How many records each of the two files holds; null where it could not be told. */
export async function checkPair<Shape extends z.ZodType>(
  checking: Checking,
  { name, shape, table }: TablePair<Shape>
): Promise<{ readonly lines: number | null; readonly rows: number | null }> {
  const [linesName, tableName] = [`${name}.jsonl`, `${name}.csv`]
  const clock = openClock('UTC')
  if (clock === null) throw new Error('UTC is unknown to this machine')
  const fromLines = createHash('sha256')
  const skipped = table.columns.indexOf(LOCAL_TIME)
  const told = (cells: readonly string[]): string => `${JSON.stringify(cells.toSpliced(skipped, 1))}\n`
  const lines = isThere(checking.bag, linesName)
    ? await readRecords(checking, linesName, shape, (record) => fromLines.update(told(table.cells(record, clock))))
    : null
  if (!isThere(checking.bag, tableName)) return { lines, rows: null }

  const fromTable = createHash('sha256')
  const rows = await readTable(checking, tableName, table.columns, (cells) => fromTable.update(told(cells)))
  if (lines !== null && lines === rows && fromLines.digest('hex') !== fromTable.digest('hex')) {
    checking.problems.push(`data/${tableName} and data/${linesName} do not tell the same records in the same order.`)
  }
  return { lines, rows }
}

/** Not compared: it repeats time_utc, and another machine may know another history of the zone. */
const LOCAL_TIME = 'time_local'
/** Far above any row that Inward writes. */
const MAXIMUM_ROW_BYTES = 4 << 20

async function readTable(
  { folder, problems, signal }: Checking,
  name: string,
  columns: readonly string[],
  take: (cells: readonly string[]) => void
): Promise<number | null> {
  const parser = parse({ bom: true, record_delimiter: '\r\n', max_record_size: MAXIMUM_ROW_BYTES })
  const source = createReadStream(join(folder, 'data', name), { ...(signal && { signal }) })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let rows = -1
  try {
    for await (const record of parser) {
      const cells = (record as unknown[]).map(String)
      if (rows === -1 && JSON.stringify(cells) !== JSON.stringify(columns)) {
        problems.push(`data/${name} does not begin with the names of its columns.`)
        return null
      }
      if (rows >= 0) take(cells)
      rows += 1
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problems.push(`data/${name}, row ${String(rows + 2)} is not a row of the table.`)
    return null
  } finally {
    source.destroy()
  }
  return Math.max(rows, 0)
}

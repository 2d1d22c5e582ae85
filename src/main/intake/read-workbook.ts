/** Reads a workbook: each sheet that a reader knows is a file of its own; the others are named, never passed over in silence. */
import type { IntakeEvent, IntakeOptions } from '../../shared/domain/draft.ts'
import { openBatchBuilder } from './batch.ts'
import { type ByteSource, hashed } from './bytes/source.ts'
import type { Archive } from './bytes/zip.ts'
import { openDateSearch } from './date-search.ts'
import { type FileCount, refusal, startOf } from './events.ts'
import { distinctNames } from './formats/csv-header.ts'
import { type SheetRow, readSheet } from './formats/sheet.ts'
import { type Book, type SheetPart, readBook } from './formats/workbook-parts.ts'
import type { TableLayout } from './layout.ts'
import { type Recognised, recogniseTable } from './recognise.ts'
import type { RowReader } from './row-reader.ts'
import { withZoneReason } from './zone-need.ts'

interface KnownSheet {
  readonly sheet: SheetPart
  readonly recognised: Recognised
  /** Row that holds the header. */
  readonly headerRow: number
}

/** Title lines and blank lines that people put above a table. */
const ROWS_ABOVE_HEADER = 10
const SAMPLE_ROWS = 40
const UNREADABLE = 'The workbook is damaged, or its texts are too many to be held in memory; save it as CSV.'
const SHEET = { kind: 'table', wrapping: 'xlsx', delimiter: ',', skippedRows: 0 } as const
const UTF8 = { encoding: 'utf-8', markBytes: 0, because: 'workbooks are UTF-8' } as const

export async function* readWorkbook(
  source: ByteSource,
  archive: Archive,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  const book = await readBook(archive)
  if (book === null) {
    yield refusal(count, source.path, source.sizeBytes, UNREADABLE)
    return
  }
  const known: KnownSheet[] = []
  const unknown: string[] = []
  let reason = 'The workbook holds no rows.'
  for (const sheet of book.sheets) {
    const found = await recogniseSheet(sheet, book, options)
    if (found === null) continue
    if ('refusal' in found) {
      reason = found.refusal
      unknown.push(sheet.name)
    } else known.push(found)
  }
  if (known.length === 0) {
    yield refusal(count, source.path, source.sizeBytes, reason)
    return
  }
  const sha256 = await hashOf(source)
  for (const [index, sheet] of known.entries()) {
    const path = known.length === 1 ? source.path : `${source.path}/${sheet.sheet.name}`
    const warnings =
      index === 0 && unknown.length > 0
        ? [`${unknown.length} other sheets of the workbook hold rows that no reader knows; they were not read.`]
        : []
    yield* readKnownSheet({ ...source, path }, sheet, book, sha256, warnings, count)
  }
}

async function* readKnownSheet(
  source: ByteSource,
  { sheet, recognised, headerRow }: KnownSheet,
  book: Book,
  sha256: string,
  warnings: readonly string[],
  count: FileCount
): AsyncGenerator<IntakeEvent> {
  const file = count.next()
  yield startOf(file, source, recognised)
  const batch = openBatchBuilder(() => source.sizeBytes)
  const rows = recognised.reader.open(batch, { ...recognised.opening, dates: openDateSearch(false) })
  const reading = readSheet(sheet.member.open(), book.parts)
  let isSound = true
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (step.done === true) {
      isSound = step.value
      break
    }
    // A sheet's rows have no place of their own in the packed file, only a number.
    for (const row of step.value)
      if (row.number > headerRow && !isBlank(row)) rows.cells(row.cells, asText(row.cells), row.number, 0)
    for (const full of batch.takeFull()) yield { kind: 'rows', file, ...full }
  }
  const said = [
    ...warnings,
    ...rows.finish(),
    ...(isSound ? [] : ['The sheet is cut or damaged; rows before the damage were read.'])
  ]
  for (const full of batch.takeFull()) yield { kind: 'rows', file, ...full }
  const rest = batch.takeRest()
  if (rest !== null) yield { kind: 'rows', file, ...rest }
  yield { kind: 'end', file, sha256, sizeBytes: source.sizeBytes, warnings: said }
}

/** Null for a sheet without rows. */
async function recogniseSheet(
  sheet: SheetPart,
  book: Book,
  options: IntakeOptions
): Promise<KnownSheet | { readonly refusal: string } | null> {
  const tables = await tablesIn(sheet, book)
  if (tables === null) return null
  let refused = 'The workbook has no table with a header.'
  for (const { layout, sample, headerRow, isFirst } of tables) {
    const recognised = recogniseTable(layout, sample, UTF8, options)
    if (!('refusal' in recognised)) {
      const feed = (rows: RowReader): void => {
        for (const cells of sample) rows.cells(cells, '', 1, 0)
      }
      return { sheet, recognised: withZoneReason(recognised, feed), headerRow }
    }
    if (isFirst) refused = recognised.refusal
  }
  return { refusal: refused }
}

export interface SheetTable {
  readonly layout: TableLayout
  readonly sample: readonly (readonly string[])[]
  readonly headerRow: number
  /** Its header is the first row of the sheet. */
  readonly isFirst: boolean
}

/** What a sheet holds if one of its first rows is the header, the upper ones first; null for a sheet without rows. */
export async function tablesIn(sheet: SheetPart, book: Book): Promise<readonly SheetTable[] | null> {
  const rows: SheetRow[] = []
  for await (const some of readSheet(sheet.member.open(), book.parts)) {
    rows.push(...some.filter((row) => !isBlank(row)))
    if (rows.length > SAMPLE_ROWS + ROWS_ABOVE_HEADER) break
  }
  if (rows.length === 0) return null
  return rows.slice(0, ROWS_ABOVE_HEADER).flatMap((row, index) => {
    if (row.cells.filter((cell) => cell !== '').length < 2) return []
    const sample = rows.slice(index + 1, index + 1 + SAMPLE_ROWS).map(({ cells }) => cells)
    return [
      { layout: { ...SHEET, columns: distinctNames(row.cells) }, sample, headerRow: row.number, isFirst: index === 0 }
    ]
  })
}

async function hashOf(source: ByteSource): Promise<string> {
  const physical = hashed(source.open())
  const chunks = physical.chunks[Symbol.asyncIterator]()
  while ((await chunks.next()).done !== true);
  return physical.sha256()
}

function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell === '')
}

/** The row as CSV: a packed sheet has no text of its own that a person could read. */
function asText(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}

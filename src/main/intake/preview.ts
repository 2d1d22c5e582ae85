/**
 * Looks at the head of the first file behind a path, so that an operator can say what its columns hold. Reads no further
 * than recognition does, and hands out no person: examples of people are words.
 */
import type { IntakeOptions } from '../../shared/domain/draft.ts'
import {
  type DateOrderChoice,
  type FieldMapping,
  MAPPED_FIELDS,
  type MappedField
} from '../../shared/domain/mapping.ts'
import type { Source, Wrapping } from '../../shared/domain/source.ts'
import { detectEncoding, type EncodingGuess, looksBinary } from './bytes/encoding.ts'
import { continued, readHead } from './bytes/head.ts'
import { type ByteStream, inflated } from './bytes/inflate.ts'
import { type ByteSource, fileSource, memorySource, readWhole } from './bytes/source.ts'
import { openTranscoder } from './bytes/transcode.ts'
import { walk } from './bytes/walk.ts'
import { salvageMembers } from './bytes/zip-salvage.ts'
import { type Archive, openArchive } from './bytes/zip.ts'
import { isWorkbook, readBook } from './formats/workbook-parts.ts'
import { findLayout, type Layout, sampleRows, sampleTexts } from './layout.ts'
import { ARCHIVE_NESTING, HEAD_BYTES, NESTED_ARCHIVE_BYTES } from './limits.ts'
import { isFields } from './normalise/field.ts'
import { layoutSignature, namesIn, textAt } from './normalise/mapped/fields.ts'
import { guessOrder, type SampledColumn, type Suggestion, suggestColumns } from './normalise/mapped/guess.ts'
import { examplesOf, looksLikeHeader, shownName, wordsOfPeople } from './normalise/mapped/shown.ts'
import { usualOrder } from './normalise/mapped-rows.ts'
import { beginsLikeZip } from './read.ts'
import { tablesIn } from './read-workbook.ts'
import { recogniseSample } from './recognise.ts'
import { rowFields } from './record-source.ts'
import { findMapping } from './sources/mapped.ts'

export interface PreviewField {
  /** As the file writes it; may hold anything, and stays in the engine. */
  readonly name: string
  /** The name and up to three values as they may be shown after masking. */
  readonly shownName: string
  readonly examples: readonly string[]
  /** Rows of the sample in which it is filled. */
  readonly filled: number
}

export interface SourcePreview {
  readonly path: string
  /** Null where no reader knows the file; `because` then says what was found instead. */
  readonly source: Source | null
  readonly because: string
  readonly wrapping: Wrapping
  /** Whole records or rows that were looked at. */
  readonly rows: number
  readonly signature: string
  readonly fields: readonly PreviewField[]
  /** Places in `fields`. */
  readonly suggested: readonly { readonly field: MappedField; readonly index: number }[]
  readonly dateOrder: DateOrderChoice | null
  readonly isDateOrderCertain: boolean
  /** As it was typed; may hold anything, and stays in the engine. Null where nobody mapped this layout. */
  readonly remembered: Pick<FieldMapping, 'workload' | 'operation' | 'dateOrder'> | null
}

export interface NoPreview {
  readonly refusal: string
}

export async function previewSource(path: string, options: IntakeOptions): Promise<SourcePreview | NoPreview> {
  for await (const found of walk(path)) {
    return found.kind === 'file'
      ? previewBytes(fileSource(found.path, found.sizeBytes), 0, options)
      : { refusal: found.reason }
  }
  return { refusal: 'The folder holds no files.' }
}

async function previewBytes(
  source: ByteSource,
  nesting: number,
  options: IntakeOptions
): Promise<SourcePreview | NoPreview> {
  if (!(await beginsLikeZip(source))) return previewText(source.path, source.open(), options)
  if (nesting > ARCHIVE_NESTING)
    return { refusal: `Archives are opened ${String(ARCHIVE_NESTING)} deep and no deeper.` }
  if (source.access === null) {
    const bytes = await readWhole(source.open(), NESTED_ARCHIVE_BYTES)
    return bytes === null
      ? { refusal: 'The archive inside the archive is too large to be opened in memory; unpack it first.' }
      : previewBytes(memorySource(source.path, bytes), nesting, options)
  }
  const archive = await openArchive(source.access)
  if (archive === null) {
    for await (const { name, stream } of salvageMembers(source.open()))
      return previewText(`${source.path}/${name}`, stream, options)
    return { refusal: 'The archive is cut or damaged: no file in it can be read.' }
  }
  try {
    if (isWorkbook(archive)) return await previewWorkbook(source.path, archive, options)
    for (const member of archive.members) {
      if (member.kind === 'refused') continue
      const inside = { path: `${source.path}/${member.name}`, sizeBytes: member.sizeBytes, access: null }
      return await previewBytes({ ...inside, open: member.open }, nesting + 1, options)
    }
    return { refusal: 'The archive holds no file that can be read.' }
  } finally {
    archive.close()
  }
}

async function previewText(
  path: string,
  stream: ByteStream,
  options: IntakeOptions
): Promise<SourcePreview | NoPreview> {
  const physical = stream.chunks[Symbol.asyncIterator]()
  try {
    const first = await readHead(physical, 2)
    const isPacked = first.bytes[0] === 0x1f && first.bytes[1] === 0x8b
    const whole: ByteStream = { chunks: continued(first.parts, physical), damage: stream.damage }
    const chunks = (isPacked ? inflated(whole, 'gzip') : whole).chunks[Symbol.asyncIterator]()
    const { bytes, isWhole } = await readHead(chunks, HEAD_BYTES)
    if (bytes.length === 0) return { refusal: stream.damage() ?? 'The file is empty.' }
    const encoding = detectEncoding(bytes)
    const transcoder = openTranscoder(encoding)
    const ready = Buffer.concat([transcoder.push(bytes), ...(isWhole ? [transcoder.finish()] : [])])
    if (looksBinary(ready, 'utf-8'))
      return { refusal: 'The file is not text, and not an archive or a workbook that Inward can open.' }
    const head = { bytes: ready, isWhole }
    const layout = findLayout(head)
    if (layout === null)
      return { refusal: 'The file is text, but neither records that Inward knows nor a table with a header.' }
    const records =
      layout.kind === 'table'
        ? sampleRows(head, layout).map((cells) => rowFields(cells, layout.columns))
        : sampleTexts(head, layout).map((text) => layout.parse(text))
    return previewSample(path, layout, records, encoding, options)
  } finally {
    await physical.return?.()
  }
}

async function previewWorkbook(
  path: string,
  archive: Archive,
  options: IntakeOptions
): Promise<SourcePreview | NoPreview> {
  const book = await readBook(archive)
  for (const sheet of book?.sheets ?? []) {
    const [table] = (book === null ? null : await tablesIn(sheet, book)) ?? []
    if (table === undefined) continue
    const records = table.sample.map((cells) => rowFields(cells, table.layout.columns))
    const encoding = { encoding: 'utf-8', markBytes: 0, because: 'workbooks are UTF-8' } as const
    return previewSample(path, table.layout, records, encoding, options)
  }
  return { refusal: 'The workbook has no table with a header.' }
}

function previewSample(
  path: string,
  layout: Layout,
  records: readonly unknown[],
  encoding: EncodingGuess,
  options: IntakeOptions
): SourcePreview | NoPreview {
  const rows = records.filter(isFields)
  const names = namesIn(layout, rows)
  if (names.length === 0) return { refusal: 'No whole record was found at the beginning of the file.' }
  const recognised = recogniseSample(layout, records, encoding, options)
  const columns: readonly SampledColumn[] = names.map((name) => ({
    name,
    values: rows.map((row) => textAt(row, name)).filter((value) => value !== '')
  }))
  const remembered = rememberedMapping(layout, rows, options)
  const suggestion = remembered === null ? suggestColumns(columns) : placesOf(remembered, names)
  const fieldsOf = (index: number): readonly MappedField[] =>
    [...suggestion].filter(([, column]) => column === index).map(([field]) => field)
  const known = wordsOfPeople(columns, fieldsOf)
  const hasHeader = looksLikeHeader(names)
  const timeColumn = columns[suggestion.get('date') ?? suggestion.get('time') ?? -1]
  const { order, isCertain } = guessOrder(timeColumn?.values ?? [], usualOrder(layout))
  return {
    path,
    ...('refusal' in recognised
      ? { source: null, because: recognised.refusal }
      : { source: recognised.recognition.source, because: recognised.recognition.because }),
    wrapping: layout.wrapping,
    rows: rows.length,
    signature: layoutSignature(layout, rows),
    fields: columns.map((column, index) => ({
      name: column.name,
      shownName: shownName(column.name, index, hasHeader, known),
      examples: examplesOf(column, fieldsOf(index), known),
      filled: column.values.length
    })),
    suggested: MAPPED_FIELDS.flatMap((field) => {
      const index = suggestion.get(field)
      return index === undefined ? [] : [{ field, index }]
    }),
    dateOrder: order,
    isDateOrderCertain: isCertain,
    remembered:
      remembered === null
        ? null
        : { workload: remembered.workload, operation: remembered.operation, dateOrder: remembered.dateOrder }
  }
}

/** What the workspace remembers of this layout is a better suggestion than any guess. */
function rememberedMapping(
  layout: Layout,
  records: readonly unknown[],
  { mappings }: IntakeOptions
): FieldMapping | null {
  const sample = { layout, records }
  return (findMapping(sample, mappings, false) ?? findMapping(sample, mappings, true))?.mapping ?? null
}

function placesOf({ columns }: FieldMapping, names: readonly string[]): Suggestion {
  return new Map(
    MAPPED_FIELDS.flatMap((field): [MappedField, number][] => {
      const index = names.indexOf(columns[field] ?? '')
      return index === -1 ? [] : [[field, index]]
    })
  )
}

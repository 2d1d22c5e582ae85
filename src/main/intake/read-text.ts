/** Reads one file of text, packed with gzip or not: recognises it by its head, then feeds it chunk by chunk to its reader. */
import type { IntakeEvent, IntakeOptions } from '../../shared/domain/draft.ts'
import { openBatchBuilder } from './batch.ts'
import { detectEncoding, type EncodingGuess } from './bytes/encoding.ts'
import { continued, readHead } from './bytes/head.ts'
import { type ByteStream, inflated } from './bytes/inflate.ts'
import { type ByteSource, hashed } from './bytes/source.ts'
import { type RowDecoder, openRowDecoder } from './bytes/text.ts'
import { openTranscoder } from './bytes/transcode.ts'
import { openDateSearch } from './date-search.ts'
import { type FileCount, refusal, startOf } from './events.ts'
import { splitCsv } from './formats/csv.ts'
import type { Splitter } from './formats/record.ts'
import { HEAD_BYTES } from './limits.ts'
import { type Layout, sampleRows, sampleTexts } from './layout.ts'
import type { DateOrder } from './normalise/hr/dates.ts'
import { type Recognised, recogniseText } from './recognise.ts'
import type { RowReader } from './row-reader.ts'
import { withZoneReason } from './zone-need.ts'

export async function* readText(
  source: ByteSource,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  const physical = hashed(source.open())
  const chunks = physical.chunks[Symbol.asyncIterator]()
  try {
    const drain = async (): Promise<void> => {
      while ((await chunks.next()).done !== true);
    }
    yield* readStream(source, await unpacked(chunks, physical.damage), { ...physical, drain }, count, options)
  } finally {
    await chunks.return?.()
  }
}

/** The bytes of the text, whether it is packed with gzip or not. */
async function unpacked(chunks: AsyncIterator<Buffer>, damage: () => string | null): Promise<ByteStream> {
  const first = await readHead(chunks, 2)
  const stream = { chunks: continued(first.parts, chunks), damage }
  return first.bytes[0] === 0x1f && first.bytes[1] === 0x8b ? inflated(stream, 'gzip') : stream
}

interface Physical {
  readonly bytesRead: () => number
  /** Reads on to the end of the file, so that the hash is the file's even where its reader stopped early. */
  readonly drain: () => Promise<void>
  readonly sha256: () => string
}

async function* readStream(
  source: ByteSource,
  stream: ByteStream,
  physical: Physical,
  count: FileCount,
  options: IntakeOptions
): AsyncGenerator<IntakeEvent> {
  const chunks = stream.chunks[Symbol.asyncIterator]()
  const head = await readHead(chunks, HEAD_BYTES)
  const encoding = detectEncoding(head.bytes)
  const transcoder = openTranscoder(encoding)
  const ready = head.parts.map((part) => transcoder.push(part))
  if (head.isWhole) ready.push(transcoder.finish())
  const text = { bytes: Buffer.concat(ready), isWhole: head.isWhole, encoding }
  const found = recogniseText(text, options)
  if ('refusal' in found) {
    yield refusal(count, source.path, source.sizeBytes, damagedRefusal(found.refusal, stream.damage()))
    return
  }
  const recognised = withZoneReason(found, (rows) => {
    const { layout } = found.opening
    if (layout.kind === 'table') for (const cells of sampleRows(text, layout)) rows.cells(cells, '', 1, 0)
    else for (const record of sampleTexts(text, layout)) rows.record(record, 1, 0)
  })
  const file = count.next()
  yield startOf(file, source, recognised)

  const batch = openBatchBuilder(physical.bytesRead)
  const decoder = openRowDecoder()
  const dates = openDateSearch(false)
  const rows = recognised.reader.open(batch, { ...recognised.opening, dates })
  const splitter = openSplitter(recognised.opening.layout, rows, decoder, transcoder.fileOffset)
  const answerDates = async (): Promise<void> => {
    const answer = dates.takeQuestion()
    if (answer !== null) answer(await searchOrder(source, encoding, recognised))
  }
  for (const chunk of ready) {
    splitter.write(chunk)
    await answerDates()
    for (const full of batch.takeFull()) yield { kind: 'rows', file, ...full }
  }
  if (!head.isWhole) {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      splitter.write(transcoder.push(next.value))
      await answerDates()
      for (const full of batch.takeFull()) yield { kind: 'rows', file, ...full }
    }
    splitter.write(transcoder.finish())
  }
  const { isCut } = splitter.end()
  const warnings = [...rows.finish(), ...warningsOf(isCut, stream.damage(), decoder.strayRows())]
  for (const full of batch.takeFull()) yield { kind: 'rows', file, ...full }
  const rest = batch.takeRest()
  if (rest !== null) yield { kind: 'rows', file, ...rest }
  await physical.drain()
  yield { kind: 'end', file, sha256: physical.sha256(), sizeBytes: physical.bytesRead(), warnings }
}

/** The order of day and month that the first telling date of the file proves; reads it once more, up to there. */
async function searchOrder(
  source: ByteSource,
  encoding: EncodingGuess,
  { reader, opening }: Recognised
): Promise<DateOrder | null> {
  const { chunks, damage } = source.open()
  const bytes = chunks[Symbol.asyncIterator]()
  const transcoder = openTranscoder(encoding)
  const dates = openDateSearch(true)
  const batch = openBatchBuilder(() => 0)
  const splitter = openSplitter(opening.layout, reader.open(batch, { ...opening, dates }), openRowDecoder(), (at) => at)
  try {
    const text = (await unpacked(bytes, damage)).chunks[Symbol.asyncIterator]()
    for (let next = await text.next(); next.done !== true && dates.found === null; next = await text.next()) {
      splitter.write(transcoder.push(next.value))
      batch.takeFull()
    }
    return dates.found
  } finally {
    await bytes.return?.()
  }
}

function openSplitter(
  layout: Layout,
  rows: RowReader,
  decoder: RowDecoder,
  fileOffset: (offset: number) => number
): Splitter {
  const broken = (reason: string, text: string, line: number, offset: number): void =>
    rows.broken(reason, text, line, fileOffset(offset))
  if (layout.kind === 'records') {
    const record = (text: string, line: number, offset: number): void => rows.record(text, line, fileOffset(offset))
    return layout.split(decoder, { record, broken })
  }
  let toSkip = layout.skippedRows + 1
  const row = (cells: readonly string[], text: string, line: number, offset: number): void => {
    if (toSkip > 0) toSkip--
    else rows.cells(cells, text, line, fileOffset(offset))
  }
  return splitCsv(decoder, { row, broken }, { delimiter: layout.delimiter, columns: layout.columns.length })
}

const CUT_FILE =
  'The file is cut: it ends in the middle of a row or before its closing bracket. Rows before the cut were read.'

function warningsOf(isCut: boolean, damage: string | null, strayRows: number): string[] {
  const warnings: string[] = []
  if (damage !== null) warnings.push(damage)
  if (isCut) warnings.push(CUT_FILE)
  if (strayRows > 0) warnings.push(`${strayRows} rows are not valid UTF-8 and were read as Windows-1252.`)
  return warnings
}

function damagedRefusal(refused: string, damage: string | null): string {
  return damage === null ? refused : `${damage} ${refused}`
}

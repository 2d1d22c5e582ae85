/**
 * Tells what a file is by what is in it: how it is laid out, which source's reader is surest of it, and why. The name of
 * the file is never asked. What no reader fits is refused with a sentence that says what was found instead.
 */
import type { IntakeOptions, Recognition } from '../../shared/domain/draft.ts'
import type { Source } from '../../shared/domain/source.ts'
import { ZONE_REASONS, type ZoneReason } from '../../shared/domain/zone-choice.ts'
import { type EncodingGuess, looksBinary } from './bytes/encoding.ts'
import { findLayout, type Layout, sampleRows, sampleTexts, type TableLayout } from './layout.ts'
import type { TextHead } from './record-layout.ts'
import { rowFields } from './record-source.ts'
import type { Opening, Sample, SourceReader } from './source-reader.ts'
import { SOURCE_READERS } from './sources.ts'

export interface Recognised {
  readonly recognition: Recognition
  readonly reader: SourceReader
  readonly opening: Omit<Opening, 'dates'>
}

export interface Unrecognised {
  readonly refusal: string
}

export function recogniseText(
  head: TextHead & { readonly encoding: EncodingGuess },
  options: IntakeOptions
): Recognised | Unrecognised {
  if (head.bytes.length === 0 || head.bytes.toString('latin1').trim() === '') return { refusal: 'The file is empty.' }
  if (looksBinary(head.bytes, 'utf-8'))
    return { refusal: 'The file is not text, and not an archive or a workbook that Inward can open.' }
  const layout = findLayout(head)
  if (layout === null)
    return {
      refusal: 'The file is text, but neither records that Inward knows nor a table with a header: no reader fits.'
    }
  if (layout.kind === 'table') return recogniseTable(layout, sampleRows(head, layout), head.encoding, options)
  const records = sampleTexts(head, layout).map((text) => layout.parse(text))
  if (records.length === 0 && options.source === null)
    return { refusal: `The file begins like ${wordsFor(layout)}, but no whole record was found in it.` }
  return recogniseSample(layout, records, head.encoding, options)
}

/** Tables of workbooks come here with their cells already read. */
export function recogniseTable(
  layout: TableLayout,
  rows: readonly (readonly string[])[],
  encoding: EncodingGuess,
  options: IntakeOptions
): Recognised | Unrecognised {
  const records = rows.map((cells) => rowFields(cells, layout.columns))
  return recogniseSample(layout, records, encoding, options)
}

export function recogniseSample(
  layout: Layout,
  records: readonly unknown[],
  encoding: EncodingGuess,
  options: IntakeOptions
): Recognised | Unrecognised {
  const sample: Sample = { layout, records, isChosen: options.source !== null }
  let best: Recognised | null = null
  for (const reader of SOURCE_READERS) {
    if (options.source !== null && reader.source !== options.source) continue
    const { zoned, reason } = zonedFor(reader.source, options)
    const evidence = reader.recognise(sample, zoned)
    if (evidence === null || (best !== null && best.recognition.confidence >= evidence.confidence)) continue
    best = {
      reader,
      opening: { layout, records, evidence, options: zoned },
      recognition: {
        source: reader.source,
        wrapping: layout.wrapping,
        encoding: encoding.encoding,
        confidence: evidence.confidence,
        because: evidence.because,
        reader: reader.source,
        readerVersion: reader.version,
        timezone: evidence.timezone,
        timezoneBecause: evidence.timezoneBecause ?? ZONE_REASONS[reason]
      }
    }
  }
  return best ?? { refusal: refusalFor(layout, records.length, options) }
}

/** The zone chosen for this import, else the one that this source was read in before, else the workspace's. */
function zonedFor(source: Source, options: IntakeOptions): { zoned: IntakeOptions; reason: ZoneReason } {
  if (options.isTimezoneChosen) return { zoned: options, reason: 'chosen' }
  const remembered = options.zones[source]
  return remembered === undefined
    ? { zoned: options, reason: 'assumed' }
    : { zoned: { ...options, timezone: remembered }, reason: 'remembered' }
}

function refusalFor(layout: Layout, records: number, { source }: IntakeOptions): string {
  const found =
    layout.kind === 'table'
      ? `The file is a table with ${layout.columns.length} columns`
      : `The file is ${wordsFor(layout)}`
  if (source !== null) return `${found}, and cannot be read as the source that was chosen for it.`
  if (layout.kind === 'table' && records === 0) return `${found} and no rows.`
  return layout.kind === 'table'
    ? `${found}, but no reader knows its header. Map its columns to import it.`
    : `${found}, but no reader knows its first ${records} records. Map their fields to import it.`
}

function wordsFor({ wrapping }: Layout): string {
  switch (wrapping) {
    case 'json-array':
    case 'json-lines':
    case 'json-document':
      return 'JSON'
    case 'csv':
      return 'a table'
    case 'xlsx':
      return 'a sheet'
    case 'xml':
      return 'XML'
    case 'ldif':
      return 'LDIF'
    case 'cef':
      return 'lines of CEF'
    case 'rendered-events':
      return 'events as rendered text'
    case 'mbox':
      return 'a mailbox'
    case 'eml':
      return 'a mail'
  }
}

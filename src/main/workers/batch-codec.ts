/**
 * One batch of drafts as one buffer that can be transferred between processes. Raw records are packed in blocks that the
 * store keeps as they are; everything else is columns of JSON. Refuses a buffer that it did not write.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ActivityDraft, HrEventDraft, ProfileDraft, RejectedRow, RowBatch } from '../../shared/domain/draft.ts'

/** A draft whose raw record lies in a block of its batch. */
export type PackedDraft<Draft> = Omit<Draft, 'raw'> & { readonly rawBlock: number; readonly rawIndex: number }

export interface RawBlock {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly records: number
}

export interface DecodedBatch {
  readonly file: number
  readonly activities: readonly PackedDraft<ActivityDraft>[]
  readonly hrEvents: readonly PackedDraft<HrEventDraft>[]
  readonly profiles: readonly PackedDraft<ProfileDraft>[]
  readonly rejected: readonly RejectedRow[]
  readonly ignored: Readonly<Record<string, number>>
  readonly rowsRead: number
  readonly bytesRead: number
  readonly rawBlocks: readonly RawBlock[]
}

/** Records in a block: reading one record back costs unpacking its neighbours, and fewer of them pack half as well. */
const RECORDS_PER_BLOCK = 64
/** Largest raw text that a block is read back into; sixty-four records of the largest size that a reader lets through. */
const BLOCK_BYTES = 64 * 16 * 1024 * 1024 + 1024
/** `INB` and the version of this layout. */
const MARK = 0x494e4201
const HEAD_BYTES = 8

export function encodeBatch(file: number, batch: RowBatch): Uint8Array<ArrayBuffer> {
  const raws = [...batch.activities, ...batch.hrEvents, ...batch.profiles].map((draft) => draft.raw)
  const blocks: Uint8Array[] = []
  for (let at = 0; at < raws.length; at += RECORDS_PER_BLOCK)
    blocks.push(packBlock(raws.slice(at, at + RECORDS_PER_BLOCK)))
  const columns = Buffer.from(
    JSON.stringify({
      file,
      activities: toColumns(batch.activities, ACTIVITY_FIELDS),
      hrEvents: toColumns(batch.hrEvents, HR_EVENT_FIELDS),
      profiles: toColumns(batch.profiles, PROFILE_FIELDS),
      rejected: batch.rejected,
      ignored: batch.ignored,
      rowsRead: batch.rowsRead,
      bytesRead: batch.bytesRead,
      blocks: blocks.map((block) => block.length),
      records: raws.length
    })
  )
  return joined([head(columns.length), columns, ...blocks])
}

/** The raw blocks are views of `bytes`, which must not change as long as they are used. */
export function decodeBatch(bytes: Uint8Array<ArrayBuffer>): DecodedBatch {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < HEAD_BYTES || view.readUInt32BE(0) !== MARK)
    throw new Error('this is not a batch that this version wrote')
  const columnsEnd = HEAD_BYTES + view.readUInt32BE(4)
  const columns = asColumns(JSON.parse(view.toString('utf8', HEAD_BYTES, columnsEnd)))
  const place = { next: 0 }
  const activities = fromColumns(columns.activities, activityOf, place)
  const hrEvents = fromColumns(columns.hrEvents, hrEventOf, place)
  const profiles = fromColumns(columns.profiles, profileOf, place)
  const { file, rejected, ignored, rowsRead, bytesRead } = columns
  return {
    file,
    activities,
    hrEvents,
    profiles,
    rejected,
    ignored,
    rowsRead,
    bytesRead,
    rawBlocks: cutBlocks(bytes, columnsEnd, columns)
  }
}

/** The raw records of a block, in the order of their drafts. */
export function readRawBlock(bytes: Uint8Array): string[] {
  const block = inflateRawSync(bytes, { maxOutputLength: BLOCK_BYTES })
  const records = block.readUInt32LE(0)
  const texts: string[] = []
  let at = 4 + records * 4
  for (let index = 0; index < records; index++) {
    const end = at + block.readUInt32LE(4 + index * 4)
    texts.push(block.toString('utf8', at, end))
    at = end
  }
  return texts
}

/** The block with the records emptied that are not kept, so that the others stay in their places; null when none is left. */
export function blankRecords(block: Uint8Array, isKept: (place: number) => boolean): Uint8Array<ArrayBuffer> | null {
  const texts = readRawBlock(block).map((text, place) => (isKept(place) ? text : ''))
  return texts.every((text) => text === '') ? null : joined([packBlock(texts)])
}

/** Number of records, the length of each, then their bytes. */
function packBlock(raws: readonly string[]): Buffer {
  const lengths = Buffer.alloc(4 + raws.length * 4)
  lengths.writeUInt32LE(raws.length, 0)
  const texts = raws.map((raw) => Buffer.from(raw, 'utf8'))
  texts.forEach((text, index) => lengths.writeUInt32LE(text.length, 4 + index * 4))
  return deflateRawSync(Buffer.concat([lengths, ...texts]), { level: 1 })
}

/** Parts in one buffer of their own: a view into a shared pool could not be transferred. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0
  for (const part of parts) length += part.length
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function head(columnsBytes: number): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES)
  bytes.writeUInt32BE(MARK, 0)
  bytes.writeUInt32BE(columnsBytes, 4)
  return bytes
}

function cutBlocks(bytes: Uint8Array<ArrayBuffer>, from: number, { blocks, records }: Columns): RawBlock[] {
  let at = from
  return blocks.map((length, index) => {
    const start = at
    at += length
    return {
      bytes: bytes.subarray(start, at),
      records: Math.min(RECORDS_PER_BLOCK, records - index * RECORDS_PER_BLOCK)
    }
  })
}

type Field<Draft> = Exclude<keyof Draft, 'raw'> & string

const ACTIVITY_FIELDS = [
  'ordinal',
  'line',
  'byteOffset',
  'recordKey',
  'atMs',
  'workload',
  'operation',
  'outcome',
  'actorKind',
  'actor',
  'itemType',
  'path',
  'fileName',
  'newFileName',
  'extension',
  'siteUrl',
  'subject',
  'targets',
  'targetDomains',
  'exposure',
  'labelChange',
  'alertSeverity',
  'alertState',
  'topic',
  'label',
  'sensitiveTypes',
  'country',
  'address',
  'device',
  'sizeBytes',
  'itemCount'
] as const satisfies readonly Field<ActivityDraft>[]
const HR_EVENT_FIELDS = [
  'ordinal',
  'line',
  'byteOffset',
  'recordKey',
  'kind',
  'identity',
  'atMs',
  'lastDayMs',
  'oldLevel',
  'newLevel',
  'rating',
  'remarks',
  'profile'
] as const satisfies readonly Field<HrEventDraft>[]
const PROFILE_FIELDS = [
  'ordinal',
  'line',
  'byteOffset',
  'recordKey',
  'identity',
  'displayName',
  'firstName',
  'lastName',
  'department',
  'title',
  'country',
  'businessUnit',
  'manager',
  'hiredMs',
  'aliases'
] as const satisfies readonly Field<ProfileDraft>[]

/**
 * A column is one value that all rows share, or a list; where few values repeat, `distinct` holds them once and the list
 * counts into it. Whole batches repeat operations, sites and people, and both sides wait for this text.
 */
interface Column {
  readonly same?: unknown
  readonly distinct?: readonly unknown[]
  readonly values?: readonly unknown[]
}

interface Table {
  readonly rows: number
  readonly fields: readonly string[]
  readonly columns: readonly Column[]
}

function toColumns<Draft extends object>(drafts: readonly Draft[], fields: readonly Field<Draft>[]): Table {
  return { rows: drafts.length, fields, columns: fields.map((field) => toColumn(drafts, field)) }
}

function toColumn<Draft extends object>(drafts: readonly Draft[], field: Field<Draft>): Column {
  const values: unknown[] = []
  const places = new Map<unknown, number>()
  const counted: number[] = []
  for (const draft of drafts) {
    const value: unknown = draft[field]
    values.push(value)
    // Too many different values: counting them on would only cost.
    if (places.size * 4 > drafts.length || typeof value === 'object') continue
    const place = places.get(value) ?? places.size
    if (place === places.size) places.set(value, place)
    counted.push(place)
  }
  if (counted.length < values.length) return { values }
  return places.size === 1 ? { same: values[0] } : { distinct: [...places.keys()], values: counted }
}

/** What a column says of a row. */
type Cells<Draft> = { readonly [Name in Field<Draft>]: (row: number) => Draft[Name] }

type DraftOf<Draft> = (of: Cells<Draft>, row: number, rawBlock: number, rawIndex: number) => PackedDraft<Draft>

/** Both sides of the codec are this file; the mark at the front says that the other side was, too. */
function fromColumns<Draft extends object>(
  table: Table,
  draftOf: DraftOf<Draft>,
  place: { next: number }
): PackedDraft<Draft>[] {
  const cells = Object.fromEntries(
    table.fields.map((field, index) => [field, cellsOf(table.columns[index] ?? {})])
  ) as unknown as Cells<Draft>
  const drafts: PackedDraft<Draft>[] = []
  for (let row = 0; row < table.rows; row++) {
    drafts.push(draftOf(cells, row, Math.floor(place.next / RECORDS_PER_BLOCK), place.next % RECORDS_PER_BLOCK))
    place.next++
  }
  return drafts
}

function cellsOf({ same, distinct, values }: Column): (row: number) => unknown {
  if (values === undefined) return () => same
  if (distinct === undefined) return (row) => values[row]
  return (row) => distinct[Number(values[row])]
}

// Written out, since an object that grows field by field costs ten times as much as one that is made at once.
const activityOf: DraftOf<ActivityDraft> = (of, row, rawBlock, rawIndex) => ({
  ordinal: of.ordinal(row),
  line: of.line(row),
  byteOffset: of.byteOffset(row),
  recordKey: of.recordKey(row),
  atMs: of.atMs(row),
  workload: of.workload(row),
  operation: of.operation(row),
  outcome: of.outcome(row),
  actorKind: of.actorKind(row),
  actor: of.actor(row),
  itemType: of.itemType(row),
  path: of.path(row),
  fileName: of.fileName(row),
  newFileName: of.newFileName(row),
  extension: of.extension(row),
  siteUrl: of.siteUrl(row),
  subject: of.subject(row),
  targets: of.targets(row),
  targetDomains: of.targetDomains(row),
  exposure: of.exposure(row),
  labelChange: of.labelChange(row),
  alertSeverity: of.alertSeverity(row),
  alertState: of.alertState(row),
  topic: of.topic(row),
  label: of.label(row),
  sensitiveTypes: of.sensitiveTypes(row),
  country: of.country(row),
  address: of.address(row),
  device: of.device(row),
  sizeBytes: of.sizeBytes(row),
  itemCount: of.itemCount(row),
  rawBlock,
  rawIndex
})
const hrEventOf: DraftOf<HrEventDraft> = (of, row, rawBlock, rawIndex) => ({
  ordinal: of.ordinal(row),
  line: of.line(row),
  byteOffset: of.byteOffset(row),
  recordKey: of.recordKey(row),
  kind: of.kind(row),
  identity: of.identity(row),
  atMs: of.atMs(row),
  lastDayMs: of.lastDayMs(row),
  oldLevel: of.oldLevel(row),
  newLevel: of.newLevel(row),
  rating: of.rating(row),
  remarks: of.remarks(row),
  profile: of.profile(row),
  rawBlock,
  rawIndex
})
const profileOf: DraftOf<ProfileDraft> = (of, row, rawBlock, rawIndex) => ({
  ordinal: of.ordinal(row),
  line: of.line(row),
  byteOffset: of.byteOffset(row),
  recordKey: of.recordKey(row),
  identity: of.identity(row),
  displayName: of.displayName(row),
  firstName: of.firstName(row),
  lastName: of.lastName(row),
  department: of.department(row),
  title: of.title(row),
  country: of.country(row),
  businessUnit: of.businessUnit(row),
  manager: of.manager(row),
  hiredMs: of.hiredMs(row),
  aliases: of.aliases(row),
  rawBlock,
  rawIndex
})

interface Columns {
  readonly file: number
  readonly activities: Table
  readonly hrEvents: Table
  readonly profiles: Table
  readonly rejected: readonly RejectedRow[]
  readonly ignored: Readonly<Record<string, number>>
  readonly rowsRead: number
  readonly bytesRead: number
  readonly blocks: readonly number[]
  readonly records: number
}

function asColumns(value: unknown): Columns {
  if (typeof value !== 'object' || value === null || !('blocks' in value) || !('activities' in value))
    throw new Error('this is not a batch that this version wrote')
  return value as Columns
}

/**
 * Lists and opens the members of a zip archive. Names that lead outside, members that swell beyond reason and encrypted
 * ones are refused one by one; the others are read.
 */
import { isUtf8 } from 'node:buffer'
import { type Entry, type ZipFile, fromBuffer, open, validateFileName } from 'yauzl'
import { ARCHIVE_ENTRIES, INFLATE_FREE_BYTES, INFLATE_RATIO, MEMBER_BYTES } from '../limits.ts'
import { type ByteStream, inflated } from './inflate.ts'
import type { ByteSource } from './source.ts'
import { isLeftover } from './walk.ts'

export type Member =
  | { readonly kind: 'member'; readonly name: string; readonly sizeBytes: number; readonly open: () => ByteStream }
  | { readonly kind: 'refused'; readonly name: string; readonly sizeBytes: number; readonly reason: string }

export interface Archive {
  readonly members: readonly Member[]
  /** Set when the list of members stops early. */
  readonly damage: string | null
  close(): void
}

const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/** Null when the archive has no readable table of contents: cut, or no archive. */
export async function openArchive(access: NonNullable<ByteSource['access']>): Promise<Archive | null> {
  const zip = await opened(access)
  if (zip === null) return null
  const members: Member[] = []
  const damage = await new Promise<string | null>((resolve) => {
    zip.on('entry', (entry: Entry) => {
      const member = memberOf(zip, entry)
      if (member !== null) members.push(member)
      if (members.length > ARCHIVE_ENTRIES) resolve('The archive holds more members than are read.')
      else zip.readEntry()
    })
    zip.on('end', () => resolve(null))
    zip.on('error', () => resolve('The list of members of the archive is damaged.'))
    zip.readEntry()
  })
  return { members, damage, close: () => zip.close() }
}

function opened(access: NonNullable<ByteSource['access']>): Promise<ZipFile | null> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false }
  return new Promise((resolve) => {
    const done = (error: Error | null, zip?: ZipFile): void => resolve(error === null ? (zip ?? null) : null)
    if ('file' in access) open(access.file, options, done)
    else fromBuffer(access.memory, options, done)
  })
}

function memberOf(zip: ZipFile, entry: Entry): Member | null {
  const name = nameOf(entry)
  const sizeBytes = entry.uncompressedSize
  if (name.endsWith('/') || isLeftover(name)) return null
  const refuse = (reason: string): Member => ({
    kind: 'refused',
    name: name.replace(/[^\P{Cc}]/gu, ''),
    sizeBytes,
    reason
  })
  if (validateFileName(name) !== null || name.includes('\0'))
    return refuse('The name of the member leads outside the archive.')
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return refuse('The member is encrypted; unpack it first.')
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return refuse('The member is packed with a method that Inward does not open; unpack it first.')
  if (
    sizeBytes > MEMBER_BYTES ||
    (sizeBytes > INFLATE_FREE_BYTES && sizeBytes > entry.compressedSize * INFLATE_RATIO)
  ) {
    return refuse('The member would swell far beyond what a log does; it was not unpacked.')
  }
  return { kind: 'member', name, sizeBytes, open: () => openMember(zip, entry) }
}

/** The format has no reliable word on the encoding of names; old Windows tools also write backslashes. */
function nameOf(entry: Entry): string {
  const name: unknown = entry.fileName
  if (!Buffer.isBuffer(name)) return String(name)
  return (isUtf8(name) ? name.toString('utf8') : name.toString('latin1')).replaceAll('\\', '/')
}

function openMember(zip: ZipFile, entry: Entry): ByteStream {
  let damage: string | null = null
  async function* packed(): AsyncGenerator<Buffer> {
    const isPacked = entry.compressionMethod === DEFLATED
    const stream = await new Promise<AsyncIterable<unknown> | null>((resolve) => {
      const done = (error: Error | null, readable?: AsyncIterable<unknown>): void =>
        resolve(error === null ? (readable ?? null) : null)
      // The bytes are inflated here and not by the library, which drops what was good before the damage.
      if (isPacked) zip.openReadStream(entry, { decompress: false, decrypt: null, start: null, end: null }, done)
      else zip.openReadStream(entry, done)
    })
    if (stream === null) {
      damage = 'The member cannot be found in the archive.'
      return
    }
    try {
      for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk
    } catch {
      damage = 'The archive is cut or damaged; what came before it was read.'
    }
  }
  const stream: ByteStream = { chunks: packed(), damage: () => damage }
  return entry.compressionMethod === DEFLATED ? inflated(stream, 'deflate') : stream
}

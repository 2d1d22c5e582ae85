/**
 * Reads a zip archive that lost its end, and with it the list of members: from the front, member after member, as far as
 * it goes. Members must be read in the order in which they come.
 */
import { isUtf8 } from 'node:buffer'
import { validateFileName } from 'yauzl'
import { type ByteStream, CUT_PACKED, SWOLLEN } from './inflate.ts'
import { type Inflater, SLICE_BYTES, openInflater } from './inflater.ts'
import { isLeftover } from './walk.ts'

interface SalvagedMember {
  readonly name: string
  readonly stream: ByteStream
}

const HEADER_BYTES = 30
const FIRST_MEMBER = 0x504b0304
const ENCRYPTED = 1
/** The sizes stand behind the data, not before it. */
const SIZES_FOLLOW = 8
const STORED = 0
const DEFLATED = 8

export async function* salvageMembers(archive: ByteStream): AsyncGenerator<SalvagedMember> {
  const input = openInput(archive)
  for (;;) {
    const header = await input.take(HEADER_BYTES)
    if (header === null || header.readUInt32BE(0) !== FIRST_MEMBER) return
    const flags = header.readUInt16LE(6)
    const method = header.readUInt16LE(8)
    const packedBytes = header.readUInt32LE(18)
    const name = await input.take(header.readUInt16LE(26))
    const extra = await input.take(header.readUInt16LE(28))
    if (name === null || extra === null || (flags & ENCRYPTED) !== 0) return
    const hasSize = (flags & SIZES_FOLLOW) === 0
    if (method !== DEFLATED && !(method === STORED && hasSize)) return
    const body = method === DEFLATED ? inflatedBody(input) : storedBody(input, packedBytes)
    const path = (isUtf8(name) ? name.toString('utf8') : name.toString('latin1')).replaceAll('\\', '/')
    if (!path.endsWith('/') && !isLeftover(path) && validateFileName(path) === null)
      yield { name: path, stream: { chunks: body.chunks(), damage: body.damage } }
    // Whoever took the member may have stopped early; the next one begins behind it.
    while ((await body.next()) !== null);
    body.close()
    if (body.damage() !== null) return
    if (!hasSize) await input.skipDescriptor()
  }
}

interface Input {
  /** Exactly so many bytes; null when the archive ends before. */
  take(length: number): Promise<Buffer | null>
  /** Up to so many bytes; null at the end. */
  some(most: number): Promise<Buffer | null>
  giveBack(bytes: Buffer): void
  skipDescriptor(): Promise<void>
}

function openInput(archive: ByteStream): Input {
  const chunks = archive.chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  async function fill(length: number): Promise<void> {
    while (held.length < length) {
      const next = await chunks.next()
      if (next.done === true) return
      held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    }
  }
  const input: Input = {
    async take(length) {
      await fill(length)
      if (held.length < length) return null
      const taken = held.subarray(0, length)
      held = held.subarray(length)
      return taken
    },
    async some(most) {
      await fill(1)
      if (held.length === 0) return null
      const taken = held.subarray(0, most)
      held = held.subarray(taken.length)
      return taken
    },
    giveBack(bytes) {
      held = held.length === 0 ? bytes : Buffer.concat([bytes, held])
    },
    async skipDescriptor() {
      // Its mark is optional, and its sizes are four or eight bytes long: the next member tells where it ends.
      await fill(28)
      for (const length of [16, 12, 24, 20]) {
        if (held.length >= length + 2 && held.readUInt16BE(length) === 0x504b) {
          held = held.subarray(length)
          return
        }
      }
    }
  }
  return input
}

interface Body {
  next(): Promise<Buffer | null>
  chunks(): AsyncGenerator<Buffer>
  readonly damage: () => string | null
  close(): void
}

function storedBody(input: Input, packedBytes: number): Body {
  let left = packedBytes
  let damage: string | null = null
  const next = async (): Promise<Buffer | null> => {
    if (left === 0 || damage !== null) return null
    const bytes = await input.some(Math.min(left, SLICE_BYTES))
    if (bytes === null) damage = CUT_PACKED
    else left -= bytes.length
    return bytes
  }
  return { next, chunks: () => pulled(next), damage: () => damage, close: () => undefined }
}

function inflatedBody(input: Input): Body {
  const inflater: Inflater = openInflater('deflate')
  let damage: string | null = null
  const waiting: Buffer[] = []
  let isOver = false
  const next = async (): Promise<Buffer | null> => {
    for (;;) {
      const ready = waiting.shift()
      if (ready !== undefined) return ready
      if (isOver) return null
      const before = inflater.consumed()
      const slice = await input.some(SLICE_BYTES)
      waiting.push(...(slice === null ? await inflater.finish() : await inflater.push(slice)))
      const state = inflater.state()
      if (slice !== null && state === 'ended') input.giveBack(slice.subarray(inflater.consumed() - before))
      if (slice === null || state !== 'open') isOver = true
      if (state === 'damaged' || (slice === null && state !== 'ended')) damage = CUT_PACKED
      else if (state === 'swollen') damage = SWOLLEN
    }
  }
  return { next, chunks: () => pulled(next), damage: () => damage, close: () => inflater.close() }
}

async function* pulled(next: () => Promise<Buffer | null>): AsyncGenerator<Buffer> {
  for (let chunk = await next(); chunk !== null; chunk = await next()) yield chunk
}

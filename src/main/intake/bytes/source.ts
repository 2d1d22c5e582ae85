/** A file, or a member of an archive, as bytes that can be opened once more. Errors of reading are told, not thrown. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { CHUNK_BYTES } from '../limits.ts'
import type { ByteStream } from './inflate.ts'

export interface ByteSource {
  /** As shown: path on disk, then the way inside archives. */
  readonly path: string
  readonly sizeBytes: number
  readonly open: () => ByteStream
  /** Path on disk, or the bytes themselves, for readers that need random access. */
  readonly access: { readonly file: string } | { readonly memory: Buffer } | null
}

export function fileSource(path: string, sizeBytes: number): ByteSource {
  return { path, sizeBytes, access: { file: path }, open: () => readFile(path) }
}

export function memorySource(path: string, memory: Buffer): ByteSource {
  return {
    path,
    sizeBytes: memory.length,
    access: { memory },
    open: () => ({ chunks: slices(memory), damage: () => null })
  }
}

interface HashedStream extends ByteStream {
  readonly bytesRead: () => number
  /** Lower-case hex of everything read so far; ask once, at the end. */
  readonly sha256: () => string
}

export function hashed(stream: ByteStream): HashedStream {
  const hash = createHash('sha256')
  let bytesRead = 0
  async function* through(): AsyncGenerator<Buffer> {
    for await (const chunk of stream.chunks) {
      hash.update(chunk)
      bytesRead += chunk.length
      yield chunk
    }
  }
  return { chunks: through(), damage: stream.damage, bytesRead: () => bytesRead, sha256: () => hash.digest('hex') }
}

/** Reads up to `limit` bytes; null when the stream holds more, so that a large nested archive is refused, not held. */
export async function readWhole(stream: ByteStream, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of stream.chunks) {
    length += chunk.length
    if (length > limit) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function readFile(path: string): ByteStream {
  let damage: string | null = null
  async function* chunks(): AsyncGenerator<Buffer> {
    const handle = await open(path, 'r').catch(() => null)
    if (handle === null) {
      damage = 'The file could not be opened.'
      return
    }
    try {
      for (;;) {
        const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
        const result = await handle.read(buffer, 0, CHUNK_BYTES, null).catch(() => null)
        if (result === null) {
          damage = 'The file could not be read to its end.'
          return
        }
        if (result.bytesRead === 0) return
        yield buffer.subarray(0, result.bytesRead)
      }
    } finally {
      await handle.close()
    }
  }
  return { chunks: chunks(), damage: () => damage }
}

async function* slices(memory: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < memory.length; at += CHUNK_BYTES)
    yield await Promise.resolve(memory.subarray(at, at + CHUNK_BYTES))
}

/** SHA-256 as lower-case hex, of bytes in memory and of files of any size. Other digests are refused: one is enough. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Several parts are hashed one after the other, without joining them first. Text is taken as UTF-8. */
export function sha256Hex(...parts: readonly (Uint8Array | string)[]): string {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest('hex')
}

export interface FileHash {
  readonly sha256: string
  readonly sizeBytes: number
}

/** Reads the file once, front to back; rejects with the system's error when it cannot be read to its end. */
export async function hashFile(file: string): Promise<FileHash> {
  const digest = createHash('sha256')
  let sizeBytes = 0
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      digest.update(chunk)
      sizeBytes += chunk.length
    }
  })
  return { sha256: digest.digest('hex'), sizeBytes }
}

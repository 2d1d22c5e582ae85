/**
 * Streams of bytes, and how a packed one becomes an unpacked one. What was read before damage is handed on; a stream that
 * ends early or swells past the allowed ratio is told by `damage`, never thrown.
 */
import { SLICE_BYTES, openInflater } from './inflater.ts'

export interface ByteStream {
  readonly chunks: AsyncIterable<Buffer>
  /** Why the bytes are not all there; null when they are. Known after the last chunk. */
  readonly damage: () => string | null
}

export const CUT_PACKED = 'The packed data is cut or damaged; what came before the damage was read.'
export const SWOLLEN = 'The packed data swells far beyond what a log does; reading stopped there.'

export function inflated(packed: ByteStream, kind: 'gzip' | 'deflate'): ByteStream {
  let damage: string | null = null
  return {
    chunks: inflateChunks(packed.chunks, kind, (reason) => (damage = reason)),
    damage: () => damage ?? packed.damage()
  }
}

async function* inflateChunks(
  packed: AsyncIterable<Buffer>,
  kind: 'gzip' | 'deflate',
  tell: (reason: string) => void
): AsyncGenerator<Buffer> {
  const inflater = openInflater(kind)
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length && inflater.state() === 'open'; at += SLICE_BYTES)
        yield* await inflater.push(chunk.subarray(at, at + SLICE_BYTES))
      if (inflater.state() !== 'open') break
    }
    if (inflater.state() === 'open') yield* await inflater.finish()
    const state = inflater.state()
    if (state === 'damaged') tell(CUT_PACKED)
    else if (state === 'swollen') tell(SWOLLEN)
  } finally {
    inflater.close()
  }
}

/** Inflates slice by slice and hands out what each slice gave, so that damage further on never takes back what was good. */
import { createGunzip, createInflateRaw } from 'node:zlib'
import { INFLATE_FREE_BYTES, INFLATE_RATIO, MEMBER_BYTES } from '../limits.ts'

export interface Inflater {
  push(slice: Buffer): Promise<readonly Buffer[]>
  /** Says that no more comes; what is still inside comes out, or the state becomes `damaged`. */
  finish(): Promise<readonly Buffer[]>
  state(): 'open' | 'ended' | 'damaged' | 'swollen'
  /** Packed bytes used; what was pushed beyond them belongs to whatever follows. */
  consumed(): number
  close(): void
}

/** Slices stay small: each can swell a thousandfold, and its output waits in memory. */
export const SLICE_BYTES = 16 * 1024

export function openInflater(kind: 'gzip' | 'deflate'): Inflater {
  const engine = kind === 'gzip' ? createGunzip({ chunkSize: 65_536 }) : createInflateRaw({ chunkSize: 65_536 })
  let ready: Buffer[] = []
  let isDamaged = false
  let isEnded = false
  let bytesOut = 0
  engine.on('data', (chunk: Buffer) => {
    ready.push(chunk)
    bytesOut += chunk.length
  })
  engine.on('error', () => (isDamaged = true))
  engine.on('end', () => (isEnded = true))

  const settled = (start: (done: () => void) => void): Promise<readonly Buffer[]> =>
    new Promise((resolve) => {
      const done = (): void => {
        engine.off('error', done)
        engine.off('end', done)
        const given = ready
        ready = []
        resolve(given)
      }
      engine.once('error', done)
      engine.once('end', done)
      start(done)
    })

  return {
    push: (slice) => settled((done) => engine.write(slice, done)),
    finish: () => settled(() => engine.end()),
    state() {
      if (isDamaged) return 'damaged'
      if (isEnded) return 'ended'
      const isSwollen =
        bytesOut > MEMBER_BYTES || (bytesOut > INFLATE_FREE_BYTES && bytesOut > engine.bytesWritten * INFLATE_RATIO)
      return isSwollen ? 'swollen' : 'open'
    },
    consumed: () => engine.bytesWritten,
    close: () => engine.destroy()
  }
}

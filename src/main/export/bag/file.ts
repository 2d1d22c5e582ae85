/** A payload file that is hashed while it is written, once through for both digests, and on the disk when closed. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

export interface FileDigest {
  /** Relative to the bag, with slashes. */
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly sha512: string
}

/** Opens a new file; throws when one is there already. */
export async function openHashedFile(absolutePath: string, path: string): Promise<HashedFile> {
  return new HashedFile(await open(absolutePath, 'wx'), path)
}

export class HashedFile {
  readonly #handle: FileHandle
  readonly #path: string
  readonly #sha256 = createHash('sha256')
  readonly #sha512 = createHash('sha512')
  #waiting: string[] = []
  #waitingLength = 0
  #sizeBytes = 0

  constructor(handle: FileHandle, path: string) {
    this.#handle = handle
    this.#path = path
  }

  /** Keeps the text until a block is full; true when it is time to `flush`. */
  add(text: string): boolean {
    this.#waiting.push(text)
    this.#waitingLength += text.length
    return this.#waitingLength >= BLOCK_LENGTH
  }

  async flush(): Promise<void> {
    if (this.#waitingLength === 0) return
    const block = Buffer.from(this.#waiting.join(''), 'utf8')
    this.#waiting = []
    this.#waitingLength = 0
    this.#sha256.update(block)
    this.#sha512.update(block)
    this.#sizeBytes += block.length
    await this.#handle.writeFile(block)
  }

  async close(): Promise<FileDigest> {
    await this.flush()
    await this.#handle.sync()
    await this.#handle.close()
    return {
      path: this.#path,
      sizeBytes: this.#sizeBytes,
      sha256: this.#sha256.digest('hex'),
      sha512: this.#sha512.digest('hex')
    }
  }

  /** Closes without finishing; the file is worth nothing afterwards. */
  async abandon(): Promise<void> {
    await this.#handle.close()
  }
}

/** Large enough that system calls do not count, small enough that memory does not. */
const BLOCK_LENGTH = 1 << 18

/**
 * A BagIt 1.0 bag being written (RFC 8493). It grows in `<folder>.partial` and takes its name only when every byte is on
 * the disk; refuses names that some file system or `sha256sum -c` could not read, and names that differ in case only.
 */
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openHashedFile } from './file.ts'
import type { FileDigest, HashedFile } from './file.ts'
import { collisionKey, whyNotWritable } from './name.ts'
import { isSystemError } from '../system-error.ts'

export interface WrittenBag {
  readonly folder: string
  /** Payload and tag files together. */
  readonly files: number
  readonly bytes: number
  /** Digest of `tagmanifest-sha256.txt`: stands for the whole bag. */
  readonly sha256: string
}

/** Label and value, in the order in which they are to be read. Payload-Oxum is added by the bag itself. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

/** Null when the folder, or its partial one, is there already. Throws what the file system throws. */
export async function startBag(folder: string): Promise<BagWriter | null> {
  if (await exists(folder)) return null
  await mkdir(dirname(folder), { recursive: true })
  try {
    await mkdir(`${folder}.partial`)
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return null
    throw error
  }
  return new BagWriter(folder)
}

export class BagWriter {
  readonly #folder: string
  readonly #partial: string
  readonly #folders = new Set<string>()
  readonly #names = new Set<string>()
  readonly #payload: FileDigest[] = []
  readonly #opened = new Set<HashedFile>()

  constructor(folder: string) {
    this.#folder = folder
    this.#partial = `${folder}.partial`
  }

  /** A new payload file, `name` relative to the payload; hand it to `keep` when it is written. */
  async open(name: string): Promise<HashedFile> {
    return await this.#create(`data/${name}`)
  }

  async keep(file: HashedFile): Promise<FileDigest> {
    const digest = await this.#close(file)
    this.#payload.push(digest)
    return digest
  }

  async addText(name: string, text: string): Promise<FileDigest> {
    const file = await this.open(name)
    file.add(text)
    return await this.keep(file)
  }

  /** Writes the tag files, brings everything to the disk and gives the folder its name. */
  async finish(info: BagInfo): Promise<WrittenBag | null> {
    const payload = this.#payload.toSorted(byPath)
    const octets = payload.reduce((sum, file) => sum + file.sizeBytes, 0)
    const oxum = ['Payload-Oxum', `${String(octets)}.${String(payload.length)}`] as const
    const tags = [
      await this.#tag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      await this.#tag('bag-info.txt', bagInfoText([...info, oxum])),
      await this.#tag('manifest-sha256.txt', payload.map((file) => `${file.sha256}  ${file.path}\n`).join('')),
      await this.#tag('manifest-sha512.txt', payload.map((file) => `${file.sha512}  ${file.path}\n`).join(''))
    ].toSorted(byPath)
    const seal = await this.#tag('tagmanifest-sha256.txt', tags.map((tag) => `${tag.sha256}  ${tag.path}\n`).join(''))
    const seal512 = await this.#tag(
      'tagmanifest-sha512.txt',
      tags.map((tag) => `${tag.sha512}  ${tag.path}\n`).join('')
    )
    for (const folder of [...this.#folders, this.#partial]) await syncFolder(folder)
    if (await exists(this.#folder)) return null
    await rename(this.#partial, this.#folder)
    await syncFolder(dirname(this.#folder))
    const all = [...payload, ...tags, seal, seal512]
    const bytes = all.reduce((sum, file) => sum + file.sizeBytes, 0)
    return { folder: this.#folder, files: all.length, bytes, sha256: seal.sha256 }
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    for (const file of this.#opened) await file.abandon()
    await rm(this.#partial, { recursive: true, force: true })
  }

  async #tag(name: string, text: string): Promise<FileDigest> {
    const file = await this.#create(name)
    file.add(text)
    return await this.#close(file)
  }

  async #create(path: string): Promise<HashedFile> {
    const refusal = whyNotWritable(path)
    if (refusal !== null) throw new Error(`a bag's file ${JSON.stringify(path)} ${refusal}`)
    if (this.#names.has(collisionKey(path))) throw new Error(`a bag's file ${JSON.stringify(path)} is there twice`)
    this.#names.add(collisionKey(path))
    const absolute = join(this.#partial, path)
    await mkdir(dirname(absolute), { recursive: true })
    for (let at = dirname(absolute); at.length > this.#partial.length; at = dirname(at)) this.#folders.add(at)
    const file = await openHashedFile(absolute, path)
    this.#opened.add(file)
    return file
  }

  async #close(file: HashedFile): Promise<FileDigest> {
    const digest = await file.close()
    this.#opened.delete(file)
    return digest
  }
}

/** `Label: value` lines; line ends inside a value become spaces, long values are folded (section 2.2.2). */
function bagInfoText(info: BagInfo): string {
  return info.map(([label, value]) => `${fold(`${label}: ${value.replaceAll(/\s+/g, ' ').trim()}`)}\n`).join('')
}

function fold(line: string): string {
  const folded: string[] = []
  let row = ''
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + word.length >= 79 && !row.endsWith(':')) {
      folded.push(row)
      row = ` ${word}`
    } else row = row === '' ? word : `${row} ${word}`
  }
  return [...folded, row].join('\n')
}

function byPath(left: FileDigest, right: FileDigest): number {
  return left.path < right.path ? -1 : 1
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false
    throw error
  }
}

/** Folders cannot be synchronised on Windows; the rename is atomic there too. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

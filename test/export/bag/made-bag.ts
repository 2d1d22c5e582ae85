/** Writes small bags by hand, right ones and wrong ones, after the cases of the BagIt conformance suite. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newFolder } from '../folder.ts'

export interface MadeBag {
  /** Payload by path inside `data/`. */
  readonly payload?: Readonly<Record<string, string>>
  /** Further or other files; null leaves one out that would be there. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>
}

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** A valid bag with sha512 manifests, but for what `files` changes before its tag manifest is written. */
export async function makeBag({ payload = { 'hello.txt': 'hello\n' }, files = {} }: MadeBag = {}): Promise<string> {
  const folder = await newFolder()
  const manifest = Object.entries(payload)
    .map(([path, text]) => `${hash('sha512', text)}  data/${path}\n`)
    .join('')
  const tags: Record<string, string | Buffer | null> = { 'bagit.txt': DECLARATION, 'manifest-sha512.txt': manifest }
  for (const [path, content] of Object.entries(files)) tags[path] = content
  if (tags['tagmanifest-sha512.txt'] === undefined) {
    const listed = Object.entries(tags).filter(
      ([path, content]) => content !== null && !path.startsWith('data/') && !path.startsWith('tagmanifest-')
    )
    tags['tagmanifest-sha512.txt'] = listed
      .map(([path, content]) => `${hash('sha512', content ?? '')}  ${path}\n`)
      .join('')
  }
  const all = { ...Object.fromEntries(Object.entries(payload).map(([path, text]) => [`data/${path}`, text])), ...tags }
  for (const [path, content] of Object.entries(all)) {
    if (content === null) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

export function hash(algorithm: string, content: string | Buffer): string {
  return createHash(algorithm).update(content).digest('hex')
}

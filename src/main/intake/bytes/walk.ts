/** Lists the files behind the paths that an operator chose: folders in depth, sorted by name, so that a second run sees the same order. */
import { lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** A file on disk, or what stands in its place and cannot be read. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly sizeBytes: number }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string }

/** What operating systems leave in folders; nobody exported these. */
const LEFTOVERS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

export async function* walk(chosen: string): AsyncGenerator<Found> {
  // A link that the operator names is meant; links inside a folder may lead anywhere, in circles too.
  const state = await stat(chosen).catch(() => null)
  if (state === null) yield { kind: 'refused', path: chosen, reason: 'The file does not exist or may not be read.' }
  else if (state.isDirectory()) yield* walkFolder(chosen)
  else if (state.isFile()) yield { kind: 'file', path: chosen, sizeBytes: state.size }
  else yield { kind: 'refused', path: chosen, reason: 'This is neither a file nor a folder.' }
}

async function* walkFolder(folder: string): AsyncGenerator<Found> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) {
    yield { kind: 'refused', path: folder, reason: 'The folder may not be read.' }
    return
  }
  for (const name of names.sort()) {
    const inside = path.join(folder, name)
    const state = await lstat(inside).catch(() => null)
    if (state === null) yield { kind: 'refused', path: inside, reason: 'The file does not exist or may not be read.' }
    else if (state.isDirectory()) yield* walkFolder(inside)
    else if (state.isSymbolicLink())
      yield { kind: 'refused', path: inside, reason: 'Links inside a folder are not followed.' }
    else if (!state.isFile()) yield { kind: 'refused', path: inside, reason: 'This is neither a file nor a folder.' }
    else if (!LEFTOVERS.has(name)) yield { kind: 'file', path: inside, sizeBytes: state.size }
  }
}

export function isLeftover(name: string): boolean {
  return LEFTOVERS.has(name.slice(name.lastIndexOf('/') + 1)) || name.startsWith('__MACOSX/')
}

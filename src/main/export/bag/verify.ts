/**
 * Checks a folder as a BagIt 1.0 bag (RFC 8493 section 3: complete and valid). Opens only files that it found by walking
 * the folder, never a path from a manifest; follows no link, fetches nothing, changes nothing.
 */
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError, PLACE_ERRORS } from '../system-error.ts'
import { collisionKey, quoted } from './name.ts'
import { checkDeclaration, readBagInfo, readManifest } from './tag-file.ts'
import type { Manifest } from './tag-file.ts'

export interface BagCheck {
  /** Null where the folder is no bag at all; then `problems` says so in one sentence. */
  readonly bag: BagContents | null
  readonly problems: readonly string[]
  /** Files whose checksums were compared. */
  readonly checked: number
}

export interface BagContents {
  readonly files: number
  readonly bytes: number
  readonly payloadFiles: number
  readonly payloadBytes: number
  /** Paths of payload files whose checksums agree with every manifest. */
  readonly intact: ReadonlySet<string>
  readonly info: readonly (readonly [label: string, value: string])[]
  /** Digest of `tagmanifest-sha256.txt`; null without that file. */
  readonly sha256: string | null
  /** Tag files that no tag manifest lists: allowed, but nothing protects them. */
  readonly unlistedTagFiles: readonly string[]
}

/** Throws `AbortError` on the signal. */
export async function verifyBag(folder: string, signal?: AbortSignal): Promise<BagCheck> {
  const absence = await whyNoBag(folder)
  if (absence !== null) return { bag: null, problems: [absence], checked: 0 }
  const problems: string[] = []
  const sizes = await walk(folder, problems)
  const payload = [...sizes.keys()].filter((path) => path.startsWith('data/'))
  const tags = [...sizes.keys()].filter((path) => !path.startsWith('data/'))
  for (const path of tags.filter((tag) => (sizes.get(tag) ?? 0) > MAXIMUM_TAG_BYTES)) {
    problems.push(`${quoted(path)} is too large for a tag file; it was not read.`)
  }
  problems.push(...checkDeclaration(await readTag(folder, sizes, 'bagit.txt')))
  if (sizes.has('fetch.txt'))
    problems.push('fetch.txt asks for files from elsewhere; Inward fetches nothing and refuses such a bag.')
  const info = sizes.has('bag-info.txt')
    ? readBagInfo(await readTag(folder, sizes, 'bag-info.txt'))
    : { fields: [], problems: [] }
  problems.push(...info.problems)

  const manifests = await readManifests(folder, sizes, tags, 'manifest-', problems)
  const tagManifests = await readManifests(folder, sizes, tags, 'tagmanifest-', problems)
  if (manifests.length === 0) problems.push('There is no payload manifest (manifest-sha512.txt or another).')
  problems.push(...checkCompleteness(manifests, tagManifests, sizes, payload))

  const digests = new Map<string, ReadonlyMap<string, string>>()
  const intact = new Set<string>()
  for (const path of sizes.keys()) {
    const over = (path.startsWith('data/') ? manifests : tagManifests).filter(
      (manifest) => findEntry(manifest, path) !== undefined
    )
    const extra = path === 'tagmanifest-sha256.txt' ? ['sha256'] : []
    const algorithms = [...new Set([...over.map((manifest) => manifest.algorithm), ...extra])]
    if (algorithms.length === 0) continue
    const found = await digest(join(folder, path), algorithms, signal)
    digests.set(path, found)
    const wrong = over.filter((manifest) => findEntry(manifest, path) !== found.get(manifest.algorithm))
    for (const manifest of wrong)
      problems.push(`${quoted(path)} is not what ${manifest.name} says: its checksum differs.`)
    if (wrong.length === 0 && over.length > 0) intact.add(path)
  }
  const payloadBytes = payload.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0)
  problems.push(...checkOxum(info.fields, `${String(payloadBytes)}.${String(payload.length)}`))
  const listed = new Set(tagManifests.flatMap((manifest) => [...manifest.entries.keys()]))
  return {
    bag: {
      files: sizes.size,
      bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
      payloadFiles: payload.length,
      payloadBytes,
      intact,
      info: info.fields,
      sha256: digests.get('tagmanifest-sha256.txt')?.get('sha256') ?? null,
      unlistedTagFiles: tags.filter((path) => !/^tagmanifest-[a-z0-9]+\.txt$/.test(path) && !listed.has(path))
    },
    problems,
    checked: digests.size
  }
}

/** Old bags use the first two (section 2.4). */
const ALGORITHMS: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512'])

/** A tag file of an honest bag is small; a hostile one must not fill the memory. */
const MAXIMUM_TAG_BYTES = 256 << 20

async function whyNoBag(folder: string): Promise<string | null> {
  try {
    if (!(await lstat(folder)).isDirectory()) return 'This is not a folder, so it is not a bag. Nothing was checked.'
    if ((await lstat(join(folder, 'bagit.txt'))).isFile()) return null
  } catch (error) {
    if (!isSystemError(error, ...PLACE_ERRORS)) throw error
    if (error.code !== 'ENOENT') return 'The folder could not be opened. Nothing was checked.'
  }
  return 'This folder holds no bagit.txt, so it is not a bag. Nothing was checked.'
}

/** Regular files with their sizes, in the order of their names. */
async function walk(folder: string, problems: string[], under = ''): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  const entries = await readdir(join(folder, under), { withFileTypes: true })
  for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = `${under}${entry.name}`
    if (entry.isDirectory())
      for (const [inner, size] of await walk(folder, problems, `${path}/`)) sizes.set(inner, size)
    else if (entry.isFile()) sizes.set(path, (await lstat(join(folder, path))).size)
    else problems.push(`${quoted(path)} is a link or a device, not a file; it was not followed.`)
  }
  if (under === '' && !entries.some((entry) => entry.name === 'data' && entry.isDirectory())) {
    problems.push('There is no folder "data".')
  }
  return sizes
}

async function readTag(folder: string, sizes: ReadonlyMap<string, number>, name: string): Promise<Uint8Array> {
  if ((sizes.get(name) ?? 0) > MAXIMUM_TAG_BYTES) return new Uint8Array()
  return await readFile(join(folder, name))
}

async function readManifests(
  folder: string,
  sizes: ReadonlyMap<string, number>,
  tags: readonly string[],
  prefix: string,
  problems: string[]
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = []
  for (const name of tags.filter((tag) => tag.startsWith(prefix) && /^[a-z]+-[a-z0-9]+\.txt$/.test(tag))) {
    const read = readManifest(name, await readTag(folder, sizes, name))
    problems.push(...read.problems)
    if (ALGORITHMS.has(read.manifest.algorithm)) manifests.push(read.manifest)
    else problems.push(`${name} uses a checksum that Inward does not know, so it could not be checked.`)
  }
  return manifests
}

function checkCompleteness(
  manifests: readonly Manifest[],
  tagManifests: readonly Manifest[],
  sizes: ReadonlyMap<string, number>,
  payload: readonly string[]
): readonly string[] {
  const problems: string[] = []
  const present = new Set([...sizes.keys()].map((path) => path.normalize('NFC')))
  for (const manifest of [...manifests, ...tagManifests]) {
    const keys = new Set<string>()
    for (const path of manifest.entries.keys()) {
      if (!present.has(path.normalize('NFC')))
        problems.push(`${quoted(path)} is listed in ${manifest.name}, but it is not there.`)
      if (keys.has(collisionKey(path)))
        problems.push(`${manifest.name} lists two files that differ from ${quoted(path)} in case or accents only.`)
      keys.add(collisionKey(path))
    }
  }
  for (const manifest of manifests) {
    for (const path of payload) {
      if (findEntry(manifest, path) === undefined) problems.push(`${quoted(path)} is not listed in ${manifest.name}.`)
    }
  }
  for (const tagManifest of tagManifests) {
    for (const manifest of manifests) {
      if (!tagManifest.entries.has(manifest.name))
        problems.push(`${manifest.name} is not listed in ${tagManifest.name}.`)
    }
  }
  return problems
}

/** File systems change the Unicode form of names on their own (section 6.1.1), so both forms count as the same. */
function findEntry(manifest: Manifest, path: string): string | undefined {
  return (
    manifest.entries.get(path) ??
    manifest.entries.get(path.normalize('NFC')) ??
    manifest.entries.get(path.normalize('NFD'))
  )
}

function checkOxum(fields: BagContents['info'], counted: string): readonly string[] {
  const stated = fields.filter(([label]) => label.toLowerCase() === 'payload-oxum').map(([, value]) => value)
  if (stated.length > 1) return ['bag-info.txt states Payload-Oxum more than once.']
  if (stated[0] === undefined || stated[0] === counted) return []
  return [`bag-info.txt states the Payload-Oxum ${quoted(stated[0])}, but the payload is ${counted}.`]
}

async function digest(
  path: string,
  algorithms: readonly string[],
  signal: AbortSignal | undefined
): Promise<ReadonlyMap<string, string>> {
  const hashes: readonly (readonly [string, Hash])[] = algorithms.map((name) => [name, createHash(name)])
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
    for (const [, hash] of hashes) hash.update(piece as Buffer)
  }
  return new Map(hashes.map(([name, hash]) => [name, hash.digest('hex')]))
}

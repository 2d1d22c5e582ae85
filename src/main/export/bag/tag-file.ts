/**
 * Reads the tag files of a bag as strictly as BagIt 1.0 asks (RFC 8493 section 2). Every deviation is a sentence; nothing
 * is repaired and no path is followed here.
 */
import { quoted, whyOutside } from './name.ts'

export interface Manifest {
  readonly name: string
  readonly algorithm: string
  /** Path to checksum in lower-case hex. */
  readonly entries: ReadonlyMap<string, string>
}

/** `bagit.txt`: exactly two lines, one space after each colon, no byte-order mark (section 2.1.1). */
export function checkDeclaration(bytes: Uint8Array): readonly string[] {
  const text = decodeTag('bagit.txt', bytes)
  if (!text.ok) return [text.says]
  const [version, encoding, ...more] = lines(text.value)
  const problems: string[] = []
  if (version !== 'BagIt-Version: 1.0') {
    problems.push(`bagit.txt must start with the line "BagIt-Version: 1.0"; it says ${quoted(version ?? '')}.`)
  }
  if (encoding !== 'Tag-File-Character-Encoding: UTF-8') {
    problems.push(
      `The second line of bagit.txt must be "Tag-File-Character-Encoding: UTF-8"; it says ${quoted(encoding ?? '')}.`
    )
  }
  if (more.length > 0) problems.push('bagit.txt holds more than two lines.')
  return problems
}

/** A payload manifest lists `data/…` only, a tag manifest everything but payload and tag manifests (2.1.3, 2.2.1). */
export function readManifest(
  name: string,
  bytes: Uint8Array
): { readonly manifest: Manifest; readonly problems: readonly string[] } {
  const entries = new Map<string, string>()
  const algorithm = /^(?:tag)?manifest-([a-z0-9]+)\.txt$/.exec(name)?.[1] ?? ''
  const manifest = { name, algorithm, entries }
  const text = decodeTag(name, bytes)
  if (!text.ok) return { manifest, problems: [text.says] }
  const problems: string[] = []
  for (const [index, line] of lines(text.value).entries()) {
    const where = `${name}, line ${String(index + 1)}`
    const [, checksum, written] = /^([0-9A-Fa-f]+)[ \t]+(.+)$/s.exec(line) ?? []
    if (checksum === undefined || written === undefined) {
      problems.push(`${where} is not a checksum followed by a file name.`)
      continue
    }
    const path = written.replaceAll(/%(0D|0A|25)/gi, (code) => decodeURIComponent(code))
    const refusal = whyOutside(path) ?? whyMisplaced(name.startsWith('tag'), path)
    if (refusal !== null) problems.push(`${where}: the path ${quoted(path)} ${refusal}; it was not followed.`)
    else if (entries.has(path)) problems.push(`${where}: ${quoted(path)} is listed twice.`)
    else entries.set(path, checksum.toLowerCase())
  }
  return { manifest, problems }
}

/** `bag-info.txt`: label, colon, one white space, value; indented lines continue a value (section 2.2.2). */
export function readBagInfo(bytes: Uint8Array): {
  readonly fields: readonly (readonly [string, string])[]
  readonly problems: readonly string[]
} {
  const text = decodeTag('bag-info.txt', bytes)
  if (!text.ok) return { fields: [], problems: [text.says] }
  const fields: [string, string][] = []
  const problems: string[] = []
  for (const [index, line] of lines(text.value).entries()) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] = `${last[1]} ${line.trim()}`
      continue
    }
    const [, label, value] = /^([^\s:](?:[^:]*[^\s:])?):[ \t](|\S.*)$/.exec(line) ?? []
    if (label === undefined || value === undefined) {
      problems.push(`bag-info.txt, line ${String(index + 1)} is not "label: value" with one space after the colon.`)
    } else fields.push([label, value])
  }
  return { fields, problems }
}

type Decoded = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly says: string }

function decodeTag(name: string, bytes: Uint8Array): Decoded {
  try {
    const value = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (value.startsWith('\uFEFF'))
      return { ok: false, says: `${name} begins with a byte-order mark, which BagIt forbids.` }
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ok: false, says: `${name} is not UTF-8.` }
  }
}

/** A last line without its line end is read like any other. */
function lines(text: string): readonly string[] {
  const all = text.split(/\r\n|\n|\r/)
  return all.at(-1) === '' ? all.slice(0, -1) : all
}

function whyMisplaced(isTagManifest: boolean, path: string): string | null {
  if (!isTagManifest) return path.startsWith('data/') ? null : 'is outside the payload'
  if (path.startsWith('data/')) return 'is payload, which a tag manifest must not list'
  return /^tagmanifest-[^/]*\.txt$/.test(path) ? 'is a tag manifest, which no tag manifest lists' : null
}

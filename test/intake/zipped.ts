/** Archives for the tests, made in memory. */
import { ZipFile } from 'yazl'

export interface Packed {
  readonly name: string
  readonly bytes: Buffer
}

export async function zipped(members: readonly Packed[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, bytes } of members) zip.addBuffer(bytes, name, { mtime: new Date(Date.UTC(2026, 0, 1)) })
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.isBuffer(part) ? part : Buffer.from(part))
  return Buffer.concat(parts)
}

/** Replaces a name by one of equal length wherever it stands: what a careful zip writer would refuse to write. */
export function renamed(archive: Buffer, name: string, evil: string): Buffer {
  if (name.length !== evil.length) throw new Error('names must have the same length')
  return Buffer.from(archive.toString('latin1').replaceAll(name, evil), 'latin1')
}

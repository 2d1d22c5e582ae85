/** Packed files without a clock in them: the same content gives the same gzip or zip, in every time zone. */
import { gzipSync } from 'node:zlib'
import yazl from 'yazl'

/** @param {Buffer} content */
export function gzipped(content) {
  const packed = gzipSync(content, { level: 9 })
  packed.writeUInt32LE(0, 4)
  packed[9] = 255 // "unknown operating system" (RFC 1952, section 2.3.1), or the file would differ between systems
  return packed
}

/** Read by yazl in local time, so it is made of local parts; noon exists in every zone. */
const packedAt = new Date(2026, 3, 27, 12, 0, 0)

/** @param {readonly {name: string, content: Buffer}[]} entries @returns {Promise<Buffer>} */
export async function zipped(entries) {
  const zip = new yazl.ZipFile()
  const options = { mtime: packedAt, forceDosTimestamp: true, mode: 0o100644, compress: true, compressionLevel: 9 }
  for (const { name, content } of entries) zip.addBuffer(content, name, options)
  zip.end()
  /** @type {Buffer[]} */
  const parts = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

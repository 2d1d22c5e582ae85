// @ts-check
// Writes a small asar archive: a pickled JSON header (name → size and offset), then the files one after the other.
// It is for a handful of text files at the top level; packages are made by electron-builder.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {string} file
 * @param {Readonly<Record<string, string>>} contents
 */
export function writeAsar(file, contents) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {}
  let offsetBytes = 0
  for (const [name, text] of Object.entries(contents)) {
    const sizeBytes = Buffer.byteLength(text)
    files[name] = { size: sizeBytes, offset: String(offsetBytes) }
    offsetBytes += sizeBytes
  }
  mkdirSync(path.dirname(file), { recursive: true })
  const bodies = Object.values(contents).map((text) => Buffer.from(text))
  writeFileSync(file, Buffer.concat([header(JSON.stringify({ files })), ...bodies]))
}

// Two nested pickles: [4][size of the second], then [its payload size][length of the JSON][JSON, padded to four bytes].
/** @param {string} json */
function header(json) {
  const text = Buffer.from(json)
  const paddedBytes = Math.ceil(text.length / 4) * 4
  const head = Buffer.alloc(16 + paddedBytes)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + paddedBytes, 4)
  head.writeUInt32LE(4 + paddedBytes, 8)
  head.writeUInt32LE(text.length, 12)
  text.copy(head, 16)
  return head
}

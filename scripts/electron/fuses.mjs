// @ts-check
// Electron's fuses: switches in the program file itself, between a fixed mark and the end of the "wire".
// Layout (Electron's fuses documentation): 32 bytes of mark, one byte of version, one of length, then '0', '1' or 'r' each.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const on = 0x31
const off = 0x30
const removed = 0x72

const order = /** @type {const} */ ([
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges'
])

/** @typedef {typeof order[number]} Fuse */

/**
 * Sets the named fuses and leaves the others; refuses a program without a wire, or a fuse that it does not have.
 * @param {string} programFile
 * @param {Partial<Record<Fuse, boolean>>} wanted
 */
export function setFuses(programFile, wanted) {
  const bytes = readFileSync(programFile)
  const start = bytes.indexOf(mark)
  if (start < 0 || bytes[start + 32] !== 1) throw new Error('this program has no fuse wire of version 1')
  const length = bytes.readUInt8(start + 33)
  const wire = bytes.subarray(start + 34, start + 34 + length)
  for (const [index, fuse] of order.entries()) {
    const state = wanted[fuse]
    if (state === undefined) continue
    if (index >= length || wire[index] === removed) throw new Error(`this program has no fuse ${fuse}`)
    wire[index] = state ? on : off
  }
  const handle = openSync(programFile, 'r+')
  try {
    writeSync(handle, wire, 0, length, start + 34)
  } finally {
    closeSync(handle)
  }
}

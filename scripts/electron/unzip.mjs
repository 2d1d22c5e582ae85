// @ts-check
// Unpacks chosen entries of a zip archive. It refuses an entry that would land outside of the target folder.
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

/**
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} rename the path inside `folder` for an entry, or nothing to leave it out
 * @returns {Promise<void>}
 */
export function unzip(archive, folder, rename) {
  return new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true }, (openError, zip) => {
      if (openError) return reject(openError)
      zip.on('error', reject)
      zip.on('end', resolve)
      zip.on('entry', (/** @type {yauzl.Entry} */ entry) => {
        const name = entry.fileName.endsWith('/') ? undefined : rename(entry.fileName)
        if (name === undefined) return zip.readEntry()
        unpackEntry(zip, entry, folder, name).then(() => zip.readEntry(), reject)
      })
      zip.readEntry()
    })
  })
}

/**
 * @param {yauzl.ZipFile} zip
 * @param {yauzl.Entry} entry
 * @param {string} folder
 * @param {string} name
 */
async function unpackEntry(zip, entry, folder, name) {
  const target = path.resolve(folder, name)
  if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(`the archive has a bad entry: ${name}`)
  mkdirSync(path.dirname(target), { recursive: true })
  // The upper half of the external attributes is the Unix mode; archives made elsewhere leave it empty.
  const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644
  await pipeline(await openEntry(zip, entry), createWriteStream(target, { mode }))
}

/**
 * @param {yauzl.ZipFile} zip
 * @param {yauzl.Entry} entry
 * @returns {Promise<import('node:stream').Readable>}
 */
function openEntry(zip, entry) {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

// @ts-check
// Says which files are not as prettier would write them, and how many it read: node scripts/check/format.mjs.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import prettier from 'prettier'
import { checkout } from '../electron/places.mjs'

const ignorePath = path.join(checkout, '.prettierignore')
// Prettier leaves these two out by itself when it walks; here the walk is ours.
const never = new Set(['node_modules', '.git'])

let read = 0
/** @type {string[]} */
const unformatted = []
for (const file of walk(checkout)) await check(file)
for (const file of unformatted) console.error(`${path.relative(checkout, file)} is not formatted: npm run format`)
console.log(`format: ${read} files read, ${unformatted.length} not formatted`)
process.exitCode = unformatted.length === 0 ? 0 : 1

/** @param {string} file */
async function check(file) {
  const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath })
  if (ignored || inferredParser === null) return
  read += 1
  const options = await prettier.resolveConfig(file, { editorconfig: true })
  const text = readFileSync(file, 'utf8')
  if (!(await prettier.check(text, { ...options, filepath: file }))) unformatted.push(file)
}

/**
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (never.has(entry.name)) continue
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(full)
    else if (entry.isFile()) yield full
  }
}

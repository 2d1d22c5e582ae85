// @ts-check
// Where the checkout, its Electron package and the user's cache are. Nothing here creates a file.
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
export const electronPackage = path.join(checkout, 'node_modules', 'electron')
export const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'inward')

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
export const program = programs[process.platform] ?? 'electron'

/**
 * The version that an unpacked runtime states about itself, or `undefined` where the folder is missing or unfinished.
 * @param {string} folder
 */
export function versionIn(folder) {
  const file = path.join(folder, 'version')
  if (!existsSync(file) || !existsSync(path.join(folder, program))) return undefined
  return readFileSync(file, 'utf8').trim().replace(/^v/, '')
}

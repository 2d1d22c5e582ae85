// @ts-check
// Becomes resources/default_app.asar of the fallback runtime, where it does what Electron's own default app does for
// `electron [switches] FOLDER [arguments]`: take the app's names from its package.json and run its main file.
import { app as plainApp } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })

// Electron's own default app calls these two as well; its published types leave them out.
const app =
  /** @type {import('electron').App & { setAppPath(path: string): void, setVersion(version: string): void }} */ (
    plainApp
  )
const target = readArguments(process.argv.slice(1))
await import(pathToFileURL(adopt(target)).href)

/** @param {string[]} given */
function readArguments(given) {
  const rest = [...given]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-r' || word === '--require') createRequire(path.resolve('x'))(path.resolve(rest.shift() ?? ''))
    else if (word === '--version' || word === '-v') stop(`v${process.versions.electron}`, 0)
    else if (!word.startsWith('-')) return path.resolve(word)
  }
  return stop('usage: electron [switches] FOLDER_OR_FILE [arguments]', 1)
}

/** @typedef {{ name?: string, productName?: string, version?: string, desktopName?: string, main?: string }} Manifest */

// Gives this process the app's name, version and folder; returns the file to run.
/** @param {string} appPath */
function adopt(appPath) {
  if (!existsSync(appPath)) stop(`no app at ${appPath}`, 1)
  const manifestFile = path.join(appPath, 'package.json')
  const isFolder = statSync(appPath).isDirectory()
  app.setAppPath(isFolder ? appPath : path.dirname(appPath))
  if (!isFolder || !existsSync(manifestFile)) return createRequire(pathToFileURL(appPath)).resolve(appPath)
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(manifestFile, 'utf8'))
  const manifest = /** @type {Manifest} */ (read)
  if (manifest.version) app.setVersion(manifest.version)
  const name = manifest.productName ?? manifest.name
  if (name) app.setName(name)
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`)
  return createRequire(pathToFileURL(appPath)).resolve(path.resolve(appPath, manifest.main ?? 'index.js'))
}

/**
 * @param {string} sentence
 * @param {number} code
 * @returns {never}
 */
function stop(sentence, code) {
  process[code === 0 ? 'stdout' : 'stderr'].write(`${sentence}\n`)
  process.exit(code)
}

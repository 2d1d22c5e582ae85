// @ts-check
// Makes a .deb of a finished linux-unpacked folder with dpkg-deb alone: node scripts/deb.mjs FOLDER.
// electron-builder's own way needs fpm, which Debian does not have.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkout } from './electron/places.mjs'

/** @typedef {{ name: string, productName: string, version: string, author: string, description: string }} Manifest */

/**
 * @param {string} release the folder that holds linux-unpacked; the .deb is put beside it
 * @param {string} marks added to the version in the file name
 */
export function makeDeb(release, marks) {
  const manifest = readManifest()
  const stage = path.join(release, 'deb')
  rmSync(stage, { recursive: true, force: true })
  const sizeKilobytes = stageProgram(path.join(release, 'linux-unpacked'), stage, manifest)
  write(stage, 'DEBIAN/control', control(manifest, sizeKilobytes))
  const file = path.join(release, `${manifest.name}_${manifest.version}${marks}_amd64.deb`)
  // xz at level 3: within 3 % of the default's size in a third of its time.
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z3', '--build', stage, file], { stdio: 'ignore' })
  rmSync(stage, { recursive: true, force: true })
}

/**
 * @param {string} unpacked
 * @param {string} stage
 * @param {Manifest} manifest
 */
function stageProgram(unpacked, stage, { name, productName, description }) {
  const program = path.join(stage, 'opt', name)
  mkdirSync(path.dirname(program), { recursive: true })
  cpSync(unpacked, program, { recursive: true, verbatimSymlinks: true })
  // Where user namespaces are closed, Chromium's sandbox starts through this helper, as root.
  chmodSync(path.join(program, 'chrome-sandbox'), 0o4755)
  mkdirSync(path.join(stage, 'usr/bin'), { recursive: true })
  symlinkSync(`/opt/${name}/${name}`, path.join(stage, 'usr/bin', name))
  write(
    stage,
    `usr/share/applications/${name}.desktop`,
    `[Desktop Entry]\nType=Application\nName=${productName}\nComment=${description}\nExec=/opt/${name}/${name}\nTerminal=false\nCategories=Office;\n`
  )
  write(stage, `usr/share/doc/${name}/copyright`, readFileSync(path.join(checkout, 'LICENSE'), 'utf8'))
  return Math.ceil(measureFolder(stage) / 1024)
}

/**
 * @param {Manifest} manifest
 * @param {number} sizeKilobytes
 */
function control({ name, version, author, description }, sizeKilobytes) {
  return [
    `Package: ${name}`,
    `Version: ${version}`,
    'Architecture: amd64',
    `Maintainer: ${author}`,
    `Installed-Size: ${sizeKilobytes}`,
    'Section: misc',
    'Priority: optional',
    'Depends: libgtk-3-0 | libgtk-3-0t64, libnss3, libgbm1, libasound2 | libasound2t64',
    `Description: ${description}`,
    ''
  ].join('\n')
}

function readManifest() {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8'))
  return /** @type {Manifest} */ (read)
}

/**
 * @param {string} stage
 * @param {string} name
 * @param {string} text
 */
function write(stage, name, text) {
  const file = path.join(stage, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** @param {string} folder */
function measureFolder(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) {
    console.error('usage: node scripts/deb.mjs FOLDER')
    process.exitCode = 2
  } else makeDeb(path.resolve(folder), '')
}

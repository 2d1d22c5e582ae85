// @ts-check
// What this machine has and lacks to open an Electron window, as plain data. It only looks: nothing is installed or changed.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs'
import { release } from 'node:os'
import path from 'node:path'
import { findElectron } from '../electron/resolve.mjs'

/**
 * @typedef {object} Machine
 * @property {string} system the operating system's own name
 * @property {string} node
 * @property {import('../electron/resolve.mjs').Runtime | null} electron `null` until it is fetched
 * @property {readonly string[]} missingLibraries shared libraries that the Electron program asks for in vain
 * @property {'desktop' | 'virtual' | 'none'} display `virtual`: no screen, but xvfb-run can make one
 * @property {readonly string[]} missingPrograms of those that make a virtual display
 * @property {{ readonly isWritable: boolean, readonly freeBytes: number }} sharedMemory
 * @property {'namespaces' | 'setuid' | 'off-as-root' | 'unavailable' | 'system'} sandbox how Chromium's sandbox starts here
 * @property {boolean} canOpenWindow
 */

/** @returns {Machine} */
export function describeMachine() {
  const electron = findElectron() ?? null
  const missingLibraries = electron === null ? [] : listMissingLibraries(electron.path)
  const hasDesktop = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  const missingPrograms = hasDesktop ? [] : ['xvfb-run', 'xauth'].filter((program) => !isOnPath(program))
  const sharedMemory = measureSharedMemory()
  return {
    system: readSystemName(),
    node: process.versions.node,
    electron,
    missingLibraries,
    display: hasDesktop ? 'desktop' : missingPrograms.length === 0 ? 'virtual' : 'none',
    missingPrograms,
    sharedMemory,
    sandbox: readSandbox(electron?.dist),
    canOpenWindow: electron !== null && missingLibraries.length + missingPrograms.length === 0
  }
}

// The dynamic linker's own answer, and not a list of ours: Electron's needs change with its version.
/** @param {string} program */
function listMissingLibraries(program) {
  if (process.platform !== 'linux') return []
  const answer = spawnSync('ldd', [program], { encoding: 'utf8' })
  if (answer.status !== 0)
    throw new Error(`ldd cannot read ${program}: ${answer.error?.message ?? answer.stderr.trim()}`)
  return [...answer.stdout.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => String(match[1]))
}

/** @param {string} program */
function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, program)))
}

/** The memory that Chromium's processes share; Linux alone shows it as a folder. */
export function measureSharedMemory() {
  if (process.platform !== 'linux') return { isWritable: true, freeBytes: 0 }
  try {
    accessSync('/dev/shm', constants.W_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return { isWritable: true, freeBytes: bavail * bsize }
  } catch {
    return { isWritable: false, freeBytes: 0 }
  }
}

function readSystemName() {
  const file = '/etc/os-release'
  const name = existsSync(file) ? /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return name ?? `${process.platform} ${release()}`
}

// Chromium takes user namespaces where they are allowed, else its helper program, which must then belong to root with
// the setuid bit.
/**
 * @param {string | undefined} dist
 * @returns {Machine['sandbox']}
 */
function readSandbox(dist) {
  if (process.platform !== 'linux') return 'system'
  if (process.getuid?.() === 0) return 'off-as-root'
  if (spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0) return 'namespaces'
  const helper = dist === undefined ? undefined : path.join(dist, 'chrome-sandbox')
  const isSetuid =
    helper !== undefined && spawnSync('find', [helper, '-user', 'root', '-perm', '4755'], { encoding: 'utf8' })
  return isSetuid && isSetuid.stdout.trim() !== '' ? 'setuid' : 'unavailable'
}

// @ts-check
// Runs a program and keeps what it says, so that several can run at once and only a failure is shown.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { checkout } from '../electron/places.mjs'

// Colours are for people who watch; in a log they are noise.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }

/** @typedef {{ readonly code: number, readonly out: string, readonly all: string }} Answer */

/**
 * @param {string} program
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [extra] added to the environment
 * @returns {Promise<Answer>}
 */
export function run(program, words, extra = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...plain, ...extra }
    })
    let out = ''
    let all = ''
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      out += text
      all += text
    })
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      all += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, out, all }))
  })
}

/**
 * Runs a file of a package in node_modules under this Node.
 * @param {string} file
 * @param {readonly string[]} words
 */
export function runModule(file, words) {
  return run(process.execPath, [path.join(checkout, 'node_modules', file), ...words])
}

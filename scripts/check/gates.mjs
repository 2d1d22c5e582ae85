// @ts-check
// The checks that need no test: each answers how many files it read, because a check that reads nothing finds nothing.
import { run, runModule } from './run.mjs'

/**
 * @typedef {{ readonly isGood: boolean, readonly files: number, readonly says: string }} Verdict
 * @typedef {{ readonly name: string, readonly check: () => Promise<Verdict> }} Gate
 */

/** @type {readonly Gate[]} Longest first, so that two lanes end together. */
export const gates = [
  { name: 'lint', check: lint },
  { name: 'types', check: checkTypes },
  { name: 'format', check: checkFormat },
  { name: 'unused', check: findUnused },
  { name: 'rooms', check: checkHouse },
  { name: 'build', check: build }
]

async function checkTypes() {
  const { code, all } = await runModule('typescript/bin/tsc', [
    '--noEmit',
    '-p',
    '.',
    '--listFiles',
    '--pretty',
    'false'
  ])
  const lines = all.split('\n').filter((line) => line.trim() !== '')
  const read = lines.filter((line) => /^\S+\.[cm]?[jt]sx?$/.test(line))
  const own = read.filter((line) => !line.includes('/node_modules/'))
  return verdict(code, own.length, lines.filter((line) => !read.includes(line)).join('\n'))
}

async function lint() {
  const { code, out, all } = await runModule('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--format', 'json'])
  const results = readJson(out)
  if (!Array.isArray(results)) return verdict(1, 0, all)
  const files = /** @type {import('eslint').ESLint.LintResult[]} */ (results)
  const found = files.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, column, message, ruleId }) => `${filePath}:${line}:${column} ${message} (${ruleId ?? 'syntax'})`
    )
  )
  return verdict(code, files.length, found.join('\n'))
}

async function checkFormat() {
  const { code, all } = await run(process.execPath, ['scripts/check/format.mjs'])
  return verdict(code, readCount(all, /(\d+) files read/), all)
}

async function findUnused() {
  const { code, all } = await runModule('knip/bin/knip.js', [
    '--no-progress',
    '--reporter',
    './scripts/check/unused.mjs'
  ])
  return verdict(code, readCount(all, /(\d+) files read/), all)
}

async function checkHouse() {
  const { code, all } = await run(process.execPath, ['scripts/rooms.mjs'])
  return verdict(code, readCount(all, /(\d+) files read/), all)
}

async function build() {
  const { code, all } = await run(process.execPath, ['scripts/build.mjs'])
  return verdict(code, readCount(all, /of (\d+) entries/), all)
}

/**
 * @param {number} code
 * @param {number} files
 * @param {string} says
 * @returns {Verdict}
 */
function verdict(code, files, says) {
  if (code === 0 && files === 0) return { isGood: false, files, says: `it read no file\n${says}` }
  return { isGood: code === 0, files, says }
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function readCount(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0)
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function readJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

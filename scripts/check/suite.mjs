// @ts-check
// Runs vitest and counts what it ran from its own JSON report. A run that loads nothing, or that fails without a failed
// test (a file that cannot be loaded, an error between tests), counts as a failure.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkout } from '../electron/places.mjs'
import { run } from './run.mjs'

/**
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly files: number, readonly examples: number, readonly slowest: string, readonly says: string }} Counts
 * @typedef {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string, startTime: number, endTime: number, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} Report
 */

/**
 * @param {readonly string[]} command what starts vitest, up to and without its own words
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<Counts>}
 */
export async function runSuite([program, ...first], words, extra = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-suite-'))
  try {
    const file = path.join(folder, 'report.json')
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
    const { code, all } = await run(String(program), [...first, 'run', ...words, ...reporters], extra)
    return count(readReport(file), code, all)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {Report | undefined} report
 * @param {number} code
 * @param {string} says
 * @returns {Counts}
 */
function count(report, code, says) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, files: 0, examples: 0, slowest: '', says }
  const failedTests = report.testResults.map(
    ({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed').length
  )
  // A file that failed as a whole has no failed test of its own.
  const failed = report.testResults.reduce(
    (sum, { status }, index) => sum + (failedTests[index] || (status === 'failed' ? 1 : 0)),
    0
  )
  const isUnexplained = failed === 0 && (code !== 0 || report.numPassedTests === 0)
  return {
    passed: report.numPassedTests,
    failed: isUnexplained ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.length,
    examples: countExamples(report),
    slowest: tellSlowest(report),
    says: isUnexplained ? says : tellFailures(report)
  }
}

/**
 * Examples that the data files of policies carry; each is a test.
 * @param {Report} report
 */
function countExamples({ testResults }) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  return all.filter(({ status, fullName }) => status === 'passed' && fullName.startsWith('examples of ')).length
}

// A suite that fits its time today outgrows it by a few files; these are the ones to look at.
const SLOW_FILES = 6

/**
 * @param {Report} report
 */
function tellSlowest({ testResults }) {
  return testResults
    .map(({ name, startTime, endTime }) => ({
      name: path.relative(checkout, name),
      seconds: (endTime - startTime) / 1000
    }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, SLOW_FILES)
    .map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`)
    .join(', ')
}

/**
 * What failed, shortest first: a log that is cut keeps its beginning.
 * @param {Report} report
 */
function tellFailures({ testResults }) {
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length === 0) return status === 'failed' ? [{ title: path.relative(checkout, name), why: message }] : []
    return tests.map(({ fullName, failureMessages }) => ({
      title: `${path.relative(checkout, name)}: ${fullName}`,
      why: failureMessages.join('\n')
    }))
  })
  return [...failed.map(({ title }) => title), ...failed.map(({ title, why }) => `\n${title}\n${why}`)].join('\n')
}

/**
 * @param {string} file
 * @returns {Report | undefined}
 */
function readReport(file) {
  try {
    /** @type {unknown} */
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return /** @type {Report} */ (report)
  } catch {
    // Vitest writes no report when it cannot start: its words then say why.
    return undefined
  }
}

// @ts-check
// Prints one line for each step as it ends, shows what a failed one said, and adds up for the last line of all.

/** @typedef {{ readonly passed: number, readonly failed: number }} Sum */

/**
 * Runs one step and prints its line.
 * @param {string} name
 * @param {() => Promise<Sum & { readonly line: string, readonly says: string }>} step
 * @returns {Promise<Sum>}
 */
export async function report(name, step) {
  const startedMs = Date.now()
  const { passed, failed, line, says } = await step()
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1)
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(17)} ${seconds.padStart(6)} s  ${line}`)
  if (failed > 0) console.log(says.trimEnd())
  return { passed, failed }
}

/**
 * @param {import('./suite.mjs').Counts} counts
 */
export function describeSuite(counts) {
  const { passed, failed, skipped, files, examples, slowest, says } = counts
  const skippedWords = skipped === 0 ? '' : `, ${skipped} skipped`
  const exampleWords = examples === 0 ? '' : `, of them ${examples} examples of policy files`
  return {
    passed,
    failed,
    says,
    line: `${files} files, ${passed} tests passed${exampleWords}, ${failed} failed${skippedWords}\n     slowest: ${slowest}`
  }
}

/**
 * @param {readonly Sum[]} sums
 * @returns {Sum}
 */
export function add(sums) {
  return {
    passed: sums.reduce((total, { passed }) => total + passed, 0),
    failed: sums.reduce((total, { failed }) => total + failed, 0)
  }
}

/**
 * The last line of a run, and the exit code that goes with it.
 * @param {Sum} sum
 */
export function conclude({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

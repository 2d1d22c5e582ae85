// @ts-check
// Checks the house rule (.dependency-cruiser.cjs) over src/: node scripts/rooms.mjs. A cruise that saw fewer files than
// there are is a failure too: a checker that reads nothing finds nothing.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { checkout } from './electron/places.mjs'

/** @typedef {{ readonly files: readonly string[], readonly imports: number, readonly problems: readonly string[] }} Rooms */

/**
 * Reads src/ inside `folder`; each problem is one sentence that names the file and the rule.
 * @param {string} [folder]
 * @returns {Promise<Rooms>}
 */
export async function checkRooms(folder = checkout) {
  const expected = listSourceFiles(folder)
  if (expected.length === 0) return { files: [], imports: 0, problems: ['there is no source file under src/'] }
  const result = await cruiseSource(folder)
  const files = result.modules.map(({ source }) => source).filter((source) => expected.includes(source))
  const unseen = expected.filter((file) => !files.includes(file)).map((file) => `${file} was not read`)
  const broken = result.summary.violations.map(({ from, to, rule }) =>
    from === to ? `${from} breaks ${rule.name}` : `${from} → ${to} breaks ${rule.name}`
  )
  return { files, imports: result.summary.totalDependenciesCruised ?? 0, problems: [...unseen, ...broken] }
}

/** @param {string} folder */
async function cruiseSource(folder) {
  /** @type {unknown} */
  const rules = createRequire(import.meta.url)(path.join(checkout, '.dependency-cruiser.cjs'))
  const { options, ...ruleSet } = /** @type {import('dependency-cruiser').IConfiguration} */ (rules)
  const tsConfig = extractTSConfig(path.join(checkout, 'tsconfig.json'))
  const { output } = await cruise(
    ['src'],
    { ...options, ruleSet, validate: true, baseDir: folder },
    options?.enhancedResolveOptions,
    { tsConfig }
  )
  if (typeof output === 'string') throw new Error('the cruise answered with text')
  return output
}

/** @param {string} folder */
function listSourceFiles(folder) {
  const source = path.join(folder, 'src')
  if (!existsSync(source)) return []
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(name))
    .map((name) => `src/${name.split(path.sep).join('/')}`)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { files, imports, problems } = await checkRooms()
  for (const problem of problems) console.error(problem)
  const verdict = problems.length === 0 ? 'no violations' : `${problems.length} violations`
  console.log(`rooms: ${files.length} files read, ${imports} imports, ${verdict}`)
  process.exitCode = problems.length === 0 ? 0 : 1
}

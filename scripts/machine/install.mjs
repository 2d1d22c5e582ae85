// @ts-check
// Installs what a Debian or Ubuntu machine lacks, with apt-get, as root or through a sudo that asks no password.
// Anywhere else it installs nothing and says which command a person would run.
import { spawnSync } from 'node:child_process'

const command = 'apt-get install -y --no-install-recommends'

/** Which package brings a library; what is not named here comes along with GTK. */
const libraryPackages = /** @type {const} */ ([
  [/^lib(nss|nspr|smime|ssl3)/, 'libnss3'],
  [/^lib(gbm|drm)/, 'libgbm1'],
  [/^libasound/, 'libasound2'],
  [/./, 'libgtk-3-0']
])

/**
 * The packages for what `machine` lacks; empty when nothing is missing.
 * @param {import('./describe.mjs').Machine} machine
 * @returns {string[]}
 */
export function listMissingPackages(machine) {
  const programs = machine.missingPrograms.map((program) => (program === 'xvfb-run' ? 'xvfb' : program))
  const libraries = machine.missingLibraries.flatMap((library) => {
    const found = libraryPackages.find(([pattern]) => pattern.test(library))
    return found === undefined ? [] : [found[1]]
  })
  return [...new Set([...programs, ...libraries])]
}

/** @param {readonly string[]} packages */
export function installCommand(packages) {
  return `apt-get update && ${command} ${packages.join(' ')}`
}

/**
 * Installs the packages. Returns why it could not, or `undefined` when it has.
 * @param {readonly string[]} packages
 * @returns {string | undefined}
 */
export function installPackages(packages) {
  if (!succeeds('apt-get', ['--version'])) return 'this system has no apt-get'
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (prefix.length > 0 && !succeeds('sudo', ['-n', 'true'])) return 'that needs root'
  const update = run([...prefix, 'apt-get', 'update'])
  if (update !== undefined) return update
  return run([...prefix, ...command.split(' '), ...packages.map(currentName)])
}

// Ubuntu 24.04 and Debian 13 renamed packages for 64-bit time; the old names are virtual there and not always resolved.
/** @param {string} name */
function currentName(name) {
  return succeeds('apt-cache', ['show', `${name}t64`]) ? `${name}t64` : name
}

/**
 * @param {readonly string[]} words
 * @returns {string | undefined}
 */
function run([program, ...rest]) {
  const result = spawnSync(String(program), rest, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  if (result.status === 0) return undefined
  return result.error?.message ?? result.stderr.trim().split('\n').at(-1) ?? 'apt-get failed'
}

/**
 * @param {string} program
 * @param {readonly string[]} words
 */
function succeeds(program, words) {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0
}

// The house rule of docs/architecture.md: imports go down the levels and never up, and rooms of one level do not know
// each other. scripts/rooms.mjs runs it and counts what it saw.
const levelOne = ['intake', 'policy', 'identity', 'content', 'custody', 'export', 'store']
const rooms = levelOne.join('|')

/**
 * What one room may reach inside src/; everything else there is forbidden to it.
 * @param {string} name
 * @param {string} from
 * @param {string[]} allowed
 * @param {string} comment
 */
function mayReach(name, from, allowed, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: '^src/', pathNot: allowed } }
}

/**
 * @param {string} name
 * @param {string} from
 * @param {object} to
 * @param {string} comment
 */
function never(name, from, to, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to }
}

const electron = { path: '^electron$|(?:^|/)node_modules/electron/' }
const places = [
  '^src/shared/',
  `^src/main/(?:${rooms}|workers|desk|window|cli)/`,
  '^src/main/(?:index|window|preload)\\.ts$',
  '^src/renderer/'
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files that need each other are one noun, or a third is missing.',
      from: {},
      to: { circular: true }
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: {},
      to: { couldNotResolve: true }
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      comment: 'A file outside of the rooms has no level, so no rule would hold for it.',
      from: { path: '^src/', pathNot: places },
      to: {}
    },
    {
      name: 'every-lonely-file-has-a-room',
      severity: 'error',
      comment: 'The same, for a file that imports nothing and that nothing imports.',
      from: { orphan: true, path: '^src/', pathNot: places },
      to: {}
    },
    mayReach('0-shared', '^src/shared/', ['^src/shared/'], 'Level 0 knows nobody.'),
    {
      name: '0-shared-zod-only',
      severity: 'error',
      comment: 'Both sides load it, so it stands on zod alone: no Node, no DOM library, no Electron.',
      from: { path: '^src/shared/' },
      to: { pathNot: ['^src/shared/', '(?:^|/)node_modules/zod/'] }
    },
    mayReach(
      '1-rooms',
      `^src/main/(${rooms})/`,
      ['^src/main/$1/', '^src/shared/'],
      'A room of level 1 knows itself and shared; workers join rooms.'
    ),
    mayReach(
      '2-workers',
      '^src/main/workers/',
      ['^src/main/workers/', `^src/main/(?:${rooms})/`, '^src/shared/'],
      'Workers join rooms and know nobody above.'
    ),
    mayReach(
      '3-desk',
      '^src/main/desk/',
      ['^src/main/(?:desk|workers)/', `^src/main/(?:${rooms})/`, '^src/shared/'],
      'The desk stands on the workers; the window is its neighbour.'
    ),
    mayReach(
      '3-window',
      '^src/main/window(?:/|\\.ts$)',
      ['^src/main/window(?:/|\\.ts$)', '^src/main/workers/', `^src/main/(?:${rooms})/`, '^src/shared/'],
      'The window does not know the desk: index joins them.'
    ),
    mayReach(
      '4-index',
      '^src/main/index\\.ts$',
      ['^src/main/(?!cli/|preload\\.ts$)', '^src/shared/'],
      'The composition does not know the command line, and the preload script is built apart.'
    ),
    mayReach(
      '4-cli',
      '^src/main/cli/',
      ['^src/main/(?:cli|desk|workers)/', `^src/main/(?:${rooms})/`, '^src/shared/'],
      'The command line is the engine without a window.'
    ),
    mayReach('preload', '^src/main/preload\\.ts$', ['^src/shared/'], 'The bridge knows Electron and types of shared.'),
    never(
      'preload-types-only',
      '^src/main/preload\\.ts$',
      { path: '^src/', dependencyTypesNot: ['type-only'] },
      'A sandboxed preload script carries no code of ours but its own.'
    ),
    never(
      'preload-electron-only',
      '^src/main/preload\\.ts$',
      { pathNot: ['^src/', electron.path] },
      'A sandboxed preload script has nothing but Electron.'
    ),
    mayReach('renderer', '^src/renderer/', ['^src/(?:renderer|shared)/'], 'The window asks through the contract only.'),
    never(
      'renderer-no-node',
      '^src/renderer/',
      { dependencyTypes: ['core'] },
      'The renderer is sandboxed: it has no Node.'
    ),
    never('renderer-no-electron', '^src/renderer/', electron, 'The renderer is sandboxed: it has no Electron.'),
    never(
      'engine-no-electron',
      `^src/main/(?:${rooms}|workers|cli)/`,
      electron,
      'The engine runs in threads, in child processes and in plain Node.'
    ),
    {
      name: 'one-binding',
      severity: 'error',
      comment: 'One file knows the SQLCipher binding, so that it can be replaced.',
      from: { pathNot: '^src/main/store/sql\\.ts$' },
      to: { path: '(?:^|/)@signalapp/sqlcipher' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] }
  }
}

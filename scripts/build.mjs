// @ts-check
// Builds dist/ with Vite: node scripts/build.mjs. Everything is bundled but Electron and the SQLCipher binding, so a
// package carries no node_modules but that one. A missing entry is an error.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { parse } from 'yaml'

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @typedef {{ readonly entry: string, readonly file: string, readonly format: 'es' | 'cjs', readonly banner?: string }} NodeEntry
 * @type {readonly NodeEntry[]}
 */
const nodeEntries = [
  { entry: 'src/main/index.ts', file: 'main.js', format: 'es' },
  // A sandboxed preload script cannot be an ES module.
  { entry: 'src/main/preload.ts', file: 'preload.cjs', format: 'cjs' },
  { entry: 'src/main/workers/store-worker.ts', file: 'store-worker.mjs', format: 'es' },
  { entry: 'src/main/workers/intake-process.ts', file: 'intake-process.mjs', format: 'es' },
  { entry: 'src/main/workers/key-worker.ts', file: 'key-worker.mjs', format: 'es' },
  { entry: 'src/main/cli/bench/making-thread.ts', file: 'bench-making.mjs', format: 'es' },
  { entry: 'src/main/cli/index.ts', file: 'cli.mjs', format: 'es', banner: '#!/usr/bin/env node' }
]
const rendererEntry = 'src/renderer/index.html'
const external = ['electron', '@signalapp/sqlcipher', /^node:/, ...builtinModules]

/** @type {import('vite').InlineConfig} */
export const rendererConfig = {
  configFile: false,
  root: path.join(checkout, 'src/renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: path.join(checkout, 'dist/renderer'),
    emptyOutDir: true,
    // The oldest runtime that runs this code is the fallback's Chromium 130.
    target: 'chrome130',
    sourcemap: true,
    chunkSizeWarningLimit: 5000
  },
  // The port is fixed so that a second dev server is refused and not taken for the first.
  server: { host: '127.0.0.1', port: 5199, strictPort: true }
}

/** Builds the main process, the bridge, the workers and the command line. */
export async function buildNodeSide() {
  requireEntries(nodeEntries.map(({ entry }) => entry))
  await Promise.all(nodeEntries.map((entry) => build(nodeConfig(entry))))
  // npx runs a checkout's own command in place, so the file itself must be executable.
  chmodSync(path.join(checkout, 'dist/cli.mjs'), 0o755)
}

/** Builds everything, from an empty dist/. */
export async function buildAll() {
  // Whoever calls may be a test: its NODE_ENV would build React's slower development form.
  process.env['NODE_ENV'] = 'production'
  requireEntries([...nodeEntries.map(({ entry }) => entry), rendererEntry])
  rmSync(path.join(checkout, 'dist'), { recursive: true, force: true })
  await Promise.all([buildNodeSide(), build(rendererConfig)])
}

/** Whether dist/ is missing or older than a source file. */
export function isBuildStale() {
  const built = path.join(checkout, 'dist/cli.mjs')
  if (!existsSync(built)) return true
  const builtMs = statSync(built).mtimeMs
  const source = path.join(checkout, 'src')
  return readdirSync(source, { recursive: true }).some(
    (name) => statSync(path.join(source, String(name))).mtimeMs > builtMs
  )
}

/**
 * Definitions are YAML for those who write them, and JSON for those who wait for them.
 * @returns {import('vite').Plugin}
 */
function yamlAsJson() {
  return {
    name: 'yaml-as-json',
    enforce: 'pre',
    load: {
      filter: { id: /\.yaml\?raw$/ },
      handler: (id) => {
        /** @type {unknown} */
        const content = parse(readFileSync(id.slice(0, -'?raw'.length), 'utf8'), { uniqueKeys: true })
        return `export default ${JSON.stringify(JSON.stringify(content))}`
      }
    }
  }
}

/**
 * @param {NodeEntry} entry
 * @returns {import('vite').InlineConfig}
 */
function nodeConfig({ entry, file, format, banner }) {
  return {
    configFile: false,
    root: checkout,
    logLevel: 'warn',
    plugins: [yamlAsJson()],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entry,
        external,
        output: { format, entryFileNames: file, codeSplitting: false, ...(banner === undefined ? {} : { banner }) }
      }
    }
  }
}

/** @param {readonly string[]} entries */
function requireEntries(entries) {
  const missing = entries.filter((entry) => !existsSync(path.join(checkout, entry)))
  if (missing.length > 0) throw new Error(`the build needs ${missing.join(', ')}`)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const startedMs = Date.now()
  try {
    await buildAll()
    console.log(`built dist/ of ${nodeEntries.length + 1} entries in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

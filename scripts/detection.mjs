// @ts-check
// Measures how well the product finds what it should: node scripts/detection.mjs [--quick]. Builds the product and the
// measuring tool of tools/detection, and runs it; it writes docs/detection.md.
import { spawnSync } from 'node:child_process'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build } from 'vite'
import { buildAll, isBuildStale } from './build.mjs'
import { checkout } from './electron/places.mjs'

const out = path.join(checkout, 'out/detection')

if (isBuildStale()) await buildAll()
await build({
  configFile: false,
  root: checkout,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: out,
    minify: false,
    rolldownOptions: {
      input: 'tools/detection/index.ts',
      external: ['@signalapp/sqlcipher', 'prettier', /^node:/, ...builtinModules],
      output: { format: 'es', entryFileNames: 'detection.mjs', codeSplitting: false }
    }
  }
})
const done = spawnSync(
  process.execPath,
  [path.join(out, 'detection.mjs'), path.join(checkout, 'dist'), ...process.argv.slice(2)],
  {
    cwd: checkout,
    stdio: 'inherit'
  }
)
process.exitCode = done.status ?? 1

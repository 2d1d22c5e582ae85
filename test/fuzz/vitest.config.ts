// `npm run fuzz`: files that nobody wrote, made from the fixtures by damage. Bounded by FUZZ_SECONDS (60 unless set); the
// same FUZZ_SEED gives the same files.
import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: { include: ['test/fuzz/**/*.test.ts'], environment: 'node', testTimeout: 3_600_000 }
})

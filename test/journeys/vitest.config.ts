// The journeys: the built app in a real Electron, one after the other, because each has the screen to itself. A journey
// that fails is not tried again: one that passes now and then is broken.
import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/journeys/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['test/build.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    retry: 0,
    testTimeout: 180_000,
    hookTimeout: 180_000
  }
})

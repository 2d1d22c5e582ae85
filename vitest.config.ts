// Two projects: `node` for the engine, which test.mjs also runs inside Electron's own Node, and `ui` for the window's
// parts in jsdom. The journeys through the real window have a configuration of their own in test/journeys.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Inside Electron's own Node run the rooms of the engine: store, crypto, readers, policies, export. Tools, the command line
// and what starts processes of its own belong to the plain Node that they are made for.
const plainNodeOnly =
  'electron' in process.versions
    ? [
        'test/rooms.test.ts',
        'test/sample.test.ts',
        'test/scripts/**',
        'test/tools/**',
        'test/cli/**',
        'test/desk/**',
        'test/privacy/**'
      ]
    : []

export default defineConfig({
  test: {
    // Vitest leaves one core free unless told; the machine that this must be quick on has two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['test/build.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/fuzz/**', 'test/renderer/**', ...plainNodeOnly],
          testTimeout: 20_000,
          hookTimeout: 20_000
        }
      },
      {
        plugins: [react()],
        test: {
          name: 'ui',
          environment: 'jsdom',
          globals: true,
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000
        }
      }
    ]
  }
})

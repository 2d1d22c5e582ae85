// Three projects: `node` for the rooms of the engine, which test.mjs also runs inside Electron's own Node; `ui` for the
// window's parts in jsdom; `whole` for what puts the built product to work, which takes longer and which `npm run check`
// leaves to `npm test`. The journeys through the real window have a configuration of their own in test/journeys.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const isInElectron = 'electron' in process.versions
/** Tools, the command line and what starts processes of its own belong to the plain Node that they are made for. */
const plainNodeOnly = [
  'test/rooms.test.ts',
  'test/sample.test.ts',
  'test/scripts/**/*.test.ts',
  'test/tools/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/desk/**/*.test.ts',
  'test/privacy/**/*.test.ts'
]
const killTest = 'test/workers/kill.test.ts'
const whole = [...plainNodeOnly, killTest]
const engine = {
  environment: 'node' as const,
  globalSetup: ['test/build.ts'],
  testTimeout: 20_000,
  hookTimeout: 20_000
}

export default defineConfig({
  test: {
    // Vitest leaves one core free unless told; the machine that this must be quick on has two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...engine,
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/journeys/**',
            'test/fuzz/**',
            'test/renderer/**',
            ...plainNodeOnly,
            ...(isInElectron ? [] : [killTest])
          ]
        }
      },
      { test: { ...engine, name: 'whole', include: whole } },
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

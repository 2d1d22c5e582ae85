// Two projects: `node` for the engine, which test.mjs also runs inside Electron's own Node, and `ui` for the window's
// parts in jsdom. The journeys through the real window have a configuration of their own in test/journeys.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Tests of the tools say nothing about the engine, so they do not run again inside Electron.
const toolTests = 'electron' in process.versions ? ['test/rooms.test.ts', 'test/scripts/**'] : []

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['test/build.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/renderer/**', ...toolTests],
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

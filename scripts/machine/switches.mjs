// @ts-check
// The switches that Chromium needs on this machine, before the app's own.
import { measureSharedMemory } from './describe.mjs'

// Containers often give 64 MB of shared memory, with which renderers die while they draw.
const enoughBytes = 128 * 1024 * 1024

/**
 * No sandbox for root, with whom Chromium refuses to start one; no /dev/shm where it is closed or too small.
 * @returns {string[]}
 */
export function machineSwitches() {
  if (process.platform !== 'linux') return []
  const { isWritable, freeBytes } = measureSharedMemory()
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(isWritable && freeBytes >= enoughBytes ? [] : ['--disable-dev-shm-usage'])
  ]
}

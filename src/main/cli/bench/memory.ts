/** Peak memory of this process and all of its children, sampled from /proc. Tells nothing where there is no /proc. */
import { readdirSync, readFileSync } from 'node:fs'

export interface MemoryWatch {
  /** Begins anew: the peak of what follows. */
  restart(): void
  /** Null where the system does not tell. Pages that processes share count for each of them. */
  peakMb(): number | null
  stop(): void
}

const SAMPLE_MS = 50
/** What Linux uses on the machines that Inward is made for; the kernel's own tools assume the same. */
const PAGE_BYTES = 4096

export function watchMemory(): MemoryWatch {
  let peakBytes = 0
  const sample = (): void => {
    peakBytes = Math.max(peakBytes, treeBytes(process.pid))
  }
  const timer = setInterval(sample, SAMPLE_MS)
  timer.unref()
  return {
    restart: () => {
      peakBytes = 0
      sample()
    },
    peakMb: () => {
      sample()
      return process.platform === 'linux' ? Math.round(peakBytes / 1024 ** 2) : null
    },
    stop: () => clearInterval(timer)
  }
}

function treeBytes(pid: number): number {
  return residentBytes(pid) + childrenOf(pid).reduce((sum, child) => sum + treeBytes(child), 0)
}

function residentBytes(pid: number): number {
  return Number(readProc(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): readonly number[] {
  return listProc(`/proc/${pid}/task`).flatMap((thread) =>
    readProc(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((text) => text !== '')
      .map(Number)
  )
}

/** A process may end between two looks at it; then there is nothing to count. */
function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}

function listProc(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}

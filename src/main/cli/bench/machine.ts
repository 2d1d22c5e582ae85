/** The machine that the figures are of: figures without it say nothing. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { electronVersion, SOFTWARE } from '../shell.ts'

export interface Machine {
  readonly version: string
  readonly processor: string
  readonly cores: number
  readonly memoryMb: number
  readonly platform: string
  readonly node: string
  readonly electron: string | null
  /** Of the last minute, before the run: others who worked at the same time make every figure worse. */
  readonly load: number
  readonly events: number
}

export function describeMachine(events: number): Machine {
  return {
    version: SOFTWARE.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryMb: Math.round(totalmem() / 1024 ** 2),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    electron: electronVersion(),
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
    events
  }
}

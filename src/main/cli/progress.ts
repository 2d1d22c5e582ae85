/** The progress of an import as one line on standard error, redrawn in place. Only a terminal sees it. */
import type { ImportProgress } from '../../shared/contract/import.ts'
import { grouped } from './table.ts'

export interface ProgressLine {
  show(progress: ImportProgress): void
  clear(): void
}

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  let isDrawn = false
  const clear = (): void => {
    if (isDrawn) stream.write('\r\u001b[K')
    isDrawn = false
  }
  return {
    clear,
    show: (progress) => {
      if (!stream.isTTY) return
      if (!progress.isRunning) {
        clear()
        return
      }
      stream.write(`\r\u001b[K${progressText(progress, stream.columns > 0 ? stream.columns : USUAL_WIDTH)}`)
      isDrawn = true
    }
  }
}

const BAR_WIDTH = 24
/** Some terminals do not tell their width. */
const USUAL_WIDTH = 80

/** Cut to the width of the terminal: a line that wraps cannot be redrawn. */
export function progressText(progress: ImportProgress, width: number): string {
  const { phase, bytes, bytesDone, rowsRead, eventsPerSecond, files, filesDone } = progress
  if (phase === 'scoring') return 'bringing scores up to date …'.slice(0, width - 1)
  if (phase === 'stopping') return 'stopping at the border of a batch …'.slice(0, width - 1)
  const share = bytes === 0 ? 0 : Math.min(1, bytesDone / bytes)
  const done = Math.round(share * BAR_WIDTH)
  const bar = `[${'#'.repeat(done)}${'.'.repeat(BAR_WIDTH - done)}]`
  const parts = [
    `${bar} ${String(Math.floor(share * 100)).padStart(3)}%`,
    `${grouped(rowsRead)} rows`,
    `${grouped(eventsPerSecond)}/s`,
    `file ${String(Math.min(filesDone + 1, Math.max(1, files)))} of ${String(files)}`
  ]
  return parts.join('  ').slice(0, width - 1)
}

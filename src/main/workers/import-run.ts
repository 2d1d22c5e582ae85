/**
 * One import from the first path to the last receipt: the intake process reads, the writer stores, this joins them. It
 * stops at the border of a batch; what was stored stays, and the same files imported again go on from there.
 */
import type { ImportProgress } from '../../shared/contract/import.ts'
import type { IntakeOptions, LogMapping } from '../../shared/domain/draft.ts'
import type { Source } from '../../shared/domain/source.ts'
import type { ImportCounts } from '../store/imports.ts'
import { runIntake, type SpawnIntake } from './intake-client.ts'
import type { FileEvent, FileStart, ImportMessage, IntakePlace } from './intake-protocol.ts'
import { type Caller, done, refused, type Result } from './protocol.ts'
import type { StoreReader, StoreWriter } from './store-client.ts'

export interface ImportRun {
  readonly reader: StoreReader
  readonly writer: StoreWriter
  readonly caller: Caller
  readonly paths: readonly string[]
  readonly source: Source | null
  /** Zone that the operator chose for this import; null leaves it to what is remembered. */
  readonly timezone: string | null
  readonly label: string
  /** What the operator just said of a layout; remembered before the first file is read. */
  readonly mapping: LogMapping | null
  readonly spawnIntake: SpawnIntake
  readonly signal: AbortSignal
  readonly onProgress: (progress: Partial<ImportProgress>) => void
  /** Where in the code the intake failed, for the diagnostics. */
  readonly onFault: (where: string) => void
}

export interface ImportDone {
  readonly importIds: readonly number[]
  readonly wasCancelled: boolean
}

const NO_ROWS: ImportCounts = {
  rowsRead: 0,
  kept: 0,
  duplicate: 0,
  rejected: 0,
  ignored: {},
  firstAtMs: null,
  lastAtMs: null
}

/** The file that is being read. */
interface OpenFile {
  readonly importId: number
  readonly path: string
  readonly startedMs: number
  readonly sizeBytes: number
  counts: ImportCounts
}

/** Carries a refusal of the store out of the intake's queue. */
class StoreRefused extends Error {
  constructor(readonly refusal: Exclude<Result<unknown>, { ok: true }>) {
    super('store')
  }
}

export async function runImport(run: ImportRun): Promise<Result<ImportDone>> {
  const { paths, source, mapping } = run
  const started = await run.writer.change('import.start', { paths: paths.length, source, mapping }, run.caller)
  if (!started.ok) return started
  const memory = await run.reader.read('import.memory', null)
  if (!memory.ok) return memory
  try {
    return await readAndStore(run, memory.value)
  } finally {
    await run.writer.run('import.over', null)
  }
}

async function readAndStore(
  run: ImportRun,
  memory: Pick<IntakeOptions, 'mappings' | 'zones' | 'timezone'>
): Promise<Result<ImportDone>> {
  const files = new FileReceipts(run)
  const options = {
    ...memory,
    source: run.source,
    timezone: run.timezone ?? memory.timezone,
    isTimezoneChosen: run.timezone !== null
  }
  for (let from = 0; ;) {
    const end = await runIntake({
      spawn: run.spawnIntake,
      paths: run.paths,
      options,
      from,
      signal: run.signal,
      onMessage: (message) => files.take(message)
    })
    if (end.kind === 'failed' && end.place !== null && files.refusal === null) {
      // A reader that dies takes its own file with it and no other: a new process goes on behind it.
      run.onFault(end.where)
      await files.giveUp(end.place)
      from = end.place.index + 1
      continue
    }
    if (end.kind !== 'done') await files.stopOpenFile(STOPPED)
    if (files.refusal !== null) return files.refusal
    if (end.kind === 'failed') {
      run.onFault(end.where)
      return refused(
        'fault',
        'Reading stopped before the end. What was stored is kept; import the same files again to go on.'
      )
    }
    return done({ importIds: files.importIds, wasCancelled: end.kind === 'stopped' })
  }
}

const STOPPED = 'The import was stopped before the end of this file.'
const DIED =
  'The reader of this file died or hung, and the file was given up there. Other files were read. What was stored of it is kept; undo the import to take it back.'
const DIED_IN_ARCHIVE =
  'The reader died in this archive. The members behind that place were not read; unpack it and import them.'

class FileReceipts {
  readonly importIds: number[] = []
  refusal: Exclude<Result<unknown>, { ok: true }> | null = null
  private open: OpenFile | null = null
  private filesDone = 0
  private rowsRead = 0
  private kept = 0
  private duplicate = 0
  private rejected = 0
  private readonly startedMs = performance.now()

  constructor(private readonly run: ImportRun) {}

  async take(message: ImportMessage): Promise<void> {
    if (message.kind === 'batch') await this.store(message)
    else await this.takeFile(message.event)
  }

  /** The receipt of a file that was cut off by a cancel or a fault. */
  async stopOpenFile(warning: string): Promise<void> {
    if (this.open === null) return
    const { sizeBytes } = this.open
    await this.close(this.open, { status: 'stopped', sha256: '', bytes: sizeBytes, warnings: [warning] })
  }

  /** The receipt of a file whose reader died: what was read of it, or that nothing was. */
  async giveUp({ path, sizeBytes }: IntakePlace): Promise<void> {
    const reading = this.open
    await this.stopOpenFile(DIED)
    if (reading === null) await this.refuse(path, sizeBytes, DIED)
    else if (reading.path !== path) await this.refuse(path, sizeBytes, DIED_IN_ARCHIVE)
  }

  private async takeFile(event: FileEvent): Promise<void> {
    if (event.kind === 'start') await this.begin(event)
    else if (event.kind === 'end') {
      if (this.open !== null)
        await this.close(this.open, {
          status: 'finished',
          sha256: event.sha256,
          bytes: event.sizeBytes,
          warnings: event.warnings
        })
    } else {
      await this.refuse(event.path, event.sizeBytes, event.reason)
    }
  }

  private async refuse(path: string, bytes: number, reason: string): Promise<void> {
    const { importId } = await this.must(
      this.run.writer.change(
        'import.refused',
        { path, label: this.run.label, bytes, startedMs: Date.now(), reason },
        this.run.caller
      )
    )
    this.importIds.push(importId)
    this.filesDone += 1
  }

  private async begin(event: FileStart): Promise<void> {
    const { path, sizeBytes, recognition } = event
    const startedMs = Date.now()
    const { importId } = await this.must(
      this.run.writer.run('import.begin', {
        path,
        label: this.run.label,
        operator: this.run.caller.operator,
        bytes: sizeBytes,
        startedMs,
        recognition,
        mapping: event.mapping ?? null
      })
    )
    this.open = { importId, path, startedMs, sizeBytes, counts: NO_ROWS }
    this.importIds.push(importId)
    const shown = await this.run.reader.read('mask.texts', { texts: [path.slice(path.lastIndexOf('/') + 1)] })
    this.run.onProgress({
      files: this.filesDone + 1,
      filesDone: this.filesDone,
      currentFile: shown.ok ? (shown.value[0] ?? null) : null,
      bytes: sizeBytes,
      bytesDone: 0
    })
  }

  private async store(message: Extract<ImportMessage, { kind: 'batch' }>): Promise<void> {
    const file = this.open
    if (file === null) throw new Error('a batch came before its file')
    const before = file.counts
    // A copy: the received bytes may lie in the memory of the channel, beside messages that are still to be read.
    const bytes = new Uint8Array(message.bytes)
    file.counts = await this.must(
      this.run.writer.run('import.batch', { importId: file.importId, bytes, before }, [bytes.buffer])
    )
    this.rowsRead += file.counts.rowsRead - before.rowsRead
    this.kept += file.counts.kept - before.kept
    this.duplicate += file.counts.duplicate - before.duplicate
    this.rejected += file.counts.rejected - before.rejected
    const secondsGone = (performance.now() - this.startedMs) / 1000
    this.run.onProgress({
      bytesDone: message.bytesRead,
      rowsRead: this.rowsRead,
      kept: this.kept,
      duplicate: this.duplicate,
      rejected: this.rejected,
      eventsPerSecond: Math.round(this.rowsRead / Math.max(secondsGone, 0.001))
    })
  }

  private async close(
    file: OpenFile,
    end: { status: 'finished' | 'stopped'; sha256: string; bytes: number; warnings: readonly string[] }
  ): Promise<void> {
    this.open = null
    this.filesDone += 1
    await this.must(
      this.run.writer.change(
        'import.file',
        { importId: file.importId, durationMs: Date.now() - file.startedMs, counts: file.counts, ...end },
        this.run.caller
      )
    )
  }

  private async must<Value>(answer: Promise<Result<Value>>): Promise<Value> {
    const result = await answer
    if (result.ok) return result.value
    this.refusal = result
    throw new StoreRefused(result)
  }
}

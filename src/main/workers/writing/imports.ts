/** Storing an import batch by batch. Its start and each file's receipt are audited; the batches between are steps. */
import type { ColumnMapping, LogMapping, Recognition } from '../../../shared/domain/draft.ts'
import { ZONE_REASONS } from '../../../shared/domain/zone-choice.ts'
import { ensureTimeIndex } from '../../store/activities.ts'
import { markLeaversDue } from '../../store/day-counts.ts'
import {
  beginImport,
  endImport,
  type ImportCounts,
  recordCounts,
  recordFindings,
  recordRefusal
} from '../../store/imports.ts'
import { rememberMapping } from '../../store/mappings.ts'
import { inTransaction } from '../../store/open.ts'
import { writeSetting } from '../../store/settings.ts'
import { compareSnapshots } from '../../store/snapshots.ts'
import { rememberZone } from '../../store/zones.ts'
import { undoImport } from '../../store/undo.ts'
import { decodeBatch } from '../batch-codec.ts'
import { type Audited, type Caller, done, refused, type Result } from '../protocol.ts'
import { findingsOf } from '../findings.ts'
import { isImporting, type WriterDesk } from '../writer-desk.ts'

export interface FileReceipt {
  readonly importId: number
  readonly status: 'finished' | 'stopped'
  readonly sha256: string
  readonly bytes: number
  readonly warnings: readonly string[]
  readonly durationMs: number
  readonly counts: ImportCounts
}

export const importChanges = {
  'import.start'(
    desk: WriterDesk,
    args: { paths: number; source: string | null; mapping: LogMapping | null }
  ): Result<Audited<null>> {
    writeSetting(desk.store.main, 'importingProcess', String(process.pid))
    const { mapping } = args
    if (mapping !== null) rememberMapping(desk.store.vault, mapping)
    return done({
      value: null,
      audit: {
        objectType: 'import',
        objectId: 'run',
        caseId: null,
        details: {
          paths: args.paths,
          source: args.source,
          // Which fields were mapped; the names of the columns may hold names of people.
          ...(mapping === null ? {} : { mapping: Object.keys(mapping.mapping.columns).join(' ') })
        }
      }
    })
  },

  'import.file'(desk: WriterDesk, args: FileReceipt): Result<Audited<null>> {
    const tally = desk.ingest.takeTally(args.importId)
    desk.ingest.packFacts()
    recordCounts(desk.store, args.importId, args.counts)
    const earlier = endImport(desk.store, args.importId, { ...args, people: tally.people })
    if (earlier !== null) desk.ingest.forget()
    compareSnapshots(desk.store)
    markLeaversDue(desk.store.main, args.importId)
    recordFindings(desk.store.main, args.importId, findingsOf(desk, args, tally, earlier))
    return done({
      value: null,
      audit: {
        objectType: 'import',
        objectId: String(args.importId),
        caseId: null,
        details: {
          status: args.status,
          sha256: args.sha256,
          rowsRead: args.counts.rowsRead,
          kept: args.counts.kept,
          duplicate: args.counts.duplicate,
          rejected: args.counts.rejected
        }
      }
    })
  },

  'import.refused'(
    desk: WriterDesk,
    args: { path: string; label: string; bytes: number; startedMs: number; reason: string },
    caller: Caller
  ): Result<Audited<{ importId: number }>> {
    const importId = recordRefusal(desk.store, { ...args, operator: caller.operator })
    return done({
      value: { importId },
      audit: {
        objectType: 'import',
        objectId: String(importId),
        caseId: null,
        details: { status: 'refused', bytes: args.bytes }
      }
    })
  },

  'import.undo'(
    desk: WriterDesk,
    args: { id: number },
    caller: Caller
  ): Result<Audited<{ removedActivities: number; removedHrEvents: number }>> {
    const row = desk.store.main.get('SELECT status FROM import WHERE id = ?', [args.id])
    if (row === undefined) return refused('not-found', 'There is no such import.')
    if (row['status'] !== 'finished' && row['status'] !== 'stopped')
      return refused('conflict', 'This import is running, refused or already undone: there is nothing to take back.')
    if (isImporting(desk.store))
      return refused('busy', 'An import is running. Wait for its end or cancel it; then take this one back.')
    desk.ingest.packFacts()
    const undone = undoImport(desk.store, args.id, { operator: caller.operator, atMs: desk.nowMs() })
    desk.ingest.forget()
    // Daily counts are made anew by the next scoring.
    writeSetting(desk.store.main, 'rolledUpWith', '')
    const { removedActivities, removedHrEvents } = undone
    return done({
      value: { removedActivities, removedHrEvents },
      audit: { objectType: 'import', objectId: String(args.id), caseId: null, details: { ...undone } }
    })
  }
}

export const importProcedures = {
  /** The import that this process ran is over, however it ended. */
  'import.over'(desk: WriterDesk): null {
    inTransaction(desk.store, () => {
      writeSetting(desk.store.main, 'importingProcess', '')
      ensureTimeIndex(desk.store.main)
    })
    // Events between two snapshots that an import in between has replaced leave their texts behind.
    desk.finishUndo()
    return null
  },

  /** The second half of an undo: what it took out of the main store leaves the vault. */
  'import.undone'(desk: WriterDesk): null {
    desk.finishUndo()
    return null
  },

  'import.begin'(
    desk: WriterDesk,
    args: {
      path: string
      label: string
      operator: string
      bytes: number
      startedMs: number
      recognition: Recognition
      mapping: ColumnMapping | null
    }
  ): { importId: number } {
    desk.finishUndo()
    return inTransaction(desk.store, () => {
      if (args.mapping !== null) rememberMapping(desk.store.vault, args.mapping)
      const { source, timezone, timezoneBecause } = args.recognition
      if (timezoneBecause === ZONE_REASONS.chosen) rememberZone(desk.store.main, source, timezone)
      return { importId: beginImport(desk.store, args) }
    })
  },

  /** Stores one encoded batch, or nothing of it. */
  'import.batch'(
    desk: WriterDesk,
    args: { importId: number; bytes: Uint8Array<ArrayBuffer>; before: ImportCounts }
  ): ImportCounts {
    const batch = decodeBatch(args.bytes)
    desk.noticeOthers()
    try {
      return desk.bulk.run(() => {
        const stored = desk.ingest.store(args.importId, batch)
        const counts = addUp(args.before, batch, stored)
        recordCounts(desk.store, args.importId, counts)
        return counts
      })
    } catch (error) {
      desk.ingest.forget()
      throw error
    }
  }
}

function addUp(
  before: ImportCounts,
  batch: {
    readonly rowsRead: number
    readonly rejected: readonly unknown[]
    readonly ignored: Readonly<Record<string, number>>
  },
  stored: { kept: number; duplicate: number; firstAtMs: number | null; lastAtMs: number | null }
): ImportCounts {
  const ignored: Record<string, number> = { ...before.ignored }
  for (const [reason, rows] of Object.entries(batch.ignored)) ignored[reason] = (ignored[reason] ?? 0) + rows
  return {
    rowsRead: before.rowsRead + batch.rowsRead,
    kept: before.kept + stored.kept,
    duplicate: before.duplicate + stored.duplicate,
    rejected: before.rejected + batch.rejected.length,
    ignored,
    firstAtMs: least(before.firstAtMs, stored.firstAtMs, Math.min),
    lastAtMs: least(before.lastAtMs, stored.lastAtMs, Math.max)
  }
}

function least(left: number | null, right: number | null, pick: (a: number, b: number) => number): number | null {
  if (left === null) return right
  return right === null ? left : pick(left, right)
}

/** What every change of the writer thread works on, and the one way to append to the audit log. */
import type { AuditEntry } from '../../shared/contract/audit.ts'
import { genesisHead, sealEntry } from '../custody/audit-chain.ts'
import { pseudonymOf } from '../identity/pseudonym.ts'
import { appendAudit, lastAudit } from '../store/audit.ts'
import { stopUnfinished } from '../store/imports.ts'
import { createIngest, type Ingest } from '../store/ingest.ts'
import { sweepLeftovers } from '../store/leftovers.ts'
import { inTransaction, openWriter, type WriterStore } from '../store/open.ts'
import { ensureSecrets, readSecret } from '../store/secrets.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { blankRecords } from './batch-codec.ts'
import { type Bulk, createBulk } from './bulk.ts'
import type { AuditNote, Caller, ThreadKeys } from './protocol.ts'

export interface WriterDesk {
  readonly store: WriterStore
  readonly ingest: Ingest
  readonly bulk: Bulk
  readonly workspaceId: string
  nowMs(): number
  /** Takes out of the vault what an undo has taken out of the main store. */
  finishUndo(): void
  /** Drops remembered numbers when another process has written since the last call. */
  noticeOthers(): void
}

export function openWriterDesk(
  folder: string,
  keys: ThreadKeys,
  newWorkspaceId: string | null,
  onWait: () => void
): WriterDesk {
  const store = openWriter(
    folder,
    { main: { hex: keys.main }, vault: { hex: keys.vault } },
    newWorkspaceId !== null,
    onWait
  )
  inTransaction(store, () => {
    ensureSecrets(store.vault)
    if (newWorkspaceId !== null) writeSetting(store.main, 'workspaceId', newWorkspaceId)
    stopCutOff(store)
  })
  const pseudonymKey = readSecret(store.vault, 'pseudonym', '')
  const itemKey = readSecret(store.vault, 'item', '')
  const finishUndo = (): void => {
    sweepLeftovers(store, { blank: blankRecords, itemKey })
  }
  finishUndo()
  const ingest = createIngest(store, {
    pseudonymOf: (personNumber) => pseudonymOf(pseudonymKey, personNumber),
    itemKey
  })
  // What a crash lost before it was packed is packed now; what another process imports just now it packs itself.
  if (!isImporting(store)) {
    inTransaction(store, () => {
      ingest.packFacts()
    })
  }
  let version = store.main.number('PRAGMA data_version')
  return {
    store,
    ingest,
    bulk: createBulk(store),
    finishUndo,
    workspaceId: readSetting(store.main, 'workspaceId'),
    nowMs: () => Date.now(),
    noticeOthers: () => {
      const current = store.main.number('PRAGMA data_version')
      if (current !== version) ingest.forget()
      version = current
    }
  }
}

/** Whether some process, this one too, is in the middle of an import. */
export function isImporting(store: WriterStore): boolean {
  const running = Number(readSetting(store.main, 'importingProcess'))
  return running !== 0 && isAlive(running)
}

/** Imports of a process that is gone were cut off; those of one that lives go on. */
function stopCutOff(store: WriterStore): void {
  const running = Number(readSetting(store.main, 'importingProcess'))
  if (running !== process.pid && isImporting(store)) return
  stopUnfinished(store)
  writeSetting(store.main, 'importingProcess', '')
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // EPERM says that there is such a process, of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Appends one entry to the chain and gives its number; the caller holds the transaction. */
export function record(
  desk: WriterDesk,
  action: string,
  caller: Caller,
  outcome: AuditEntry['outcome'],
  note: AuditNote
): number {
  const previous = lastAudit(desk.store.main)
  const nowMs = desk.nowMs()
  // The log never goes back in time; a clock that did is noticed and recorded instead.
  const backMs = previous === null ? 0 : Math.max(0, previous.atMs - nowMs)
  const body = {
    atMs: nowMs + backMs,
    operator: caller.operator,
    roles: [...caller.roles],
    action,
    objectType: note.objectType,
    objectId: note.objectId,
    caseId: note.caseId,
    outcome,
    details: backMs === 0 ? { ...note.details } : { ...note.details, clockWasBackMs: backMs }
  }
  const sealed = {
    ...body,
    ...sealEntry(previous ?? genesisHead(desk.workspaceId), body)
  }
  appendAudit(desk.store.main, sealed)
  return sealed.seq
}

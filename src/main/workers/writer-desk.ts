/** What every change of the writer thread works on, and the one way to append to the audit log. */
import type { AuditEntry } from '../../shared/contract/audit.ts'
import { genesisHead, sealEntry } from '../custody/audit-chain.ts'
import { pseudonymOf } from '../identity/pseudonym.ts'
import { appendAudit, lastAudit } from '../store/audit.ts'
import { stopUnfinished } from '../store/imports.ts'
import { createIngest, type Ingest } from '../store/ingest.ts'
import { inTransaction, openWriter, type WriterStore } from '../store/open.ts'
import { ensureSecrets, readSecret } from '../store/secrets.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { AuditNote, Caller, ThreadKeys } from './protocol.ts'

export interface WriterDesk {
  readonly store: WriterStore
  readonly ingest: Ingest
  readonly workspaceId: string
  nowMs(): number
  /** Drops remembered numbers when another process has written since the last call. */
  noticeOthers(): void
}

export function openWriterDesk(folder: string, keys: ThreadKeys, newWorkspaceId: string | null): WriterDesk {
  const store = openWriter(folder, { main: { hex: keys.main }, vault: { hex: keys.vault } })
  inTransaction(store, () => {
    ensureSecrets(store.vault)
    if (newWorkspaceId !== null) writeSetting(store.main, 'workspaceId', newWorkspaceId)
  })
  const pseudonymKey = readSecret(store.vault, 'pseudonym', '')
  const ingest = createIngest(store, {
    pseudonymOf: (personNumber) => pseudonymOf(pseudonymKey, personNumber),
    itemKey: readSecret(store.vault, 'item', '')
  })
  let version = store.main.number('PRAGMA data_version')
  return {
    store,
    ingest,
    workspaceId: readSetting(store.main, 'workspaceId'),
    nowMs: () => Date.now(),
    noticeOthers: () => {
      const current = store.main.number('PRAGMA data_version')
      if (current !== version) ingest.forget()
      version = current
    }
  }
}

/** Imports that a crash left running are stopped; only when no other process can be running one. */
export function stopCutOff(desk: WriterDesk): void {
  stopUnfinished(desk.store)
}

/** Appends one entry to the chain; the caller holds the transaction. */
export function record(
  desk: WriterDesk,
  action: string,
  caller: Caller,
  outcome: AuditEntry['outcome'],
  note: AuditNote
): void {
  const body = {
    atMs: desk.nowMs(),
    operator: caller.operator,
    roles: [...caller.roles],
    action,
    objectType: note.objectType,
    objectId: note.objectId,
    caseId: note.caseId,
    outcome,
    details: { ...note.details }
  }
  appendAudit(desk.store.main, {
    ...body,
    ...sealEntry(lastAudit(desk.store.main) ?? genesisHead(desk.workspaceId), body)
  })
}

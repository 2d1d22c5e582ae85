/** A real encrypted store in a temporary folder, with drafts of invented people. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { pseudonymOf } from '../../src/main/identity/pseudonym.ts'
import { beginImport, endImport, recordCounts } from '../../src/main/store/imports.ts'
import { undoImport, type Undone } from '../../src/main/store/undo.ts'
import { blankRecords } from '../../src/main/workers/batch-codec.ts'
import { createIngest, type Packed, type PackedBatch } from '../../src/main/store/ingest.ts'
import { sweepLeftovers } from '../../src/main/store/leftovers.ts'
import { inTransaction, openWriter, type StoreKeys, type WriterStore } from '../../src/main/store/open.ts'
import { ensureSecrets } from '../../src/main/store/secrets.ts'
import type { ActivityDraft, HrEventDraft, Recognition } from '../../src/shared/domain/draft.ts'

export interface TestStore {
  readonly folder: string
  readonly keys: StoreKeys
  store: WriterStore
  remove(): void
}

export function newKeys(): StoreKeys {
  const key = (): { hex: string } => ({ hex: randomBytes(48).toString('hex') })
  return { main: key(), vault: key() }
}

export function newStore(): TestStore {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-store-'))
  const keys = newKeys()
  const store = openWriter(folder, keys, true)
  inTransaction(store, () => {
    ensureSecrets(store.vault)
  })
  const test: TestStore = {
    folder,
    keys,
    store,
    remove: () => {
      test.store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return test
}

export const RECOGNITION: Recognition = {
  source: 'm365-audit',
  wrapping: 'json-lines',
  encoding: 'utf-8',
  confidence: 1,
  because: 'records hold Operation and CreationTime',
  reader: 'm365-audit',
  readerVersion: 1,
  timezone: 'UTC',
  timezoneBecause: 'audit times are UTC'
}

export function activity(ordinal: number, changed: Partial<Packed<ActivityDraft>> = {}): Packed<ActivityDraft> {
  return {
    ordinal,
    line: ordinal,
    byteOffset: ordinal * 100,
    recordKey: `tenant|record-${String(ordinal)}|filedownloaded`,
    atMs: Date.UTC(2026, 2, 2, 9, ordinal),
    workload: 'SharePoint',
    operation: 'FileDownloaded',
    outcome: 'success',
    actorKind: 'person',
    actor: 'mira.lindqvist@example.org',
    itemType: 'file',
    path: 'https://example.sharepoint.com/sites/Plans/Shared Documents/plan.docx',
    fileName: 'plan.docx',
    newFileName: '',
    extension: 'docx',
    siteUrl: 'https://example.sharepoint.com/sites/Plans',
    subject: '',
    targets: [],
    targetDomains: [],
    exposure: 'none',
    labelChange: 'none',
    alertSeverity: 'none',
    alertState: 'unknown',
    topic: '',
    label: '',
    sensitiveTypes: [],
    country: '',
    address: '192.0.2.7',
    device: '',
    sizeBytes: 0,
    itemCount: 1,
    rawBlock: 0,
    rawIndex: ordinal % 64,
    ...changed
  }
}

export function resignation(ordinal: number, identity: string): Packed<HrEventDraft> {
  return {
    ordinal,
    line: ordinal,
    byteOffset: 0,
    recordKey: `hr|${identity}`,
    kind: 'resignation',
    identity,
    atMs: Date.UTC(2026, 2, 1),
    lastDayMs: Date.UTC(2026, 2, 31),
    oldLevel: '',
    newLevel: '',
    rating: '',
    remarks: '',
    profile: null,
    rawBlock: 0,
    rawIndex: 0
  }
}

export function batch(parts: Partial<PackedBatch>): PackedBatch {
  return {
    activities: [],
    hrEvents: [],
    profiles: [],
    rejected: [],
    rawBlocks: [{ bytes: new Uint8Array([1, 2, 3]) }],
    ...parts
  }
}

/** A raw block of the sentences that its records say. */
export function rawOf(texts: readonly string[]): PackedBatch['rawBlocks'][number] {
  const lengths = Buffer.alloc(4 + texts.length * 4)
  lengths.writeUInt32LE(texts.length, 0)
  texts.forEach((text, index) => lengths.writeUInt32LE(Buffer.byteLength(text), 4 + index * 4))
  return { bytes: Uint8Array.from(deflateRawSync(Buffer.concat([lengths, ...texts.map((text) => Buffer.from(text))]))) }
}

/** Stores one file of one batch and ends its import; gives the import's number and what became of the rows. */
export function importBatch(
  { store }: TestStore,
  rows: PackedBatch,
  sha256 = 'ab'.repeat(32)
): { importId: number; kept: number; duplicate: number } {
  const ingest = createIngest(store, {
    pseudonymOf: (person) => pseudonymOf(new Uint8Array(32), person),
    itemKey: new Uint8Array(32)
  })
  return inTransaction(store, () => {
    const importId = beginImport(store, {
      path: '/evidence/audit.json',
      label: '',
      operator: 'ada',
      bytes: 10,
      startedMs: 1,
      recognition: RECOGNITION
    })
    const { kept, duplicate, firstAtMs, lastAtMs } = ingest.store(importId, rows)
    recordCounts(store, importId, {
      rowsRead: kept + duplicate + rows.rejected.length,
      kept,
      duplicate,
      rejected: rows.rejected.length,
      ignored: {},
      firstAtMs,
      lastAtMs
    })
    ingest.packFacts()
    endImport(store, importId, { status: 'finished', sha256, bytes: 10, warnings: [], durationMs: 1, people: 1 })
    return { importId, kept, duplicate }
  })
}

/** Takes an import back, out of both files, as the writer does. */
export function undo({ store }: TestStore, importId: number): Undone {
  const undone = inTransaction(store, () => undoImport(store, importId, { operator: 'ada', atMs: 9 }))
  sweepLeftovers(store, { blank: blankRecords, itemKey: new Uint8Array(32) })
  return undone
}

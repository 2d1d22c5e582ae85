/**
 * Stores batches of drafts: each row once, identities in the vault, pseudonymous facts in the main store. The caller
 * opens and commits the transaction; a batch that throws leaves nothing.
 */
import { createHash, createHmac } from 'node:crypto'
import type { ActivityDraft, HrEventDraft, ProfileDraft, ProfileFacts, RejectedRow } from '../../shared/domain/draft.ts'
import type { Pseudonym } from '../../shared/domain/pseudonym.ts'
import { actorKindCode, alertSeverityCode, exposureCode, itemTypeCode, labelChangeCode, outcomeCode } from './codes.ts'
import { dictionary, wordDictionary } from './dictionary.ts'
import type { WriterStore } from './open.ts'
import { peopleWriter } from './people.ts'

/** A draft whose raw record already lies in a compressed block of its batch. */
export type Packed<Draft> = Omit<Draft, 'raw'> & { readonly rawBlock: number; readonly rawIndex: number }

export interface PackedBatch {
  readonly activities: readonly Packed<ActivityDraft>[]
  readonly hrEvents: readonly Packed<HrEventDraft>[]
  readonly profiles: readonly Packed<ProfileDraft>[]
  readonly rejected: readonly RejectedRow[]
  readonly rawBlocks: readonly { readonly bytes: Uint8Array<ArrayBuffer> }[]
}

export interface BatchCounts {
  readonly kept: number
  readonly duplicate: number
  readonly firstAtMs: number | null
  readonly lastAtMs: number | null
}

export interface Ingest {
  store(importId: number, batch: PackedBatch): BatchCounts
  /** Drops everything remembered; needed after a rollback and when another process has written. */
  forget(): void
}

export interface IngestSecrets {
  readonly pseudonymOf: (personNumber: number) => Pseudonym
  /** Key of the hashes of item names. */
  readonly itemKey: Uint8Array
}

export function createIngest(store: WriterStore, secrets: IngestSecrets): Ingest {
  const people = peopleWriter(store, secrets.pseudonymOf)
  const workloads = wordDictionary(store.main, 'workload')
  const operations = wordDictionary(store.main, 'operation')
  const extensions = wordDictionary(store.main, 'extension')
  const sites = dictionary(store.vault, 'site')
  const addresses = dictionary(store.vault, 'address')
  const domainSets = dictionary(store.vault, 'domain_set')
  const itemKeys = itemKeyMaker(secrets.itemKey)
  const forget = (): void => {
    for (const memory of [people, workloads, operations, extensions, sites, addresses, domainSets]) memory.forget()
  }

  const isNew = (importId: number, recordKey: string): boolean => {
    const hash = createHash('sha256').update(recordKey).digest().subarray(0, 16)
    return (
      store.main.run('INSERT OR IGNORE INTO record_key (hash, import_id) VALUES (?, ?)', [blob(hash), importId]) === 1
    )
  }

  const storeBatch = (importId: number, batch: PackedBatch): BatchCounts => {
    const firstBlock = store.vault.number('SELECT coalesce(max(id), 0) + 1 FROM raw_block')
    const usedBlocks = new Set<number>()
    let kept = 0
    let duplicate = 0
    let firstAtMs = Infinity
    let lastAtMs = -Infinity
    const seen = (atMs: number): void => {
      kept += 1
      if (atMs < firstAtMs) firstAtMs = atMs
      if (atMs > lastAtMs) lastAtMs = atMs
    }
    let nextActivity = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM activity')
    // Profiles first: they tell under which other names a person acts.
    for (const draft of batch.profiles) {
      if (!isNew(importId, draft.recordKey)) {
        duplicate += 1
        continue
      }
      storeProfile(draft.identity, draft)
      usedBlocks.add(draft.rawBlock)
      kept += 1
    }
    for (const draft of batch.activities) {
      if (!isNew(importId, draft.recordKey)) {
        duplicate += 1
        continue
      }
      storeActivity(importId, nextActivity, draft, firstBlock + draft.rawBlock)
      nextActivity += 1
      usedBlocks.add(draft.rawBlock)
      seen(draft.atMs)
    }
    for (const draft of batch.hrEvents) {
      // What the row says of the person holds even where its event is known already.
      if (draft.profile !== null) storeProfile(draft.identity, draft.profile)
      if (!isNew(importId, draft.recordKey)) {
        duplicate += 1
        continue
      }
      storeHrEvent(importId, draft, firstBlock + draft.rawBlock)
      usedBlocks.add(draft.rawBlock)
      seen(draft.atMs)
    }
    for (const row of batch.rejected) {
      store.vault.run(
        'INSERT OR REPLACE INTO rejected_row (import_id, ordinal, line, byte_offset, reason, raw) VALUES (?, ?, ?, ?, ?, ?)',
        [importId, row.ordinal, row.line, row.byteOffset, row.reason, row.raw]
      )
    }
    // Blocks whose every record is a duplicate are not stored again.
    for (const [index, block] of batch.rawBlocks.entries()) {
      if (usedBlocks.has(index)) {
        store.vault.run('INSERT INTO raw_block (id, import_id, bytes) VALUES (?, ?, ?)', [
          firstBlock + index,
          importId,
          block.bytes
        ])
      }
    }
    return {
      kept,
      duplicate,
      firstAtMs: firstAtMs === Infinity ? null : firstAtMs,
      lastAtMs: lastAtMs === -Infinity ? null : lastAtMs
    }
  }

  const storeActivity = (importId: number, id: number, draft: Packed<ActivityDraft>, rawBlockId: number): void => {
    const isScored = draft.actorKind === 'person' || draft.actorKind === 'guest'
    const personId =
      isScored && draft.actor !== '' ? people.idOf(draft.actor, draft.actorKind === 'guest' ? 'guest' : 'person') : null
    store.main.run(
      'INSERT INTO activity (id, import_id, ordinal, at_ms, person_id, actor_kind, workload_id, operation_id, extension_id, outcome, item_type, ' +
        'exposure, label_change, alert_severity, is_own_site, item_key, new_item_key, site_id, address_id, domain_set_id, size_bytes, item_count, raw_block_id, raw_index) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        id,
        importId,
        draft.ordinal,
        draft.atMs,
        personId,
        actorKindCode.encode(draft.actorKind),
        workloads.idOf(draft.workload),
        operations.idOf(draft.operation),
        draft.extension === '' ? null : extensions.idOf(draft.extension),
        outcomeCode.encode(draft.outcome),
        itemTypeCode.encode(draft.itemType),
        exposureCode.encode(draft.exposure),
        labelChangeCode.encode(draft.labelChange),
        alertSeverityCode.encode(draft.alertSeverity),
        isOwnSite(draft) ? 1 : 0,
        draft.fileName === '' ? null : itemKeys(draft.fileName),
        draft.newFileName === '' ? null : itemKeys(draft.newFileName),
        draft.siteUrl === '' ? null : sites.idOf(draft.siteUrl),
        draft.address === '' ? null : addresses.idOf(draft.address),
        draft.targetDomains.length === 0 ? null : domainSets.idOf([...new Set(draft.targetDomains)].sort().join(' ')),
        draft.sizeBytes,
        draft.itemCount,
        rawBlockId,
        draft.rawIndex
      ]
    )
    store.vault.run(
      'INSERT INTO activity_text (activity_id, actor, path, file_name, new_file_name, subject, targets, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [
        id,
        personId === null ? draft.actor : '',
        draft.path,
        draft.fileName,
        draft.newFileName,
        draft.subject,
        draft.targets.join('\n'),
        draft.device
      ]
    )
    if (draft.itemType === 'account' && /^delete user$/i.test(draft.operation)) {
      for (const target of draft.targets.filter((address) => address.includes('@')).slice(0, 1)) {
        store.main.run('INSERT OR IGNORE INTO account_deletion (activity_id, person_id, at_ms) VALUES (?, ?, ?)', [
          id,
          people.idOf(target, 'person'),
          draft.atMs
        ])
      }
    }
  }

  const storeHrEvent = (importId: number, draft: Packed<HrEventDraft>, rawBlockId: number): void => {
    const id = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM hr_event')
    store.vault.run('INSERT INTO hr_text (hr_event_id, old_level, new_level, rating, remarks) VALUES (?, ?, ?, ?, ?)', [
      id,
      draft.oldLevel,
      draft.newLevel,
      draft.rating,
      draft.remarks
    ])
    store.main.run(
      'INSERT INTO hr_event (id, import_id, ordinal, person_id, kind, at_ms, last_day_ms, raw_block_id, raw_index) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        id,
        importId,
        draft.ordinal,
        people.idOf(draft.identity, 'person'),
        draft.kind,
        draft.atMs,
        draft.lastDayMs,
        rawBlockId,
        draft.rawIndex
      ]
    )
  }

  const storeProfile = (identity: string, profile: ProfileFacts): void => {
    const personId = people.idOf(identity, 'person')
    for (const alias of profile.aliases) people.addAlias(personId, alias)
    store.vault.run('UPDATE identity SET display_name = ?, first_name = ?, last_name = ? WHERE person_id = ?', [
      profile.displayName,
      profile.firstName,
      profile.lastName,
      personId
    ])
    store.main.run(
      'UPDATE person SET department = ?, title = ?, country = ?, hired_ms = ?, manager_id = ? WHERE id = ?',
      [
        profile.department === '' ? null : profile.department,
        profile.title === '' ? null : profile.title,
        profile.country === '' ? null : profile.country,
        profile.hiredMs,
        profile.manager === '' ? null : people.idOf(profile.manager, 'person'),
        personId
      ]
    )
  }

  return { store: storeBatch, forget }
}

/** Keyed hash of an item's name in lower case, 52 bits wide so that it is an exact number. */
function itemKeyMaker(key: Uint8Array): (name: string) => number {
  const known = new Map<string, number>()
  return (name) => {
    const folded = name.toLowerCase()
    let value = known.get(folded)
    if (value === undefined) {
      const digest = createHmac('sha256', key).update(folded).digest()
      value = digest.readUInt32BE(0) * 0x100000 + (digest.readUInt32BE(4) >>> 12)
      if (known.size >= 50_000) known.clear()
      known.set(folded, value)
    }
    return value
  }
}

/** OneDrive sites are named after their owner: `/personal/jane_doe_contoso_com` belongs to jane.doe@contoso.com. */
function isOwnSite(draft: Pick<ActivityDraft, 'actor' | 'siteUrl' | 'path'>): boolean {
  const url = draft.siteUrl === '' ? draft.path : draft.siteUrl
  const at = url.indexOf('/personal/')
  if (at < 0 || draft.actor === '') return false
  const end = url.indexOf('/', at + 10)
  const owner = url.slice(at + 10, end < 0 ? undefined : end).toLowerCase()
  const localPart = draft.actor.slice(0, Math.max(0, draft.actor.indexOf('@'))).replaceAll(/[^a-z0-9]/g, '_')
  // The segment is the address with every sign replaced, so it begins with the replaced local part.
  return localPart !== '' && owner.startsWith(`${localPart}_`)
}

function blob(buffer: Buffer): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(buffer.length)
  copy.set(buffer)
  return copy
}

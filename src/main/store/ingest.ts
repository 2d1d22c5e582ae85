/**
 * Stores batches of drafts: each row once, identities in the vault, pseudonymous facts in the main store. The caller
 * opens and commits the transaction; a batch that throws leaves nothing.
 */
import { hash } from 'node:crypto'
import type { ActivityDraft, HrEventDraft, ProfileDraft, RejectedRow } from '../../shared/domain/draft.ts'
import {
  actorKindCode,
  alertSeverityCode,
  alertStateCode,
  exposureCode,
  itemTypeCode,
  labelChangeCode,
  outcomeCode
} from './codes.ts'
import { integer, integerOrNull } from './columns.ts'
import { dictionary, wordDictionary } from './dictionary.ts'
import { CLASS_COLUMNS, factWriter, type PackedFact } from './fact-blocks.ts'
import type { WriterStore } from './open.ts'
import { topicOf } from './own-address.ts'
import { importCounter, type OpenCounts } from './import-counts.ts'
import { type PeopleSecrets, peopleWriter } from './people.ts'
import { tellProfile } from './profiles.ts'
import { recordKeys } from './record-keys.ts'
import type { Sql } from './sql.ts'
import { type ImportTally, type Met, Tally } from './tally.ts'

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
  /** Called once, when the import ends. */
  takeTally(importId: number): ImportTally
  /** Packs what is not packed yet, inside a transaction of the caller. */
  packFacts(): void
  /** Drops everything remembered; needed after a rollback and when another process has written. */
  forget(): void
}

export interface IngestSecrets extends PeopleSecrets {
  /** Key of the hashes of item names. */
  readonly itemKey: Uint8Array
}

export function createIngest(store: WriterStore, secrets: IngestSecrets): Ingest {
  const people = peopleWriter(store, secrets)
  const keys = recordKeys(store.main, secrets.itemKey)
  const facts = factWriter(store.main)
  const counts = importCounter(store.main)
  const workloads = wordDictionary(store.main, 'workload')
  const operations = wordDictionary(store.main, 'operation')
  const extensions = wordDictionary(store.main, 'extension')
  const topics = wordDictionary(store.main, 'topic')
  const countries = wordDictionary(store.main, 'country')
  const labels = dictionary(store.vault, 'label')
  const sensitiveSets = dictionary(store.vault, 'sensitive_set')
  const sites = dictionary(store.vault, 'site')
  const addresses = dictionary(store.vault, 'address')
  const domainSets = dictionary(store.vault, 'domain_set')
  const itemKeys = itemKeyMaker(secrets.itemKey)
  const tallies = new Map<number, Tally>()
  const forget = (): void => {
    const dictionaries = [workloads, operations, extensions, topics, countries, labels, sensitiveSets]
    for (const memory of [people, keys, facts, ...dictionaries, sites, addresses, domainSets]) memory.forget()
  }

  /** Null for a new record; else what is known of the one that is there, and this import is noted beside its own. */
  const meet = (importId: number, kind: RecordKind, row: RowPlace, id: number): Met | null => {
    const known = keys.take(row.recordKey, id)
    if (known === null) return null
    const owner = store.main.get(OWNER_SQL[kind], [known])
    const ownerId = owner === undefined ? importId : integer(owner, 'import_id')
    if (ownerId !== importId) {
      store.main.run('INSERT OR IGNORE INTO sighting (import_id, record_id, ordinal) VALUES (?, ?, ?)', [
        importId,
        known,
        row.ordinal
      ])
    }
    return { ownerId, atMs: owner === undefined ? null : integerOrNull(owner, 'at_ms') }
  }

  const storeBatch = (importId: number, batch: PackedBatch): BatchCounts => {
    const firstBlock = store.main.number('SELECT coalesce(max(id), 0) + 1 FROM block')
    const usedBlocks = new Set<number>()
    const tally = new Tally()
    const days = counts.open(importId)
    const packed: PersonFact[] = []
    let nextId = lastRecord(store.main) + 1
    let kept = 0
    let firstAtMs = Infinity
    let lastAtMs = -Infinity
    const keep = (rawBlock: number, atMs: number | null): void => {
      kept += 1
      nextId += 1
      usedBlocks.add(rawBlock)
      if (atMs === null) return
      if (atMs < firstAtMs) firstAtMs = atMs
      if (atMs > lastAtMs) lastAtMs = atMs
    }
    // Profiles first: they tell under which other names a person acts.
    for (const draft of batch.profiles) {
      const personId = people.idOf(draft.identity, 'person')
      tellProfile(store, people, importId, personId, draft)
      const met = meet(importId, 'profile', draft, nextId)
      if (met !== null) {
        tally.met(importId, met, null)
        continue
      }
      storeProfile(importId, nextId, personId, draft, firstBlock + draft.rawBlock)
      keep(draft.rawBlock, null)
    }
    for (const draft of batch.activities) {
      const met = meet(importId, 'activity', draft, nextId)
      if (met !== null) {
        tally.met(importId, met, draft.atMs)
        continue
      }
      storeActivity(importId, nextId, draft, firstBlock + draft.rawBlock, { tally, days, packed })
      keep(draft.rawBlock, draft.atMs)
    }
    for (const draft of batch.hrEvents) {
      const personId = people.idOf(draft.identity, 'person')
      // What the row says of the person holds even where its event is known already.
      if (draft.profile !== null) tellProfile(store, people, importId, personId, draft.profile)
      const met = meet(importId, 'hr-event', draft, nextId)
      if (met !== null) {
        tally.met(importId, met, draft.atMs)
        continue
      }
      storeHrEvent(importId, nextId, personId, draft, firstBlock + draft.rawBlock)
      keep(draft.rawBlock, draft.atMs)
    }
    for (const row of batch.rejected) {
      store.vault.run(
        'INSERT OR REPLACE INTO rejected_row (import_id, ordinal, line, byte_offset, reason, raw) VALUES (?, ?, ?, ?, ?, ?)',
        [importId, row.ordinal, row.line, row.byteOffset, row.reason, row.raw]
      )
    }
    // Blocks whose every record is a duplicate are not stored again.
    for (const [index, block] of batch.rawBlocks.entries()) {
      if (!usedBlocks.has(index)) continue
      store.main.run('INSERT INTO block (id, import_id) VALUES (?, ?)', [firstBlock + index, importId])
      store.vault.run('INSERT INTO raw_block (id, bytes) VALUES (?, ?)', [firstBlock + index, block.bytes])
    }
    days.write()
    keys.settle()
    for (const { personId, fact } of packed) facts.add(personId, fact)
    facts.settle()
    tallies.set(importId, tally.after(tallies.get(importId)))
    return {
      kept,
      duplicate: batch.activities.length + batch.hrEvents.length + batch.profiles.length - kept,
      firstAtMs: firstAtMs === Infinity ? null : firstAtMs,
      lastAtMs: lastAtMs === -Infinity ? null : lastAtMs
    }
  }

  const storeActivity = (
    importId: number,
    id: number,
    draft: Packed<ActivityDraft>,
    rawBlockId: number,
    { tally, days, packed }: { tally: Tally; days: OpenCounts; packed: PersonFact[] }
  ): void => {
    const isScored = draft.actorKind === 'person' || draft.actorKind === 'guest'
    const personId =
      isScored && draft.actor !== '' ? people.idOf(draft.actor, draft.actorKind === 'guest' ? 'guest' : 'person') : null
    const workloadId = workloads.idOf(draft.workload)
    const operationId = operations.idOf(draft.operation)
    const topic = topicOf(draft)
    if (personId !== null) tally.people.add(personId)
    days.add(workloadId, operationId, draft.atMs)
    const of = [
      workloadId,
      operationId,
      draft.extension === '' ? null : extensions.idOf(draft.extension),
      actorKindCode.encode(draft.actorKind),
      outcomeCode.encode(draft.outcome),
      itemTypeCode.encode(draft.itemType),
      exposureCode.encode(draft.exposure),
      labelChangeCode.encode(draft.labelChange),
      alertSeverityCode.encode(draft.alertSeverity),
      alertStateCode.encode(draft.alertState),
      isOwnSite(draft) ? 1 : 0,
      topic === '' ? null : topics.idOf(topic),
      draft.country === '' ? null : countries.idOf(draft.country),
      draft.label === '' ? null : labels.idOf(draft.label),
      draft.sensitiveTypes.length === 0
        ? null
        : sensitiveSets.idOf([...new Set(draft.sensitiveTypes)].sort().join('\n'))
    ]
    const itemKey = draft.fileName === '' ? null : itemKeys(draft.fileName)
    const newItemKey = draft.newFileName === '' ? null : itemKeys(draft.newFileName)
    const siteId = draft.siteUrl === '' ? null : sites.idOf(draft.siteUrl)
    const addressId = draft.address === '' ? null : addresses.idOf(draft.address)
    const domainSetId =
      draft.targetDomains.length === 0 ? null : domainSets.idOf([...new Set(draft.targetDomains)].sort().join(' '))
    const { atMs, sizeBytes, itemCount } = draft
    store.main.run(INSERT_ACTIVITY, [
      id,
      importId,
      draft.ordinal,
      atMs,
      personId,
      ...of,
      itemKey,
      newItemKey,
      siteId,
      addressId,
      domainSetId,
      sizeBytes,
      itemCount,
      rawBlockId,
      draft.rawIndex
    ])
    if (personId !== null) {
      const classId = facts.classOf(of)
      const fact = { id, atMs, classId, itemKey, newItemKey, siteId, addressId, domainSetId, sizeBytes, itemCount }
      packed.push({ personId, fact })
    }
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

  const storeHrEvent = (
    importId: number,
    id: number,
    personId: number,
    draft: Packed<HrEventDraft>,
    rawBlockId: number
  ): void => {
    store.vault.run('INSERT INTO hr_text (hr_event_id, old_level, new_level, rating, remarks) VALUES (?, ?, ?, ?, ?)', [
      id,
      draft.oldLevel,
      draft.newLevel,
      draft.rating,
      draft.remarks
    ])
    store.main.run(
      'INSERT INTO hr_event (id, import_id, ordinal, person_id, kind, at_ms, last_day_ms, raw_block_id, raw_index) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [id, importId, draft.ordinal, personId, draft.kind, draft.atMs, draft.lastDayMs, rawBlockId, draft.rawIndex]
    )
  }

  const storeProfile = (
    importId: number,
    id: number,
    personId: number,
    draft: Packed<ProfileDraft>,
    rawBlockId: number
  ): void => {
    store.main.run(
      'INSERT INTO profile (id, import_id, ordinal, person_id, raw_block_id, raw_index) VALUES (?, ?, ?, ?, ?, ?)',
      [id, importId, draft.ordinal, personId, rawBlockId, draft.rawIndex]
    )
  }

  return {
    store: storeBatch,
    takeTally: (importId) => {
      const tally = tallies.get(importId) ?? new Tally()
      tallies.delete(importId)
      return { people: tally.people.size, shared: tally.shared }
    },
    packFacts: () => {
      facts.flush()
    },
    forget
  }
}

interface PersonFact {
  readonly personId: number
  readonly fact: PackedFact
}

const INSERT_ACTIVITY =
  `INSERT INTO activity (id, import_id, ordinal, at_ms, person_id, ${CLASS_COLUMNS.join(', ')}, item_key, new_item_key, ` +
  `site_id, address_id, domain_set_id, size_bytes, item_count, raw_block_id, raw_index) VALUES (${Array(29).fill('?').join(', ')})`

type RecordKind = 'activity' | 'hr-event' | 'profile'
type RowPlace = Pick<ActivityDraft, 'recordKey' | 'ordinal'>

const OWNER_SQL: Readonly<Record<RecordKind, string>> = {
  activity: 'SELECT import_id, at_ms FROM activity WHERE id = ?',
  'hr-event': 'SELECT import_id, at_ms FROM hr_event WHERE id = ?',
  profile: 'SELECT import_id, NULL AS at_ms FROM profile WHERE id = ?'
}

/** Activities, HR events and profiles draw their numbers from one sequence. */
export function lastRecord(main: Sql): number {
  return main.number(
    'SELECT max((SELECT coalesce(max(id), 0) FROM activity), (SELECT coalesce(max(id), 0) FROM hr_event), (SELECT coalesce(max(id), 0) FROM profile))'
  )
}

/** Keyed hash of an item's name in lower case, 52 bits wide so that it is an exact number. Too short to be extended. */
function itemKeyMaker(key: Uint8Array): (name: string) => number {
  const prefix = Buffer.from(key).toString('hex')
  const known = new Map<string, number>()
  return (name) => {
    const folded = name.toLowerCase()
    let value = known.get(folded)
    if (value === undefined) {
      const digest = hash('sha256', prefix + folded, 'buffer')
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

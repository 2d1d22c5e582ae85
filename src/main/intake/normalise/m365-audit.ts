/**
 * Makes an activity of one Microsoft 365 audit record. It keeps every record that has a time, with whatever is known; it
 * refuses, with a sentence, only what has none. It never looks at anything but the record.
 */
import { createHash } from 'node:crypto'
import type { ActivityDraft } from '../../../shared/domain/draft.ts'
import { canonical } from './content-key.ts'
import { actorOf } from './m365/actor.ts'
import { addressOf } from './m365/address.ts'
import { fillAlert } from './m365/alert.ts'
import { fillAnalytics } from './m365/analytics.ts'
import { fillAssistant } from './m365/assistant.ts'
import { fillChat } from './m365/chat.ts'
import { fillDirectory } from './m365/directory.ts'
import { fillEndpoint } from './m365/endpoint.ts'
import { type RecordFamily, familyOf } from './m365/family.ts'
import { type Fields, trimmed } from './field.ts'
import { fillFile, fillLooseFile } from './m365/files.ts'
import { type Filling, emptyDraft } from './filling.ts'
import { labelChangeOf, labelOf } from './m365/label.ts'
import { fillMail } from './m365/mail.ts'
import { fillMailboxSettings, fillRuleChange } from './m365/mailbox-settings.ts'
import { operationOf, outcomeOf } from './m365/operation.ts'
import { fillProtection } from './m365/protection.ts'
import { fillSharing } from './m365/sharing.ts'
import { auditTime } from './m365/time.ts'
import { fillWebVisit } from './m365/web-visit.ts'

/** The name of the operation where the record has none: such records exist, and their time and address still count. */
const NO_OPERATION = 'Unknown'

export function normaliseAudit(
  record: Fields,
  raw: string,
  ordinal: number,
  line: number,
  byteOffset: number
): ActivityDraft | string {
  const atMs = auditTime(record['CreationTime'])
  if (Number.isNaN(atMs))
    return record['CreationTime'] === undefined ? 'The record has no time.' : 'The time of the record cannot be read.'
  const draft = emptyDraft(raw, ordinal, line, byteOffset)
  draft.atMs = atMs
  draft.operation = operationOf(record['Operation']) || NO_OPERATION
  draft.outcome = outcomeOf(record, draft.operation)
  draft.workload = trimmed(record['Workload'])
  const family = familyOf(record)
  const actor = actorOf(record, family)
  draft.actor = actor.name
  draft.actorKind = actor.kind
  draft.address = addressOf(record)
  fill(draft, record, family)
  draft.labelChange = labelChangeOf(record, draft.operation)
  draft.label = labelOf(record, draft.labelChange)
  draft.recordKey = recordKeyOf(record, draft)
  return draft
}

function fill(draft: Filling, record: Fields, family: RecordFamily): void {
  switch (family) {
    case 'files':
      fillFile(draft, record)
      fillSharing(draft, record)
      return
    case 'mail':
      fillMail(draft, record)
      if (draft.operation === 'UpdateInboxRules') fillRuleChange(draft, record)
      return
    case 'mailbox-settings':
      return fillMailboxSettings(draft, record)
    case 'protection':
      return fillProtection(draft, record)
    case 'endpoint':
      fillEndpoint(draft, record)
      return fillWebVisit(draft, record)
    case 'directory':
      return fillDirectory(draft, record)
    case 'chat':
      return fillChat(draft, record)
    case 'alert':
      return fillAlert(draft, record)
    case 'analytics':
      return fillAnalytics(draft, record)
    case 'assistant':
      return fillAssistant(draft, record)
    case 'other':
      fillLooseFile(draft, record)
      return fillWebVisit(draft, record)
  }
}

/**
 * What makes a record the same record in another wrapping: its id within its tenant, with the operation, because a match
 * and its undoing share an id. Records without an id are known by their content.
 */
function recordKeyOf(record: Fields, draft: ActivityDraft): string {
  const id = record['Id']
  if (typeof id === 'string' && id !== '')
    return `${trimmed(record['OrganizationId'])}|${id}|${draft.operation}`.toLowerCase()
  const content = createHash('sha256')
  content.update(`${draft.atMs}|${draft.operation.toLowerCase()}|${draft.actor}|`)
  content.update(canonical(record, OUTSIDE_CONTENT))
  return `content|${content.digest('hex')}`
}

/** Fields that the key already holds, or that differ between wrappings of one record. */
const OUTSIDE_CONTENT = new Set(['CreationTime', 'Operation', 'UserId', 'RecordType', 'UserType'])

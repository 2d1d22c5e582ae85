/**
 * Rows of the cloud-app table. Those of Microsoft 365 carry the audit record that they were made of; then the activity is
 * that record, and is the same one as in an export of the audit log. Others are read by their own columns.
 */
import type { ActivityDraft } from '../../../../shared/domain/draft.ts'
import { countryOf } from '../country.ts'
import { type Fields, fieldsOf, isFields, listOf, trimmed } from '../field.ts'
import { baseName, extensionOf, type Filling } from '../filling.ts'
import { isCompleteRecord } from '../m365/envelope.ts'
import { identityOf } from '../m365/identity.ts'
import { normaliseAudit } from '../m365-audit.ts'
import { firstAddress } from './identity.ts'

/** The audit record inside, read as such; null where there is none. */
export function auditInside(fields: Fields): ActivityDraft | null {
  const inside = fieldsOf(fields['RawEventData'])
  if (!isCompleteRecord(inside)) return null
  const draft = normaliseAudit(inside, '', 0, 0, 0)
  return typeof draft === 'string' ? null : draft
}

/** Who acted stands in the app's own event under one of these. */
const USER_FIELDS = ['UserId', 'userPrincipalName', 'user_email', 'email', 'user', 'login'] as const

export function fillCloudApp(draft: Filling, fields: Fields): void {
  draft.address = firstAddress(fields)
  draft.device = trimmed(fields['DeviceName'])
  draft.country = countryOf(trimmed(fields['CountryCode']))
  fillActor(draft, fields)
  fillItem(draft, fields)
}

function fillActor(draft: Filling, fields: Fields): void {
  const inside = fieldsOf(fields['RawEventData'])
  // A query may have lifted the user out of the event.
  const own = [trimmed(fields['UserId']), trimmed(fields['AccountId'])]
  const written = [...USER_FIELDS.map((field) => trimmed(inside?.[field])), ...own]
  const user = identityOf(written.find((name) => name.includes('@')) ?? '')
  if (user.name !== '') {
    draft.actor = user.name
    draft.actorKind = user.kind
  }
  const type = trimmed(fields['AccountType']).toLowerCase()
  if (type === 'application' || type === 'system') draft.actorKind = 'service'
  else if (draft.actorKind === 'person' && trimmed(fields['IsExternalUser']).toLowerCase() === 'true')
    draft.actorKind = 'guest'
}

function fillItem(draft: Filling, fields: Fields): void {
  const objects = listOf(fields['ActivityObjects']).filter(isFields)
  const file = objects.find((entry) => /^(file|folder)$/i.test(trimmed(entry['Type'])))
  const name = trimmed(file?.['Name']) || trimmed(fields['ObjectName'])
  const type = (trimmed(file?.['Type']) || trimmed(fields['ObjectType'])).toLowerCase()
  draft.path = name
  draft.itemType = type === 'file' ? 'file' : type === 'folder' ? 'folder' : name === '' ? 'none' : 'other'
  if (draft.itemType !== 'file') return
  draft.fileName = baseName(name)
  draft.extension = extensionOf(draft.fileName)
}

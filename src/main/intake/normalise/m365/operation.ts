/** The operation in one spelling, and whether it succeeded. Statuses lie: a failed sign-in often carries "Success". */
import type { ActivityOutcome } from '../../../../shared/domain/draft.ts'
import { type Fields, fieldsOf, numberOf, trimmed } from '../field.ts'

const REMEMBERED = 20_000
let known = new Map<string, string>()

/** Spellings that differ between workloads, and friendly names that some export tools write, in lower case. */
const CANONICAL: Readonly<Record<string, string>> = {
  dlprulematch: 'DlpRuleMatch',
  dlpruleundo: 'DlpRuleUndo',
  dlpinfo: 'DlpInfo',
  'accessed file': 'FileAccessed',
  'previewed file': 'FilePreviewed',
  'downloaded file': 'FileDownloaded',
  'uploaded file': 'FileUploaded',
  'modified file': 'FileModified',
  'deleted file': 'FileDeleted',
  'renamed file': 'FileRenamed',
  'moved file': 'FileMoved',
  'copied file': 'FileCopied',
  'restored file': 'FileRestored',
  'recycled file': 'FileRecycled',
  'checked in file': 'FileCheckedIn',
  'checked out file': 'FileCheckedOut',
  'deleted file from recycle bin': 'FileDeletedFirstStageRecycleBin',
  'deleted file from second-stage recycle bin': 'FileDeletedSecondStageRecycleBin',
  'downloaded files to computer': 'FileSyncDownloadedFull',
  'uploaded files to document library': 'FileSyncUploadedFull',
  'accessed folder': 'FolderAccessed',
  'deleted folder': 'FolderDeleted',
  'shared file, folder, or site': 'SharingSet',
  'created a sharing invitation': 'SharingInvitationCreated',
  'created sharing invitation': 'SharingInvitationCreated',
  'accepted sharing invitation': 'SharingInvitationAccepted',
  'created an anonymous link': 'AnonymousLinkCreated',
  'used an anonymous link': 'AnonymousLinkUsed',
  'created a company shareable link': 'CompanyLinkCreated',
  'created secure link': 'SecureLinkCreated',
  'user added to secure link': 'AddedToSecureLink',
  'created access request': 'AccessRequestCreated',
  'accepted access request': 'AccessRequestAccepted',
  'added user or group to sharepoint group': 'AddedToGroup',
  'added site collection admin': 'SiteCollectionAdminAdded',
  'user signed in': 'UserLoggedIn',
  'user signed in to teams': 'TeamsSessionStarted',
  'deleted user': 'Delete user',
  'added user': 'Add user',
  'sent message': 'Send',
  'created mailbox item': 'Create',
  'accessed mailbox items': 'MailItemsAccessed'
}

export function operationOf(value: unknown): string {
  const written = typeof value === 'string' ? value : ''
  const remembered = known.get(written)
  if (remembered !== undefined) return remembered
  const bare = written.replace(/\s+/g, ' ').trim().replace(/\.+$/, '').trim()
  const operation = CANONICAL[bare.toLowerCase()] ?? bare
  if (known.size >= REMEMBERED) known = new Map()
  known.set(written, operation)
  return operation
}

/** What a block by an endpoint policy is called in EnforcementMode; a warning that was heeded is 2. */
const BLOCKED = 4
const WARNED = 2

export function outcomeOf(record: Fields, operation: string): ActivityOutcome {
  if (operation === 'UserLoginFailed' || trimmed(record['LogonError']) !== '') return 'failure'
  if (operation === 'UserLoggedIn') return 'success'
  const enforcement = numberOf(record['EnforcementMode'] ?? fieldsOf(record['EndpointMetaData'])?.['EnforcementMode'])
  if (enforcement === BLOCKED) return 'failure'
  if (enforcement === WARNED) return 'unknown'
  const status = record['ResultStatus']
  // Most workloads only write what happened, and then write no status.
  if (status === undefined || status === null || status === '') return 'success'
  switch (trimmed(status).toLowerCase()) {
    case 'true':
    case 'success':
    case 'succeeded':
    case 'successful':
    case 'completed':
    case 'allowed':
    case 'ok':
    case '0':
      return 'success'
    case 'false':
    case 'failed':
    case 'failure':
    case 'error':
    case 'denied':
    case 'blocked':
      return 'failure'
    default:
      return 'unknown'
  }
}

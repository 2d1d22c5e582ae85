/** What an operation of a log means in plain words. The log's own name stays beside it; unknown ones are only spelt out. */
import type { ActivityView } from '../../../shared/contract/activity.ts'

const WORDS: Readonly<Record<string, string>> = {
  // Files and folders, SharePoint and OneDrive
  FileAccessed: 'Opened a file',
  FileAccessedExtended: 'Kept a file open',
  FilePreviewed: 'Previewed a file',
  FileDownloaded: 'Downloaded a file',
  FileUploaded: 'Uploaded a file',
  FileModified: 'Changed a file',
  FileModifiedExtended: 'Kept changing a file',
  FileCopied: 'Copied a file',
  FileMoved: 'Moved a file',
  FileRenamed: 'Renamed a file',
  FileDeleted: 'Deleted a file',
  FileRecycled: 'Put a file into the recycle bin',
  FileDeletedFirstStageRecycleBin: 'Deleted a file from the recycle bin',
  FileDeletedSecondStageRecycleBin: 'Deleted a file from the second recycle bin',
  FileRestored: 'Restored a file',
  FileVersionsAllDeleted: 'Deleted all versions of a file',
  FileVersionsAllRecycled: 'Put all versions of a file into the recycle bin',
  FileCheckedOut: 'Checked a file out',
  FileCheckedIn: 'Checked a file in',
  FileSyncDownloadedFull: 'Synchronised a file to a computer',
  FileSyncDownloadedPartial: 'Synchronised part of a file to a computer',
  FileSyncUploadedFull: 'Synchronised a file from a computer',
  FileMalwareDetected: 'Malware found in a file',
  FolderCreated: 'Created a folder',
  FolderDeleted: 'Deleted a folder',
  FolderMoved: 'Moved a folder',
  FolderRenamed: 'Renamed a folder',
  FolderCopied: 'Copied a folder',
  FolderRecycled: 'Put a folder into the recycle bin',
  PageViewed: 'Viewed a page',
  PageViewedExtended: 'Kept viewing a page',
  PagePrefetched: 'Page loaded ahead by the app',
  ListViewed: 'Viewed a list',
  SearchQueryPerformed: 'Searched',
  // Sharing
  SharingSet: 'Shared an item',
  SharingInvitationCreated: 'Invited somebody to an item',
  SharingInvitationAccepted: 'Accepted an invitation to an item',
  SharingRevoked: 'Stopped sharing an item',
  SecureLinkCreated: 'Created a link for certain people',
  SecureLinkUsed: 'Used a link for certain people',
  AddedToSecureLink: 'Added somebody to a link',
  CompanyLinkCreated: 'Created a link for the organisation',
  CompanyLinkUsed: 'Used a link for the organisation',
  AnonymousLinkCreated: 'Created a link that anyone can use',
  AnonymousLinkUpdated: 'Changed a link that anyone can use',
  AnonymousLinkUsed: 'Used a link that anyone can use',
  AccessRequestCreated: 'Asked for access',
  AddedToGroup: 'Added somebody to a group',
  SiteCollectionAdminAdded: 'Made somebody administrator of a site',
  // Mail
  MailItemsAccessed: 'Read mail',
  Send: 'Sent mail',
  SendAs: 'Sent mail as another account',
  SendOnBehalf: 'Sent mail on behalf of another account',
  Create: 'Created a mail item',
  Update: 'Changed a mail item',
  Move: 'Moved mail',
  MoveToDeletedItems: 'Moved mail to deleted items',
  SoftDelete: 'Deleted mail, can be recovered',
  HardDelete: 'Deleted mail for good',
  'New-InboxRule': 'Created a mail rule',
  'Set-InboxRule': 'Changed a mail rule',
  UpdateInboxRules: 'Changed mail rules',
  'Set-Mailbox': 'Changed settings of a mailbox',
  'Add-MailboxPermission': 'Gave access to a mailbox',
  AddFolderPermissions: 'Gave access to a mail folder',
  // Sign-in and accounts
  UserLoggedIn: 'Signed in',
  UserLoginFailed: 'Failed to sign in',
  'Add user': 'Created an account',
  'Delete user': 'Deleted an account',
  'Disable account': 'Disabled an account',
  'Add member to role': 'Gave a role to an account',
  'Remove member from role': 'Took a role from an account',
  'Reset user password': 'Reset a password',
  'Consent to application': 'Gave an application access',
  // Teams and devices
  TeamsSessionStarted: 'Started Teams',
  MessageSent: 'Sent a chat message',
  MessageDeleted: 'Deleted a chat message',
  MessageEditedHasLink: 'Edited a chat message with a link',
  ChatCreated: 'Created a chat',
  MemberAdded: 'Added somebody to a team',
  TeamDeleted: 'Deleted a team',
  FileCreatedOnRemovableMedia: 'Copied a file to removable media',
  FileCopiedToRemovableMedia: 'Copied a file to removable media',
  FilePrinted: 'Printed a file',
  FileUploadedToCloud: 'Uploaded a file to the web',
  FileCopiedToClipboard: 'Copied from a file to the clipboard',
  RemovableMediaMount: 'Plugged in removable media',
  RemovableMediaUnmount: 'Removed removable media',
  FileArchived: 'Packed files into an archive',
  // Labels
  SensitivityLabelApplied: 'Applied a sensitivity label',
  SensitivityLabelUpdated: 'Changed a sensitivity label',
  SensitivityLabelRemoved: 'Removed a sensitivity label',
  FileSensitivityLabelApplied: 'Applied a sensitivity label',
  FileSensitivityLabelChanged: 'Changed a sensitivity label',
  FileSensitivityLabelRemoved: 'Removed a sensitivity label'
}

export function operationWords({ operation, outcome }: Pick<ActivityView, 'operation' | 'outcome'>): string {
  const said = WORDS[operation] ?? spellOut(operation)
  return outcome === 'failure' && operation !== 'UserLoginFailed' ? `${said} (failed)` : said
}

/** `NewThingMade` becomes `New thing made`; what has its own spaces or dashes stays. */
function spellOut(operation: string): string {
  if (/[\s-]/.test(operation)) return operation
  const parted = operation.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return parted.charAt(0).toUpperCase() + parted.slice(1)
}

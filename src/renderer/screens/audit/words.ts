/** Audit actions in words. An action without words here is shown by its name. */
import type { AuditEntry } from '../../../shared/contract/audit.ts'

const WORDS: Readonly<Record<string, string>> = {
  'workspace.create': 'Created the workspace',
  'workspace.unlock': 'Unlocked the workspace',
  'workspace.lock': 'Locked the workspace',
  'workspace.timezone': 'Changed the time zone of the workspace',
  'operator.add': 'Added an operator',
  'import.start': 'Began an import',
  'import.file': 'Imported a file',
  'import.refused': 'Refused a file',
  'workspace.unlock-failed': 'Failed to unlock the workspace',
  'import.cancel': 'Stopped an import',
  'import.undo': 'Undid an import',
  'watch.choose': 'Chose a folder to watch',
  'watch.stop': 'Stopped watching a folder',
  'policy.create': 'Created a policy',
  'policy.edit': 'Changed a policy',
  'policy.copy': 'Copied a policy',
  'policy.switch': 'Switched a policy on or off',
  'policy.delete': 'Deleted a policy',
  'setting.change': 'Changed settings of all policies',
  'group.create': 'Made a priority group',
  'group.add': 'Added people to a priority group',
  'group.remove': 'Took people out of a priority group',
  'group.delete': 'Deleted a priority group',
  'asset.change': 'Changed the physical assets of priority',
  'person.scope': 'Started scoring by hand',
  'person.unscope': 'Took people out of scope',
  'score.run': 'Brought scores up to date',
  'alert.dismiss': 'Dismissed alerts',
  'alert.confirm': 'Confirmed alerts into a case',
  'alert.undo': 'Took back a decision',
  'alert.undoLast': 'Took back the last decision',
  'person.find': 'Looked up a named person',
  'case.note': 'Added a case note',
  'case.resolve': 'Resolved a case',
  'reveal.request': 'Asked for a name',
  'reveal.approve': 'Granted a name',
  'reveal.refuse': 'Refused a name',
  'reveal.withdraw': 'Ended a request for a name',
  'reveal.show': 'Was shown a name',
  'audit.checkpoint': 'Made a checkpoint of this log',
  'export.case': 'Exported a case'
}

export const actionWords = (action: string): string => WORDS[action] ?? action

export const OUTCOME_WORDS: Readonly<Record<AuditEntry['outcome'], string>> = {
  done: 'done',
  refused: 'refused',
  failed: 'failed'
}

export const writeDetails = (details: AuditEntry['details']): string =>
  Object.entries(details)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')

/** Every command that there is, in the order in which help lists them. */
import type { Command } from './command.ts'
import { activities } from './commands/activity.ts'
import { alertConfirm, alertDismiss, alerts, alertShow, alertUndo } from './commands/alert.ts'
import { analytics } from './commands/analytics.ts'
import { assetList, assetSet } from './commands/asset.ts'
import { auditCheckpoint, auditExport, auditList } from './commands/audit.ts'
import { policyBacktest } from './commands/backtest.ts'
import { bench } from './commands/bench.ts'
import { caseList, caseNote, caseResolve, caseShow, caseTimeline } from './commands/case.ts'
import { doctor } from './commands/doctor.ts'
import { exportCase } from './commands/export.ts'
import { groupAdd, groupCreate, groupDelete, groupList, groupMembers, groupRemove } from './commands/group.ts'
import { importCoverage, importList, importPaths, importRejected, importShow, importUndo } from './commands/import.ts'
import { importPreview } from './commands/import-preview.ts'
import { operatorAdd, operatorList } from './commands/operator.ts'
import { people, personFind, personScope, personUnscope, rank } from './commands/person.ts'
import {
  policyCopy,
  policyCreate,
  policyDelete,
  policyDiff,
  policyEdit,
  policyExport,
  policyList,
  policyOff,
  policyOn,
  policyShow,
  policyTemplates,
  policyVersions
} from './commands/policy.ts'
import {
  revealApprove,
  revealLedger,
  revealRefuse,
  revealRequest,
  revealShow,
  revealWithdraw
} from './commands/reveal.ts'
import { score } from './commands/score.ts'
import { settingsEdit, settingsShow } from './commands/settings.ts'
import { verifyAudit, verifyBundleCommand, verifyWorkspace } from './commands/verify.ts'
import { init } from './commands/workspace.ts'

export const COMMANDS: readonly Command[] = [
  init,
  operatorAdd,
  operatorList,
  importPaths,
  importPreview,
  importList,
  importShow,
  importRejected,
  importCoverage,
  importUndo,
  policyTemplates,
  policyList,
  policyShow,
  policyCreate,
  policyEdit,
  policyCopy,
  policyOn,
  policyOff,
  policyDelete,
  policyExport,
  policyVersions,
  policyDiff,
  policyBacktest,
  analytics,
  settingsShow,
  settingsEdit,
  groupList,
  groupMembers,
  groupCreate,
  groupAdd,
  groupRemove,
  groupDelete,
  assetList,
  assetSet,
  score,
  people,
  rank,
  personFind,
  personScope,
  personUnscope,
  alerts,
  alertShow,
  alertDismiss,
  alertConfirm,
  alertUndo,
  activities,
  caseList,
  caseShow,
  caseNote,
  caseResolve,
  caseTimeline,
  revealRequest,
  revealApprove,
  revealRefuse,
  revealWithdraw,
  revealShow,
  revealLedger,
  exportCase,
  auditList,
  auditExport,
  auditCheckpoint,
  verifyBundleCommand,
  verifyAudit,
  verifyWorkspace,
  bench,
  doctor
]

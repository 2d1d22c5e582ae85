/** Every command that there is, in the order in which help lists them. */
import type { Command } from './command.ts'
import { activities } from './commands/activity.ts'
import { alertConfirm, alertDismiss, alerts, alertShow, alertUndo } from './commands/alert.ts'
import { auditExport, auditList } from './commands/audit.ts'
import { bench } from './commands/bench.ts'
import { caseList, caseNote, caseResolve, caseShow, caseTimeline } from './commands/case.ts'
import { doctor } from './commands/doctor.ts'
import { exportCase } from './commands/export.ts'
import { importCoverage, importList, importPaths, importRejected, importShow, importUndo } from './commands/import.ts'
import { importPreview } from './commands/import-preview.ts'
import { operatorAdd, operatorList } from './commands/operator.ts'
import { people, personFind, rank } from './commands/person.ts'
import {
  policyCopy,
  policyCreate,
  policyDelete,
  policyEdit,
  policyExport,
  policyList,
  policyShow,
  policyTemplates
} from './commands/policy.ts'
import { score } from './commands/score.ts'
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
  policyDelete,
  policyExport,
  score,
  people,
  rank,
  personFind,
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
  exportCase,
  auditList,
  auditExport,
  verifyBundleCommand,
  verifyAudit,
  verifyWorkspace,
  bench,
  doctor
]

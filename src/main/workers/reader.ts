/** The reader's procedures: each answers the contract's shape, masked. Reads only; the connection refuses to write. */
import { activityReads } from './reading/activities.ts'
import { alertReads } from './reading/alerts.ts'
import { analyticsReads } from './reading/analytics.ts'
import { auditReads } from './reading/audit.ts'
import { backtestReads } from './reading/backtest.ts'
import { caseReads } from './reading/cases.ts'
import { exportReads } from './reading/export.ts'
import { groupReads } from './reading/groups.ts'
import { importPathReads } from './reading/import-path.ts'
import { importReads } from './reading/imports.ts'
import { personReads } from './reading/people.ts'
import { policyReads } from './reading/policies.ts'
import { revealReads } from './reading/reveals.ts'
import { settingReads } from './reading/settings.ts'
import { timelineReads } from './reading/timeline.ts'
import { watchReads } from './reading/watch.ts'
import { workspaceReads } from './reading/workspace.ts'

export const readerProcedures = {
  ...workspaceReads,
  ...importReads,
  ...importPathReads,
  ...watchReads,
  ...policyReads,
  ...backtestReads,
  ...analyticsReads,
  ...settingReads,
  ...groupReads,
  ...alertReads,
  ...activityReads,
  ...timelineReads,
  ...personReads,
  ...caseReads,
  ...revealReads,
  ...auditReads,
  ...exportReads
}
export type ReaderProcedures = typeof readerProcedures

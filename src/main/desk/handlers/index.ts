/** Every operation of the contract and its handler; a missing or misspelt one does not compile. */
import { activityHandlers } from './activity.ts'
import { alertHandlers } from './alert.ts'
import { analyticsHandlers } from './analytics.ts'
import { auditHandlers } from './audit.ts'
import { backtestHandlers } from './backtest.ts'
import { caseHandlers } from './case.ts'
import type { Handlers } from './handler.ts'
import { importHandlers } from './import.ts'
import { personHandlers } from './person.ts'
import { policyHandlers } from './policy.ts'
import { revealHandlers } from './reveal.ts'
import { settingHandlers } from './setting.ts'
import { watchHandlers } from './watch.ts'
import { workspaceHandlers } from './workspace.ts'

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...importHandlers,
  ...watchHandlers,
  ...policyHandlers,
  ...backtestHandlers,
  ...analyticsHandlers,
  ...settingHandlers,
  ...alertHandlers,
  ...activityHandlers,
  ...personHandlers,
  ...caseHandlers,
  ...revealHandlers,
  ...auditHandlers
}

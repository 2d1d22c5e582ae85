/** Every operation of the contract and its handler; a missing or misspelt one does not compile. */
import type { OperationName, ParsedRequestOf, ResponseOf } from '../../../shared/contract/index.ts'
import type { Result } from '../../workers/protocol.ts'
import type { Desk } from '../desk.ts'
import { activityHandlers } from './activity.ts'
import { alertHandlers } from './alert.ts'
import { auditHandlers } from './audit.ts'
import { caseHandlers } from './case.ts'
import { importHandlers } from './import.ts'
import { personHandlers } from './person.ts'
import { policyHandlers } from './policy.ts'
import { workspaceHandlers } from './workspace.ts'

export type Handlers = {
  readonly [Name in OperationName]: (desk: Desk, request: ParsedRequestOf<Name>) => Promise<Result<ResponseOf<Name>>>
}

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...importHandlers,
  ...policyHandlers,
  ...alertHandlers,
  ...activityHandlers,
  ...personHandlers,
  ...caseHandlers,
  ...auditHandlers
}

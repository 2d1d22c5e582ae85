/** The whole contract: every operation that the window or the command line may ask the engine for. */
import type { z } from 'zod'
import { activityOperations } from './activity.ts'
import { alertOperations } from './alert.ts'
import { auditOperations } from './audit.ts'
import { caseOperations } from './case.ts'
import { importOperations } from './import.ts'
import { personOperations } from './person.ts'
import { policyOperations } from './policy.ts'
import { revealOperations } from './reveal.ts'
import { settingOperations } from './setting.ts'
import { watchOperations } from './watch.ts'
import { workspaceOperations } from './workspace.ts'

export const contract = {
  ...workspaceOperations,
  ...importOperations,
  ...watchOperations,
  ...policyOperations,
  ...settingOperations,
  ...alertOperations,
  ...activityOperations,
  ...personOperations,
  ...caseOperations,
  ...revealOperations,
  ...auditOperations
} as const

export type OperationName = keyof typeof contract
/** What a caller sends: defaults may be left out. */
export type RequestOf<Name extends OperationName> = z.input<(typeof contract)[Name]['request']>
/** What a handler receives: defaults are filled in. */
export type ParsedRequestOf<Name extends OperationName> = z.output<(typeof contract)[Name]['request']>
export type ResponseOf<Name extends OperationName> = z.output<(typeof contract)[Name]['response']>

/** Pushed to the window: these nouns changed, ask again. */
export type Changed = { readonly nouns: readonly Noun[] }
export type Noun =
  | 'workspace'
  | 'import'
  | 'progress'
  | 'waiting'
  | 'watch'
  | 'policy'
  | 'setting'
  | 'alert'
  | 'activity'
  | 'person'
  | 'case'
  | 'reveal'
  | 'audit'

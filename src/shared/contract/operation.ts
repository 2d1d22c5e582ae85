/** How an operation of the contract is written down: its kind, who may call it, and the strict shapes of both ways. */
import type { z } from 'zod'
import type { Role } from '../domain/role.ts'

/** `open`: before unlocking; `read`: changes nothing; `change`: audited; `reveal`: audited and may hold an identity. */
export type OperationKind = 'open' | 'read' | 'change' | 'reveal'

export interface Operation<Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> {
  readonly kind: OperationKind
  readonly roles: readonly Role[]
  readonly request: Request
  readonly response: Response
}

export function operation<Request extends z.ZodType, Response extends z.ZodType>(
  kind: OperationKind,
  roles: readonly Role[],
  request: Request,
  response: Response
): Operation<Request, Response> {
  return { kind, roles, request, response }
}

export const FAILURE_CODES = [
  'unknown-operation',
  'foreign-sender',
  'bad-request',
  'locked',
  'wrong-passphrase',
  'not-allowed',
  'not-found',
  'conflict',
  'bad-input',
  'busy',
  'cancelled',
  'newer-version',
  'fault'
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** An expected failure: a sentence for the operator and an id to find in the log; never a stack, a path or a name. */
export interface Failure {
  readonly ok: false
  readonly code: FailureCode
  readonly sentence: string
  readonly incident: string
}
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Failure

export const ALL_ROLES: readonly Role[] = ['admin', 'analyst', 'investigator', 'approver', 'auditor']
export const DESK_ROLES: readonly Role[] = ['admin', 'analyst', 'investigator']
export const CASE_ROLES: readonly Role[] = ['analyst', 'investigator']

/** Messages between the main thread and the store threads, and the results that travel in them. */
import type { FailureCode } from '../../shared/contract/operation.ts'
import type { Role } from '../../shared/domain/role.ts'

/** An expected failure is a value: a code and a sentence for the operator. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | Refused
export interface Refused {
  readonly ok: false
  readonly code: FailureCode
  readonly sentence: string
}

export function done<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function refused(code: FailureCode, sentence: string): Refused {
  return { ok: false, code, sentence }
}

/** Who asks for a change. */
export interface Caller {
  readonly operator: string
  readonly roles: readonly Role[]
}

/** What the audit log keeps of a change: codes, counts and ids; never a name, never typed text. */
export interface AuditNote {
  readonly objectType: string
  readonly objectId: string
  readonly caseId: number | null
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

export interface Audited<Value> {
  readonly value: Value
  readonly audit: AuditNote
  /** What the operator typed as the reason of the whole; kept in the vault under the number of the audit entry. */
  readonly reason?: string
}

/** Keys as hexadecimal digits of key and salt; sent once, in the first message to a thread. */
export interface ThreadKeys {
  readonly main: string
  readonly vault: string
}

export interface OpenMessage {
  readonly kind: 'open'
  readonly id: number
  readonly role: 'writer' | 'reader'
  readonly folder: string
  readonly keys: ThreadKeys
  /** Set when the workspace is being created. */
  readonly workspaceId: string | null
}

export interface CallMessage {
  readonly kind: 'call'
  readonly id: number
  readonly name: string
  readonly args: unknown
  readonly caller: Caller | null
}

export type ToThread =
  | OpenMessage
  | CallMessage
  | { readonly kind: 'close'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number }

export type FromThread =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  /** The writer waits for another process that writes to the same workspace. */
  | { readonly kind: 'waiting'; readonly id: number }
  /** A bug: the message is for the log of the main process and is stripped of texts. */
  | { readonly kind: 'fault'; readonly id: number; readonly where: string }

/**
 * One run of the command line: the desk without a window, and the way into a workspace. Every command reaches the engine
 * through `dispatch`, with the same roles and the same audit as the window.
 */
import path from 'node:path'
import type { OperationName, RequestOf, ResponseOf } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/contract/operation.ts'
import { type Desk, issueTicket, lockDesk } from '../desk/desk.ts'
import { dispatch } from '../desk/dispatch.ts'
import { folderHolds } from '../desk/session.ts'
import type { Given } from './given.ts'
import { type Environment, findPassphrase, type Passphrase } from './passphrase.ts'
import { refusal, type Refusal, usageRefusal } from './refusal.ts'
import { openZone, type Zone } from './zone.ts'

export type Answered<Value> = { readonly ok: true; readonly value: Value } | Refusal

export interface Terminal {
  readonly given: Given
  readonly environment: Environment
  readonly desk: Desk
  /** Full path of the workspace's folder. */
  folder(): Answered<string>
  operator(): Answered<string>
  passphrase(isNew: boolean): Promise<Passphrase>
  unlock(): Promise<Answered<Workspace>>
  /** Work that has to be done before the process ends, however it ends: closing stores, removing files. */
  readonly atEnd: (work: () => Promise<void>) => void
  end(): Promise<void>
}

/** An unlocked workspace, as a command sees it. */
export interface Workspace {
  readonly terminal: Terminal
  readonly zone: Zone
  /** The operator's own passphrase, which adding another operator needs once more. */
  readonly passphrase: string
  readonly ask: <Name extends OperationName>(
    name: Name,
    request: RequestOf<Name>
  ) => Promise<Answered<ResponseOf<Name>>>
  /** A ticket stands for paths that only the engine sees. */
  readonly ticketFor: (paths: readonly string[]) => string
}

export function createTerminal(given: Given, environment: Environment, desk: Desk): Terminal {
  const folder = (): Answered<string> => {
    const named = given.workspace ?? environment.workspace
    return named === null
      ? usageRefusal('Name the workspace with --workspace DIR or in INWARD_WORKSPACE.')
      : { ok: true, value: path.resolve(named) }
  }
  const operator = (): Answered<string> => {
    const named = given.operator ?? environment.operator
    return named === null
      ? usageRefusal('Name the operator with --operator NAME or in INWARD_OPERATOR.')
      : { ok: true, value: named }
  }
  const passphrase = (isNew: boolean): Promise<Passphrase> =>
    findPassphrase({
      option: 'passphrase-file',
      variable: 'INWARD_PASSPHRASE',
      fromEnvironment: environment.passphrase,
      file: given.passphraseFile,
      question: isNew ? 'New passphrase: ' : 'Passphrase: ',
      isNew
    })
  const lastWork: (() => Promise<void>)[] = [() => lockDesk(desk)]
  const terminal: Terminal = {
    given,
    environment,
    desk,
    folder,
    operator,
    passphrase,
    atEnd: (work) => {
      lastWork.unshift(work)
    },
    end: async () => {
      for (const work of lastWork.splice(0)) await work()
    },
    unlock: async () => {
      const [where, who] = [folder(), operator()]
      if (!where.ok) return where
      const absence = sayAbsence(where.value)
      if (absence !== null) return refusal(absence)
      if (!who.ok) return who
      const secret = await passphrase(false)
      if (!secret.ok) return secret
      desk.chosenFolder = where.value
      const state = await askDesk(desk, 'workspace.unlock', { operator: who.value, passphrase: secret.value })
      return state.ok ? { ok: true, value: workspaceOf(terminal, secret.value, state.value.timezone) } : state
    }
  }
  return terminal
}

function workspaceOf(terminal: Terminal, passphrase: string, timezone: string): Workspace {
  return {
    terminal,
    passphrase,
    zone: openZone(timezone),
    ask: (name, request) => askDesk(terminal.desk, name, request),
    ticketFor: (paths) => issueTicket(terminal.desk, paths)
  }
}

/** `dispatch` has checked the answer against the contract's shape of this very name. */
async function askDesk<Name extends OperationName>(
  desk: Desk,
  name: Name,
  request: RequestOf<Name>
): Promise<Answered<ResponseOf<Name>>> {
  const outcome = await dispatch(desk, name, request)
  return outcome.ok ? { ok: true, value: outcome.value as ResponseOf<Name> } : refusal(sayFailure(outcome))
}

/** The incident number only helps where there is something to look up: after a fault. */
export function sayFailure({ code, sentence, incident }: Failure): string {
  return code === 'fault' ? `${sentence} (incident ${incident})` : sentence
}

function sayAbsence(folder: string): string | null {
  switch (folderHolds(folder)) {
    case 'workspace':
      return null
    case 'nothing':
      return 'There is no workspace in this folder: it is missing or empty. inward init makes one.'
    case 'other':
      return 'This is not the folder of an Inward workspace. Nothing in it was touched.'
  }
}

/**
 * A bridge for the window's tests: answers by hand, held against the contract both ways, so that a test cannot pass on
 * an answer that the engine could never give.
 */
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import {
  contract,
  type Changed,
  type OperationName,
  type ParsedRequestOf,
  type RequestOf
} from '../../src/shared/contract/index.ts'
import type { FailureCode } from '../../src/shared/contract/operation.ts'
import { DeskProvider } from '../../src/renderer/desk.ts'
import { listenForKeys } from '../../src/renderer/keys.ts'
import { Look } from '../../src/renderer/look.tsx'
import { forgetEverything } from '../../src/renderer/memory.ts'
import { WorkspaceContext } from '../../src/renderer/workspace.ts'
import { WorkspaceState } from '../../src/shared/contract/workspace.ts'

export type Answers = { readonly [Name in OperationName]?: (request: ParsedRequestOf<Name>) => unknown }

export class Refusal extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, sentence: string) {
    super(sentence)
    this.code = code
  }
}

export interface MadeBridge {
  readonly asked: { readonly name: OperationName; readonly request: unknown }[]
  /** Requests of one operation, in order. */
  requestsOf<Name extends OperationName>(name: Name): readonly RequestOf<Name>[]
  announce(changed: Changed): void
}

export function installBridge(answers: Answers): MadeBridge {
  const asked: { name: OperationName; request: unknown }[] = []
  const listeners = new Set<(changed: Changed) => void>()
  const answer = (name: OperationName, request: unknown) => {
    const parsed = contract[name].request.parse(request)
    asked.push({ name, request: parsed })
    const handler = answers[name] as ((request: unknown) => unknown) | undefined
    if (!handler) throw new Refusal('not-found', `no answer was made for ${name}`)
    return contract[name].response.parse(handler(parsed))
  }
  Object.defineProperty(window, 'inward', {
    configurable: true,
    value: {
      async invoke(name: OperationName, request: unknown) {
        try {
          return { ok: true, value: answer(name, request) }
        } catch (error) {
          if (error instanceof Refusal) return { ok: false, code: error.code, sentence: error.message, incident: 'i-1' }
          throw error
        }
      },
      onChanged(listener: (changed: Changed) => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      }
    }
  })
  return {
    asked,
    requestsOf: <Name extends OperationName>(name: Name) =>
      asked.filter((each) => each.name === name).map(({ request }) => request as RequestOf<Name>),
    announce: (changed) => listeners.forEach((listener) => listener(changed))
  }
}

export const OPEN_WORKSPACE = WorkspaceState.parse({
  state: 'open',
  name: 'northwind-2025',
  operator: 'alice',
  roles: ['admin', 'analyst', 'investigator', 'auditor'],
  timezone: 'Europe/Berlin',
  counts: { alertsToReview: 14, activeCases: 3, imports: 6, people: 212, activities: 184_311 }
})

/** Draws a screen as the frame would: with theme, answers, keys, and an open workspace around it. */
export function showScreen(screen: ReactNode, answers: Answers, workspace: WorkspaceState = OPEN_WORKSPACE) {
  forgetEverything()
  const bridge = installBridge(answers)
  const stopKeys = listenForKeys(window)
  const page = render(
    <Look>
      <DeskProvider>
        <WorkspaceContext value={workspace}>{screen}</WorkspaceContext>
      </DeskProvider>
    </Look>
  )
  return { bridge, stopKeys, user: userEvent.setup(), ...page }
}

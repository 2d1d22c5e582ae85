/** The open workspace as every screen sees it: who works, with which roles, in which zone. */
import { createContext, useContext } from 'react'
import { contract, type OperationName } from '../shared/contract/index.ts'
import type { WorkspaceState } from '../shared/contract/workspace.ts'

export const WorkspaceContext = createContext<WorkspaceState | null>(null)

export function useWorkspace(): WorkspaceState {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('no workspace is open around this screen')
  return workspace
}

/** May the operator do this? The engine decides again; the window only does not offer what would be refused. */
export function useMay(name: OperationName): boolean {
  return may(useWorkspace(), name)
}

export function may(workspace: WorkspaceState, name: OperationName): boolean {
  const { roles } = contract[name]
  return roles.length === 0 || workspace.roles.some((role) => roles.includes(role))
}

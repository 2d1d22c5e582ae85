/** The entries of the navigation: name, key, what the operator must be allowed to ask, and which count stands beside. */
import type { OperationName } from '../../shared/contract/index.ts'
import type { WorkspaceState } from '../../shared/contract/workspace.ts'
import type { ListScreen } from '../navigation.ts'

interface NavigationEntry {
  readonly screen: ListScreen
  readonly name: string
  /** Second key after `g`. */
  readonly key: string
  readonly needs: OperationName
  /** Stands a step further in, below the entry before it that has no parent. */
  readonly isBelow?: true
  readonly count?: (workspace: WorkspaceState) => number
}

export const NAVIGATION: readonly NavigationEntry[] = [
  { screen: 'overview', name: 'Overview', key: 'o', needs: 'alert.counts' },
  { screen: 'alerts', name: 'Alerts', key: 'a', needs: 'alert.list', count: ({ counts }) => counts.alertsToReview },
  { screen: 'cases', name: 'Cases', key: 'c', needs: 'case.list', count: ({ counts }) => counts.activeCases },
  { screen: 'reveals', name: 'Reveals', key: 'r', needs: 'reveal.list' },
  { screen: 'people', name: 'People', key: 'p', needs: 'person.list' },
  { screen: 'policies', name: 'Policies', key: 'l', needs: 'policy.list' },
  { screen: 'catalogue', name: 'Indicators', key: 'd', needs: 'policy.indicators', isBelow: true },
  { screen: 'analytics', name: 'Analytics', key: 'y', needs: 'analytics.run', isBelow: true },
  { screen: 'imports', name: 'Imports', key: 'i', needs: 'import.list' },
  { screen: 'audit', name: 'Audit', key: 'u', needs: 'audit.list' },
  { screen: 'settings', name: 'Settings', key: 's', needs: 'workspace.state' }
]

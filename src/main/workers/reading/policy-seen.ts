/** What the health of a policy is told from, and how a line of it is written. */
import type { PolicyHealth } from '../../../shared/contract/policy.ts'
import type { Template, Trigger } from '../../../shared/domain/policy.ts'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import type { Indicator } from '../../policy/indicator.ts'
import type { Catalogue } from '../../policy/load.ts'
import type { StoredPolicy } from '../../store/policies.ts'
import type { Evidence } from './policy-evidence.ts'

export interface HealthInput {
  readonly policy: StoredPolicy
  readonly catalogue: Catalogue
  readonly settings: Pick<ScoringSettings, 'indicatorsOff' | 'alertStates'>
  readonly evidence: Evidence
  readonly reach: Reach
}

/** Whom the policy concerns and what it did so far, as numbers of people and alerts. */
export interface Reach {
  /** People whom the policy's choice means. */
  readonly chosen: number
  /** Groups that the choice names, that are still there and have members. */
  readonly groups: number
  /** People whom a trigger brought into the policy's scope at any time. */
  readonly triggered: number
  readonly inScope: number
  readonly scored: number
  readonly alerts: number
}

export interface Seen extends HealthInput {
  readonly template: Template | undefined
  readonly indicators: readonly Indicator[]
  /** Level of a trigger that cannot occur: another one may still bring people into scope. */
  readonly lacking: 'warning' | 'recommendation'
  readonly uses: (...triggers: readonly Trigger[]) => boolean
}

/** It will not find anything. */
export function warning(code: PolicyHealth['code'], says: string, mend: string): PolicyHealth {
  return { code, level: 'warning', says, mend }
}

/** It may find less than it could. */
export function advice(code: PolicyHealth['code'], says: string, mend: string): PolicyHealth {
  return { code, level: 'recommendation', says, mend }
}

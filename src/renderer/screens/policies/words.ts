/** The words of policies: triggers, states, health. */
import type { PolicyView } from '../../../shared/contract/policy.ts'
import type { Trigger } from '../../../shared/domain/policy.ts'

export const TRIGGER_WORDS: Readonly<Record<Trigger, string>> = {
  'hr-resignation': 'resigns',
  'hr-termination': 'is given notice',
  'account-deleted': 'has their account deleted',
  manual: 'is added by hand'
}

export const POLICY_STATUS_WORDS: Readonly<Record<PolicyView['status'], string>> = {
  on: 'On',
  off: 'Off',
  deleted: 'Deleted'
}

export type HealthLevel = PolicyView['health'][number]['level']
export const HEALTH_WORDS: Readonly<Record<HealthLevel, string>> = {
  healthy: 'Healthy',
  recommendation: 'Could be better',
  warning: 'Needs attention'
}

const ORDER: readonly HealthLevel[] = ['warning', 'recommendation', 'healthy']

/** The worst of what is known about a policy; nothing known counts as healthy. */
export function worstHealth(health: PolicyView['health']): HealthLevel {
  return ORDER.find((level) => health.some((each) => each.level === level)) ?? 'healthy'
}

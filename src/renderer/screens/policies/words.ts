/** The words of policies: templates, triggers, states, health, effectiveness. */
import type { PolicyView } from '../../../shared/contract/policy.ts'
import type { TemplateId, Trigger } from '../../../shared/domain/policy.ts'

/** For lists; the templates' own files say the same at more length. */
export const TEMPLATE_WORDS: Readonly<Record<TemplateId, string>> = {
  'data-theft-by-departing-users': 'Data theft by departing users',
  'general-data-leaks': 'General data leaks',
  'data-leaks-by-priority-users': 'Data leaks by priority users',
  'data-leaks-by-disgruntled-users': 'Data leaks by disgruntled users',
  'general-security-policy-violations': 'General security policy violations',
  'security-policy-violations-by-departing-users': 'Security policy violations by departing users',
  'security-policy-violations-by-priority-users': 'Security policy violations by priority users',
  'security-policy-violations-by-disgruntled-users': 'Security policy violations by disgruntled users'
}

/** Follow "a person who …". */
export const TRIGGER_WORDS: Readonly<Record<Trigger, string>> = {
  'hr-resignation': 'resigns',
  'hr-termination': 'is given notice',
  'account-deleted': 'has their account deleted',
  'hr-performance-review': 'gets a poor performance review',
  'hr-improvement-plan': 'is put on an improvement plan',
  'hr-job-level-change': 'is moved to another job level',
  'dlp-alert': 'causes a high alert of data-loss prevention',
  exfiltration: 'takes something out',
  'security-alert': 'causes an alert of a security product',
  chosen: 'does what this policy names',
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

/** The worst first. */
export const HEALTH_ORDER: readonly HealthLevel[] = ['warning', 'recommendation', 'healthy']

/** The worst of what is known about a policy; nothing known counts as healthy. */
export function worstHealth(health: readonly Pick<PolicyView['health'][number], 'level'>[]): HealthLevel {
  return HEALTH_ORDER.find((level) => health.some((each) => each.level === level)) ?? 'healthy'
}

/** `62 %` (on one line), of the alerts on which somebody decided; a dash where nobody has. */
export function writeEffectiveness({
  confirmedAlerts,
  decidedAlerts
}: Pick<PolicyView, 'confirmedAlerts' | 'decidedAlerts'>): string {
  return decidedAlerts === 0 ? '–' : `${Math.round((100 * confirmedAlerts) / decidedAlerts)}\u202f%`
}

/** `one, two or three`. */
export function inWords(parts: readonly string[], last = 'or'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`
}

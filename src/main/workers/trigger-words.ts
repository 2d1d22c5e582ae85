/** What brings somebody into the scope of a policy, in words. */
import type { Trigger } from '../../shared/domain/policy.ts'

export const TRIGGER_WORDS: Readonly<Record<Trigger, string>> = {
  'hr-resignation': 'a resignation',
  'hr-termination': 'a termination',
  'account-deleted': 'a deleted account',
  'hr-performance-review': 'a poor performance review',
  'hr-improvement-plan': 'an improvement plan',
  'hr-job-level-change': 'a change of job level',
  'dlp-alert': 'a high alert of data-loss prevention',
  exfiltration: 'an activity of exfiltration',
  'security-alert': 'an alert of a security product',
  chosen: 'chosen indicators or sequences',
  manual: 'scoring started by hand'
}

/**
 * Whether the triggers of a policy can occur: departures, stressors, alerts of data-loss prevention and of security
 * products, and how fresh the files are that tell of them. Looks at counts and codes only.
 */
import type { PolicyHealth } from '../../../shared/contract/policy.ts'
import { ALERT_SEVERITIES } from '../../../shared/domain/draft.ts'
import type { Trigger } from '../../../shared/domain/policy.ts'
import type { Catalogue } from '../../policy/load.ts'
import type { Indicator } from '../../policy/indicator.ts'
import type { Evidence } from './policy-evidence.ts'
import { advice, type HealthInput, type Seen, warning } from './policy-seen.ts'

export function look(input: HealthInput, indicators: readonly Indicator[]): Seen {
  const { policy, catalogue } = input
  const { triggers } = policy.definition
  return {
    ...input,
    template: catalogue.templates.get(policy.template),
    indicators,
    lacking: triggers.some((trigger) => canOccur(trigger, input, indicators)) ? 'recommendation' : 'warning',
    uses: (...asked) => asked.some((trigger) => triggers.includes(trigger))
  }
}

export function triggerHealth(seen: Seen): PolicyHealth[] {
  const { policy, catalogue, settings, uses } = seen
  const others = policy.definition.triggers.filter((trigger) => trigger !== 'manual')
  const isIdle = (trigger: Trigger): boolean =>
    (trigger === 'chosen' && !hasChosenTriggers({ policy, settings }, catalogue)) ||
    (trigger === 'exfiltration' && !canOccur(trigger, seen, seen.indicators))
  if (others.every(isIdle)) {
    return [
      warning(
        'no-trigger',
        others.length === 0
          ? 'Only an operator brings people into scope, one by one.'
          : 'The trigger has no indicator or sequence that is on, so nobody comes into scope.',
        others.length === 0
          ? 'Choose a trigger, or start the scoring of people by hand.'
          : 'Choose indicators or sequences for the trigger, or another trigger.'
      )
    ]
  }
  return [
    ...departureHealth(seen),
    ...(uses(...STRESSORS) ? stressorHealth(seen) : []),
    ...(uses('dlp-alert') ? dlpHealth(seen) : []),
    ...securityHealth(seen)
  ]
}

function departureHealth({ evidence, lacking, uses }: Seen): PolicyHealth[] {
  const { departures, deletions, departuresSilentDays } = evidence
  const usesFiles = uses(...DEPARTURES)
  if (!usesFiles && !uses('account-deleted')) return []
  if (uses('account-deleted') && deletions > 0 && usesFiles && departures === 0) {
    return [
      advice(
        'only-deletions',
        'Only deleted accounts bring people into scope.',
        'Import an HR file with resignations or terminations: it brings them in earlier.'
      )
    ]
  }
  if ((usesFiles ? departures : 0) + (uses('account-deleted') ? deletions : 0) === 0) {
    return [
      {
        code: 'no-departures',
        level: lacking,
        says: usesFiles
          ? 'No departures are known, so none brings anybody into scope.'
          : 'No deleted accounts are known, so none brings anybody into scope.',
        mend: usesFiles
          ? 'Import an HR file with resignations or terminations, or directory logs with deleted accounts.'
          : 'Import directory logs with deleted accounts, or add the triggers of the HR file.'
      }
    ]
  }
  return usesFiles && departures > 0 ? silentHealth('departures-silent', 'departures', departuresSilentDays) : []
}

function stressorHealth({ evidence, lacking }: Seen): PolicyHealth[] {
  if (evidence.stressors > 0) return silentHealth('stressors-silent', 'stressors', evidence.stressorsSilentDays)
  return [
    {
      code: 'no-stressors',
      level: lacking,
      says: 'No stressors are known: no poor review, no improvement plan, no change of job level.',
      mend: 'Import an HR file with performance reviews, improvement plans or changes of job level.'
    }
  ]
}

function silentHealth(code: PolicyHealth['code'], what: string, days: number | null): PolicyHealth[] {
  if (days === null || days <= SILENT_DAYS) return []
  return [
    advice(
      code,
      `The newest activity is ${String(days)} days later than the last HR file, so later ${what} are not known.`,
      'Import a current HR file.'
    )
  ]
}

function dlpHealth({ evidence, lacking }: Seen): PolicyHealth[] {
  const { dlpSeverities } = evidence
  if (dlpSeverities.has('high')) return []
  const hasAny = dlpSeverities.size > 0
  return [
    {
      code: hasAny ? 'no-high-dlp-alerts' : 'no-dlp-alerts',
      level: lacking,
      says: hasAny
        ? 'No alert of data-loss prevention is high, and only high ones bring somebody into scope.'
        : 'No alerts of data-loss prevention are imported, so none brings anybody into scope.',
      mend: hasAny
        ? 'Let the rules that find real leaks report high, or choose the trigger of exfiltration.'
        : 'Import audit records with matches of data-loss rules, or choose the trigger of exfiltration.'
    }
  ]
}

function securityHealth(seen: Seen): PolicyHealth[] {
  const { uses, template, indicators, lacking, settings } = seen
  const isTrigger = uses('security-alert')
  if (!isTrigger && template?.needs.includes('security-alerts') !== true) return []
  const isAll = indicators.every(({ category }) => category === 'security')
  const level = isTrigger ? lacking : isAll ? 'warning' : 'recommendation'
  const alerts = isTrigger ? graveAlerts(seen) : seen.evidence.securityAlerts
  if (alerts.length === 0) {
    const least = seen.policy.definition.triggerRules.alertSeverity
    const isTooMild = seen.evidence.securityAlerts.length > 0
    return [
      {
        code: 'no-security-alerts',
        level,
        says: isTooMild
          ? `No alert of a security product is ${least} or graver.`
          : 'No alerts of security products are imported.',
        mend: isTooMild
          ? 'Lower the severity that the trigger asks for.'
          : 'Import alerts of Defender or of another security product.'
      }
    ]
  }
  if (alerts.some(({ state }) => settings.alertStates.includes(state))) return []
  return [
    {
      code: 'alert-states-narrow',
      level,
      says: 'The settings leave out every alert of the security products, by the state that it is in.',
      mend: 'Add states of security alerts in the settings.'
    }
  ]
}

/** A log that nobody brings along for a week is one that nobody watches: leavers of that week are not known. */
const SILENT_DAYS = 7
const DEPARTURES: readonly Trigger[] = ['hr-resignation', 'hr-termination']
const STRESSORS: readonly Trigger[] = ['hr-performance-review', 'hr-improvement-plan', 'hr-job-level-change']

function canOccur(trigger: Trigger, input: HealthInput, indicators: readonly Indicator[]): boolean {
  const { evidence, policy, settings } = input
  switch (trigger) {
    case 'hr-resignation':
    case 'hr-termination':
      return evidence.departures > 0
    case 'account-deleted':
      return evidence.deletions > 0
    case 'hr-performance-review':
    case 'hr-improvement-plan':
    case 'hr-job-level-change':
      return evidence.stressors > 0
    case 'dlp-alert':
      return evidence.dlpSeverities.has('high')
    case 'security-alert':
      return graveAlerts(input).some(({ state }) => settings.alertStates.includes(state))
    case 'exfiltration':
      return indicators.some(({ category }) => category === 'exfiltration')
    case 'chosen':
      return hasChosenTriggers({ policy, settings }, input.catalogue)
    case 'manual':
      return false
  }
}

/** Alerts of security products from the severity on that the policy asks for. */
function graveAlerts({ evidence, policy }: HealthInput): Evidence['securityAlerts'] {
  const least = ALERT_SEVERITIES.indexOf(policy.definition.triggerRules.alertSeverity)
  return evidence.securityAlerts.filter(({ severity }) => ALERT_SEVERITIES.indexOf(severity) >= least)
}

function hasChosenTriggers(
  { policy, settings }: Pick<HealthInput, 'policy' | 'settings'>,
  catalogue: Catalogue
): boolean {
  const { indicators, sequences } = policy.definition.triggerRules
  const isOn = (id: string): boolean => catalogue.indicators.has(id) && !settings.indicatorsOff.includes(id)
  return Object.keys(indicators).some(isOn) || sequences.some((id) => catalogue.sequences.has(id))
}

/**
 * What keeps a policy from finding anything, or from finding as much as it could, and what mends it: the rows of the
 * reference product's table that can occur here. Looks at counts and codes only, and refuses nothing.
 */
import type { PolicyHealth } from '../../../shared/contract/policy.ts'
import type { Indicator } from '../../policy/indicator.ts'
import type { Catalogue } from '../../policy/load.ts'
import type { StoredPolicy } from '../../store/policies.ts'
import { advice, type HealthInput, type Seen, warning } from './policy-seen.ts'
import { look, triggerHealth } from './policy-trigger-health.ts'

/** Warnings first; `healthy` alone where there is nothing to say. */
export function healthOf(input: HealthInput): PolicyHealth[] {
  if (input.policy.status === 'off') {
    return [
      warning(
        'switched-off',
        'The policy is switched off, so nobody is scored.',
        'Switch it on; its open alerts stayed.'
      )
    ]
  }
  const { policy, catalogue, settings } = input
  const seen = look(input, indicatorsInUse(policy, catalogue, settings.indicatorsOff))
  const set = [...choiceHealth(seen), ...indicatorHealth(seen), ...triggerHealth(seen)]
  const health = [...dataHealth(seen), ...set, ...volumeHealth(seen)]
  const isBlind = health.some(({ level }) => level === 'warning')
  if (!isBlind) health.push(...resultHealth(seen))
  if (health.length === 0) return [HEALTHY]
  return [...health.filter(isWarning), ...health.filter((each) => !isWarning(each))]
}

/** What the policy really works with: its own choice or its template's, without what the settings switch off. */
export function indicatorsInUse(
  { definition }: Pick<StoredPolicy, 'definition'>,
  catalogue: Pick<Catalogue, 'indicators' | 'templates'>,
  indicatorsOff: readonly string[]
): readonly Indicator[] {
  const ofTemplate = catalogue.templates.get(definition.template)?.definition.indicators ?? []
  const chosen = definition.indicators.length > 0 ? definition.indicators : ofTemplate
  const ids = chosen.length > 0 ? chosen : [...catalogue.indicators.keys()]
  const off = new Set(indicatorsOff)
  return ids.flatMap((id) => {
    const indicator = off.has(id) ? undefined : catalogue.indicators.get(id)
    return indicator === undefined ? [] : [indicator]
  })
}

const HEALTHY: PolicyHealth = {
  code: 'healthy',
  level: 'healthy',
  says: 'Triggers and activities are there.',
  mend: 'There is nothing to do.'
}

/** The reference product's share: what concerns more people than this points at nobody. */
const COMMON_SHARE = 0.15
/** Among fewer people one or two are a large share of all, which says nothing. */
const LEAST_PEOPLE = 20
/** The reference product's largest number of people in the scope of one template. */
const MOST_IN_SCOPE = 20_000

function choiceHealth({ template, reach, evidence }: Seen): PolicyHealth[] {
  if (template?.needs.includes('priority-group') === true && reach.groups === 0) {
    return [
      warning(
        'no-priority-group',
        'The policy is for people of priority and names no group of them that has members.',
        'Make a priority group in the settings, add people to it, and choose it under “People” of the policy.'
      )
    ]
  }
  if (reach.chosen > 0 || evidence.people === 0) return []
  return [
    warning(
      'nobody-chosen',
      'Nobody of the known people is among those whom the policy is for.',
      'Choose other people, groups or departments, or everybody; look at the exclusions too.'
    )
  ]
}

function indicatorHealth({ indicators, policy, catalogue, evidence }: Seen): PolicyHealth[] {
  if (indicators.length === 0) {
    return [
      warning(
        'no-indicators',
        'Every indicator of the policy is switched off, so nothing can be scored.',
        'Switch indicators on in the settings, or choose others in the policy.'
      )
    ]
  }
  const health: PolicyHealth[] = []
  const ids = new Set(indicators.map(({ id }) => id))
  const broken = policy.definition.sequences.filter((id) => {
    const pattern = catalogue.sequences.get(id)
    return pattern === undefined || !pattern.steps.every((step) => step.indicators.some((each) => ids.has(each)))
  })
  if (broken.length > 0) {
    const [first = ''] = broken
    const name = catalogue.sequences.get(first)?.name ?? first
    health.push(
      advice(
        'sequence-without-indicators',
        broken.length === 1
          ? `The sequence “${name}” has a step without an indicator that is on, so it is never found.`
          : `${String(broken.length)} sequences have a step without an indicator that is on, so they are never found; “${name}” is one.`,
        'Add an indicator for every step of the sequence, or take the sequence out.'
      )
    )
  }
  if (!evidence.hasActivities) return health
  const ofDevices = indicators.filter(({ group }) => group === 'device')
  if (ofDevices.length > 0 && !evidence.hasDeviceActivities) {
    health.push(
      advice(
        'no-device-activities',
        `${counted(ofDevices.length, 'indicator needs', 'indicators need')} logs of devices, and none are imported.`,
        'Import device logs (Microsoft 365 endpoint records, Defender, Windows events), or take these indicators out.'
      )
    )
  }
  const physical = indicators.filter(({ category }) => category === 'physical')
  if (physical.length > 0 && !evidence.hasBadgeActivities) {
    health.push(
      advice(
        'no-badge-activities',
        `${counted(physical.length, 'indicator needs', 'indicators need')} records of doors, and none are imported.`,
        'Import badge records, or take these indicators out.'
      )
    )
  }
  return health
}

function dataHealth({ evidence }: Seen): PolicyHealth[] {
  if (evidence.hasActivities) return []
  return [
    warning(
      'no-activities',
      'No activities are imported, so nothing can be scored.',
      'Import logs: Microsoft 365 audit records tell most.'
    )
  ]
}

function volumeHealth({ evidence, reach }: Seen): PolicyHealth[] {
  const isCommon = (people: number): boolean =>
    evidence.people >= LEAST_PEOPLE && people > evidence.people * COMMON_SHARE
  const health: PolicyHealth[] = []
  if (isCommon(reach.inScope) || reach.inScope > MOST_IN_SCOPE) {
    health.push(
      advice(
        'many-in-scope',
        `${counted(reach.inScope, 'person is', 'people are')} in scope at once, ${percent(reach.inScope, evidence.people)} of all.`,
        'Choose fewer people, a rarer trigger or a shorter window.'
      )
    )
  }
  if (isCommon(reach.triggered)) {
    health.push(
      advice(
        'trigger-too-common',
        `Triggers concerned ${counted(reach.triggered, 'person', 'people')}, ${percent(reach.triggered, evidence.people)} of all.`,
        'Make the trigger rarer: higher numbers, or fewer indicators that trigger.'
      )
    )
  }
  return health
}

function resultHealth({ reach }: Seen): PolicyHealth[] {
  if (reach.scored === 0) {
    return [
      advice(
        'no-scores',
        reach.triggered === 0
          ? 'No trigger concerned anybody whom the policy is for, so nobody was scored yet.'
          : 'Triggers brought people into scope, and nothing that they did reached a threshold.',
        reach.triggered === 0
          ? 'Look whether people and triggers fit each other, and whether the people of both are the same accounts.'
          : 'Choose more indicators or lower thresholds, or import logs of the days around the triggers.'
      )
    ]
  }
  if (reach.alerts > 0) return []
  return [
    advice(
      'no-alerts-yet',
      'People were scored, and no score reached the line of an alert.',
      'Lower the line, lower thresholds or add indicators; a back-test shows what that would raise.'
    )
  ]
}

function isWarning({ level }: PolicyHealth): boolean {
  return level === 'warning'
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`
}

function percent(part: number, whole: number): string {
  return `${String(Math.round((100 * part) / Math.max(1, whole)))} %`
}

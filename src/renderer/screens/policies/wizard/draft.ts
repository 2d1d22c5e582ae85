/**
 * A policy that is being written. It keeps what the operator has set even where another choice makes it of no account, so
 * that going back loses nothing; `definitionOf` leaves that out.
 */
import type { IndicatorView, ShownDefinition } from '../../../../shared/contract/policy.ts'
import { NOBODY, type PolicyDefinition, type Template } from '../../../../shared/domain/policy.ts'

export interface Draft {
  readonly name: string
  /** The template's name was replaced, so another template does not overwrite it. */
  readonly isOwnName: boolean
  readonly isEverybody: boolean
  /** `all`: every indicator of the template, those that come later too. */
  readonly indicators: readonly string[] | 'all'
  /** All but whom it includes and its indicators, which the fields above decide. Numbers may be invalid while typing. */
  readonly definition: PolicyDefinition
}

/** The template's own numbers; people and content that were chosen before stay. */
export function draftFromTemplate(template: Template, before: Draft | null): Draft {
  const { definition } = template
  if (before === null)
    return { name: template.name, isOwnName: false, ...partsOf(definition), definition: { ...definition } }
  const { people, priorityContent, scoreOnlyPriorityContent } = before.definition
  return {
    ...before,
    name: before.isOwnName ? before.name : template.name,
    indicators: partsOf(definition).indicators,
    definition: { ...definition, people, priorityContent, scoreOnlyPriorityContent }
  }
}

export function draftFromStored(definition: ShownDefinition, name: string): Draft {
  return { name, isOwnName: true, ...partsOf(definition), definition }
}

function partsOf({ people, indicators }: PolicyDefinition): Pick<Draft, 'isEverybody' | 'indicators'> {
  return {
    isEverybody: Object.values(people.include).every((values) => values.length === 0),
    indicators: indicators.length === 0 ? 'all' : indicators
  }
}

/** What the engine would store. Not checked: see `problemsOf`. */
export function definitionOf(
  { definition, isEverybody, indicators }: Draft,
  catalogue: readonly IndicatorView[]
): PolicyDefinition {
  const { triggers, triggerRules, thresholds, people, priorityContent } = definition
  const isUsed = (id: string) => indicators === 'all' || indicators.includes(id)
  return {
    ...definition,
    people: { include: isEverybody ? NOBODY : people.include, exclude: people.exclude },
    indicators: indicators === 'all' ? [] : [...indicators],
    thresholds: keep(thresholds, isUsed),
    triggerRules: {
      indicators: keep(triggerRules.indicators, (id) => hasTriggerNumber(triggers, catalogue, id)),
      sequences: triggers.includes('chosen') ? triggerRules.sequences : [],
      alertSeverity: triggerRules.alertSeverity
    },
    scoreOnlyPriorityContent: definition.scoreOnlyPriorityContent && hasContent(priorityContent)
  }
}

/** Whether the triggers that are chosen look at a daily number of this indicator. */
export function hasTriggerNumber(
  triggers: PolicyDefinition['triggers'],
  catalogue: readonly IndicatorView[],
  id: string
): boolean {
  if (triggers.includes('chosen')) return true
  return triggers.includes('exfiltration') && catalogue.find((each) => each.id === id)?.category === 'exfiltration'
}

export const hasContent = (content: PolicyDefinition['priorityContent']): boolean =>
  Object.values(content).some((values) => values.length > 0)

/** Indicators that a policy of this template may use. */
export function indicatorsFor(draft: Draft, catalogue: readonly IndicatorView[]): readonly IndicatorView[] {
  return catalogue.filter(({ templates }) => templates.includes(draft.definition.template))
}

/** One that is switched off in the settings counts nothing, even where the policy names it for the day it is on again. */
export function isChosen(draft: Draft, { id, isOn }: IndicatorView): boolean {
  return isOn && (draft.indicators === 'all' || draft.indicators.includes(id))
}

/** Chosen one by one; all that can be chosen together mean `all` again. */
export function withIndicators(
  draft: Draft,
  ids: readonly string[],
  isWanted: boolean,
  catalogue: readonly IndicatorView[]
): Draft {
  const usable = indicatorsFor(draft, catalogue).filter(({ isOn }) => isOn)
  const before = draft.indicators === 'all' ? usable.map(({ id }) => id) : draft.indicators
  const after = isWanted
    ? [...before, ...ids.filter((id) => !before.includes(id))]
    : before.filter((id) => !ids.includes(id))
  return { ...draft, indicators: usable.every(({ id }) => after.includes(id)) ? 'all' : after }
}

/** In the order of the identifiers, so that the same numbers always read the same. */
function keep<Value>(record: Readonly<Record<string, Value>>, isKept: (id: string) => boolean): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([id]) => isKept(id))
      .sort(([one], [other]) => (one < other ? -1 : 1))
  )
}

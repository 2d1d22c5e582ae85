/**
 * What differs between two definitions of a policy, part by part in words that an administrator knows from the wizard.
 * Refuses to compare names of parts by themselves: what was typed stands in the values only, where it is masked.
 */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import {
  type Booster,
  BOOSTERS,
  type PeopleChoice,
  type PolicyDefinition,
  type ThresholdChoice
} from '../../../shared/domain/policy.ts'
import { BOOSTER_WORDS } from '../../policy/booster.ts'
import type { Catalogue } from '../../policy/load.ts'
import { TRIGGER_WORDS } from '../trigger-words.ts'

type Difference = ResponseOf<'policy.diff'>[number]

export interface DiffWords {
  readonly catalogue: Catalogue
  /** Masks what an administrator typed. */
  readonly mask: (text: string) => string
  /** Masked name of a priority group. */
  readonly groupName: (id: number) => string
}

/** In the order of the wizard; empty where both say the same. */
export function diffDefinitions(before: PolicyDefinition, after: PolicyDefinition, words: DiffWords): Difference[] {
  return [
    ...choiceParts('People', before.people.include, after.people.include, 'everybody', words),
    ...choiceParts('Left out', before.people.exclude, after.people.exclude, 'nobody', words),
    ...contentParts(before, after, words),
    ...triggerParts(before, after, words),
    ...indicatorParts(before, after, words),
    ...sequenceParts(before, after, words),
    ...boosterParts(before, after),
    ...numberParts(before, after)
  ].filter((part) => part.before !== part.after)
}

/** Lists up to this length are shown whole; of longer ones only what the other does not have. */
const SHOWN_WHOLE = 8

function choiceParts(
  head: string,
  before: PeopleChoice,
  after: PeopleChoice,
  none: string,
  { mask, groupName }: DiffWords
): Difference[] {
  const isEmpty = (choice: PeopleChoice): boolean => Object.values(choice).every((list) => list.length === 0)
  const whole =
    isEmpty(before) === isEmpty(after)
      ? []
      : [{ part: head, before: isEmpty(before) ? none : 'a choice', after: isEmpty(after) ? none : 'a choice' }]
  const groups = (choice: PeopleChoice): string[] => choice.groups.map(groupName)
  return [
    ...whole,
    listPart(`${head}: one by one`, before.people, after.people),
    listPart(`${head}: priority groups`, groups(before), groups(after)),
    listPart(`${head}: departments`, before.departments.map(mask), after.departments.map(mask)),
    listPart(`${head}: countries`, before.countries.map(mask), after.countries.map(mask)),
    listPart(`${head}: business units`, before.businessUnits.map(mask), after.businessUnits.map(mask))
  ]
}

function contentParts(before: PolicyDefinition, after: PolicyDefinition, { mask }: DiffWords): Difference[] {
  const named = [
    ['sites', 'Priority sites'],
    ['labels', 'Priority labels'],
    ['sensitiveTypes', 'Priority types of sensitive information'],
    ['extensions', 'Priority file types'],
    ['keywords', 'Priority keywords']
  ] as const
  return [
    ...named.map(([list, part]) =>
      listPart(part, before.priorityContent[list].map(mask), after.priorityContent[list].map(mask))
    ),
    {
      part: 'What is scored',
      before: before.scoreOnlyPriorityContent ? 'priority content only' : 'all activities',
      after: after.scoreOnlyPriorityContent ? 'priority content only' : 'all activities'
    }
  ]
}

function triggerParts(before: PolicyDefinition, after: PolicyDefinition, { catalogue }: DiffWords): Difference[] {
  const triggers = ({ triggers: chosen }: PolicyDefinition): string =>
    chosen.map((trigger) => TRIGGER_WORDS[trigger]).join(', ')
  const rules = [before.triggerRules, after.triggerRules] as const
  const ids = union(Object.keys(rules[0].indicators), Object.keys(rules[1].indicators))
  const from = (number: number | undefined): string =>
    number === undefined ? 'as recommended' : `from ${number} a day`
  const sequences = union(rules[0].sequences, rules[1].sequences)
  return [
    { part: 'Triggers', before: triggers(before), after: triggers(after) },
    ...ids.map((id) => ({
      part: `Triggering by ${indicatorName(catalogue, id)}`,
      before: from(rules[0].indicators[id]),
      after: from(rules[1].indicators[id])
    })),
    ...sequences.map((id) =>
      onOff(`Triggering by the sequence ${sequenceName(catalogue, id)}`, rules, (rule) => rule.sequences.includes(id))
    ),
    {
      part: 'Severity of triggering security alerts',
      before: `${rules[0].alertSeverity} or graver`,
      after: `${rules[1].alertSeverity} or graver`
    }
  ]
}

function indicatorParts(before: PolicyDefinition, after: PolicyDefinition, { catalogue }: DiffWords): Difference[] {
  const chosen = [before, after].map((definition) => new Set(chosenIds(definition, catalogue)))
  const both = [before, after] as const
  const ids = [...catalogue.indicators.keys(), ...both.flatMap(({ indicators }) => indicators)]
  const thresholds = (definition: PolicyDefinition, id: string): string =>
    sayThresholds(definition.thresholds[id] ?? catalogue.indicators.get(id)?.thresholds)
  return union(ids, union(Object.keys(before.thresholds), Object.keys(after.thresholds))).flatMap((id) => [
    {
      part: `Indicator ${indicatorName(catalogue, id)}`,
      before: chosen[0]?.has(id) === true ? 'on' : 'off',
      after: chosen[1]?.has(id) === true ? 'on' : 'off'
    },
    {
      part: `Thresholds of ${indicatorName(catalogue, id)}`,
      before: thresholds(before, id),
      after: thresholds(after, id)
    }
  ])
}

/** The policy's own choice, or else its template's. */
function chosenIds({ template, indicators }: PolicyDefinition, { templates }: Catalogue): readonly string[] {
  return indicators.length > 0 ? indicators : (templates.get(template)?.definition.indicators ?? [])
}

function sequenceParts(before: PolicyDefinition, after: PolicyDefinition, { catalogue }: DiffWords): Difference[] {
  const both = [before, after] as const
  return [
    ...union(before.sequences, after.sequences).map((id) =>
      onOff(`Sequence ${sequenceName(catalogue, id)}`, both, ({ sequences }) => sequences.includes(id))
    ),
    onOff('Exfiltration over thirty days', both, ({ cumulativeExfiltration }) => cumulativeExfiltration)
  ]
}

function boosterParts(before: PolicyDefinition, after: PolicyDefinition): Difference[] {
  return BOOSTERS.map((booster: Booster) =>
    onOff(`Booster ${BOOSTER_WORDS[booster].name}`, [before, after], ({ boosters }) => boosters[booster])
  )
}

function numberParts(before: PolicyDefinition, after: PolicyDefinition): Difference[] {
  const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`
  return [
    {
      part: 'Days looked back before a trigger',
      before: days(before.windows.lookBackDays),
      after: days(after.windows.lookBackDays)
    },
    {
      part: 'Days scored after a trigger',
      before: days(before.windows.activationDays),
      after: days(after.windows.activationDays)
    },
    { part: 'Line of an alert', before: `score ${before.alertLine}`, after: `score ${after.alertLine}` }
  ]
}

function sayThresholds(choice: ThresholdChoice | undefined): string {
  if (choice === undefined) return 'none'
  return 'aboveUsual' in choice
    ? `above ${choice.aboveUsual} times the usual`
    : `${choice.low} / ${choice.medium} / ${choice.high}`
}

function onOff<Of>(part: string, [before, after]: readonly [Of, Of], isOn: (of: Of) => boolean): Difference {
  return { part, before: isOn(before) ? 'on' : 'off', after: isOn(after) ? 'on' : 'off' }
}

/** The order of a list means nothing, so it makes no difference. */
function listPart(part: string, before: readonly string[], after: readonly string[]): Difference {
  return { part, before: sayList(before, after), after: sayList(after, before) }
}

function sayList(texts: readonly string[], others: readonly string[]): string {
  if (texts.length === 0) return 'none'
  const sorted = [...texts].sort((left, right) => left.localeCompare(right, 'en'))
  if (texts.length <= SHOWN_WHOLE && others.length <= SHOWN_WHOLE) return short(sorted.join(', '))
  const known = new Set(others)
  const own = sorted.filter((each) => !known.has(each))
  if (own.length === 0) return `${texts.length} entries`
  const more = own.length - SHOWN_WHOLE
  return short(
    `${texts.length} entries, among them ${own.slice(0, SHOWN_WHOLE).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  )
}

/** Within what a masked text may have. */
function short(text: string): string {
  return text.length <= 4000 ? text : `${text.slice(0, 3999)}…`
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])]
}

function indicatorName({ indicators }: Catalogue, id: string): string {
  return indicators.get(id)?.name ?? id
}

function sequenceName({ sequences }: Catalogue, id: string): string {
  return sequences.get(id)?.name ?? id
}

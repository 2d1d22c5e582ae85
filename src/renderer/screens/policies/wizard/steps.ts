/** The steps of the wizard in their order, and what still stands in the way of leaving each. */
import type { IndicatorView } from '../../../../shared/contract/policy.ts'
import { AboveUsual, PolicyDefinition, Thresholds } from '../../../../shared/domain/policy.ts'
import { definitionOf, hasTriggerNumber, indicatorsFor, isChosen, type Draft } from './draft.ts'

export const STEPS = [
  'template',
  'name',
  'people',
  'content',
  'triggers',
  'indicators',
  'thresholds',
  'scoring',
  'review'
] as const
export type Step = (typeof STEPS)[number]

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  template: 'Template',
  name: 'Name',
  people: 'People',
  content: 'Content to prioritise',
  triggers: 'Triggers',
  indicators: 'Indicators',
  thresholds: 'Thresholds',
  scoring: 'Sequences and boosters',
  review: 'Review'
}

export type WizardKind = 'new' | 'edit' | 'copy'

/** Template and name of a stored policy are fixed; a copy has the template of what it is copied from. */
export function stepsOf(kind: WizardKind): readonly Step[] {
  if (kind === 'new') return STEPS
  return STEPS.filter((step) => step !== 'template' && (kind === 'copy' || step !== 'name'))
}

/** Sentences that say what to do; empty when the step is done. */
export function problemsOf(step: Step, draft: Draft | null, catalogue: readonly IndicatorView[]): readonly string[] {
  if (draft === null) return ['Choose a template.']
  const { definition } = draft
  switch (step) {
    case 'template':
      return []
    case 'name':
      return draft.name.trim() === '' ? ['Write a name.'] : []
    case 'people':
      return peopleProblems(draft)
    case 'content':
      return listProblems([
        ['a site', definition.priorityContent.sites, 400],
        ['a sensitive-information type', definition.priorityContent.sensitiveTypes, 160],
        ['a label', definition.priorityContent.labels, 160],
        ['a file extension', definition.priorityContent.extensions, 16],
        ['a word', definition.priorityContent.keywords, 80]
      ])
    case 'triggers':
      return triggerProblems(draft, catalogue)
    case 'indicators':
      return indicatorsFor(draft, catalogue).some((each) => isChosen(draft, each))
        ? []
        : ['Choose at least one indicator: without one nothing is counted.']
    case 'thresholds':
      return indicatorsFor(draft, catalogue)
        .filter((each) => isChosen(draft, each))
        .flatMap(({ id, name }) => thresholdProblems(name, definition.thresholds[id]))
    case 'scoring':
      return scoringProblems(draft)
    case 'review':
      return PolicyDefinition.safeParse(definitionOf(draft, catalogue)).success
        ? []
        : ['Something in this policy cannot be stored. Go through the steps again.']
  }
}

function peopleProblems({ isEverybody, definition: { people } }: Draft): readonly string[] {
  const isEmpty = !isEverybody && Object.values(people.include).every((values) => values.length === 0)
  const long = [people.include, people.exclude].flatMap(({ departments, countries, businessUnits }) =>
    listProblems([
      ['a department', departments, 200],
      ['a country', countries, 200],
      ['a business unit', businessUnits, 200]
    ])
  )
  return isEmpty ? ['Choose somebody, or everybody: nobody is chosen yet.', ...long] : long
}

/** As the shapes of the policy allow. */
const MOST_ENTRIES = 5000

function listProblems(
  lists: readonly (readonly [what: string, values: readonly string[], longest: number])[]
): readonly string[] {
  return lists.flatMap(([what, values, longest]) => [
    ...(values.length > MOST_ENTRIES ? [`At most ${MOST_ENTRIES} entries stand in one list; look at ${what}.`] : []),
    ...(values.some(({ length }) => length > longest) ? [`Shorten ${what}: at most ${longest} characters.`] : [])
  ])
}

function triggerProblems({ definition }: Draft, catalogue: readonly IndicatorView[]): readonly string[] {
  const { triggers, triggerRules } = definition
  const problems: string[] = []
  if (triggers.length === 0) problems.push('Choose at least one trigger: without one nobody comes into scope.')
  const numbers = Object.entries(triggerRules.indicators)
  if (triggers.includes('chosen') && numbers.length === 0 && triggerRules.sequences.length === 0)
    problems.push('Choose an indicator or a sequence that triggers.')
  for (const [id, from] of numbers)
    if (hasTriggerNumber(triggers, catalogue, id) && !isCount(from))
      problems.push(`Write a whole number of at least 1 for “${catalogue.find((each) => each.id === id)?.name ?? id}”.`)
  return problems
}

function thresholdProblems(name: string, own: PolicyDefinition['thresholds'][string] | undefined): readonly string[] {
  if (own === undefined) return []
  if ('aboveUsual' in own) return AboveUsual.safeParse(own).success ? [] : [`“${name}”: write a factor from 1 to 20.`]
  if (![own.low, own.medium, own.high].every(isCount)) return [`“${name}”: write three whole numbers of at least 1.`]
  return Thresholds.safeParse(own).success ? [] : [`“${name}”: the numbers must not fall from low to high.`]
}

function scoringProblems({ definition: { windows, alertLine } }: Draft): readonly string[] {
  return [
    ...(isWithin(windows.lookBackDays, 0, 180) ? [] : ['Look back from 0 to 180 days.']),
    ...(isWithin(windows.activationDays, 1, 90) ? [] : ['Look on from 1 to 90 days.']),
    ...(isWithin(alertLine, 1, 100) ? [] : ['Raise an alert from a score of 1 to 100.'])
  ]
}

const isCount = (value: number) => Number.isInteger(value) && value >= 1
const isWithin = (value: number, lowest: number, highest: number) =>
  Number.isInteger(value) && value >= lowest && value <= highest

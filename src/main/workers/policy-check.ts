/**
 * Whether a definition can be used here: it may only name what this Inward and this workspace have, and what its template
 * allows. The first problem is told in a sentence; sentences hold no typed text.
 */
import type { PolicyDefinition, Template } from '../../shared/domain/policy.ts'
import type { Catalogue } from '../policy/load.ts'
import { findGroup } from '../store/groups.ts'
import type { Sql } from '../store/sql.ts'
import { TRIGGER_WORDS } from './trigger-words.ts'

/** More a day than a machine writes in the name of a person; a larger number is a slip of the hand. */
const MOST_A_DAY = 1_000_000

/** Null when all is well. */
export function problemOf(definition: PolicyDefinition, catalogue: Catalogue, main: Sql): string | null {
  const template = catalogue.templates.get(definition.template)
  if (template === undefined) return `This version of Inward has no template “${definition.template}”.`
  return (
    problemOfTriggers(definition, template) ??
    problemOfNames(definition, catalogue) ??
    problemOfGroups(definition, main) ??
    problemOfThresholds(definition, catalogue)
  )
}

function problemOfTriggers({ triggers, triggerRules }: PolicyDefinition, template: Template): string | null {
  const foreign = triggers.find((trigger) => trigger !== 'manual' && !template.allowedTriggers.includes(trigger))
  if (foreign !== undefined) {
    const allowed = template.allowedTriggers.map((trigger) => TRIGGER_WORDS[trigger]).join(', ')
    return `A policy of the template “${template.name}” cannot be triggered by ${TRIGGER_WORDS[foreign]}. It can by: ${allowed}.`
  }
  const { indicators, sequences } = triggerRules
  if (triggers.includes('chosen') && Object.keys(indicators).length === 0 && sequences.length === 0)
    return 'The trigger “chosen” needs at least one indicator or sequence that triggers.'
  return null
}

function problemOfNames(definition: PolicyDefinition, { indicators, sequences }: Catalogue): string | null {
  const { triggerRules, thresholds } = definition
  const named = [...definition.indicators, ...Object.keys(thresholds), ...Object.keys(triggerRules.indicators)]
  const unknown = named.find((id) => !indicators.has(id))
  if (unknown !== undefined) return `This version of Inward has no indicator “${unknown}”.`
  const missing = [...definition.sequences, ...triggerRules.sequences].find((id) => !sequences.has(id))
  return missing === undefined ? null : `This version of Inward has no sequence “${missing}”.`
}

function problemOfGroups({ people }: PolicyDefinition, main: Sql): string | null {
  const named = [...people.include.groups, ...people.exclude.groups]
  const missing = named.find((id) => findGroup(main, id) === null)
  return missing === undefined
    ? null
    : `There is no priority group ${String(missing)}. Choose another one, or make it in the settings first.`
}

function problemOfThresholds({ thresholds, triggerRules }: PolicyDefinition, { indicators }: Catalogue): string | null {
  const large = [
    ...Object.entries(thresholds).flatMap(([id, choice]) =>
      'aboveUsual' in choice ? [] : [[id, choice.high] as const]
    ),
    ...Object.entries(triggerRules.indicators)
  ].find(([, number]) => number > MOST_A_DAY)
  if (large === undefined) return null
  const name = indicators.get(large[0])?.name ?? large[0]
  return `The threshold of “${name}” is larger than anybody reaches in a day. Choose a number up to ${String(MOST_A_DAY)}.`
}

/** Runs the examples that indicator files carry: a definition that no longer does what its examples say is a defect. */
import type { ActivityFacts } from '../../shared/domain/evaluation.ts'
import type { FactsFragment } from './indicator.ts'
import type { Catalogue } from './load.ts'
import type { Match } from './match.ts'

/** Sentences for the examples that do not come out as written; empty when all do. */
export function failingExamples(catalogue: Catalogue, match: Match): readonly string[] {
  const failures: string[] = []
  for (const { id, examples } of catalogue.indicators.values()) {
    for (const example of examples['must-fire']) {
      if (!match(completeFacts(example.facts)).includes(id)) failures.push(`${id}: must fire: ${example.says}`)
    }
    for (const example of examples['must-not']) {
      if (match(completeFacts(example.facts)).includes(id)) failures.push(`${id}: must not fire: ${example.says}`)
    }
  }
  return failures
}

/** A whole activity from the few facts that an example names; the rest says nothing in particular. */
export function completeFacts(
  fragment: FactsFragment & { readonly id?: number; readonly atMs?: number }
): ActivityFacts {
  const { workload = 'SharePoint', operation = 'FileViewed', ...rest } = withoutGaps(fragment)
  return {
    id: 1,
    atMs: 0,
    workload,
    operation,
    actorKind: 'person',
    outcome: 'success',
    itemType: 'file',
    extension: 'docx',
    itemKey: 1,
    newItemKey: null,
    exposure: 'none',
    labelChange: 'none',
    alertSeverity: 'none',
    alertState: 'unknown',
    topic: '',
    destination: 'none',
    isOwnSite: false,
    isPriority: false,
    isNewAddress: false,
    isNewCountry: false,
    isLabelled: false,
    isSensitive: false,
    isOffHours: false,
    isAfterLeaving: false,
    isPriorityAsset: false,
    isThirdParty: false,
    isExcluded: false,
    sizeBytes: 0,
    itemCount: 1,
    ...rest
  }
}

type Filled<Shape> = { readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> }

function withoutGaps<Shape extends object>(shape: Shape): Filled<Shape> {
  const filled: Partial<Shape> = {}
  for (const key in shape) if (shape[key] !== undefined) filled[key] = shape[key]
  return filled as Filled<Shape>
}

/** Policies with their health, and what their indicators mean. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { PolicyView } from '../../../shared/contract/policy.ts'
import type { PolicyDefinition } from '../../../shared/domain/policy.ts'
import { countInScope } from '../../store/evaluations.ts'
import { findPolicy, listPolicies, type PolicyFiles, type StoredPolicy } from '../../store/policies.ts'
import { readText } from '../../store/written.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const policyReads = {
  'policy.templates'(desk: ReaderDesk): ResponseOf<'policy.templates'> {
    return [...desk.catalogue.templates.values()]
  },

  'policy.list'(desk: ReaderDesk): PolicyView[] {
    return listPolicies(filesOf(desk)).map((policy) => viewOf(desk, policy))
  },

  'policy.show'(desk: ReaderDesk, args: { id: number }): Result<ResponseOf<'policy.show'>> {
    const policy = findPolicy(filesOf(desk), args.id)
    if (policy === null) return refused('not-found', 'There is no such policy.')
    const ids =
      policy.definition.indicators.length > 0 ? policy.definition.indicators : [...desk.catalogue.indicators.keys()]
    const indicators = ids.flatMap((id) => {
      const indicator = desk.catalogue.indicators.get(id)
      if (indicator === undefined) return []
      return [
        {
          id,
          name: indicator.name,
          category: indicator.category,
          why: indicator.why,
          blindSpots: [...indicator.blindSpots],
          harmlessWhen: [...indicator.harmlessWhen],
          thresholds: policy.definition.thresholds[id] ?? indicator.thresholds
        }
      ]
    })
    return {
      ok: true,
      value: { policy: viewOf(desk, policy), definition: masked(desk, policy.definition), indicators }
    }
  },

  /**
   * A definition that an administrator sends back has seen the screen, where names were masked. What was not touched is
   * put back as it was typed; the answer stays in the engine.
   */
  'policy.typed'(desk: ReaderDesk, args: { id: number; definition: PolicyDefinition }): PolicyDefinition {
    const known = findPolicy(filesOf(desk), args.id)?.definition.priorityContent
    if (known === undefined) return args.definition
    const asTyped = (shown: readonly string[], typed: readonly string[]): string[] =>
      shown.map((text) => typed.find((each) => desk.mask(each) === text) ?? text)
    const { sites, extensions, keywords } = args.definition.priorityContent
    return {
      ...args.definition,
      priorityContent: {
        sites: asTyped(sites, known.sites),
        extensions: asTyped(extensions, known.extensions),
        keywords: asTyped(keywords, known.keywords)
      }
    }
  }
}

function filesOf({ sql }: ReaderDesk): PolicyFiles {
  return { main: sql, vault: sql }
}

/** An administrator may have typed somebody's personal site or name. */
function masked(desk: ReaderDesk, definition: PolicyDefinition): PolicyDefinition {
  const { sites, extensions, keywords } = definition.priorityContent
  const all = (texts: readonly string[]): string[] => texts.map((text) => desk.mask(text))
  return {
    ...definition,
    priorityContent: { sites: all(sites), extensions: all(extensions), keywords: all(keywords) }
  }
}

function viewOf(desk: ReaderDesk, policy: StoredPolicy): PolicyView {
  return {
    id: policy.id,
    name: desk.mask(readText(desk.sql, 'policy', policy.id)),
    template: policy.template,
    status: policy.status,
    version: policy.version,
    createdMs: policy.createdMs,
    health: healthOf(desk, policy),
    inScope: countInScope(desk.sql, policy.id),
    activeAlerts: desk.sql.number(
      "SELECT count(*) FROM alert WHERE policy_id = ? AND status IN ('needs-review', 'confirmed')",
      [policy.id]
    )
  }
}

function healthOf(desk: ReaderDesk, policy: StoredPolicy): PolicyView['health'] {
  const departures = desk.sql.number("SELECT count(*) FROM hr_event WHERE kind IN ('resignation', 'termination')")
  const deletions = desk.sql.number('SELECT count(*) FROM account_deletion')
  const activities = desk.sql.number('SELECT count(*) FROM (SELECT 1 FROM activity LIMIT 1)')
  const health: PolicyView['health'] = []
  const usesDepartures = policy.definition.triggers.some(
    (trigger) => trigger === 'hr-resignation' || trigger === 'hr-termination'
  )
  if (activities === 0)
    health.push({
      level: 'warning',
      says: 'No activities are imported: nothing can be scored. Import Microsoft 365 audit records.'
    })
  if (usesDepartures && departures === 0 && deletions === 0) {
    health.push({
      level: 'warning',
      says: 'No departures are known, so nobody comes into scope. Import an HR file with resignations or terminations.'
    })
  } else if (usesDepartures && departures === 0) {
    health.push({
      level: 'recommendation',
      says: 'Only deleted accounts bring people into scope. An HR file with departures would bring them in earlier.'
    })
  }
  return health.length > 0 ? health : [{ level: 'healthy', says: 'Triggers and activities are there.' }]
}

/** Policies with their health, versions and what differs between them, and what their indicators mean. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { IndicatorView, PolicyView } from '../../../shared/contract/policy.ts'
import { BOOSTERS, type PolicyDefinition } from '../../../shared/domain/policy.ts'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { BOOSTER_WORDS } from '../../policy/booster.ts'
import { findGroup } from '../../store/groups.ts'
import {
  countDecided,
  findPolicy,
  listPolicies,
  listPolicyVersions,
  type PolicyFiles,
  readPolicyVersion,
  type StoredPolicy
} from '../../store/policies.ts'
import { readScoringSettings } from '../../store/scoring-settings.ts'
import { readText } from '../../store/written.ts'
import { done, refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { hitsOf, indicatorView, sequenceViews } from './indicators.ts'
import { diffDefinitions } from './policy-diff.ts'
import { evidenceOf } from './policy-evidence.ts'
import { healthOf } from './policy-health.ts'
import { reachOf } from './policy-reach.ts'
import { chosenFrom, maskedDefinition, type TypedList, typedDefinition } from './policy-typed.ts'

const NO_POLICY = refused('not-found', 'There is no such policy.')
const NO_VERSION = refused('not-found', 'The policy has no such version.')

export const policyReads = {
  'policy.templates'(desk: ReaderDesk): ResponseOf<'policy.templates'> {
    return [...desk.catalogue.templates.values()]
  },

  'policy.list'(desk: ReaderDesk): PolicyView[] {
    const settings = settingsOf(desk)
    return listPolicies(filesOf(desk)).map((policy) => viewOf(desk, policy, settings))
  },

  'policy.show'(desk: ReaderDesk, args: { id: number; version: number | null }): Result<ResponseOf<'policy.show'>> {
    const policy = findPolicy(filesOf(desk), args.id)
    if (policy === null) return NO_POLICY
    const definition =
      args.version === null ? policy.definition : readPolicyVersion(filesOf(desk), args.id, args.version)
    if (definition === null) return NO_VERSION
    const ids = definition.indicators.length > 0 ? definition.indicators : indicatorsOfTemplate(desk, policy)
    return done({
      policy: viewOf(desk, policy, settingsOf(desk)),
      definition: maskedDefinition(desk, definition),
      indicators: viewsOf(desk, ids)
    })
  },

  'policy.versions'(desk: ReaderDesk, args: { id: number }): Result<ResponseOf<'policy.versions'>> {
    if (findPolicy(filesOf(desk), args.id) === null) return NO_POLICY
    return done([...listPolicyVersions(desk.sql, args.id)])
  },

  'policy.diff'(
    desk: ReaderDesk,
    args: { id: number; from: number; to: number | { definition: PolicyDefinition } }
  ): Result<ResponseOf<'policy.diff'>> {
    const policy = findPolicy(filesOf(desk), args.id)
    if (policy === null) return NO_POLICY
    const before = readPolicyVersion(filesOf(desk), args.id, args.from)
    const after =
      typeof args.to === 'number'
        ? readPolicyVersion(filesOf(desk), args.id, args.to)
        : typedDefinition(desk, args.to.definition, definitionsNear(desk, args.id))
    if (before === null || after === null) return NO_VERSION
    return done(
      diffDefinitions(before, after, {
        catalogue: desk.catalogue,
        mask: (text) => desk.mask(text),
        groupName: (id) =>
          findGroup(desk.sql, id) === null ? 'a deleted group' : desk.mask(readText(desk.sql, 'group', id))
      })
    )
  },

  'policy.indicators'(desk: ReaderDesk): IndicatorView[] {
    return viewsOf(desk, [...desk.catalogue.indicators.keys()])
  },

  'policy.sequences'(desk: ReaderDesk): ResponseOf<'policy.sequences'> {
    return sequenceViews(desk.catalogue)
  },

  'policy.boosters'(): ResponseOf<'policy.boosters'> {
    return BOOSTERS.map((booster) => ({ booster, ...BOOSTER_WORDS[booster] }))
  },

  'policy.choices'(desk: ReaderDesk): ResponseOf<'policy.choices'> {
    const from = (list: TypedList): string[] => chosenFrom(desk.sql, list).map((text) => desk.mask(text))
    return {
      departments: from('departments'),
      countries: from('countries'),
      businessUnits: from('businessUnits'),
      labels: from('labels'),
      sensitiveTypes: from('sensitiveTypes')
    }
  },

  /**
   * A definition that an administrator sends has seen the screen, where names were masked. What was not touched is put
   * back as it was typed; the answer stays in the engine.
   */
  'policy.typed'(desk: ReaderDesk, args: { id: number | null; definition: PolicyDefinition }): PolicyDefinition {
    return typedDefinition(desk, args.definition, definitionsNear(desk, args.id))
  }
}

/** The policy's own first, in all its versions: one of them was shown. Then those of the other policies. */
function definitionsNear(desk: ReaderDesk, id: number | null): readonly PolicyDefinition[] {
  const files = filesOf(desk)
  const own =
    id === null
      ? []
      : listPolicyVersions(desk.sql, id).flatMap(({ version }) => readPolicyVersion(files, id, version) ?? [])
  return [
    ...own,
    ...listPolicies(files)
      .filter((policy) => policy.id !== id)
      .map(({ definition }) => definition)
  ]
}

function filesOf({ sql }: ReaderDesk): PolicyFiles {
  return { main: sql, vault: sql }
}

function settingsOf({ sql }: ReaderDesk): ScoringSettings {
  return readScoringSettings({ vault: sql, schema: 'vault.' })
}

function indicatorsOfTemplate({ catalogue }: ReaderDesk, { template }: StoredPolicy): readonly string[] {
  const ids = catalogue.templates.get(template)?.definition.indicators ?? []
  return ids.length > 0 ? ids : [...catalogue.indicators.keys()]
}

function viewsOf(desk: ReaderDesk, ids: readonly string[]): IndicatorView[] {
  const { indicatorsOff } = settingsOf(desk)
  const hits = hitsOf(desk)
  return ids.flatMap((id) => {
    const indicator = desk.catalogue.indicators.get(id)
    return indicator === undefined ? [] : [indicatorView(indicator, desk.catalogue, indicatorsOff, hits)]
  })
}

/** As long as the reference product looks back on decisions. */
const DECIDED_WITHIN_MS = 365 * 86_400_000

function viewOf(desk: ReaderDesk, policy: StoredPolicy, settings: ScoringSettings): PolicyView {
  const { sql, catalogue } = desk
  const reach = reachOf(desk, policy)
  const decided = countDecided(sql, policy.id, Date.now() - DECIDED_WITHIN_MS)
  return {
    id: policy.id,
    name: desk.mask(readText(sql, 'policy', policy.id)),
    template: policy.template,
    status: policy.status,
    version: policy.version,
    createdMs: policy.createdMs,
    health: healthOf({ policy, catalogue, settings, evidence: evidenceOf(desk), reach }),
    inScope: reach.inScope,
    activeAlerts: sql.number(
      "SELECT count(*) FROM alert WHERE policy_id = ? AND status IN ('needs-review', 'confirmed')",
      [policy.id]
    ),
    confirmedAlerts: decided.confirmed,
    decidedAlerts: decided.all
  }
}

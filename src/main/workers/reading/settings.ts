/** Settings that shape every policy and the list of physical assets, masked; and what was typed behind the masks. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { listAssets } from '../../store/assets.ts'
import { inferOwnDomains } from '../../store/domains.ts'
import { readScoringSettings } from '../../store/scoring-settings.ts'
import { asTyped } from '../as-typed.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const settingReads = {
  'setting.show'(desk: ReaderDesk): ResponseOf<'setting.show'> {
    const mask = (texts: readonly string[]): string[] => texts.map((text) => desk.mask(text))
    const stored = readScoringSettings(viewOf(desk))
    return {
      settings: {
        ...withLists(stored, mask),
        // One that an earlier version had would only be in the way of the next change.
        indicatorsOff: stored.indicatorsOff.filter((id) => desk.catalogue.indicators.has(id))
      },
      inferredDomains: mask(inferOwnDomains(desk.sql, desk.sql, 'vault.'))
    }
  },

  'setting.typed'(desk: ReaderDesk, args: { settings: ScoringSettings }): ScoringSettings {
    const stored = readScoringSettings(viewOf(desk))
    return withLists(args.settings, (shown, listOf) => asTyped(shown, listOf(stored), (text) => desk.mask(text)))
  },

  'asset.list'(desk: ReaderDesk): ResponseOf<'asset.list'> {
    return listAssets(viewOf(desk)).map((asset) => desk.mask(asset))
  },

  'asset.typed'(desk: ReaderDesk, args: { assets: readonly string[] }): readonly string[] {
    return asTyped(args.assets, listAssets(viewOf(desk)), (text) => desk.mask(text))
  }
}

type List = (settings: ScoringSettings) => readonly string[]

/** The settings with each typed list replaced; `change` also gets the way to the same list of other settings. */
function withLists(
  settings: ScoringSettings,
  change: (texts: readonly string[], listOf: List) => string[]
): ScoringSettings {
  const changed = (listOf: List): string[] => change(listOf(settings), listOf)
  return {
    ...settings,
    domains: {
      own: changed(({ domains }) => domains.own),
      unallowed: changed(({ domains }) => domains.unallowed),
      allowed: changed(({ domains }) => domains.allowed),
      thirdParty: changed(({ domains }) => domains.thirdParty)
    },
    exclusions: {
      extensions: changed(({ exclusions }) => exclusions.extensions),
      paths: changed(({ exclusions }) => exclusions.paths),
      sites: changed(({ exclusions }) => exclusions.sites),
      keywords: changed(({ exclusions }) => exclusions.keywords),
      sensitiveTypes: changed(({ exclusions }) => exclusions.sensitiveTypes)
    }
  }
}

function viewOf({ sql }: ReaderDesk) {
  return { vault: sql, schema: 'vault.' } as const
}

/** Changes of what shapes every policy. The audit log learns how much is in each list and nothing that was typed. */
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { loadCatalogue } from '../../policy/load.ts'
import { replaceAssets } from '../../store/assets.ts'
import { writeScoringSettings } from '../../store/scoring-settings.ts'
import { tidySettings } from '../../store/tidy-settings.ts'
import { type Audited, type AuditNote, done, refused, type Result } from '../protocol.ts'
import type { WriterDesk } from '../writer-desk.ts'

export const settingChanges = {
  'setting.change'(desk: WriterDesk, args: { settings: ScoringSettings }): Result<Audited<null>> {
    const { indicators } = loadCatalogue()
    const tidied = tidySettings(args.settings, (id) => indicators.has(id))
    if (!tidied.ok) return refused('bad-input', tidied.sentence)
    writeScoringSettings(desk.store.vault, tidied.settings)
    return done({ value: null, audit: noteOf('scoring', countsOf(tidied.settings)) })
  },

  'asset.change'(desk: WriterDesk, args: { assets: readonly string[] }): Result<Audited<null>> {
    const assets = replaceAssets(desk.store.vault, args.assets)
    return done({ value: null, audit: noteOf('priority-assets', { assets }) })
  }
}

function noteOf(objectId: string, details: AuditNote['details']): AuditNote {
  return { objectType: 'setting', objectId, caseId: null, details }
}

function countsOf(settings: ScoringSettings): AuditNote['details'] {
  const { domains, exclusions } = settings
  return {
    indicatorsOff: settings.indicatorsOff.length,
    ownDomains: domains.own.length,
    unallowedDomains: domains.unallowed.length,
    allowedDomains: domains.allowed.length,
    thirdPartyDomains: domains.thirdParty.length,
    excludedExtensions: exclusions.extensions.length,
    excludedPaths: exclusions.paths.length,
    excludedSites: exclusions.sites.length,
    excludedKeywords: exclusions.keywords.length,
    excludedSensitiveTypes: exclusions.sensitiveTypes.length,
    fileVolumeFloor: settings.fileVolumeFloor,
    alertVolume: settings.alertVolume,
    alertStates: settings.alertStates.length
  }
}

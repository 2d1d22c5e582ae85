/** What shapes every policy, as an administrator typed it. Whether an entry makes sense is decided in tidy-settings.ts. */
import { FIRST_SETTINGS, ScoringSettings } from '../../shared/domain/settings.ts'
import { readSettingText, type VaultView, writeSettingText } from './setting-text.ts'
import type { Sql } from './sql.ts'

export function readScoringSettings(view: VaultView): ScoringSettings {
  const stored = readSettingText(view, 'scoring')
  return stored === null ? FIRST_SETTINGS : ScoringSettings.parse(stored)
}

export function writeScoringSettings(vault: Sql, settings: ScoringSettings): void {
  writeSettingText(vault, 'scoring', settings)
}

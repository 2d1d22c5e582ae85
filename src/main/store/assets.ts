/** Physical assets of priority: doors, rooms and readers under the names that badge records give them. */
import { z } from 'zod'
import { readSettingText, type VaultView, writeSettingText } from './setting-text.ts'
import type { Sql } from './sql.ts'
import { withoutRepeats } from './tidy-settings.ts'

/** As they were typed, in that order. */
export function listAssets(view: VaultView): readonly string[] {
  return z.array(z.string()).parse(readSettingText(view, 'assets') ?? [])
}

/** In lower case, for comparing with what badge records name. */
export function readAssets(view: VaultView): ReadonlySet<string> {
  return new Set(listAssets(view).map((asset) => asset.toLowerCase()))
}

/** Replaces the list; an asset that stands there twice in whatever case is kept once. Gives the number that is kept. */
export function replaceAssets(vault: Sql, assets: readonly string[]): number {
  const kept = withoutRepeats(assets)
  writeSettingText(vault, 'assets', kept)
  return kept.length
}

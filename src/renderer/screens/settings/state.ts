/** View state of the settings: the section, what is changed and not saved yet, and the saving that runs. Ends with the lock. */
import type { QueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { ask, DeskFailure } from '../../desk.ts'
import { createUntilLock } from '../../memory.ts'
import { go } from '../../navigation.ts'

export const SECTIONS = ['general', 'indicators', 'domains', 'exclusions', 'detection', 'groups', 'assets'] as const
export type Section = (typeof SECTIONS)[number]
/** Sections that are changed at leisure and saved as one. */
export type SavedSection = 'indicators' | 'domains' | 'exclusions' | 'detection' | 'assets'
export type ListName =
  `domains.${keyof ScoringSettings['domains']}` | `exclusions.${keyof ScoringSettings['exclusions']}` | 'assets'

interface SettingsState {
  readonly section: Section
  readonly domainList: keyof ScoringSettings['domains']
  readonly exclusionList: keyof ScoringSettings['exclusions']
  readonly openedGroup: number | null
  /** Parts of the settings that differ from what is stored. */
  readonly draft: Partial<ScoringSettings>
  readonly assets: readonly string[] | null
  /** Lines that were typed or pasted and not yet added to their list. */
  readonly typed: Readonly<Partial<Record<ListName, string>>>
  readonly saving: { readonly section: SavedSection; readonly startedMs: number } | null
  readonly failed: { readonly section: SavedSection; readonly failure: DeskFailure } | null
}

export const useSettings = createUntilLock<SettingsState>(() => ({
  section: 'general',
  domainList: 'own',
  exclusionList: 'extensions',
  openedGroup: null,
  draft: {},
  assets: null,
  typed: {},
  saving: null,
  failed: null
}))

/** From anywhere to a section. */
export function openSettings(section: Section): void {
  useSettings.setState({ section })
  go({ screen: 'settings' })
}

/** Keeps of a change only what differs from the stored settings; the order of a list means nothing. */
export function editSettings(stored: ScoringSettings, change: Partial<ScoringSettings>): void {
  const wanted = { ...useSettings.getState().draft, ...change }
  useSettings.setState({
    draft: {
      ...(differs(wanted.indicatorsOff, stored.indicatorsOff) ? { indicatorsOff: wanted.indicatorsOff } : {}),
      ...(differs(wanted.domains, stored.domains) ? { domains: wanted.domains } : {}),
      ...(differs(wanted.exclusions, stored.exclusions) ? { exclusions: wanted.exclusions } : {}),
      ...(differs(wanted.fileVolumeFloor, stored.fileVolumeFloor) ? { fileVolumeFloor: wanted.fileVolumeFloor } : {}),
      ...(differs(wanted.alertVolume, stored.alertVolume) ? { alertVolume: wanted.alertVolume } : {}),
      ...(differs(wanted.alertStates, stored.alertStates) ? { alertStates: wanted.alertStates } : {})
    }
  })
}

export function editAssets(stored: readonly string[], wanted: readonly string[]): void {
  useSettings.setState({ assets: differs(wanted, stored) ? wanted : null })
}

export function typeInto(list: ListName, text: string): void {
  useSettings.setState({ typed: { ...useSettings.getState().typed, [list]: text } })
}

/** Changed, or typed and not added; what is being saved just now is neither. */
export function isUnsaved({ draft, assets, typed, saving }: SettingsState, section: SavedSection): boolean {
  if (saving?.section === section) return false
  const isTyped = Object.entries(typed).some(([list, text]) => list.startsWith(section) && text.trim() !== '')
  if (isTyped) return true
  return section === 'assets' ? assets !== null : PARTS[section].some((part) => part in draft)
}

export const unsavedSections = (state: SettingsState): readonly SavedSection[] =>
  SAVED_SECTIONS.filter((section) => isUnsaved(state, section))

export function discard(section: SavedSection): void {
  const { draft, assets, typed, failed } = useSettings.getState()
  const parts: readonly string[] = section === 'assets' ? [] : PARTS[section]
  useSettings.setState({
    draft: without(draft, (part) => parts.includes(part)),
    assets: section === 'assets' ? null : assets,
    typed: without(typed, (list) => list.startsWith(section)),
    failed: failed?.section === section ? null : failed
  })
}

/**
 * Saves one section; ends when all scores are up to date, wherever the operator is by then. What other sections have
 * changed stays unsaved, and what another operator has saved meanwhile stays saved.
 */
export async function save(section: SavedSection, client: QueryClient): Promise<boolean> {
  const { draft, assets } = useSettings.getState()
  useSettings.setState({ saving: { section, startedMs: Date.now() }, failed: null })
  try {
    if (section === 'assets') {
      if (assets !== null) client.setQueryData(ASSETS_KEY, await ask('asset.change', { assets: [...assets] }))
    } else {
      const shown = await ask('setting.show', {})
      const parts = without(draft, (part) => !PARTS[section].includes(part))
      const settings = await ask('setting.change', { settings: { ...shown.settings, ...parts } })
      client.setQueryData<ResponseOf<'setting.show'>>(SETTINGS_KEY, { ...shown, settings })
    }
    discard(section)
    useSettings.setState({ saving: null })
    await Promise.all(['setting', 'policy'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
    return true
  } catch (error) {
    useSettings.setState({ saving: null })
    if (!(error instanceof DeskFailure)) throw error
    useSettings.setState({ failed: { section, failure: error } })
    return false
  }
}

// Under these the reads of the two operations lie (see `useRead`).
const SETTINGS_KEY = ['setting', 'setting.show', {}]
const ASSETS_KEY = ['setting', 'asset.list', {}]

const SAVED_SECTIONS: readonly SavedSection[] = ['indicators', 'domains', 'exclusions', 'detection', 'assets']
const PARTS: Readonly<Record<Exclude<SavedSection, 'assets'>, readonly string[]>> = {
  indicators: ['indicatorsOff'],
  domains: ['domains'],
  exclusions: ['exclusions'],
  detection: ['fileVolumeFloor', 'alertVolume', 'alertStates']
}

function differs<Value>(wanted: Value | undefined, stored: Value): wanted is Value {
  return wanted !== undefined && written(wanted) !== written(stored)
}

const written = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (Array.isArray(part) ? part.map(String).sort() : part))

function without<Kind extends object>(from: Kind, isLeftOut: (key: string) => boolean): Partial<Kind> {
  // Sound: nothing is added, and what is kept keeps its value.
  return Object.fromEntries(Object.entries(from).filter(([key]) => !isLeftOut(key))) as Partial<Kind>
}

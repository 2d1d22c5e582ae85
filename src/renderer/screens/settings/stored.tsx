/** The settings as stored with the unsaved changes on top, for every section that edits them. */
import type { ReactNode } from 'react'
import type { ScoringSettings } from '../../../shared/domain/settings.ts'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { useMay } from '../../workspace.ts'
import { editSettings, useSettings, type SavedSection } from './state.ts'

export interface Edited {
  readonly settings: ScoringSettings
  readonly inferredDomains: readonly string[]
  /** Null for those who may only read, and while this section is being saved. */
  readonly edit: ((change: Partial<ScoringSettings>) => void) | null
  readonly mayChange: boolean
}

export function Stored({
  section,
  children
}: {
  readonly section: SavedSection
  readonly children: (edited: Edited) => ReactNode
}) {
  const shown = useRead('setting.show', {})
  const mayChange = useMay('setting.change')
  const { draft, saving } = useSettings()
  if (shown.data === undefined)
    return shown.error === null ? (
      <LoadingLine says="Reading the settings…" />
    ) : (
      <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
    )
  const { settings, inferredDomains } = shown.data
  return children({
    settings: { ...settings, ...draft },
    inferredDomains,
    edit: mayChange && saving?.section !== section ? (change) => editSettings(settings, change) : null,
    mayChange
  })
}

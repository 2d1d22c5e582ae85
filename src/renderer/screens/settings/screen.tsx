/** All settings: an index at the left, one section beside it. What is changed and not saved is not left without a question. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useEffect, useState, type ReactNode } from 'react'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { useLeaveGuard } from '../../navigation.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { useMay } from '../../workspace.ts'
import { Assets } from './assets.tsx'
import { Detection } from './detection.tsx'
import { Domains } from './domains.tsx'
import { Exclusions } from './exclusions.tsx'
import { General } from './general.tsx'
import { Groups } from './groups.tsx'
import { IndicatorSwitches } from './indicators.tsx'
import { discard, SECTIONS, unsavedSections, useSettings, type SavedSection, type Section } from './state.ts'

const SECTION_WORDS: Readonly<Record<Section, string>> = {
  general: 'Window and workspace',
  indicators: 'Indicators',
  domains: 'Domains',
  exclusions: 'Exclusions',
  detection: 'Detection',
  groups: 'Priority groups',
  assets: 'Priority physical assets'
}

export function SettingsScreen() {
  const settings = useSettings()
  const mayRead = useMay('setting.show')
  const offered = SECTIONS.filter((section) => mayRead || section === 'general')
  const section = offered.includes(settings.section) ? settings.section : 'general'
  const unsaved = unsavedSections(settings)
  const guard = useGuard(unsaved)
  const show = (position: number) => {
    const wanted = offered[position]
    if (wanted !== undefined) useSettings.setState({ section: wanted })
  }
  const position = offered.indexOf(section)
  useStatus(
    SECTION_WORDS[section],
    unsaved.length === 0 ? '' : `not saved: ${unsaved.map((each) => SECTION_WORDS[each]).join(', ')}`
  )
  useKeys([
    { group: 'Settings', keys: ']', says: 'Next section', isHinted: true, run: () => show(position + 1) },
    { group: 'Settings', keys: '[', says: 'Previous section', isHinted: true, run: () => show(position - 1) }
  ])
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', flex: '1 0 auto' }}>
      <Box
        component="nav"
        aria-label="Sections of the settings"
        sx={{
          width: 208,
          flex: 'none',
          position: 'sticky',
          top: 0,
          py: 4,
          alignSelf: 'stretch',
          borderRight: 1,
          borderColor: 'divider'
        }}
      >
        <Box component="h1" sx={{ typography: 'h2', m: 0, px: 4, mb: 3 }}>
          Settings
        </Box>
        {offered.map((each) => (
          <IndexEntry
            key={each}
            words={SECTION_WORDS[each]}
            isCurrent={each === section}
            isUnsaved={unsaved.some((changed) => changed === each)}
            hasLineAbove={each === 'indicators'}
            onOpen={() => useSettings.setState({ section: each })}
          />
        ))}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, px: 6, py: 4 }}>{contentOf(section)}</Box>
      {guard}
    </Box>
  )
}

function contentOf(section: Section): ReactNode {
  switch (section) {
    case 'general':
      return <General />
    case 'indicators':
      return <IndicatorSwitches />
    case 'domains':
      return <Domains />
    case 'exclusions':
      return <Exclusions />
    case 'detection':
      return <Detection />
    case 'groups':
      return <Groups />
    case 'assets':
      return <Assets />
  }
}

/** Asks before the settings are left with something unsaved; staying is what Esc and Cancel do. */
function useGuard(unsaved: readonly SavedSection[]): ReactNode {
  const [leaving, setLeaving] = useState<(() => void) | null>(null)
  const isNeeded = unsaved.length > 0
  useEffect(() => {
    if (!isNeeded) return undefined
    useLeaveGuard.setState({ guard: (leave) => setLeaving(() => leave) })
    return () => useLeaveGuard.setState({ guard: null })
  }, [isNeeded])
  if (leaving === null) return null
  return (
    <ConfirmDialog
      title="Leave without saving?"
      verb="Discard and leave"
      onClose={() => setLeaving(null)}
      onConfirm={() => {
        unsaved.forEach(discard)
        useLeaveGuard.setState({ guard: null })
        setLeaving(null)
        leaving()
      }}
    >
      What was changed in {unsaved.map((section) => SECTION_WORDS[section]).join(', ')} is not saved and has no effect.
      Stay and save it, or discard it.
    </ConfirmDialog>
  )
}

interface IndexEntryProps {
  readonly words: string
  readonly isCurrent: boolean
  readonly isUnsaved: boolean
  readonly hasLineAbove: boolean
  readonly onOpen: () => void
}

function IndexEntry({ words, isCurrent, isUnsaved, hasLineAbove, onOpen }: IndexEntryProps) {
  return (
    <>
      {hasLineAbove ? (
        <Box
          sx={{
            typography: 'caption',
            color: 'text.secondary',
            px: 4,
            pt: 3,
            pb: 1,
            mt: 3,
            borderTop: 1,
            borderColor: 'divider'
          }}
        >
          For all policies
        </Box>
      ) : null}
      <ButtonBase
        onClick={onOpen}
        aria-current={isCurrent ? 'page' : undefined}
        sx={{
          display: 'flex',
          width: '100%',
          justifyContent: 'flex-start',
          gap: 2,
          px: 4,
          py: 1.5,
          typography: 'body1',
          textAlign: 'start',
          fontWeight: isCurrent ? 600 : 400,
          bgcolor: isCurrent ? 'row.focused' : 'transparent',
          boxShadow: isCurrent ? (theme) => `inset 3px 0 0 ${theme.palette.primary.main}` : 'none',
          '&:hover': { bgcolor: 'row.focused' },
          '&.Mui-focusVisible': { outlineOffset: -2 }
        }}
      >
        <span>{words}</span>
        {isUnsaved ? (
          <Box component="span" sx={{ color: 'severity.medium.text', typography: 'caption' }}>
            ○ not saved
          </Box>
        ) : null}
      </ButtonBase>
    </>
  )
}

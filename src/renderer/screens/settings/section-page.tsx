/** One section of the settings that shape all policies: what it is for, its content, and the one save at its foot. */
import { useQueryClient } from '@tanstack/react-query'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState, type ReactNode } from 'react'
import { tell } from '../../frame/toast.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { discard, isUnsaved, save, useSettings, type SavedSection } from './state.ts'

interface SectionPageProps {
  readonly title: string
  readonly intro: ReactNode
  /** Null where nothing is saved as one, as with groups. */
  readonly section: SavedSection | null
  readonly mayChange: boolean
  readonly children: ReactNode
}

export function SectionPage({ title, intro, section, mayChange, children }: SectionPageProps) {
  return (
    <Box component="section" aria-label={title} sx={{ maxWidth: 1000, minWidth: 0 }}>
      <Box component="h2" sx={{ typography: 'h2', m: 0, mb: 1 }}>
        {title}
      </Box>
      <Box sx={{ color: 'text.secondary', maxWidth: '80ch', mb: 4 }}>{intro}</Box>
      {children}
      {mayChange ? (
        section === null ? null : (
          <SaveBar section={section} title={title} />
        )
      ) : (
        <Box sx={{ color: 'text.secondary', mt: 4 }}>An administrator changes this.</Box>
      )}
    </Box>
  )
}

function SaveBar({ section, title }: { readonly section: SavedSection; readonly title: string }) {
  const client = useQueryClient()
  const state = useSettings()
  const { saving, failed } = state
  const isChanged = isUnsaved(state, section)
  const isTyped = Object.entries(state.typed).some(([list, text]) => list.startsWith(section) && text.trim() !== '')
  const start = async () => {
    if (await save(section, client)) tell({ says: `${title}: saved. All scores are up to date with it.` })
  }
  return (
    <Box
      role="region"
      aria-label={`Save: ${title}`}
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 2,
        mt: 4,
        py: 3,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider'
      }}
    >
      {failed?.section === section ? <FailureNote failure={failed.failure} /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Button
          variant="contained"
          disabled={!isChanged || isTyped || saving !== null}
          onClick={() => void start()}
          title="Everything imported is scored anew with these settings"
        >
          Save and bring scores up to date
        </Button>
        <Button disabled={!isChanged || saving !== null} onClick={() => discard(section)}>
          Discard the changes
        </Button>
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {saving?.section === section ? (
            <Running sinceMs={saving.startedMs} />
          ) : isTyped ? (
            'Lines are typed but not added yet.'
          ) : isChanged ? (
            'Changed, not saved yet.'
          ) : saving === null ? (
            'Nothing is changed.'
          ) : (
            'Another section is being saved.'
          )}
        </Box>
      </Box>
    </Box>
  )
}

function Running({ sinceMs }: { readonly sinceMs: number }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - sinceMs) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [sinceMs])
  return (
    <>
      Saving: all scores are brought up to date with it. {/* Read out once, not at every second. */}
      <span aria-hidden="true">{seconds} s. </span>
      You can go on working elsewhere.
    </>
  )
}

/** The notes of a case in the order in which they were written. Notes are added, never changed, never removed. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useEffect, useRef, useState } from 'react'
import type { CaseDetail, NoteView } from '../../../shared/contract/case.ts'
import { useChange } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { useMay } from '../../workspace.ts'
import { useCaseView } from './state.ts'

const KIND_WORDS: Readonly<Record<NoteView['kind'], string>> = {
  note: 'Note',
  decision: 'Decision',
  export: 'Export',
  resolution: 'Resolution'
}

export function CaseNotes({ detail }: { readonly detail: CaseDetail }) {
  const mayWrite = useMay('case.note')
  const notes = [...detail.notes].sort((a, b) => a.atMs - b.atMs || a.id - b.id)
  return (
    <Box sx={{ px: 6, py: 4, maxWidth: 860, display: 'grid', gap: 4 }}>
      {notes.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>
          No note yet. Write down what you found, whom you asked, and why you decided as you did.
        </Box>
      ) : null}
      <Box component="ol" aria-label="Notes" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 4 }}>
        {notes.map(({ id, atMs, operator, kind, text }) => (
          <Box
            component="li"
            key={id}
            sx={{ display: 'grid', gridTemplateColumns: '190px minmax(0, 1fr)', columnGap: 4 }}
          >
            <Box sx={{ color: 'text.secondary' }}>
              <Box>
                <b>{operator}</b> · {KIND_WORDS[kind]}
              </Box>
              <Moment atMs={atMs} />
            </Box>
            <Box
              sx={{
                whiteSpace: 'pre-wrap',
                borderLeft: 2,
                borderColor: kind === 'note' ? 'row.line' : 'divider',
                pl: 3
              }}
            >
              <MaskedText text={text} />
            </Box>
          </Box>
        ))}
      </Box>
      {mayWrite ? <NoteField caseId={detail.case.id} /> : null}
    </Box>
  )
}

function NoteField({ caseId }: { readonly caseId: number }) {
  const [text, setText] = useState('')
  const add = useChange('case.note')
  const wish = useCaseView((view) => view.noteWish)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (wish > 0) field.current?.focus()
  }, [wish])
  const isReady = text.trim() !== '' && !add.isPending
  const save = () => {
    if (isReady) add.mutate({ id: caseId, text }, { onSuccess: () => setText('') })
  }
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      sx={{ borderTop: 1, borderColor: 'divider', pt: 4 }}
    >
      <TextField
        label="New note"
        multiline
        minRows={3}
        value={text}
        inputRef={field}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          else if (event.key === 'Escape') {
            field.current?.blur()
            event.stopPropagation()
          }
        }}
        slotProps={{ htmlInput: { maxLength: 8000 } }}
        helperText="A note stays for good: it cannot be changed or removed. Write no names; names that Inward knows are masked."
      />
      <FailureNote failure={add.error} />
      <Button type="submit" variant="contained" disabled={!isReady} sx={{ mt: 2 }} title="Ctrl+Enter">
        {add.isPending ? 'Adding…' : 'Add the note'}
      </Button>
    </Box>
  )
}

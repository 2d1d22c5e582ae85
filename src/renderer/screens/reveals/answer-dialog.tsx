/**
 * Grants or refuses a request: as the operator of this session, or as an approver who comes to this machine and types an own
 * passphrase. The passphrase is dropped with every answer. Enter decides nothing: the two answers are opposite.
 */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useId, useState } from 'react'
import type { RevealRow } from '../../../shared/contract/reveal.ts'
import { useChange, type DeskFailure } from '../../desk.ts'
import { tell } from '../../frame/toast.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { OperatorField, PassphraseField } from '../unlock/fields.tsx'
import { LONGEST_WORDS } from './ask-dialog.tsx'
import { writeHours } from './words.ts'

interface AnswerDialogProps {
  readonly reveal: RevealRow
  /** A second operator answers in the session of the first. */
  readonly isSecond: boolean
  readonly onClose: () => void
}

export function AnswerDialog({ reveal, isSecond, onClose }: AnswerDialogProps) {
  const titleId = useId()
  const [operator, setOperator] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [answer, setAnswer] = useState('')
  const [failure, setFailure] = useState<DeskFailure | null>(null)
  const approve = useChange('reveal.approve')
  const refuse = useChange('reveal.refuse')
  const isBusy = approve.isPending || refuse.isPending
  const isProven = !isSecond || (operator.trim() !== '' && passphrase !== '')
  const words = answer.trim()
  const approver = isSecond ? { operator: operator.trim(), passphrase } : null

  const answered = (says: string) => ({
    onSuccess: () => {
      tell({ says })
      onClose()
    },
    onError: setFailure,
    // The request held the passphrase; its failure is kept apart, so that the request itself can go.
    onSettled: () => {
      setPassphrase('')
      approve.reset()
      refuse.reset()
    }
  })
  const grant = () => {
    setFailure(null)
    approve.mutate(
      { id: reveal.id, answer: words === '' ? null : words, approver },
      answered(`The name of ${reveal.pseudonym} is granted for ${writeHours(reveal.hours)}.`)
    )
  }
  const decline = () => {
    setFailure(null)
    refuse.mutate({ id: reveal.id, answer: words, approver }, answered(`The name of ${reveal.pseudonym} is refused.`))
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{isSecond ? 'Let an approver answer' : 'Answer this request'}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 4, pt: 1 }}>
          <Facts
            facts={[
              ['Person', <PseudonymChip key="person" pseudonym={reveal.pseudonym} />],
              ['Case', String(reveal.caseId)],
              ['Asked by', reveal.requestedBy],
              ['Asked at', <Moment key="asked" atMs={reveal.requestedAtMs} hasRelative />],
              ['For', `${writeHours(reveal.hours)} from the answer on`],
              ['Reason', <MaskedText key="reason" text={reveal.reason} />]
            ]}
          />
          {isSecond ? (
            <>
              <OperatorField label="Approver’s operator name" value={operator} onChange={setOperator} hasFocus />
              <PassphraseField
                label="Approver’s passphrase"
                value={passphrase}
                onChange={setPassphrase}
                isWrong={failure?.failure.code === 'wrong-passphrase'}
                helper="Typed by the approver. It proves who answers; this session stays yours."
              />
            </>
          ) : null}
          <TextField
            label="Answer"
            autoFocus={!isSecond}
            multiline
            minRows={2}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            slotProps={{ htmlInput: { maxLength: LONGEST_WORDS } }}
            helperText="Needed to refuse; kept with the request. Write no names."
          />
        </Box>
        <FailureNote failure={failure} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="outlined" onClick={decline} disabled={!isProven || words === '' || isBusy}>
          {refuse.isPending ? 'Working…' : 'Refuse'}
        </Button>
        <Button variant="contained" onClick={grant} disabled={!isProven || isBusy}>
          {approve.isPending ? 'Working…' : 'Grant'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

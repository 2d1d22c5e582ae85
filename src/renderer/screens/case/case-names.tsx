/** The people of the case and the operator's own requests for their names. For whoever may ask; nobody else's requests stand here. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { CaseRow } from '../../../shared/contract/case.ts'
import type { RevealRow } from '../../../shared/contract/reveal.ts'
import type { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { useNow } from '../../clock.ts'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Part } from '../../parts/page-head.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { RevealedName } from '../../parts/revealed-name.tsx'
import { useMay, useWorkspace } from '../../workspace.ts'
import { AnswerDialog } from '../reveals/answer-dialog.tsx'
import { AskDialog } from '../reveals/ask-dialog.tsx'
import { EndDialog } from '../reveals/end-dialog.tsx'
import { isOf, isOpen, statusAt, writeHours } from '../reveals/words.ts'
import { SHOWN_MINUTES, useShownName } from './shown-name.ts'

export function CaseNames({ row }: { readonly row: CaseRow }) {
  const mayAsk = useMay('reveal.request')
  return mayAsk ? <Names row={row} /> : null
}

function Names({ row }: { readonly row: CaseRow }) {
  const { operator } = useWorkspace()
  const ledger = useRead('reveal.list', { caseId: row.id })
  // Newest first, and never two open ones of one operator about one person: the first is the one that counts.
  const own = (ledger.data ?? []).filter(({ requestedBy }) => isOf(operator, requestedBy))
  return (
    <Part title="Names">
      <FailureNote failure={ledger.error} onAgain={() => void ledger.refetch()} />
      {ledger.isLoading ? <LoadingLine /> : null}
      {ledger.data === undefined ? null : (
        <Box
          component="ul"
          aria-label="Names"
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}
        >
          {row.people.map((pseudonym) => (
            <NameOfOne
              key={pseudonym}
              caseId={row.id}
              isActive={row.status === 'active'}
              pseudonym={pseudonym}
              reveal={own.find((each) => each.pseudonym === pseudonym) ?? null}
            />
          ))}
        </Box>
      )}
    </Part>
  )
}

interface NameOfOneProps {
  readonly caseId: number
  readonly isActive: boolean
  readonly pseudonym: Pseudonym
  /** The operator's latest request. */
  readonly reveal: RevealRow | null
}

function NameOfOne({ caseId, isActive, pseudonym, reveal }: NameOfOneProps) {
  const nowMs = useNow()
  const [opened, setOpened] = useState<'none' | 'ask' | 'answer' | 'end'>('none')
  const mayAnswer = useMay('reveal.approve')
  const mayShow = useMay('reveal.show')
  const mayEnd = useMay('reveal.withdraw')
  const status = reveal === null ? null : statusAt(reveal, nowMs)
  const isWaiting = status === 'requested'
  const end =
    mayEnd && status !== null && isOpen(status) ? (
      <Button onClick={() => setOpened('end')} aria-label={`End it: ${pseudonym}`}>
        End it…
      </Button>
    ) : null
  const close = () => setOpened('none')
  return (
    <Box component="li" aria-label={pseudonym} sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <PseudonymChip pseudonym={pseudonym} />
      <Box>{reveal === null ? 'Not asked for.' : <State reveal={reveal} nowMs={nowMs} />}</Box>
      {isActive ? null : (
        <Box sx={{ color: 'text.secondary' }}>The case is closed, and with it every reveal in it.</Box>
      )}
      {isActive && reveal !== null && status === 'granted' && mayShow ? (
        <ShownName key={reveal.id} reveal={reveal} end={end} />
      ) : (
        <Buttons>
          {isActive && (status === null || !isOpen(status)) ? (
            <Button variant="outlined" onClick={() => setOpened('ask')} aria-label={`Ask for the name of ${pseudonym}`}>
              Ask for the name…
            </Button>
          ) : null}
          {isActive && isWaiting && mayAnswer ? (
            <Button
              variant="outlined"
              onClick={() => setOpened('answer')}
              aria-label={`Let an approver answer: ${pseudonym}`}
            >
              Let an approver answer…
            </Button>
          ) : null}
          {end}
        </Buttons>
      )}
      {opened === 'ask' ? <AskDialog caseId={caseId} pseudonym={pseudonym} onClose={close} /> : null}
      {opened === 'answer' && reveal !== null ? <AnswerDialog reveal={reveal} isSecond onClose={close} /> : null}
      {opened === 'end' && reveal !== null ? <EndDialog reveal={reveal} onClose={close} /> : null}
    </Box>
  )
}

/** There only while the grant holds: what it shows goes with it. */
function ShownName({ reveal, end }: { readonly reveal: RevealRow; readonly end: ReactNode }) {
  const { shown, failure, isPending, show, hide } = useShownName(reveal.id)
  return (
    <Box sx={{ display: 'grid', gap: 2, justifySelf: 'stretch' }}>
      {shown === null ? null : (
        <RevealedName
          revealed={shown.revealed}
          closesAtMs={shown.closesAtMs}
          minutesLeft={shown.minutesLeft}
          minutesAtMost={SHOWN_MINUTES}
        />
      )}
      <FailureNote failure={failure} />
      <Buttons>
        {/* One button for both, so that the keyboard stays where it is. */}
        <Button
          variant="outlined"
          disabled={isPending}
          onClick={shown === null ? show : hide}
          aria-label={`${shown === null ? 'Show' : 'Hide'} the name of ${reveal.pseudonym}`}
        >
          {shown === null ? 'Show the name' : 'Hide the name'}
        </Button>
        {end}
      </Buttons>
    </Box>
  )
}

const Buttons = ({ children }: { readonly children: ReactNode }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{children}</Box>
)

function State({ reveal, nowMs }: { readonly reveal: RevealRow; readonly nowMs: number }) {
  const { decidedBy, expiresAtMs, answer, withdrawnBy, withdrawnAtMs, requestedAtMs, hours } = reveal
  switch (statusAt(reveal, nowMs)) {
    case 'requested':
      return (
        <>
          Waiting for an approver since <Moment atMs={requestedAtMs} />, asked for {writeHours(hours)}.
        </>
      )
    case 'granted':
      return (
        <>
          Granted by {decidedBy} until {expiresAtMs === null ? null : <Moment atMs={expiresAtMs} />}.
        </>
      )
    case 'refused':
      return (
        <>
          Refused by {decidedBy}: <MaskedText text={answer ?? ''} />
        </>
      )
    case 'withdrawn':
      return (
        <>
          Ended by {withdrawnBy}
          {withdrawnAtMs === null ? null : (
            <>
              , <Moment atMs={withdrawnAtMs} />
            </>
          )}
          .
        </>
      )
    case 'expired':
      return (
        <>
          Time over
          {expiresAtMs === null ? null : (
            <>
              {' '}
              since <Moment atMs={expiresAtMs} />
            </>
          )}
          .
        </>
      )
    case 'lapsed':
      return <>Nobody answered in time.</>
  }
}

/** One request with everything that is known of it, and what this operator can do with it. It holds no name. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { go } from '../../navigation.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { useMay, useWorkspace } from '../../workspace.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import type { LedgerRow } from './columns.tsx'
import { EndDialog } from './end-dialog.tsx'
import { isOf, isOpen, REVEAL_WORDS, writeHours, writeTimes } from './words.ts'

export function RevealDetails({ row }: { readonly row: LedgerRow }) {
  const { operator, roles } = useWorkspace()
  const [opened, setOpened] = useState<'none' | 'answer' | 'end'>('none')
  const mayOpenCase = useMay('case.show')
  const isOwn = isOf(operator, row.requestedBy)
  const isApprover = roles.includes('approver')
  // Nobody answers their own request: there an approver has to come and prove it.
  const mayAnswer = row.now === 'requested' && (isOwn || isApprover)
  const mayEnd = isOpen(row.now) && (isOwn || isApprover)
  const close = () => setOpened('none')
  return (
    <Box sx={{ px: 4, py: 3 }}>
      <Box component="h2" sx={{ typography: 'h3', m: 0, mb: 3, pr: 8 }}>
        {REVEAL_WORDS[row.now]}: the name of {row.pseudonym}
      </Box>
      <Facts facts={factsOf(row)} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
        {mayAnswer ? (
          <Button variant="contained" onClick={() => setOpened('answer')}>
            {isOwn ? 'Let an approver answer…' : 'Grant or refuse…'}
          </Button>
        ) : null}
        {mayEnd ? (
          <Button variant="outlined" onClick={() => setOpened('end')}>
            End it…
          </Button>
        ) : null}
        {mayOpenCase ? (
          <Button variant="outlined" onClick={() => go({ screen: 'case', id: row.caseId })}>
            Open the case
          </Button>
        ) : null}
      </Box>
      {opened === 'answer' ? <AnswerDialog reveal={row} isSecond={isOwn} onClose={close} /> : null}
      {opened === 'end' ? <EndDialog reveal={row} onClose={close} /> : null}
    </Box>
  )
}

function factsOf(row: LedgerRow): readonly Fact[] {
  const { decidedBy, decidedAtMs, answer, expiresAtMs, withdrawnBy, withdrawnAtMs, shown, lastShownAtMs } = row
  return [
    ['Status', REVEAL_WORDS[row.now]],
    ['Person', <PseudonymChip key="person" pseudonym={row.pseudonym} />],
    ['Case', String(row.caseId)],
    ['Asked by', row.requestedBy],
    ['Asked at', <Moment key="asked" atMs={row.requestedAtMs} hasRelative />],
    ['For', writeHours(row.hours)],
    ['Reason', <MaskedText key="reason" text={row.reason} />],
    ...(decidedBy === null ? [] : [['Answered by', decidedBy] as const]),
    ...(decidedAtMs === null ? [] : [['Answered at', <Moment key="decided" atMs={decidedAtMs} />] as const]),
    ...(answer === null ? [] : [['Answer', <MaskedText key="answer" text={answer} />] as const]),
    ...(expiresAtMs === null ? [] : [['Until', <Moment key="until" atMs={expiresAtMs} hasRelative />] as const]),
    ...(withdrawnBy === null ? [] : [['Ended by', withdrawnBy] as const]),
    ...(withdrawnAtMs === null ? [] : [['Ended at', <Moment key="ended" atMs={withdrawnAtMs} />] as const]),
    ['Shown', writeTimes(shown)],
    ...(lastShownAtMs === null ? [] : [['Last shown', <Moment key="shown" atMs={lastShownAtMs} />] as const])
  ]
}

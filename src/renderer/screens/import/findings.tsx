/** What to know before a file is trusted: each finding as a sentence, the worst kind first, and what to do about each kind. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Receipt } from '../../../shared/contract/import.ts'
import { Part } from '../../parts/page-head.tsx'
import { FindingMark } from '../imports/finding-mark.tsx'
import { FINDING_KINDS_RANKED as KINDS, FINDING_WORDS } from '../imports/words.ts'

export function Findings({ receipt }: { readonly receipt: Receipt }) {
  const { warnings } = receipt
  if (receipt.findings.length === 0 && warnings.length === 0) return null
  return (
    <Part title="To know">
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {KINDS.map((kind) => {
          const sentences = receipt.findings.filter((finding) => finding.kind === kind).map(({ says }) => says)
          return sentences.length === 0 ? null : (
            <Line key={kind} name={<FindingMark kind={kind} />}>
              {sentences.map((says) => (
                <Box key={says}>{says}</Box>
              ))}
              <Box sx={{ color: 'text.secondary' }}>{FINDING_WORDS[kind].advice}</Box>
            </Line>
          )
        })}
        {warnings.map((warning) => (
          <Line key={warning} name={<Box sx={{ color: 'text.secondary' }}>While reading</Box>}>
            {warning}
          </Line>
        ))}
      </Box>
    </Part>
  )
}

function Line({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '9.5rem minmax(0, 100ch)',
        columnGap: 3,
        alignItems: 'start'
      }}
    >
      {name}
      <Box>{children}</Box>
    </Box>
  )
}

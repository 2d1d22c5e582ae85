/** Findings of one import in a cell: how many, and the worst of them as shape and word. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../../shared/contract/import.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SEVERITY_SHAPES } from '../../parts/severity-mark.tsx'
import { FINDING_WORDS, worstFirst, type FindingKind } from './words.ts'

export function FindingCount({ findings }: { readonly findings: Receipt['findings'] }) {
  const [worst] = worstFirst(findings)
  if (worst === undefined) return null
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1 }}>
      <FindingMark kind={worst.kind} />
      {findings.length === 1 ? null : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          +{writeCount(findings.length - 1)}
        </Box>
      )}
    </Box>
  )
}

export const saysOf = (findings: Receipt['findings']): string =>
  worstFirst(findings)
    .map(({ says }) => says)
    .join('\n')

export function FindingMark({ kind }: { readonly kind: FindingKind }) {
  const { name, severity } = FINDING_WORDS[kind]
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        color: `severity.${severity}.text`,
        whiteSpace: 'nowrap'
      }}
    >
      <Shape severity={severity} />
      <b>{name}</b>
    </Box>
  )
}

function Shape({ severity }: { readonly severity: Severity }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 12 12"
      aria-hidden="true"
      sx={{ width: 11, height: 11, flex: 'none', fill: 'currentColor', color: `severity.${severity}.mark` }}
    >
      <path d={SEVERITY_SHAPES[severity]} />
    </Box>
  )
}

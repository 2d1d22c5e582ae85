/** One entry of the audit log with everything that is sealed in it. */
import Box from '@mui/material/Box'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { Facts } from '../../parts/facts.tsx'
import { Moment } from '../../parts/moment.tsx'
import { actionWords, OUTCOME_WORDS } from './words.ts'

export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  return (
    <Box sx={{ px: 4, py: 3 }}>
      <Box component="h2" sx={{ typography: 'h3', m: 0, mb: 3, pr: 8 }}>
        {actionWords(entry.action)}
      </Box>
      <Facts
        facts={[
          ['Entry', String(entry.seq)],
          ['Time', <Moment key="time" atMs={entry.atMs} hasSeconds hasRelative />],
          ['Operator', `${entry.operator} (${entry.roles.join(', ')})`],
          ['Action', entry.action],
          ['Record', `${entry.objectType} ${entry.objectId}`.trim()],
          ...(entry.caseId === null ? [] : [['Case', String(entry.caseId)] as const]),
          ['Outcome', OUTCOME_WORDS[entry.outcome]],
          ...Object.entries(entry.details).map(([name, value]) => [name, String(value)] as const),
          ['Seal', <code key="hash">{entry.hash}</code>],
          ['Seal before', <code key="previous">{entry.previousHash}</code>]
        ]}
      />
      <Box sx={{ mt: 3, color: 'text.secondary' }}>
        Each seal is computed from its entry and the seal before, so a change anywhere breaks every seal after it.
      </Box>
    </Box>
  )
}

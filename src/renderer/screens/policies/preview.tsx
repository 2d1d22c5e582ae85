/** The policy under the keyboard, beside the list: its health with the mend, how it works, and the way to everything. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Part } from '../../parts/page-head.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { ContentWords, PeopleWords, ScoringWords, TriggerWords } from './definition-words.tsx'
import { HealthNotices } from './health-notices.tsx'
import { usePolicyNames } from './names.ts'
import { POLICY_STATUS_WORDS, TEMPLATE_WORDS, writeEffectiveness } from './words.ts'

export function PolicyPreview({ id }: { readonly id: number }) {
  const shown = useRead('policy.show', { id })
  if (shown.data !== undefined) return <Preview shown={shown.data} />
  return shown.error === null ? (
    <LoadingLine says="Opening the policy…" />
  ) : (
    <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
  )
}

function Preview({ shown }: { readonly shown: ResponseOf<'policy.show'> }) {
  const { policy, definition, indicators } = shown
  const names = usePolicyNames()
  return (
    <Box sx={{ px: 5, py: 4, display: 'grid', gap: 5 }}>
      <Box sx={{ pr: 6 }}>
        <Box component="h2" sx={{ typography: 'h2', m: 0 }}>
          <MaskedText text={policy.name} />
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          <strong>{POLICY_STATUS_WORDS[policy.status]}</strong> · {TEMPLATE_WORDS[policy.template]} · version{' '}
          {policy.version}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          {writeCount(policy.inScope)} people in scope · {writeCount(policy.activeAlerts)} active alerts · effectiveness{' '}
          {writeEffectiveness(policy)}
        </Box>
      </Box>
      <HealthNotices health={policy.health} />
      <Part title="Whom">
        <PeopleWords definition={definition} names={names} />
        <TriggerWords definition={definition} names={names} />
      </Part>
      <Part title="How it works">
        <ScoringWords definition={definition} names={names} />
      </Part>
      <Part title="Priority content">
        <ContentWords definition={definition} />
      </Part>
      <Box>
        <Button
          variant="outlined"
          onClick={() => go({ screen: 'policy', id: policy.id })}
          title="Open the policy’s page (Enter)"
        >
          Open with its {writeCount(indicators.length)} indicators
        </Button>
      </Box>
    </Box>
  )
}

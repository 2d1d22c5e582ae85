/** The policy under the keyboard, beside the list: its health with the mend, how it works, and the way to everything. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ResponseOf } from '../../../shared/contract/index.ts'
import { go } from '../../navigation.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { HealthNotices } from './health-notices.tsx'
import { DefinitionParts, OpenedPolicy } from './shown-policy.tsx'
import { POLICY_STATUS_WORDS, TEMPLATE_WORDS, writeEffectiveness } from './words.ts'

export function PolicyPreview({ id }: { readonly id: number }) {
  return <OpenedPolicy id={id}>{(shown) => <Preview shown={shown} />}</OpenedPolicy>
}

function Preview({ shown }: { readonly shown: ResponseOf<'policy.show'> }) {
  const { policy, definition, indicators } = shown
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
      <DefinitionParts definition={definition} />
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

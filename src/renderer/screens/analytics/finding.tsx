/** One finding: how many people as a bar, what it means, what is behind it, and the policy that would look at it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { AnalyticsFinding } from '../../../shared/contract/policy.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { TEMPLATE_WORDS } from '../policies/words.ts'

const MEANINGS: Readonly<Record<AnalyticsFinding['kind'], string>> = {
  'data-leaks':
    'Some of it is work, some is carelessness. A policy looks at those in whom several signs come together.',
  'departing-data-theft':
    'People often take something along when they leave. A policy looks at the weeks around a resignation only.',
  'top-exfiltration': 'The ways on which data leaves most. A policy needs these indicators switched on to see them.',
  'cumulative-exfiltration':
    'Little by little: no single day stands out, thirty days together do. A policy can count what leaves over thirty days.',
  sequences:
    'The same files collected, disguised or taken out one after the other: rarer than single acts, and weightier.',
  'security-alerts':
    'Security products have reported people’s devices or accounts. A policy looks at what else they did then.',
  'stressors-with-exfiltration':
    'A bad review, an improvement plan or a lower position, and data that leaves soon after. A policy looks at just these weeks.'
}

interface FindingProps {
  readonly finding: AnalyticsFinding
  /** Null for those who create no policies. */
  readonly onCreate: (() => void) | null
}

export function Finding({ finding, onCreate }: FindingProps) {
  const { kind, name, says, people, share, suggestedTemplate, parts } = finding
  const template = TEMPLATE_WORDS[suggestedTemplate]
  return (
    <Box component="section" aria-label={name} sx={{ borderTop: 1, borderColor: 'divider', py: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 4, rowGap: 2 }}>
        <Box sx={{ flex: '1 1 420px', minWidth: 0 }}>
          <Box component="h2" sx={{ typography: 'h3', m: 0 }}>
            {name}
          </Box>
          <Box>{says}</Box>
          <Box sx={{ color: 'text.secondary', maxWidth: '72ch' }}>{MEANINGS[kind]}</Box>
        </Box>
        <Box sx={{ flex: '0 1 260px' }}>
          {onCreate === null ? null : (
            <Button variant="outlined" onClick={onCreate} aria-label={`Create this policy: ${template}`}>
              Create this policy…
            </Button>
          )}
          <Box sx={{ color: 'text.secondary', mt: 1 }}>from the template “{template}”</Box>
        </Box>
      </Box>
      <Box
        component="table"
        aria-label={`People: ${name}`}
        sx={{
          width: '100%',
          mt: 3,
          borderCollapse: 'collapse',
          '& th, & td': { py: 0.75, fontWeight: 400, textAlign: 'start', verticalAlign: 'middle' },
          '& th': { width: '34%', pr: 3 },
          '& td:last-of-type': { width: '11rem', pl: 3, textAlign: 'end', whiteSpace: 'nowrap' }
        }}
      >
        <tbody>
          <ShareRow name="All together" people={people} share={share} isWhole />
          {parts.map((part) => (
            <ShareRow key={part.indicator} name={part.name} people={part.people} share={part.share} />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

interface ShareRowProps {
  readonly name: string
  readonly people: number
  readonly share: number
  readonly isWhole?: boolean
}

/** Every bar is a share of all people, so that they compare from finding to finding. */
function ShareRow({ name, people, share, isWhole = false }: ShareRowProps) {
  return (
    <Box component="tr" sx={isWhole ? { '& th, & td': { fontWeight: 600 } } : {}}>
      <th scope="row">{name}</th>
      <td>
        <Box
          aria-hidden="true"
          sx={{
            height: isWhole ? 14 : 10,
            border: 1,
            borderColor: 'divider',
            borderRadius: 0.5,
            bgcolor: 'background.paper',
            overflow: 'hidden'
          }}
        >
          <Box
            style={{ width: `${(Math.min(1, share) * 100).toFixed(2)}%` }}
            sx={{ height: '100%', minWidth: people > 0 ? '2px' : 0, bgcolor: isWhole ? 'text.primary' : 'row.line' }}
          />
        </Box>
      </td>
      <td>
        {writeCount(people)} people, {writeShare(share)}
      </td>
    </Box>
  )
}

/** `9 %`; what is not nothing is never written as nothing. */
function writeShare(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 1) return 'under 1 %'
  return `${Math.round(percent)} %`
}

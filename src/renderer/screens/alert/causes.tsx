/** Harmless explanations: which were looked for and excluded, which remain possible, which could not be looked for. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useState } from 'react'
import type { AlertDetail } from '../../../shared/contract/alert.ts'

type Checked = AlertDetail['checked'][number]

const GROUPS: readonly { readonly result: Checked['result']; readonly words: string }[] = [
  { result: 'possible', words: 'Possible harmless cause' },
  { result: 'not-the-reason', words: 'Checked and not the reason' },
  { result: 'not-checked', words: 'Not checked' }
]

export function Causes({ checked }: { readonly checked: readonly Checked[] }) {
  const [isExplained, setExplained] = useState(false)
  if (checked.length === 0) return null
  return (
    <Box component="section" aria-label="Harmless causes">
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 3, rowGap: 0.5 }}
      >
        {GROUPS.map(({ result, words }) => {
          const causes = checked.filter((each) => each.result === result)
          if (causes.length === 0) return null
          return [
            <Box
              component="dt"
              key={`${result} words`}
              sx={{
                color: result === 'possible' ? 'severity.medium.text' : 'text.secondary',
                fontWeight: result === 'possible' ? 600 : 400
              }}
            >
              {words}
            </Box>,
            <Box component="dd" key={result} sx={{ m: 0 }}>
              {isExplained
                ? causes.map(({ cause, says }) => (
                    <div key={cause}>
                      {cause}:{' '}
                      <Box component="span" sx={{ color: 'text.secondary' }}>
                        {says}
                      </Box>
                    </div>
                  ))
                : causes.map(({ cause, says }, position) => (
                    <span key={cause} title={says}>
                      {position === 0 ? '' : ' · '}
                      {cause}
                    </span>
                  ))}
            </Box>
          ]
        })}
      </Box>
      <Link
        component="button"
        onClick={() => setExplained(!isExplained)}
        aria-expanded={isExplained}
        sx={{ typography: 'caption', mt: 0.5 }}
      >
        {isExplained ? 'Shorter' : 'How each was checked'}
      </Link>
    </Box>
  )
}

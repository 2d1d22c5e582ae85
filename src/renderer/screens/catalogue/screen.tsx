/** The catalogue of everything that policies can count: indicators, sequences, boosters. It explains and changes nothing. */
import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, type ReactNode } from 'react'
import { go } from '../../navigation.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Boosters } from './boosters.tsx'
import { IndicatorList } from './indicator-list.tsx'
import { Sequences } from './sequences.tsx'
import { useCatalogue, type CataloguePart } from './state.ts'

const PARTS: readonly { readonly part: CataloguePart; readonly words: string }[] = [
  { part: 'indicators', words: 'Indicators' },
  { part: 'sequences', words: 'Sequences' },
  { part: 'boosters', words: 'Boosters' }
]

export function CatalogueScreen() {
  const id = useId()
  const part = useCatalogue((catalogue) => catalogue.part)
  return (
    <>
      <PageHead
        parent={{ words: 'Policies', open: () => go({ screen: 'policies' }) }}
        title="Catalogue of indicators"
      />
      <Tabs
        value={part}
        onChange={(_, wanted: CataloguePart) => useCatalogue.setState({ part: wanted })}
        aria-label="Catalogue"
        sx={{ px: 2, flex: 'none', borderBottom: 1, borderColor: 'divider' }}
      >
        {PARTS.map(({ part: each, words }) => (
          <Tab key={each} value={each} label={words} id={`${id}-${each}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${part}`}
        sx={{ flex: part === 'indicators' ? '1 1 0px' : '1 0 auto', minHeight: 320, minWidth: 0 }}
      >
        {contentOf(part)}
      </Box>
    </>
  )
}

function contentOf(part: CataloguePart): ReactNode {
  switch (part) {
    case 'indicators':
      return <IndicatorList />
    case 'sequences':
      return <Sequences />
    case 'boosters':
      return <Boosters />
  }
}

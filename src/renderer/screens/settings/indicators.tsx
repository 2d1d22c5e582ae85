/** Which indicators policies may use. What is switched off here counts in no policy, whatever the policy names. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import Switch from '@mui/material/Switch'
import { useState } from 'react'
import type { IndicatorView } from '../../../shared/contract/policy.ts'
import { CATEGORIES, type Category } from '../../../shared/domain/category.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { CATEGORY_WORDS, CategoryMark } from '../../parts/category-mark.tsx'
import { Choice } from '../../parts/choice.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { openIndicator } from '../catalogue/state.ts'
import { SectionPage } from './section-page.tsx'
import { Stored, type Edited } from './stored.tsx'

type State = 'on' | 'off'
const STATES: readonly { readonly value: State | null; readonly words: string }[] = [
  { value: null, words: 'All' },
  { value: 'on', words: 'On' },
  { value: 'off', words: 'Off' }
]

export function IndicatorSwitches() {
  return <Stored section="indicators">{(edited) => <IndicatorsSection edited={edited} />}</Stored>
}

function IndicatorsSection({ edited }: { readonly edited: Edited }) {
  const catalogue = useRead('policy.indicators', {})
  const [search, setSearch] = useState('')
  const [state, setState] = useState<State | null>(null)
  const { settings, edit, mayChange } = edited
  const off = new Set(settings.indicatorsOff)
  const all = catalogue.data ?? []
  const words = search.trim().toLowerCase()
  const found = all.filter(
    ({ id, name }) =>
      `${name} ${id}`.toLowerCase().includes(words) && (state === null || off.has(id) === (state === 'off'))
  )
  const turn = (ids: readonly string[], isOn: boolean) => {
    const left = settings.indicatorsOff.filter((id) => !ids.includes(id))
    edit?.({ indicatorsOff: isOn ? left : [...left, ...ids] })
  }
  return (
    <SectionPage
      title="Indicators"
      section="indicators"
      mayChange={mayChange}
      intro={
        <>
          An indicator that is off here counts in no policy, even where a policy names it. What each one sees, and what
          it cannot see, stands in the{' '}
          <Link component="button" onClick={() => go({ screen: 'catalogue' })} sx={{ verticalAlign: 'baseline' }}>
            catalogue
          </Link>
          .
        </>
      }
    >
      <FailureNote failure={catalogue.error} onAgain={() => void catalogue.refetch()} />
      {catalogue.isLoading ? <LoadingLine /> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 3 }}>
        <SearchField
          label="Search the indicators"
          value={search}
          onChange={setSearch}
          placeholder="Name of an indicator"
        />
        <Choice label="State" value={state} options={STATES} onChange={setState} />
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {writeCount(all.filter(({ id }) => !off.has(id)).length)} of {writeCount(all.length)} on
          {found.length === all.length ? '' : ` · ${writeCount(found.length)} shown`}
        </Box>
      </Box>
      {all.length > 0 && found.length === 0 ? (
        <Box sx={{ color: 'text.secondary', py: 3 }}>No indicator of this name and state.</Box>
      ) : null}
      <Box sx={{ display: 'grid', gap: 4 }}>
        {CATEGORIES.map((category) => (
          <OneCategory
            key={category}
            category={category}
            shown={found.filter((each) => each.category === category)}
            ofCategory={all.filter((each) => each.category === category)}
            off={off}
            turn={edit === null ? null : turn}
          />
        ))}
      </Box>
    </SectionPage>
  )
}

interface OneCategoryProps {
  readonly category: Category
  readonly shown: readonly IndicatorView[]
  readonly ofCategory: readonly IndicatorView[]
  readonly off: ReadonlySet<string>
  readonly turn: ((ids: readonly string[], isOn: boolean) => void) | null
}

function OneCategory({ category, shown, ofCategory, off, turn }: OneCategoryProps) {
  if (shown.length === 0) return null
  const onCount = ofCategory.filter(({ id }) => !off.has(id)).length
  const ids = shown.map(({ id }) => id)
  return (
    <Box component="section" aria-label={CATEGORY_WORDS[category]}>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 3, borderBottom: 1, borderColor: 'row.line', pb: 1, mb: 1 }}
      >
        <Box component="h3" sx={{ typography: 'h4', m: 0 }}>
          <CategoryMark category={category} />
        </Box>
        <Box sx={{ color: 'text.secondary', flex: 1 }}>
          {writeCount(onCount)} of {writeCount(ofCategory.length)} on
        </Box>
        {turn === null ? null : (
          <>
            <Button onClick={() => turn(ids, true)} aria-label={`All on that are shown: ${CATEGORY_WORDS[category]}`}>
              All on
            </Button>
            <Button onClick={() => turn(ids, false)} aria-label={`All off that are shown: ${CATEGORY_WORDS[category]}`}>
              All off
            </Button>
          </>
        )}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((indicator) => (
          <Box
            component="li"
            key={indicator.id}
            sx={{ display: 'flex', alignItems: 'center', gap: 3, borderBottom: 1, borderColor: 'divider', py: 0.5 }}
          >
            <FormControlLabel
              sx={{ flex: 1, minWidth: 0, m: 0 }}
              control={
                <Switch
                  size="small"
                  checked={!off.has(indicator.id)}
                  disabled={turn === null}
                  onChange={(_, isOn) => turn?.([indicator.id], isOn)}
                />
              }
              label={indicator.name}
            />
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {writeUse(indicator)}
            </Box>
            <Button onClick={() => openIndicator(indicator.id)} aria-label={`What it means: ${indicator.name}`}>
              What it means
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function writeUse({ templates, hits }: IndicatorView): string {
  const used = templates.length === 1 ? '1 template' : `${writeCount(templates.length)} templates`
  return `${used} · ${hits.personDays === 0 ? 'never seen here' : `seen on ${writeCount(hits.personDays)} days of people`}`
}

/** All indicators by category, with what the imported history shows of each; one opens beside the list. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import ToggleButton from '@mui/material/ToggleButton'
import { useMemo } from 'react'
import type { IndicatorView } from '../../../shared/contract/policy.ts'
import { CATEGORIES } from '../../../shared/domain/category.ts'
import { useRead } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { CATEGORY_WORDS, CategoryMark } from '../../parts/category-mark.tsx'
import type { Column } from '../../parts/column.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { useOpenFocused } from '../../parts/open-focused.ts'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Bar } from './hits.tsx'
import { IndicatorPage } from './indicator-page.tsx'
import { useCatalogue } from './state.ts'

export function IndicatorList() {
  const catalogue = useRead('policy.indicators', {})
  const { category, search, isOnlySeen, focusedId, isOpen } = useCatalogue()
  const all = useMemo(() => catalogue.data ?? [], [catalogue.data])
  const most = useMemo(() => Math.max(1, ...all.map(({ hits }) => hits.personDays)), [all])
  const columns = useMemo(() => columnsFor(most), [most])
  const words = search.trim().toLowerCase()
  const rows = CATEGORIES.flatMap((each) => all.filter((indicator) => indicator.category === each)).filter(
    (indicator) =>
      (category === null || indicator.category === category) &&
      (!isOnlySeen || indicator.hits.personDays > 0) &&
      `${indicator.name} ${indicator.id} ${indicator.why} ${indicator.references.join(' ')}`
        .toLowerCase()
        .includes(words)
  )
  const opened = isOpen ? all.find(({ id }) => id === focusedId) : undefined
  const open = ({ id }: IndicatorView) => useCatalogue.setState({ focusedId: id, isOpen: true })
  const opening = useOpenFocused('Catalogue', open, ({ id }) => useCatalogue.setState({ focusedId: id }))
  useStatus(
    `${writeCount(rows.length)} of ${writeCount(all.length)} indicators`,
    [category === null ? '' : CATEGORY_WORDS[category].toLowerCase(), isOnlySeen ? 'seen' : '', words]
      .filter((part) => part !== '')
      .join(', ')
  )
  return (
    <PreviewPane
      label="Indicator"
      onClose={() => useCatalogue.setState({ isOpen: false })}
      preview={opened === undefined ? null : <IndicatorPage key={opened.id} indicator={opened} most={most} />}
    >
      <FilterBar>
        <Select
          displayEmpty
          value={category ?? ''}
          onChange={({ target }) =>
            useCatalogue.setState({ category: CATEGORIES.find((each) => each === target.value) ?? null })
          }
          inputProps={{ 'aria-label': 'Category' }}
        >
          <MenuItem value="">Every category</MenuItem>
          {CATEGORIES.map((each) => (
            <MenuItem key={each} value={each}>
              {CATEGORY_WORDS[each]} ({writeCount(all.filter((indicator) => indicator.category === each).length)})
            </MenuItem>
          ))}
        </Select>
        <ToggleButton
          value="seen"
          selected={isOnlySeen}
          onChange={() => useCatalogue.setState({ isOnlySeen: !isOnlySeen })}
        >
          Only seen here
        </ToggleButton>
        <SearchField
          label="Search the catalogue"
          value={search}
          onChange={(wanted) => useCatalogue.setState({ search: wanted })}
          placeholder="Name, reason, technique"
        />
      </FilterBar>
      <Box sx={{ px: 4 }}>
        <FailureNote failure={catalogue.error} onAgain={() => void catalogue.refetch()} />
      </Box>
      <DataTable
        label="Indicators"
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        isLoading={catalogue.isLoading}
        focusedKey={focusedId}
        {...opening}
        empty={
          catalogue.error === null ? (
            <EmptyState
              title="No indicator of this kind"
              action={{
                label: 'Show all',
                run: () => useCatalogue.setState({ category: null, isOnlySeen: false, search: '' })
              }}
            />
          ) : null
        }
      />
    </PreviewPane>
  )
}

const columnsFor = (most: number): readonly Column<IndicatorView>[] => [
  { key: 'name', title: 'Indicator', width: 'fill', text: ({ name }) => name, render: ({ name }) => name },
  {
    key: 'category',
    title: 'Category',
    width: 124,
    fromWidth: 480,
    render: ({ category }) => <CategoryMark category={category} />
  },
  {
    key: 'days',
    title: 'Person-days',
    width: 104,
    align: 'end',
    render: ({ hits }) => (hits.personDays === 0 ? <Quiet words="none" /> : writeCount(hits.personDays))
  },
  {
    key: 'bar',
    title: 'Of the most seen',
    width: 148,
    fromWidth: 760,
    text: ({ hits }) => `${writeCount(hits.personDays)} of ${writeCount(most)} person-days of the most seen`,
    render: ({ hits, category }) => <Bar share={hits.personDays / most} colour={`category.${category}.mark`} />
  },
  {
    key: 'people',
    title: 'People',
    width: 72,
    align: 'end',
    render: ({ hits }) => (hits.people === 0 ? <Quiet words="none" /> : writeCount(hits.people))
  },
  {
    key: 'high',
    title: 'At high',
    width: 76,
    align: 'end',
    fromWidth: 680,
    render: ({ hits }) => (hits.high === 0 ? <Quiet words="none" /> : writeCount(hits.high))
  },
  {
    key: 'state',
    title: 'State',
    width: 60,
    render: ({ isOn }) => (isOn ? 'On' : <Quiet words="Off" />)
  }
]

function Quiet({ words }: { readonly words: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {words}
    </Box>
  )
}

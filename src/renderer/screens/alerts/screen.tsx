/** The alert queue: walk with j and k, look with o, decide with c and d, take back with u; the next alert comes by itself. */
import Button from '@mui/material/Button'
import { useEffect, useMemo } from 'react'
import { usePages } from '../../desk.ts'
import { PreviewPane } from '../../frame/preview-pane.tsx'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import { ChosenBar } from '../../parts/chosen-bar.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SEVERITY_WORDS } from '../../parts/severity-mark.tsx'
import { Spoken } from '../../parts/spoken.tsx'
import { useDecide } from '../alert/decide.tsx'
import { columnsFor } from './columns.tsx'
import { EmptyQueue } from './empty-queue.tsx'
import { QueueFilters } from './filter-bar.tsx'
import { AlertPreview } from './preview.tsx'
import { nextAfter, rememberOrder, useQueue } from './state.ts'
import { sortOfColumn, STATUS_WORDS } from './words.ts'

export function AlertsScreen() {
  const { status, severity, policyId, search, sort, focusedId, chosen, isPreviewOpen } = useQueue()
  const pages = usePages('alert.list', { status, severity, policyId, search, sort, limit: 200 })
  const { rows } = pages
  const order = useMemo(() => rows.map(({ id }) => id), [rows])
  useEffect(() => rememberOrder(rows), [rows])
  useFirstFocus(order)

  const focused = rows.find(({ id }) => id === focusedId)
  const targets = chosen.size > 0 ? rows.filter(({ id }) => chosen.has(id)) : focused === undefined ? [] : [focused]
  const decide = useDecide(targets, (ids) =>
    useQueue.setState({ chosen: new Set(), focusedId: nextAfter(order, focusedId, ids) })
  )
  const filter = [
    status === null ? 'all states' : STATUS_WORDS[status].toLowerCase(),
    severity === null ? '' : SEVERITY_WORDS[severity].toLowerCase(),
    policyId === null ? '' : 'one policy',
    search === '' ? '' : `“${search}”`
  ]
  useStatus(
    `${writeCount(rows.length)} of ${writeCount(pages.total)} alerts`,
    filter.filter((part) => part !== '').join(', ')
  )
  const clear = () => useQueue.setState({ chosen: new Set() })
  useKeys([
    {
      group: 'Queue',
      keys: 'o',
      says: 'Open the preview',
      isHinted: true,
      run: () => useQueue.setState({ isPreviewOpen: focused !== undefined })
    },
    { group: 'Queue', keys: 'Escape', says: 'Clear the selection', run: clear }
  ])
  const closePreview = () => useQueue.setState({ isPreviewOpen: false })

  return (
    <PreviewPane
      label="Preview of the alert"
      onClose={closePreview}
      preview={
        isPreviewOpen && focused !== undefined ? (
          <AlertPreview
            key={focused.id}
            id={focused.id}
            onConfirm={decide.startConfirm}
            onDismiss={decide.startDismiss}
          />
        ) : null
      }
    >
      <Spoken as="h1">Alerts</Spoken>
      <QueueFilters />
      <ChosenBar count={chosen.size} noun={{ one: 'alert', many: 'alerts' }} onClear={clear}>
        <Button variant="outlined" onClick={decide.startConfirm}>
          Confirm into a case…
        </Button>
        <Button variant="outlined" onClick={decide.startDismiss}>
          Dismiss…
        </Button>
      </ChosenBar>
      <FailureNote failure={pages.failure} onAgain={pages.again} />
      <DataTable
        label="Alerts"
        rows={rows}
        columns={columnsFor(status)}
        rowKey={({ id }) => id}
        total={pages.total}
        hasMore={pages.hasMore}
        onMore={pages.more}
        isLoading={pages.isLoading}
        focusedKey={focusedId}
        onFocus={({ id }) => useQueue.setState({ focusedId: id })}
        onPress={() => useQueue.setState({ isPreviewOpen: true })}
        onOpen={({ id }) => go({ screen: 'alert', id })}
        chosen={chosen}
        onChoose={(wanted) => useQueue.setState({ chosen: new Set([...wanted].map(Number)) })}
        sortedBy={sort}
        onSort={(column) => useQueue.setState({ sort: sortOfColumn(column) ?? sort })}
        empty={pages.failure === null ? <EmptyQueue /> : null}
      />
      {decide.dialog}
    </PreviewPane>
  )
}

/** The keyboard always stands on a row while there is one. */
function useFirstFocus(order: readonly number[]) {
  const focusedId = useQueue((queue) => queue.focusedId)
  const first = order[0]
  const isLost = first !== undefined && (focusedId === null || !order.includes(focusedId))
  useEffect(() => {
    if (isLost) useQueue.setState({ focusedId: first })
  }, [isLost, first])
}

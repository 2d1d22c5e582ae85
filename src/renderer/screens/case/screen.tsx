/** One case: its alerts, its people's activity, notes that are only ever added, and the three ways to act on it. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useEffect, useId, useState } from 'react'
import type { CaseDetail } from '../../../shared/contract/case.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useMay } from '../../workspace.ts'
import { caseStatusWords } from '../cases/words.tsx'
import { CaseTabPanel } from './case-tab-panel.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'
import { CASE_TABS, openCaseView, useCaseView, type CaseTab } from './state.ts'

export function CaseScreen({ id }: { readonly id: number }) {
  const shown = useRead('case.show', { id })
  useEffect(() => openCaseView(id), [id])
  useKeys([
    { group: 'Case', keys: 'Escape', says: 'Back to the cases', isHinted: true, run: () => go({ screen: 'cases' }) }
  ])
  if (shown.data !== undefined) return <CasePage detail={shown.data} />
  return shown.error === null ? (
    <LoadingLine says="Opening the case…" />
  ) : (
    <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
  )
}

/** Tabs that scroll inside of their table; the others make the page as long as they need. */
const TABLE_TABS: ReadonlySet<CaseTab> = new Set(['alerts', 'explorer', 'history'])

const TAB_WORDS: Readonly<Record<CaseTab, string>> = {
  overview: 'Case overview',
  alerts: 'Alerts',
  timeline: 'User activity',
  explorer: 'Activity explorer',
  notes: 'Case notes',
  history: 'History'
}

function CasePage({ detail }: { readonly detail: CaseDetail }) {
  const id = useId()
  const tab = useCaseView((view) => view.tab)
  const [opened, setOpened] = useState<'none' | 'export' | 'resolve'>('none')
  const isActive = detail.case.status === 'active'
  const mayExport = useMay('export.case')
  const mayResolve = useMay('case.resolve') && isActive
  const mayNote = useMay('case.note')
  const writeNote = () => useCaseView.setState(({ noteWish }) => ({ tab: 'notes', noteWish: noteWish + 1 }))
  const close = () => setOpened('none')
  useStatus(`Case ${detail.case.id}: ${caseStatusWords(detail.case).toLowerCase()}`)
  useKeys([{ group: 'Case', keys: 'n', says: 'Write a note', isHinted: true, run: writeNote }], mayNote)

  const counts: Partial<Record<CaseTab, number>> = { alerts: detail.alerts.length, notes: detail.notes.length }
  return (
    <>
      <PageHead
        parent={{ words: 'Cases', open: () => go({ screen: 'cases' }) }}
        title={<MaskedText text={detail.case.name} />}
        actions={
          <>
            {mayNote ? (
              <Button variant="outlined" onClick={writeNote} title="Write a note (n)">
                Add a note <Key name="n" />
              </Button>
            ) : null}
            {mayExport ? (
              <Button variant="outlined" onClick={() => setOpened('export')}>
                Export bundle…
              </Button>
            ) : null}
            {mayResolve ? (
              <Button variant="contained" onClick={() => setOpened('resolve')}>
                Resolve…
              </Button>
            ) : null}
          </>
        }
      >
        <strong>{caseStatusWords(detail.case)}</strong>
      </PageHead>
      <Tabs
        value={tab}
        onChange={(_, wanted: CaseTab) => useCaseView.setState({ tab: wanted })}
        variant="scrollable"
        scrollButtons={false}
        aria-label="Case"
        sx={{ px: 2, flex: 'none', borderBottom: 1, borderColor: 'divider' }}
      >
        {CASE_TABS.map((each) => (
          <Tab
            key={each}
            value={each}
            label={counts[each] === undefined ? TAB_WORDS[each] : `${TAB_WORDS[each]} ${counts[each]}`}
            id={`${id}-${each}`}
            aria-controls={`${id}-panel`}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        sx={{
          flex: TABLE_TABS.has(tab) ? '1 1 0px' : '1 0 auto',
          display: 'flex',
          flexDirection: 'column',
          minHeight: 320
        }}
      >
        <CaseTabPanel tab={tab} detail={detail} />
      </Box>
      {opened === 'export' ? <ExportDialog caseId={detail.case.id} onClose={close} /> : null}
      {opened === 'resolve' ? <ResolveDialog detail={detail} onClose={close} /> : null}
    </>
  )
}

const Key = ({ name }: { readonly name: string }) => (
  <Box component="kbd" aria-hidden="true" sx={{ ml: 2, opacity: 0.85 }}>
    {name}
  </Box>
)

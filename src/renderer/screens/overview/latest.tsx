/** Short lists of the overview: active cases, the last imports, policies that need attention. Every line opens its page. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { severityOf } from '../../../shared/domain/severity.ts'
import { useNow } from '../../clock.ts'
import { useRead } from '../../desk.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { writeCount } from '../../parts/receipt-sum.tsx'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { writeLength } from '../../zone.ts'
import { FilePath } from '../imports/file-path.tsx'
import { isReconciled, SumBar } from '../imports/sum-bar.tsx'
import { IMPORT_STATUS_WORDS } from '../imports/words.ts'
import { HealthMark } from '../policies/health-mark.tsx'
import { usePolicyList } from '../policies/state.ts'
import { worstHealth } from '../policies/words.ts'

/** More than this is a list, and lists have a screen of their own. */
const SHOWN = 5

export function ActiveCases() {
  const nowMs = useNow()
  const cases = useRead('case.list', { status: 'active' })
  const rows = [...(cases.data ?? [])].sort((a, b) => b.highestScore - a.highestScore).slice(0, SHOWN)
  return (
    <>
      <FailureNote failure={cases.error} onAgain={() => void cases.refetch()} />
      {cases.data?.length === 0 ? <Quiet>No active case.</Quiet> : null}
      {rows.map(({ id, name, highestScore, openedMs, alerts }) => (
        <Line key={id} onOpen={() => go({ screen: 'case', id })} columns="116px minmax(0, 1fr) max-content">
          <SeverityMark severity={severityOf(highestScore)} score={highestScore} />
          <MaskedText text={name} />
          <Quiet>
            {alerts === 1 ? '1 alert' : `${writeCount(alerts)} alerts`}, open for {writeLength(nowMs - openedMs)}
          </Quiet>
        </Line>
      ))}
    </>
  )
}

export function LastImports() {
  const imports = useRead('import.list', { limit: SHOWN })
  return (
    <>
      <FailureNote failure={imports.error} onAgain={() => void imports.refetch()} />
      {imports.data?.rows.length === 0 ? <Quiet>Nothing is imported yet.</Quiet> : null}
      {(imports.data?.rows ?? []).map((receipt) => (
        <Line
          key={receipt.id}
          onOpen={() => go({ screen: 'import', id: receipt.id })}
          columns="minmax(0, 1fr) 64px 84px max-content"
        >
          <FilePath path={receipt.path} isGone={receipt.status === 'undone'} />
          {receipt.rowsRead === 0 ? <span /> : <SumBar sum={receipt} />}
          <span>
            {receipt.status === 'finished'
              ? `${writeCount(receipt.rowsRead)} ${isReconciled(receipt) ? '✓' : '✗'}`
              : IMPORT_STATUS_WORDS[receipt.status]}
          </span>
          <Quiet>
            <Moment atMs={receipt.startedMs} isDay />
          </Quiet>
        </Line>
      ))}
    </>
  )
}

export function PolicyHealth() {
  const policies = useRead('policy.list', {})
  const on = (policies.data ?? []).filter(({ status }) => status === 'on')
  const open = (id: number) => {
    usePolicyList.setState({ focusedId: id, openedId: id })
    go({ screen: 'policies' })
  }
  return (
    <>
      <FailureNote failure={policies.error} onAgain={() => void policies.refetch()} />
      {policies.data !== undefined && on.length === 0 ? (
        <Quiet>No policy is on, so nothing raises an alert.</Quiet>
      ) : null}
      {on.slice(0, SHOWN).map(({ id, name, health, inScope }) => (
        <Line key={id} onOpen={() => open(id)} columns="minmax(0, 1fr) max-content 150px">
          <MaskedText text={name} isOneLine />
          <Quiet>{writeCount(inScope)} in scope</Quiet>
          <HealthMark level={worstHealth(health)} />
        </Line>
      ))}
    </>
  )
}

function Line({
  onOpen,
  columns,
  children
}: {
  readonly onOpen: () => void
  readonly columns: string
  readonly children: ReactNode
}) {
  return (
    <ButtonBase
      onClick={onOpen}
      sx={{
        display: 'grid',
        gridTemplateColumns: columns,
        alignItems: 'center',
        columnGap: 3,
        width: '100%',
        textAlign: 'start',
        typography: 'body1',
        py: 1.25,
        px: 1,
        borderBottom: 1,
        borderColor: 'divider',
        '&:hover': { bgcolor: 'row.focused' },
        '&.Mui-focusVisible': { outlineOffset: -2 }
      }}
    >
      {children}
    </ButtonBase>
  )
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  )
}

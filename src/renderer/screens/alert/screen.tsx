/** One alert on a page: what, who, why, what else could explain it, and the activity behind every line. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import type { AlertDetail, AlertFactor } from '../../../shared/contract/alert.ts'
import { useRead } from '../../desk.ts'
import { useStatus } from '../../frame/status-line.tsx'
import { useKeys } from '../../keys.ts'
import { go } from '../../navigation.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { Moment } from '../../parts/moment.tsx'
import { nextAfter, useQueue } from '../alerts/state.ts'
import { ActivityTabs, type AlertTab } from './activity-tabs.tsx'
import { Causes } from './causes.tsx'
import { useDecide } from './decide.tsx'
import { Decisions } from './decisions.tsx'
import { AlertHeader } from './header.tsx'
import { PersonLine } from './person-line.tsx'
import { Why } from './why.tsx'

export function AlertScreen({ id }: { readonly id: number }) {
  const shown = useRead('alert.show', { id })
  if (shown.data === undefined)
    return shown.error === null ? (
      <LoadingLine says="Opening the alert…" />
    ) : (
      <FailureNote failure={shown.error} onAgain={() => void shown.refetch()} />
    )
  return <AlertPage detail={shown.data} />
}

function AlertPage({ detail }: { readonly detail: AlertDetail }) {
  const { alert } = detail
  const order = useQueue((queue) => queue.order)
  const [tab, setTab] = useState<AlertTab>('factors')
  const [factor, setFactor] = useState<AlertFactor | null>(null)
  const tabs = useRef<HTMLDivElement>(null)
  const position = order.indexOf(alert.id)
  const goTo = (id: number | undefined | null) => {
    if (id === undefined || id === null) {
      go({ screen: 'alerts' })
      return
    }
    useQueue.setState({ focusedId: id })
    go({ screen: 'alert', id })
  }
  const step = (by: number) => {
    if (position >= 0) goTo(order[Math.max(0, Math.min(position + by, order.length - 1))])
  }
  const decide = useDecide([alert], (ids) => {
    useQueue.setState({ order: order.filter((id) => !ids.includes(id)) })
    goTo(nextAfter(order, alert.id, ids))
  })
  const openFactor = (wanted: AlertFactor | null) => {
    setFactor(wanted)
    setTab('activity')
    tabs.current?.scrollIntoView({ block: 'start' })
  }
  useStatus(position < 0 ? `Alert ${alert.id}` : `Alert ${position + 1} of ${order.length} in the queue`)
  useKeys([
    { group: 'Alert', keys: 'Escape', says: 'Back to the queue', isHinted: true, run: () => go({ screen: 'alerts' }) },
    {
      group: 'Alert',
      keys: ']',
      says: 'Next alert of the queue',
      isHinted: true,
      run: () => step(1)
    },
    {
      group: 'Alert',
      keys: '[',
      says: 'Previous alert of the queue',
      isHinted: true,
      run: () => step(-1)
    }
  ])
  return (
    <Box sx={{ px: 6, pt: 3, display: 'flex', flexDirection: 'column', gap: 3, flex: '1 0 auto' }}>
      <Box component="nav" aria-label="Queue" sx={{ display: 'flex', alignItems: 'center', gap: 2, ml: -3, mb: -2 }}>
        <Button onClick={() => go({ screen: 'alerts' })} title="Back to the queue (Esc)">
          ← Alerts
        </Button>
        {position < 0 ? null : (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {position + 1} of {order.length}
          </Box>
        )}
      </Box>
      <AlertHeader alert={alert} onConfirm={decide.startConfirm} onDismiss={decide.startDismiss} />
      <Box sx={{ display: 'grid', gap: 1 }}>
        <PersonLine person={detail.person} />
        <Triggers triggers={detail.triggers} />
        <Decisions decisions={detail.decisions} />
      </Box>
      <Heading>Why</Heading>
      <Why detail={detail} openedFactor={tab === 'activity' ? factor : null} onFactor={openFactor} />
      <Causes checked={detail.checked} />
      <Box
        ref={tabs}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          flex: '1 0 auto',
          mx: -2
        }}
      >
        <ActivityTabs detail={detail} tab={tab} onTab={setTab} factor={factor} onFactor={openFactor} />
      </Box>
      <Box component="footer" sx={{ color: 'text.secondary', typography: 'caption', pb: 2 }}>
        Covers <Moment atMs={detail.windowFromMs} /> to <Moment atMs={detail.windowToMs} /> · policy version{' '}
        {detail.versions.policyVersion} · indicators{' '}
        <code title={detail.versions.indicatorsHash}>{detail.versions.indicatorsHash.slice(0, 12)}</code>
      </Box>
      {decide.dialog}
    </Box>
  )
}

function Triggers({ triggers }: { readonly triggers: AlertDetail['triggers'] }) {
  if (triggers.length === 0) return null
  return (
    <Box sx={{ color: 'text.secondary' }}>
      In scope because:{' '}
      {triggers.map(({ says, atMs }, position) => (
        <span key={position}>
          {position === 0 ? '' : ' · '}
          {says}, <Moment atMs={atMs} isDay />
        </span>
      ))}
    </Box>
  )
}

function Heading({ children }: { readonly children: string }) {
  return (
    <Box
      component="h2"
      sx={{ typography: 'h4', m: 0, pb: 1, borderBottom: 1, borderColor: 'divider', color: 'text.secondary' }}
    >
      {children}
    </Box>
  )
}

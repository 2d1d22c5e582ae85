/** The columns of the activity table. What a narrow window leaves out stands in the details. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ActivityView } from '../../../shared/contract/activity.ts'
import type { Column } from '../../parts/column.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { PseudonymChip } from '../../parts/pseudonym-chip.tsx'
import { operationWords } from './operation-words.ts'
import { writeSize } from './size.ts'

export const PERSON_COLUMN: Column<ActivityView> = {
  key: 'person',
  title: 'Person',
  width: 172,
  text: ({ pseudonym, actorKind }) => pseudonym ?? actorKind,
  render: ({ pseudonym, actorKind }) =>
    pseudonym === null ? (
      <Quiet>{actorKind === 'person' ? 'unknown' : actorKind}</Quiet>
    ) : (
      <PseudonymChip pseudonym={pseudonym} />
    )
}

export const ACTIVITY_COLUMNS: readonly Column<ActivityView>[] = [
  { key: 'time', title: 'Time', width: 236, render: ({ atMs }) => <Moment atMs={atMs} hasSeconds /> },
  {
    key: 'operation',
    title: 'Activity',
    width: 'fill',
    text: (row) => `${operationWords(row)} · ${row.workload} ${row.operation}`,
    render: (row) => <OperationText activity={row} />
  },
  { key: 'item', title: 'Item', width: 'fill', text: itemOf, render: (row) => <MaskedText text={itemOf(row)} /> },
  {
    key: 'where',
    title: 'Where',
    width: 176,
    fromWidth: 980,
    text: whereOf,
    render: (row) => <MaskedText text={whereOf(row)} />
  },
  {
    key: 'to',
    title: 'To',
    width: 176,
    fromWidth: 860,
    text: towardsOf,
    render: (row) => <MaskedText text={towardsOf(row)} />
  },
  {
    key: 'address',
    title: 'Address',
    width: 118,
    fromWidth: 1180,
    text: ({ address }) => address,
    render: ({ address }) => <MaskedText text={address} />
  },
  {
    key: 'device',
    title: 'Device',
    width: 118,
    fromWidth: 1290,
    text: ({ device }) => device,
    render: ({ device }) => <MaskedText text={device} />
  },
  {
    key: 'size',
    title: 'Size',
    width: 78,
    align: 'end',
    fromWidth: 720,
    render: ({ sizeBytes }) => (sizeBytes === 0 ? '' : writeSize(sizeBytes))
  }
]

export function itemOf({ fileName, newFileName, subject, path }: ActivityView): string {
  const name = fileName !== '' ? fileName : subject !== '' ? subject : path
  return newFileName === '' ? name : `${name} → ${newFileName}`
}

/** The folder below the site, else the site, else the service. */
export function whereOf({ path, siteUrl, fileName, workload }: ActivityView): string {
  const inside = siteUrl !== '' && path.startsWith(siteUrl) ? path.slice(siteUrl.length).replace(/^\//, '') : path
  const folder =
    fileName !== '' && inside.endsWith(fileName) ? inside.slice(0, -fileName.length).replace(/\/$/, '') : inside
  if (folder !== '' && fileName !== '') return folder
  return siteUrl !== '' ? siteUrl : workload
}

/** Outside domains first: they are what one looks for. */
export function towardsOf({ targets, targetDomains, exposure }: ActivityView): string {
  const anyone = exposure === 'anyone' ? ['anyone with the link'] : []
  return [...anyone, ...targetDomains, ...targets].join(', ')
}

function OperationText({ activity }: { readonly activity: ActivityView }) {
  const isFailed = activity.outcome === 'failure'
  return (
    <Box component="span" sx={{ color: isFailed ? 'text.secondary' : 'text.primary' }}>
      {operationWords(activity)}
      {activity.itemCount > 1 ? <Quiet> × {activity.itemCount}</Quiet> : null}
    </Box>
  )
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  )
}

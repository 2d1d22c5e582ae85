/** Every version of a policy, who made it and when, and what differs between any two. */
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useRead } from '../../desk.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { LoadingLine } from '../../parts/loading-line.tsx'
import { Moment } from '../../parts/moment.tsx'
import { DiffTable } from './diff-table.tsx'
import { PlainTable } from './plain-table.tsx'

export function Versions({ id }: { readonly id: number }) {
  const versions = useRead('policy.versions', { id })
  const rows = [...(versions.data ?? [])].sort((one, other) => other.version - one.version)
  const newest = rows[0]?.version
  return (
    <>
      <FailureNote failure={versions.error} onAgain={() => void versions.refetch()} />
      {versions.isLoading ? <LoadingLine /> : null}
      <PlainTable label="Versions" columns={COLUMNS}>
        {rows.map(({ version, createdMs, operator }) => (
          <tr key={version}>
            <th scope="row">
              {version}
              {version === newest ? ' (now)' : ''}
            </th>
            <td>
              <Moment atMs={createdMs} />
            </td>
            <td>{operator}</td>
          </tr>
        ))}
      </PlainTable>
      {newest === undefined || rows.length < 2 ? (
        <Box sx={{ color: 'text.secondary', mt: 2 }}>
          {rows.length === 1 ? 'It has not been changed since it was created.' : ''}
        </Box>
      ) : (
        <Comparison key={newest} id={id} versions={rows.map(({ version }) => version)} newest={newest} />
      )}
    </>
  )
}

const COLUMNS = [{ title: 'Version' }, { title: 'Made' }, { title: 'By' }]

interface ComparisonProps {
  readonly id: number
  readonly versions: readonly number[]
  readonly newest: number
}

function Comparison({ id, versions, newest }: ComparisonProps) {
  const [from, setFrom] = useState(versions[1] ?? newest)
  const [to, setTo] = useState(newest)
  const diff = useRead('policy.diff', { id, from, to }, { isEnabled: from !== to, keepsPrevious: true })
  return (
    <Box sx={{ mt: 4, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <span>What differs between</span>
        <VersionField label="Earlier version" versions={versions} value={from} onChange={setFrom} />
        <span>and</span>
        <VersionField label="Later version" versions={versions} value={to} onChange={setTo} />
      </Box>
      <FailureNote failure={diff.error} onAgain={() => void diff.refetch()} />
      {from === to ? (
        <Box sx={{ color: 'text.secondary' }}>Choose two different versions.</Box>
      ) : diff.data === undefined ? (
        <LoadingLine />
      ) : (
        <DiffTable lines={diff.data} label={`Differences from version ${from} to version ${to}`} />
      )}
    </Box>
  )
}

interface VersionFieldProps {
  readonly label: string
  readonly versions: readonly number[]
  readonly value: number
  readonly onChange: (version: number) => void
}

function VersionField({ label, versions, value, onChange }: VersionFieldProps) {
  return (
    <TextField
      select
      fullWidth={false}
      label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 132 }}
    >
      {versions.map((version) => (
        <option key={version} value={version}>
          {version}
        </option>
      ))}
    </TextField>
  )
}

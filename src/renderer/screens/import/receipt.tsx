/** The receipt itself: the sum, findings, what the file was taken for and how surely, how its times were read, what nothing looks at. */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Receipt } from '../../../shared/contract/import.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Part } from '../../parts/page-head.tsx'
import { ReceiptSum, writeCount } from '../../parts/receipt-sum.tsx'
import { writeLength } from '../../zone.ts'
import { writeSize } from '../activities/size.ts'
import { SumBar, SumLegend } from '../imports/sum-bar.tsx'
import { asSentence, certaintyWords, ENCODING_WORDS, SOURCE_WORDS, WRAPPING_WORDS } from '../imports/words.ts'
import { Checksum } from './checksum.tsx'
import { Findings } from './findings.tsx'
import { isMisread, MapAgain } from './map-again.tsx'
import { UnreadOperations } from './unread-operations.tsx'

export function ReceiptPage({ receipt }: { readonly receipt: Receipt }) {
  const { refusal, status } = receipt
  return (
    <Box sx={{ overflow: 'auto', minHeight: 0 }}>
      <Box sx={{ px: 6, py: 4, display: 'grid', gap: 5, maxWidth: 1280 }}>
        {refusal === null ? null : (
          <Note tone="error.main">
            <span>
              <b>This file was refused.</b> {refusal}
            </span>
            <span>
              Nothing of it is in the workspace. If it is a log, say what its columns mean and import it again.
            </span>
            <MapAgain receipt={receipt} variant="contained" />
          </Note>
        )}
        {refusal === null && status !== 'undone' && isMisread(receipt) ? (
          <Note tone="error.main">
            <span>
              <b>Many rows were rejected.</b> The file may be of another kind than it was taken for. Look at the
              reasons; then say what its columns mean.
              {receipt.kept === 0
                ? ''
                : ' Undo this import before that, or the rows kept from it stay as they were read now.'}
            </span>
            <MapAgain receipt={receipt} />
          </Note>
        ) : null}
        {status === 'undone' ? (
          <Note tone="row.line">
            <span>
              <b>This import was undone.</b> What only it brought is gone from the workspace; this receipt and the audit
              log keep that it took place.
            </span>
            <MapAgain receipt={receipt} />
          </Note>
        ) : null}
        <Part title="Rows">
          <Box sx={{ display: 'grid', gap: 2 }}>
            <ReceiptSum receipt={receipt} />
            {receipt.rowsRead === 0 ? null : (
              <>
                <SumBar sum={receipt} height={14} />
                <SumLegend />
              </>
            )}
            <LeftOut receipt={receipt} />
          </Box>
        </Part>
        <Findings receipt={receipt} />
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(420px, 1fr))', gap: 5 }}>
          <Part title="Taken for">
            <Facts facts={recognition(receipt)} />
          </Part>
          <Part title="Times">
            <Facts facts={times(receipt)} />
          </Part>
          <Part title="File">
            <Facts facts={file(receipt)} />
          </Part>
          <Part title="Import">
            <Facts facts={run(receipt)} />
          </Part>
        </Box>
        <UnreadOperations operations={receipt.unreadOperations} />
      </Box>
    </Box>
  )
}

function Note({ tone, children }: { readonly tone: string; readonly children: ReactNode }) {
  return (
    <Box
      role="note"
      sx={{ borderLeft: 3, borderColor: tone, pl: 3, py: 1, display: 'grid', gap: 2, justifyItems: 'start' }}
    >
      {children}
    </Box>
  )
}

function LeftOut({ receipt }: { readonly receipt: Receipt }) {
  if (receipt.ignoredByReason.length === 0) return null
  return (
    <Box>
      Left out:
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {receipt.ignoredByReason.map(({ reason, rows }) => (
          <li key={reason}>
            {writeCount(rows)} rows: {reason}
          </li>
        ))}
      </Box>
    </Box>
  )
}

function recognition({ source, wrapping, encoding, reader, confidence, recognisedBecause }: Receipt): readonly Fact[] {
  return [
    ['Kind', source === null ? 'not recognised' : SOURCE_WORDS[source]],
    ['Why', asSentence(recognisedBecause)],
    ...(source === null ? [] : [['How sure', certaintyWords(confidence)] as const]),
    ...(wrapping === null ? [] : [['Format', WRAPPING_WORDS[wrapping]] as const]),
    ...(encoding === null ? [] : [['Encoding', ENCODING_WORDS[encoding]] as const]),
    ['Reader', reader === '' ? 'none' : reader]
  ]
}

function times({ timezone, timezoneBecause, firstAtMs, lastAtMs }: Receipt): readonly Fact[] {
  return [
    ['Zone', timezone === '' ? 'none needed' : timezone],
    ['Why', asSentence(timezoneBecause)],
    ['First record', firstAtMs === null ? 'none' : <Moment key="first" atMs={firstAtMs} hasSeconds />],
    ['Last record', lastAtMs === null ? 'none' : <Moment key="last" atMs={lastAtMs} hasSeconds />]
  ]
}

function file({ path, bytes, sha256, label }: Receipt): readonly Fact[] {
  return [
    ['Name', <MaskedText key="name" text={path} />],
    ...(label === '' ? [] : [['Label', <MaskedText key="label" text={label} />] as const]),
    ['Size', `${writeSize(bytes)} (${writeCount(bytes)} bytes)`],
    ['SHA-256', <Checksum key="hash" sha256={sha256} />]
  ]
}

function run({ startedMs, durationMs, operator, people, rowsRead }: Receipt): readonly Fact[] {
  const rowsPerSecond = durationMs === 0 || rowsRead === 0 ? null : Math.round(rowsRead / (durationMs / 1000))
  return [
    ['Imported', <Moment key="at" atMs={startedMs} hasSeconds hasRelative />],
    ['By', operator],
    [
      'Took',
      rowsPerSecond === null
        ? writeLength(durationMs)
        : `${writeLength(durationMs)}, ${writeCount(rowsPerSecond)} rows a second`
    ],
    ['People', `${writeCount(people)} in its records`]
  ]
}

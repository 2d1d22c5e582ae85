/** The receipt itself: the sum, what was left out and why, how the file was recognised, how its times were read. */
import Box from '@mui/material/Box'
import type { Receipt } from '../../../shared/contract/import.ts'
import { Facts, type Fact } from '../../parts/facts.tsx'
import { MaskedText } from '../../parts/masked-text.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Part } from '../../parts/page-head.tsx'
import { ReceiptSum, writeCount } from '../../parts/receipt-sum.tsx'
import { writeLength } from '../../zone.ts'
import { writeSize } from '../activities/size.ts'
import { SumBar, SumLegend } from '../imports/sum-bar.tsx'
import { SOURCE_WORDS, WRAPPING_WORDS } from '../imports/words.ts'

export function ReceiptPage({ receipt }: { readonly receipt: Receipt }) {
  const { warnings, refusal, status } = receipt
  return (
    <Box sx={{ px: 6, py: 4, display: 'grid', gap: 5, maxWidth: 1180, overflow: 'auto' }}>
      {refusal === null ? null : (
        <Box role="note" sx={{ borderLeft: 3, borderColor: 'error.main', pl: 3, py: 1 }}>
          <b>This file was refused.</b> {refusal}
        </Box>
      )}
      {status === 'undone' ? (
        <Box role="note" sx={{ borderLeft: 3, borderColor: 'row.line', pl: 3, py: 1 }}>
          <b>This import was undone.</b> Its activities are gone from the workspace; this receipt and the audit log keep
          that it took place.
        </Box>
      ) : null}
      <Part title="Rows">
        <Box sx={{ display: 'grid', gap: 2 }}>
          <ReceiptSum receipt={receipt} />
          <SumBar sum={receipt} height={14} />
          <SumLegend />
          <LeftOut receipt={receipt} />
        </Box>
      </Part>
      {warnings.length === 0 ? null : (
        <Part title="To know">
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </Box>
        </Part>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(380px, 1fr))', gap: 5 }}>
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
    ['Why', recognisedBecause],
    ['Certainty', `${Math.round(confidence * 100)} %`],
    ...(wrapping === null ? [] : [['Format', WRAPPING_WORDS[wrapping]] as const]),
    ...(encoding === null ? [] : [['Encoding', encoding] as const]),
    ['Reader', reader]
  ]
}

function times({ timezone, timezoneBecause, firstAtMs, lastAtMs }: Receipt): readonly Fact[] {
  return [
    ['Zone', timezone === '' ? 'none needed' : timezone],
    ['Why', timezoneBecause],
    ['First record', firstAtMs === null ? 'none' : <Moment key="first" atMs={firstAtMs} hasSeconds />],
    ['Last record', lastAtMs === null ? 'none' : <Moment key="last" atMs={lastAtMs} hasSeconds />]
  ]
}

function file({ path, bytes, sha256, label }: Receipt): readonly Fact[] {
  return [
    ['Name', <MaskedText key="name" text={path} />],
    ...(label === '' ? [] : [['Label', <MaskedText key="label" text={label} />] as const]),
    ['Size', `${writeSize(bytes)} (${writeCount(bytes)} bytes)`],
    ['SHA-256', <code key="hash">{sha256}</code>]
  ]
}

function run({ startedMs, durationMs, operator, people, rowsRead }: Receipt): readonly Fact[] {
  const rowsPerSecond = durationMs === 0 ? null : Math.round(rowsRead / (durationMs / 1000))
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

/** Receipts as text, and their sums. */
import type { Coverage, Receipt } from '../../shared/contract/import.ts'
import { pairs, table } from './table.ts'
import type { Zone } from './zone.ts'

export interface ImportTotals {
  readonly files: number
  readonly bytes: number
  readonly rowsRead: number
  readonly kept: number
  readonly duplicate: number
  readonly rejected: number
  readonly ignored: number
  readonly durationMs: number
}

export function addUp(receipts: readonly Receipt[]): ImportTotals {
  const sum = (of: (receipt: Receipt) => number): number => receipts.reduce((total, receipt) => total + of(receipt), 0)
  return {
    files: receipts.length,
    bytes: sum(({ bytes }) => bytes),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    kept: sum(({ kept }) => kept),
    duplicate: sum(({ duplicate }) => duplicate),
    rejected: sum(({ rejected }) => rejected),
    ignored: sum(({ ignored }) => ignored),
    durationMs: sum(({ durationMs }) => durationMs)
  }
}

export function receiptTable(receipts: readonly Receipt[], zone: Zone): string {
  return table(
    [
      { head: 'id', isNumber: true, cell: ({ id }) => id },
      { head: 'status', cell: ({ status }) => status },
      { head: 'source', cell: ({ source }) => source },
      { head: 'read', isNumber: true, cell: ({ rowsRead }) => rowsRead },
      { head: 'kept', isNumber: true, cell: ({ kept }) => kept },
      { head: 'duplicate', isNumber: true, cell: ({ duplicate }) => duplicate },
      { head: 'rejected', isNumber: true, cell: ({ rejected }) => rejected },
      { head: 'ignored', isNumber: true, cell: ({ ignored }) => ignored },
      { head: 'started', cell: ({ startedMs }) => zone.say(startedMs) },
      { head: 'file', cell: ({ path }) => path }
    ],
    receipts
  )
}

export function receiptText(receipt: Receipt, zone: Zone): string {
  const { confidence, recognisedBecause } = receipt
  return [
    pairs([
      ['import', receipt.id],
      ['file', receipt.path],
      ['status', receipt.status],
      ['refused', receipt.refusal],
      ['SHA-256', receipt.sha256],
      ['bytes', receipt.bytes],
      ['source', receipt.source],
      ['wrapping', receipt.wrapping],
      ['encoding', receipt.encoding],
      ['recognised', recognisedBecause === '' ? null : `${recognisedBecause} (${Math.round(confidence * 100)}%)`],
      ['reader', receipt.reader],
      ['time zone', `${receipt.timezone}${receipt.timezoneBecause === '' ? '' : `: ${receipt.timezoneBecause}`}`],
      ['read', receipt.rowsRead],
      ['kept', receipt.kept],
      ['duplicate', receipt.duplicate],
      ['rejected', receipt.rejected],
      ['ignored', receipt.ignored],
      ['people', receipt.people],
      ['first', receipt.firstAtMs === null ? null : zone.say(receipt.firstAtMs)],
      ['last', receipt.lastAtMs === null ? null : zone.say(receipt.lastAtMs)],
      ['started', zone.say(receipt.startedMs)],
      ['took', `${receipt.durationMs} ms`],
      ['operator', receipt.operator],
      ['label', receipt.label]
    ]),
    ...receipt.ignoredByReason.map(({ reason, rows }) => `ignored ${rows}: ${reason}`),
    ...receipt.warnings.map((warning) => `warning: ${warning}`),
    ...receipt.findings.map(({ kind, says }) => `${kind}: ${says}`),
    ...receipt.unreadOperations.map(
      ({ workload, operation, rows }) => `no indicator looks at ${rows} × ${operation} (${workload})`
    )
  ].join('\n')
}

/** One line a source and workload, and one for each of its gaps. */
export function coverageText({ sources, timezone }: Coverage): string {
  const shown = table(
    [
      { head: 'source', cell: ({ source }) => source },
      { head: 'workload', cell: ({ workload }) => workload },
      { head: 'activities', isNumber: true, cell: ({ activities }) => activities },
      { head: 'days', isNumber: true, cell: ({ days }) => days.length },
      { head: 'first', cell: ({ days }) => days[0]?.date ?? null },
      { head: 'last', cell: ({ days }) => days.at(-1)?.date ?? null },
      { head: 'gaps', isNumber: true, cell: ({ gaps }) => gaps.length }
    ],
    sources
  )
  const gaps = sources.flatMap(({ source, workload, gaps: found }) =>
    found.map(({ from, to, days }) => `gap: ${source} ${workload} from ${from} to ${to} (${days} days)`)
  )
  return [shown, ...gaps, `Days are those of ${timezone}.`].join('\n')
}

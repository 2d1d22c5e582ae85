/** Receipts and rejected rows, paths and excerpts masked. */
import type { Coverage, Receipt, RejectedRowView } from '../../../shared/contract/import.ts'
import { dayText } from '../../../shared/domain/day.ts'
import { gapsOf } from '../../store/gaps.ts'
import { daysBySource } from '../../store/import-counts.ts'
import { findReceipt, listReceipts, listRejected } from '../../store/imports.ts'
import { readSetting } from '../../store/settings.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { maskBroken } from './record.ts'

/** How much of a rejected row is shown; the whole row stays in the vault. It is cut after masking: half a name is a name. */
const EXCERPT = 400
const MASKED_FOR_EXCERPT = 4000

export const importReads = {
  'import.list'(
    desk: ReaderDesk,
    args: { limit: number; after: string | null }
  ): { rows: Receipt[]; total: number; after: string | null } {
    const { rows, total } = listReceipts(desk.sql, args.limit, args.after === null ? null : Number(args.after))
    const last = rows.at(-1)
    return {
      rows: rows.map((receipt) => masked(desk, receipt)),
      total,
      after: last !== undefined && rows.length === args.limit ? String(last.id) : null
    }
  },

  'import.show'(desk: ReaderDesk, args: { id: number }): Result<Receipt> {
    const receipt = findReceipt(desk.sql, args.id)
    return receipt === null
      ? refused('not-found', 'There is no such import.')
      : { ok: true, value: masked(desk, receipt) }
  },

  /** What the compressed raw records take, for the benchmark. */
  'import.rawBytes'(desk: ReaderDesk): number {
    return desk.sql.number('SELECT coalesce(sum(length(bytes)), 0) FROM vault.raw_block')
  },

  'import.coverage'(desk: ReaderDesk): Coverage {
    return {
      timezone: readSetting(desk.sql, 'countedIn'),
      sources: daysBySource(desk.sql).map(({ source, workload, days }) => ({
        source,
        workload: desk.mask(workload),
        activities: days.reduce((sum, { activities }) => sum + activities, 0),
        days: days.map(({ day, activities }) => ({ date: dayText(day), activities })),
        gaps: gapsOf(days.map(({ day }) => day)).map((gap) => ({
          from: dayText(gap.from),
          to: dayText(gap.to),
          days: gap.days
        }))
      }))
    }
  },

  'import.rejected'(
    desk: ReaderDesk,
    args: { id: number; limit: number; after: string | null }
  ): { rows: RejectedRowView[]; total: number; after: string | null } {
    const { rows, total } = listRejected(desk.sql, args.id, args.limit, args.after === null ? -1 : Number(args.after))
    const last = rows.at(-1)
    return {
      rows: rows.map(({ ordinal, line, byteOffset, reason, raw }) => ({
        ordinal,
        line,
        byteOffset,
        reason,
        excerpt: maskBroken(desk, raw.slice(0, MASKED_FOR_EXCERPT)).slice(0, EXCERPT)
      })),
      total,
      after: last !== undefined && rows.length === args.limit ? String(last.ordinal) : null
    }
  }
}

function masked(desk: ReaderDesk, receipt: Receipt): Receipt {
  return {
    ...receipt,
    path: desk.mask(receipt.path),
    label: desk.mask(receipt.label),
    // A finding names workloads, and those are texts of the file.
    findings: receipt.findings.map(({ kind, says }) => ({ kind, says: desk.mask(says) })),
    unreadOperations: receipt.unreadOperations.map(({ workload, operation, rows }) => ({
      workload: desk.mask(workload),
      operation: desk.mask(operation),
      rows
    }))
  }
}

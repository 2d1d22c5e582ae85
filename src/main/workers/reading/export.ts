/** Gathers a case, masked, and writes its bundle; between pages other reads of this thread go on. */
import type { ActivityView } from '../../../shared/contract/activity.ts'
import { genesisHead } from '../../custody/audit-chain.ts'
import { merkleRoot } from '../../custody/merkle.ts'
import { writeBundle } from '../../export/bundle/write.ts'
import { listActivities } from '../../store/activities.ts'
import { eachAudit } from '../../store/audit.ts'
import { receiptsBehind } from '../../store/imports.ts'
import { findPersonId } from '../../store/persons.ts'
import { readSetting } from '../../store/settings.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'
import { viewsOf } from './activities.ts'
import { alertDetail } from './alerts.ts'
import { caseDetail } from './cases.ts'
import { timelineOf } from './timeline.ts'

export interface ExportArgs {
  readonly caseId: number
  readonly folder: string
  readonly operator: string
  readonly exportedAtMs: number
  readonly software: { readonly name: string; readonly version: string }
}

export interface Exported {
  readonly bundle: string
  readonly files: number
  readonly bytes: number
  readonly sha256: string
  readonly redacted: number
}

export const exportReads = {
  async 'export.case'(desk: ReaderDesk, args: ExportArgs, signal?: AbortSignal): Promise<Result<Exported>> {
    const detail = caseDetail(desk, args.caseId)
    if (detail === null) return refused('not-found', 'There is no such case.')
    const people = detail.case.people.flatMap((pseudonym) => {
      const id = findPersonId(desk.sql, pseudonym)
      return id === null ? [] : [id]
    })
    const auditExtract = [...eachAudit(desk.sql)]
    const last = auditExtract.at(-1) ?? genesisHead(readSetting(desk.sql, 'workspaceId'))
    const outcome = await writeBundle(
      args.folder,
      {
        software: args.software,
        workspaceId: readSetting(desk.sql, 'workspaceId'),
        exportedAtMs: args.exportedAtMs,
        exportedBy: args.operator,
        timezone: readSetting(desk.sql, 'timezone'),
        case: detail,
        notes: detail.notes,
        alerts: detail.alerts.flatMap((alert) => alertDetail(desk, alert.id) ?? []),
        timelines: people.map((personId) => timelineOf(desk, personId)),
        receipts: receiptsBehind(desk.sql, people).map((receipt) => ({
          ...receipt,
          path: desk.mask(receipt.path),
          label: desk.mask(receipt.label)
        })),
        activities: eachActivity(desk, people),
        auditExtract,
        auditHead: { seq: last.seq, hash: last.hash, merkleRoot: merkleRoot(auditExtract.map((entry) => entry.hash)) },
        identitiesRevealed: []
      },
      signal
    )
    if (!outcome.ok) return refused(outcome.code, outcome.sentence)
    const { bundle, files, bytes, sha256, redacted } = outcome.value
    return { ok: true, value: { bundle, files, bytes, sha256, redacted } }
  }
}

/** All activities of the given people, person by person, newest first; a million of them is fine. */
async function* eachActivity(desk: ReaderDesk, people: readonly number[]): AsyncGenerator<ActivityView> {
  for (const personId of people) {
    let cursor: { atMs: number; id: number } | null = null
    for (;;) {
      const filter = { personId, fromMs: null, toMs: null, importId: null, source: null, operations: null }
      const page: ReturnType<typeof listActivities> = listActivities(desk.sql, filter, 500, cursor)
      yield* viewsOf(desk, page)
      const last = page.at(-1)
      if (last === undefined || page.length < 500) break
      cursor = { atMs: last.atMs, id: last.id }
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
}

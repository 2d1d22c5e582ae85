/** The audit log and the check of its chain. */
import type { AuditEntry, Verification } from '../../../shared/contract/audit.ts'
import { genesisHead, verifyChain } from '../../custody/audit-chain.ts'
import { eachAudit, listAudit } from '../../store/audit.ts'
import { readSetting } from '../../store/settings.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const auditReads = {
  'audit.list'(
    desk: ReaderDesk,
    args: { action: string | null; limit: number; after: string | null }
  ): { rows: AuditEntry[]; total: number; after: string | null } {
    const { rows, total } = listAudit(desk.sql, {
      action: args.action,
      limit: args.limit,
      before: args.after === null ? null : Number(args.after)
    })
    const last = rows.at(-1)
    return { rows: [...rows], total, after: last !== undefined && rows.length === args.limit ? String(last.seq) : null }
  },

  'audit.verify'(desk: ReaderDesk): Verification {
    const genesis = genesisHead(readSetting(desk.sql, 'workspaceId'))
    return verifyChain(eachAudit(desk.sql), { expectFirst: genesis.hash })
  }
}

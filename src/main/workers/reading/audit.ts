/** The audit log and the check of its chain. */
import type { AuditEntry, SignedCheckpoint, Verification } from '../../../shared/contract/audit.ts'
import { genesisHead, verifyChain } from '../../custody/audit-chain.ts'
import { checkAgainst, measureLog, readCheckpoint, signCheckpoint } from '../../custody/checkpoint.ts'
import { eachAudit, listAudit } from '../../store/audit.ts'
import { readSecret } from '../../store/secrets.ts'
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

  'audit.verify'(desk: ReaderDesk, args: { checkpoint: string | null }): Verification {
    const genesis = genesisHead(readSetting(desk.sql, 'workspaceId'))
    const found = verifyChain(eachAudit(desk.sql), { expectFirst: genesis.hash })
    return args.checkpoint === null ? found : checkAgainst(found, args.checkpoint, eachAudit(desk.sql))
  },

  'audit.checkpoint'(desk: ReaderDesk): SignedCheckpoint {
    const workspaceId = readSetting(desk.sql, 'workspaceId')
    const log = measureLog(eachAudit(desk.sql))
    const text = signCheckpoint(workspaceId, log, readSecret(desk.sql, 'checkpoint', 'vault.'))
    return { text, ...log, verifierKey: readCheckpoint(text)?.verifierKey ?? '' }
  }
}

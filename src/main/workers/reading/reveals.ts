/** The ledger of reveals: pseudonyms, operators, times, and reasons with every name in them masked. */
import type { RevealRow } from '../../../shared/contract/reveal.ts'
import { Pseudonym } from '../../../shared/domain/pseudonym.ts'
import { revealStatus } from '../../identity/reveal.ts'
import { lastAudit } from '../../store/audit.ts'
import { listReveals } from '../../store/reveals.ts'
import { readText } from '../../store/written.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const revealReads = {
  'reveal.list'(desk: ReaderDesk, args: { caseId: number | null; limit: number; nowMs: number }): RevealRow[] {
    const nowMs = Math.max(args.nowMs, lastAudit(desk.sql)?.atMs ?? 0)
    return listReveals(desk.sql, args.caseId, args.limit).map((reveal) => {
      const answer = readText(desk.sql, 'reveal-answer', reveal.id)
      return {
        id: reveal.id,
        caseId: reveal.caseId,
        pseudonym: Pseudonym.parse(reveal.pseudonym),
        status: revealStatus(reveal, nowMs),
        hours: reveal.hours,
        requestedBy: reveal.requestedBy,
        requestedAtMs: reveal.requestedMs,
        reason: desk.mask(readText(desk.sql, 'reveal', reveal.id)),
        decidedBy: reveal.decidedBy,
        decidedAtMs: reveal.decidedMs,
        answer: answer === '' ? null : desk.mask(answer),
        expiresAtMs: reveal.expiresMs,
        withdrawnBy: reveal.withdrawnBy,
        withdrawnAtMs: reveal.withdrawnMs,
        shown: reveal.shown,
        lastShownAtMs: reveal.lastShownMs
      }
    })
  }
}

/** Requests for names of the made workspace, and a desk that keeps them in memory. The one name in it is invented. */
import { RevealRow, type Revealed } from '../../src/shared/contract/reveal.ts'
import { refusal, PASSPHRASE, type MadeDeskOptions } from './made-desk.ts'
import { FIRST, HOUR_MS, NOW_MS, PEOPLE, SECOND } from './made-people.ts'

export const IDENTITY: Revealed['identity'] = {
  account: 'odile.farrowby@tenant.example',
  displayName: 'Odile Farrowby',
  firstName: 'Odile',
  lastName: 'Farrowby',
  aliases: ['TENANT\\ofarrowby']
}
/** What must be nowhere once the name is hidden. */
export const NAME_PARTS = ['odile', 'farrowby'] as const

export const reveal = (id: number, change: Partial<RevealRow>): RevealRow =>
  RevealRow.parse({
    id,
    caseId: 1,
    pseudonym: FIRST,
    status: 'requested',
    hours: 24,
    requestedBy: 'alice',
    requestedAtMs: NOW_MS - id * HOUR_MS,
    reason: 'The team lead has to be asked about the hand-over list.',
    decidedBy: null,
    decidedAtMs: null,
    answer: null,
    expiresAtMs: null,
    withdrawnBy: null,
    withdrawnAtMs: null,
    shown: 0,
    lastShownAtMs: null,
    ...change
  })

/** Newest first, as the engine answers. */
export const LEDGER: readonly RevealRow[] = [
  reveal(5, {
    pseudonym: SECOND,
    status: 'refused',
    requestedBy: 'carol',
    decidedBy: 'bob',
    decidedAtMs: NOW_MS - HOUR_MS,
    answer: 'The pseudonym is enough for this question.'
  }),
  reveal(4, {
    caseId: 2,
    pseudonym: PEOPLE[4] ?? FIRST,
    status: 'expired',
    decidedBy: 'bob',
    decidedAtMs: NOW_MS - 30 * HOUR_MS,
    expiresAtMs: NOW_MS - 6 * HOUR_MS,
    shown: 2,
    lastShownAtMs: NOW_MS - 7 * HOUR_MS
  }),
  reveal(3, { caseId: 2, pseudonym: PEOPLE[4] ?? FIRST, requestedBy: 'carol' })
]

/** A ledger that follows what is done; `bob` is its approver. */
export function revealAnswers(given: readonly RevealRow[]): NonNullable<MadeDeskOptions['answers']> {
  let rows = [...given]
  const change = (id: number, changed: Partial<RevealRow>) => {
    rows = rows.map((row) => (row.id === id ? { ...row, ...changed } : row))
  }
  const isProven = (approver: { readonly operator: string; readonly passphrase: string } | null) =>
    approver === null || (approver.operator === 'bob' && approver.passphrase === PASSPHRASE)
  const wrong = () => refusal('wrong-passphrase', 'Operator and passphrase of the approver do not fit.')
  return {
    'reveal.list': ({ caseId }) => rows.filter((row) => caseId === null || row.caseId === caseId),
    'reveal.request': ({ caseId, pseudonym, reason, hours }) => {
      const id = Math.max(0, ...rows.map((row) => row.id)) + 1
      rows = [reveal(id, { caseId, pseudonym, reason, hours, requestedAtMs: Date.now() }), ...rows]
      return { id }
    },
    'reveal.approve': ({ id, answer, approver }) => {
      if (!isProven(approver)) return wrong()
      const hours = rows.find((row) => row.id === id)?.hours ?? 1
      const expiresAtMs = Date.now() + hours * HOUR_MS
      change(id, { status: 'granted', decidedBy: 'bob', decidedAtMs: Date.now(), answer, expiresAtMs })
      return { id, expiresAtMs }
    },
    'reveal.refuse': ({ id, answer, approver }) => {
      if (!isProven(approver)) return wrong()
      change(id, { status: 'refused', decidedBy: 'bob', decidedAtMs: Date.now(), answer })
      return { id }
    },
    'reveal.withdraw': ({ id }) => {
      change(id, { status: 'withdrawn', withdrawnBy: 'alice', withdrawnAtMs: Date.now() })
      return { id }
    },
    'reveal.show': ({ id }) => {
      const row = rows.find((each) => each.id === id)
      if (row?.status !== 'granted' || row.expiresAtMs === null) return refusal('not-allowed', 'It is not granted.')
      change(id, { shown: row.shown + 1, lastShownAtMs: Date.now() })
      const { caseId, pseudonym, expiresAtMs } = row
      return { id, caseId, pseudonym, expiresAtMs, grantedBy: 'bob', identity: IDENTITY }
    }
  }
}

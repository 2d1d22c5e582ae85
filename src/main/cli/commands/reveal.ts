/** The name behind a pseudonym: ask, answer, end, show, and the ledger of all of it. */
import type { RequestOf } from '../../../shared/contract/index.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { findPassphrase } from '../passphrase.ts'
import type { Refusal } from '../refusal.ts'
import { pairs, table } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { FILE, ID, integer, optional, PSEUDONYM, required, text, withDefault } from '../value.ts'

export const revealRequest = command(
  {
    words: ['reveal', 'request'],
    does: 'Asks for the name of a person of a case; another operator with the role approver answers.',
    operands: {},
    rest: null,
    options: {
      case: required(ID),
      person: required(PSEUDONYM),
      reason: required(text('TEXT', 500)),
      hours: withDefault(integer('N', 1, 168), 24)
    }
  },
  async ({ ask }, { options: { case: caseId, person, reason, hours } }) => {
    const asked = await ask('reveal.request', { caseId, pseudonym: person, reason, hours })
    return asked.ok ? print(documentOf(asked.value), `request ${asked.value.id} waits for an approver`) : asked
  }
)

const APPROVER = { approver: optional(text('NAME', 60)), 'approver-passphrase-file': optional(FILE) }

export const revealApprove = command(
  {
    words: ['reveal', 'approve'],
    does: 'Grants a request for a name; with --approver a second operator does, at this machine.',
    operands: { id: ID },
    rest: null,
    options: { reason: optional(text('TEXT', 500)), ...APPROVER }
  },
  async ({ ask, terminal, zone }, { operands, options }) => {
    const approver = await findApprover(terminal, options.approver, options['approver-passphrase-file'])
    if (!approver.ok) return approver
    const granted = await ask('reveal.approve', { ...operands, answer: options.reason, approver: approver.value })
    return granted.ok
      ? print(
          documentOf(granted.value),
          `request ${operands.id} is granted until ${zone.say(granted.value.expiresAtMs)}`
        )
      : granted
  }
)

export const revealRefuse = command(
  {
    words: ['reveal', 'refuse'],
    does: 'Refuses a request for a name; with --approver a second operator does, at this machine.',
    operands: { id: ID },
    rest: null,
    options: { reason: required(text('TEXT', 500)), ...APPROVER }
  },
  async ({ ask, terminal }, { operands, options }) => {
    const approver = await findApprover(terminal, options.approver, options['approver-passphrase-file'])
    if (!approver.ok) return approver
    const refused = await ask('reveal.refuse', { ...operands, answer: options.reason, approver: approver.value })
    return refused.ok ? print(documentOf(refused.value), `request ${operands.id} is refused`) : refused
  }
)

export const revealWithdraw = command(
  {
    words: ['reveal', 'withdraw'],
    does: 'Ends a request or a reveal before its time.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask }, { operands }) => {
    const ended = await ask('reveal.withdraw', operands)
    return ended.ok ? print(documentOf(ended.value), `request ${operands.id} is ended`) : ended
  }
)

export const revealShow = command(
  {
    words: ['reveal', 'show'],
    does: 'Shows the name that was granted to this operator, as long as the grant lasts; the audit log keeps each showing.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const shown = await ask('reveal.show', operands)
    if (!shown.ok) return shown
    const { pseudonym, identity, expiresAtMs, grantedBy } = shown.value
    const says = pairs([
      ['person', pseudonym],
      ['name', identity.displayName || `${identity.firstName} ${identity.lastName}`.trim() || null],
      ['account', identity.account],
      ['other names', identity.aliases.length === 0 ? null : identity.aliases.join(', ')],
      ['granted by', grantedBy],
      ['until', zone.say(expiresAtMs)]
    ])
    return print(documentOf(shown.value), says)
  }
)

export const revealLedger = command(
  {
    words: ['reveal', 'ledger'],
    does: 'Lists who asked for which name, why, who answered and how often it was shown; names pseudonyms only.',
    operands: {},
    rest: null,
    options: { case: optional(ID), limit: withDefault(integer('N', 1, 100_000), 1000) }
  },
  async ({ ask, zone }, { options: { case: caseId, limit } }) => {
    const listed = await ask('reveal.list', { caseId, limit })
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'id', isNumber: true, cell: ({ id }) => id },
        { head: 'case', isNumber: true, cell: (row) => row.caseId },
        { head: 'person', cell: ({ pseudonym }) => pseudonym },
        { head: 'status', cell: ({ status }) => status },
        { head: 'asked by', cell: ({ requestedBy }) => requestedBy },
        { head: 'at', cell: ({ requestedAtMs }) => zone.say(requestedAtMs) },
        { head: 'answered by', cell: ({ decidedBy }) => decidedBy },
        { head: 'until', cell: ({ expiresAtMs }) => zone.say(expiresAtMs) },
        { head: 'shown', isNumber: true, cell: (row) => row.shown },
        { head: 'reason', cell: ({ reason }) => reason }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

type Approver = NonNullable<RequestOf<'reveal.approve'>['approver']>

/** Null where the operator of this session answers. */
async function findApprover(
  terminal: Terminal,
  operator: string | null,
  file: string | null
): Promise<{ readonly ok: true; readonly value: Approver | null } | Refusal> {
  if (operator === null) return { ok: true, value: null }
  const passphrase = await findPassphrase({
    option: 'approver-passphrase-file',
    variable: 'INWARD_APPROVER_PASSPHRASE',
    fromEnvironment: terminal.environment.approverPassphrase,
    file,
    question: `Passphrase of ${operator}: `,
    isNew: false
  })
  return passphrase.ok ? { ok: true, value: { operator, passphrase: passphrase.value } } : passphrase
}

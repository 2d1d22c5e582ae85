/**
 * The name behind a pseudonym: one person, one case, a reason, a second operator's word, a time limit. `reveal.show` is the
 * only operation whose answer has a place for an identity.
 */
import { z } from 'zod'
import { operation } from './operation.ts'
import { count, id, maskedText, operatorName, pseudonym, timeMs, typedText } from './text.ts'

/** `expired` is a grant whose time is over; `lapsed` a request that nobody answered in time. */
export const REVEAL_STATUSES = ['requested', 'granted', 'refused', 'withdrawn', 'expired', 'lapsed'] as const
export type RevealStatus = (typeof REVEAL_STATUSES)[number]

/** A week: whoever needs a name for longer has a reason to ask again. */
const MOST_HOURS = 168

export const RevealRow = z.strictObject({
  id: id(),
  caseId: id(),
  pseudonym: pseudonym(),
  status: z.enum(REVEAL_STATUSES),
  hours: count(),
  requestedBy: operatorName(),
  requestedAtMs: timeMs(),
  reason: maskedText(),
  decidedBy: operatorName().nullable(),
  decidedAtMs: timeMs().nullable(),
  answer: maskedText().nullable(),
  expiresAtMs: timeMs().nullable(),
  withdrawnBy: operatorName().nullable(),
  withdrawnAtMs: timeMs().nullable(),
  /** How often the name was shown, and when last. */
  shown: count(),
  lastShownAtMs: timeMs().nullable()
})
export type RevealRow = z.infer<typeof RevealRow>

const identityText = () => z.string().max(400).meta({ holds: 'identity' })

export const Revealed = z.strictObject({
  id: id(),
  caseId: id(),
  pseudonym: pseudonym(),
  expiresAtMs: timeMs(),
  grantedBy: operatorName(),
  identity: z.strictObject({
    /** As sources name the person most often: an address or an account. */
    account: identityText(),
    displayName: identityText(),
    firstName: identityText(),
    lastName: identityText(),
    aliases: z.array(identityText())
  })
})
export type Revealed = z.infer<typeof Revealed>

/** Who answers: the operator of this session, or a second one who comes to this machine with an own passphrase. */
const approver = z
  .strictObject({ operator: typedText(60), passphrase: z.string().min(1).max(400) })
  .nullable()
  .default(null)

export const revealOperations = {
  'reveal.request': operation(
    'change',
    ['investigator'],
    z.strictObject({
      caseId: id(),
      pseudonym: pseudonym(),
      reason: typedText(500),
      hours: z.int().min(1).max(MOST_HOURS).default(24)
    }),
    z.strictObject({ id: id() })
  ),
  'reveal.approve': operation(
    'change',
    ['approver', 'investigator'],
    z.strictObject({ id: id(), answer: typedText(500).nullable().default(null), approver }),
    z.strictObject({ id: id(), expiresAtMs: timeMs() })
  ),
  'reveal.refuse': operation(
    'change',
    ['approver', 'investigator'],
    z.strictObject({ id: id(), answer: typedText(500), approver }),
    z.strictObject({ id: id() })
  ),
  /** Ends a request or a grant early; by whoever asked, and by every approver. */
  'reveal.withdraw': operation(
    'change',
    ['investigator', 'approver'],
    z.strictObject({ id: id() }),
    z.strictObject({ id: id() })
  ),
  'reveal.show': operation('reveal', ['investigator'], z.strictObject({ id: id() }), Revealed),
  /** The ledger, newest first; it names pseudonyms only. */
  'reveal.list': operation(
    'read',
    ['investigator', 'approver', 'auditor'],
    z.strictObject({ caseId: id().nullable().default(null), limit: z.int().min(1).max(100_000).default(1000) }),
    z.array(RevealRow)
  )
} as const

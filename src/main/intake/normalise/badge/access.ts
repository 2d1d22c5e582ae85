/** What a door did, told by the words that access control systems have for it, in English, German and French. */
import type { ActivityOutcome } from '../../../../shared/domain/draft.ts'

export interface Access {
  readonly operation: string
  readonly outcome: ActivityOutcome
  /** False where the words say nothing of a door. */
  readonly isKnown: boolean
}

/** "Not granted" and "unberechtigt" hold the words for being let in, so being turned away is asked first. */
const KNOWN: readonly (readonly [RegExp, string, ActivityOutcome])[] = [
  [/\bforced?\b|aufgebrochen|forc[ée]e/i, 'Physical access forced', 'unknown'],
  [/\bheld\b|\bpropped\b|offen gehalten|maintenue ouverte/i, 'Physical access held open', 'unknown'],
  [/tailgat|piggyback/i, 'Physical access tailgated', 'unknown'],
  [
    /den(?:y|ied)|fail|reject|refus|invalid|unauthori|not (?:granted|authori[sz]ed|valid|allowed)|unknown (?:card|badge|credential)|expired|forbidden|passback|verweigert|abgelehnt|gesperrt|unberechtigt|ung(?:ü|ue)ltig/i,
    'Physical access denied',
    'failure'
  ],
  [
    /grant|success|succeed|allow|permit|accept|authori[sz]|\bvalid\b|accord|gew(?:ä|ae)hrt|erlaubt|berechtigt|autoris/i,
    'Physical access granted',
    'success'
  ]
]

export function accessOf(words: string): Access {
  for (const [pattern, operation, outcome] of KNOWN) {
    if (pattern.test(words)) return { operation, outcome, isKnown: true }
  }
  return { operation: 'Physical access', outcome: 'unknown', isKnown: false }
}

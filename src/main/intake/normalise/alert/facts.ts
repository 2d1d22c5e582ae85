/** What an alert of another product tells, whichever interface wrote it: the shapes are read into this, and this into a draft. */
import type { AlertSeverity, AlertState } from '../../../../shared/domain/draft.ts'
import type { Identity } from '../m365/identity.ts'

export interface AlertFacts {
  /** Id within its interface; empty where it has none. */
  readonly id: string
  readonly time: unknown
  readonly title: string
  readonly category: string
  readonly severity: AlertSeverity
  readonly state: AlertState
  readonly topic: string
  readonly product: string
  readonly involved: Involved
}

/** Everything that the alert is about, in the order in which it is listed. */
export interface Involved {
  readonly accounts: readonly Identity[]
  /** Addresses that a message went to: they are acted upon, and are the person only where no account is listed. */
  readonly recipients: readonly string[]
  /** Accounts that were only logged on where it happened; asked last. */
  readonly loggedOn: readonly Identity[]
  readonly devices: readonly string[]
  readonly files: readonly AlertFile[]
  /** Programs that ran; they name the alert's file only where there is no other. */
  readonly programs: readonly AlertFile[]
  readonly addresses: readonly string[]
  readonly urls: readonly string[]
}

export interface AlertFile {
  readonly name: string
  readonly folder: string
  readonly sizeBytes: number
}

export interface Gathering {
  readonly accounts: Identity[]
  readonly recipients: string[]
  readonly loggedOn: Identity[]
  readonly devices: string[]
  readonly files: AlertFile[]
  readonly programs: AlertFile[]
  readonly addresses: string[]
  readonly urls: string[]
}

export function nothingYet(): Gathering {
  return {
    accounts: [],
    recipients: [],
    loggedOn: [],
    devices: [],
    files: [],
    programs: [],
    addresses: [],
    urls: []
  }
}

/** The words of imports: states, sources, wrappings, findings and what to do about them, how sure a recognition is. */
import type { FINDING_KINDS, ImportProgress, Receipt } from '../../../shared/contract/import.ts'
import type { Severity } from '../../../shared/domain/severity.ts'
import type { Encoding, Source, Wrapping } from '../../../shared/domain/source.ts'

export const IMPORT_STATUS_WORDS: Readonly<Record<Receipt['status'], string>> = {
  running: 'Running',
  finished: 'Finished',
  stopped: 'Stopped',
  refused: 'Refused',
  undone: 'Undone'
}

export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  'm365-audit': 'Microsoft 365 audit log',
  'entra-sign-in': 'Entra sign-ins',
  'entra-audit': 'Entra directory audit',
  defender: 'Defender advanced hunting',
  'security-alert': 'Security alerts',
  netskope: 'Netskope',
  'windows-event': 'Windows events',
  'device-log': 'Device and web logs',
  cef: 'CEF events',
  'mail-trace': 'Message trace',
  mail: 'Mail',
  hr: 'Personnel file',
  directory: 'People directory',
  badge: 'Badge records',
  'custom-indicator': 'Custom indicator',
  mapped: 'Mapped by an operator'
}

/** What each kind of log holds, for somebody who has the file but not the product's name for it. */
export const SOURCE_HINTS: Readonly<Record<Source, string>> = {
  'm365-audit': 'files, mail, sharing and administration in Microsoft 365',
  'entra-sign-in': 'who signed in, from where, and whether it worked',
  'entra-audit': 'accounts, groups and roles that were changed',
  defender: 'devices, files and mail as tables of advanced hunting',
  'security-alert': 'alerts that other products raised',
  netskope: 'web and cloud use seen by the proxy',
  'windows-event': 'Security and Sysmon events of Windows',
  'device-log': 'logon, removable media, files and web pages by device',
  cef: 'lines that begin with CEF:0',
  'mail-trace': 'who mailed whom, with subject and size',
  mail: 'the messages themselves, mbox or eml',
  hr: 'resignations, terminations, reviews, level changes, profiles',
  directory: 'people with department, manager and addresses',
  badge: 'doors, and who opened them',
  'custom-indicator': 'counts that another tool made, by person and day',
  mapped: 'a file whose columns an operator has explained'
}

export const WRAPPING_WORDS: Readonly<Record<Wrapping, string>> = {
  csv: 'CSV',
  'json-array': 'JSON, one array',
  'json-lines': 'JSON, one record per line',
  'json-document': 'JSON, one document',
  xlsx: 'Excel workbook',
  xml: 'XML',
  ldif: 'LDIF',
  cef: 'CEF',
  'rendered-events': 'Events as text',
  mbox: 'Mailbox (mbox)',
  eml: 'Mail (eml)'
}

export const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, low byte first',
  'utf-16be': 'UTF-16, high byte first',
  'windows-1252': 'Windows-1252 (Western Europe)'
}

export const PHASE_WORDS: Readonly<Record<ImportProgress['phase'], string>> = {
  idle: 'Waiting',
  reading: 'Reading',
  scoring: 'Bringing scores up to date',
  stopping: 'Stopping'
}

export type FindingKind = (typeof FINDING_KINDS)[number]

interface FindingWords {
  readonly name: string
  /** Medium where evidence may be missing or wrong; low where there is only something to know. */
  readonly severity: Severity
  readonly advice: string
}

export const FINDING_WORDS: Readonly<Record<FindingKind, FindingWords>> = {
  'cut-export': {
    name: 'Cut export',
    severity: 'medium',
    advice: 'Export the same time again in smaller parts and import those too; what is there already counts once.'
  },
  gap: {
    name: 'Gap',
    severity: 'medium',
    advice: 'Ask for the log of these days, or find out why there is none, before you conclude that nothing happened.'
  },
  'clock-skew': {
    name: 'Clock differs',
    severity: 'medium',
    advice:
      'Compare the zone below with where the log was written. If it is wrong, undo this import and import the file again with the right one.'
  },
  'zone-assumed': {
    name: 'Zone assumed',
    severity: 'medium',
    advice: 'If the log was written in another zone, undo this import and import the file again with the right one.'
  },
  overlap: {
    name: 'Overlap',
    severity: 'low',
    advice: 'Nothing to do: records that were there already are counted as duplicates.'
  },
  'first-of-source': {
    name: 'First of its kind',
    severity: 'low',
    advice: 'Compare a few of its activities with the original before you rely on it.'
  }
}

/** The worst first. */
export const FINDING_KINDS_RANKED: readonly FindingKind[] = [
  'cut-export',
  'gap',
  'clock-skew',
  'zone-assumed',
  'overlap',
  'first-of-source'
]

export function worstFirst(findings: Receipt['findings']): Receipt['findings'] {
  return [...findings].sort(
    (one, other) => FINDING_KINDS_RANKED.indexOf(one.kind) - FINDING_KINDS_RANKED.indexOf(other.kind)
  )
}

// Certain: the reader found every sign that it looks for. Likely: most of them. Below that somebody should look.
const CERTAIN = 0.9
const LIKELY = 0.6

export function certaintyWords(confidence: number): string {
  const word = confidence >= CERTAIN ? 'certain' : confidence >= LIKELY ? 'likely' : 'a guess; look at a few activities'
  return `${Math.round(confidence * 100)} %, ${word}`
}

/** Reasons come as half sentences, for lines that they end; where they stand alone they are whole. */
export function asSentence(reason: string): string {
  const whole = reason.charAt(0).toUpperCase() + reason.slice(1)
  return whole === '' || /[.!?]$/.test(whole) ? whole : `${whole}.`
}

/** The words of imports: states, sources, wrappings. */
import type { ImportProgress, Receipt } from '../../../shared/contract/import.ts'
import type { Source, Wrapping } from '../../../shared/domain/source.ts'

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

export const PHASE_WORDS: Readonly<Record<ImportProgress['phase'], string>> = {
  idle: 'Waiting',
  reading: 'Reading',
  scoring: 'Bringing scores up to date',
  stopping: 'Stopping'
}

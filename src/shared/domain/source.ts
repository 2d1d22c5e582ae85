/** The kinds of log that Inward reads, and how sure a recognition is. One entry per kind; readers live in main/intake. */
export const SOURCES = [
  'm365-audit',
  'entra-sign-in',
  'entra-audit',
  'defender',
  'security-alert',
  'netskope',
  'windows-event',
  'device-log',
  'cef',
  'mail-trace',
  'mail',
  'hr',
  'directory',
  'badge',
  'custom-indicator',
  'mapped'
] as const
export type Source = (typeof SOURCES)[number]

/** How the records of a file are wrapped. */
export const WRAPPINGS = [
  'csv',
  'json-array',
  'json-lines',
  'json-document',
  'xlsx',
  'xml',
  'ldif',
  'cef',
  'rendered-events',
  'mbox',
  'eml'
] as const
export type Wrapping = (typeof WRAPPINGS)[number]

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * Names inside a bag: what Inward writes, and what it refuses to follow in a bag from elsewhere (RFC 8493 section 5.1).
 * Written names need no escaping, so that `sha256sum -c` reads every manifest, and are legal on every file system.
 */

/** Null when Inward may write a file under this path, else the reason. */
export function whyNotWritable(path: string): string | null {
  const parts = path.split('/')
  if (parts.some((part) => !PLAIN_PART.test(part))) return 'holds characters outside A-Z a-z 0-9 . _ -'
  if (parts.some((part) => RESERVED_PART.test(part))) return 'is a reserved name'
  if (parts.some((part) => part.endsWith('.') || Buffer.byteLength(part) > 200)) return 'ends with a dot or is too long'
  return null
}

/** Null when a listed path stays inside the bag on every operating system, else the reason. */
export function whyOutside(path: string): string | null {
  if (path === '' || CONTROL.test(path)) return 'is not a usable name'
  if (/^[/\\~]/.test(path) || /^[A-Za-z]:/.test(path)) return 'starts outside the bag'
  if (path.split(/[/\\]/).some((part) => part === '..')) return 'climbs out of the bag'
  if (path.includes('\\')) return 'uses a backslash'
  if (path.split('/').some((part) => part === '' || part === '.')) return 'is not a plain path'
  return null
}

/** Two names with the same key are one file on some file system (letter case, Unicode form). */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** For sentences: names from a foreign bag are cut short and made visible. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 160 ? `${name.slice(0, 160)}…` : name)
}

const PLAIN_PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/
const RESERVED_PART = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i
// Line ends are legal in a name when they are percent-encoded (section 2.1.3), every other control character is not.
const CONTROL = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F]/

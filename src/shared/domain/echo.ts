/**
 * Operations that repeat what another record already says: long work on one file is logged again and again, and looking
 * through a gallery logs every picture. They are kept and linked to what they echo, and no indicator counts them.
 */
export const ECHOES: Readonly<Record<string, string>> = {
  FileAccessedExtended: 'FileAccessed',
  FileModifiedExtended: 'FileModified',
  FilePreviewed: 'FileAccessed'
}

/** Microsoft 365 writes an extended record up to three hours after the first; records come a few minutes out of order. */
export const ECHO_BEFORE_MS = 3 * 3_600_000
export const ECHO_AFTER_MS = 5 * 60_000

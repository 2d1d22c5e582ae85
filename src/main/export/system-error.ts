/** Recognises what the file system refused, by its code; everything else stays a bug and is thrown on. */

/** Failures of a place, not of the program: no room, no right, not a folder, gone. */
export const PLACE_ERRORS = [
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOENT',
  'EEXIST',
  'ENAMETOOLONG',
  'EIO'
] as const

export function isSystemError(error: unknown, ...codes: readonly string[]): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}

/** Events that several readers send, and the running number of files that they share. */
import type { ColumnMapping, IntakeEvent } from '../../shared/domain/draft.ts'

/** The start of an HR file also tells which column was read as what, so that a workspace can remember it. */
export type HrStart = Extract<IntakeEvent, { kind: 'start' }> & { readonly mapping: ColumnMapping }

export interface FileCount {
  next(): number
}

export function refusal(count: FileCount, path: string, sizeBytes: number, reason: string): IntakeEvent {
  return { kind: 'refused', file: count.next(), path, sizeBytes, reason }
}

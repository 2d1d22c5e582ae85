/** Events that several readers send, and the running number of files that they share. */
import type { ColumnMapping, IntakeEvent } from '../../shared/domain/draft.ts'
import type { ByteSource } from './bytes/source.ts'
import type { Recognised } from './recognise.ts'

/** The start of a file whose columns were bound also tells how, so that a workspace can remember it. */
export type MappedStart = Extract<IntakeEvent, { kind: 'start' }> & { readonly mapping: ColumnMapping }

export interface FileCount {
  next(): number
}

export function refusal(count: FileCount, path: string, sizeBytes: number, reason: string): IntakeEvent {
  return { kind: 'refused', file: count.next(), path, sizeBytes, reason }
}

export function startOf(
  file: number,
  { path, sizeBytes }: ByteSource,
  { recognition, opening }: Recognised
): IntakeEvent {
  const start = { kind: 'start', file, path, sizeBytes, recognition } as const
  const { mapping } = opening.evidence
  if (mapping === undefined) return start
  const withMapping: MappedStart = { ...start, mapping }
  return withMapping
}

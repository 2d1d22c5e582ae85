/** Messages between the main process and the intake process. The intake process never learns a key. */
import type { ColumnMapping, IntakeEvent, IntakeOptions } from '../../shared/domain/draft.ts'
import type { NoPreview, SourcePreview } from '../intake/preview.ts'

export type ToIntake =
  | {
      readonly kind: 'start'
      readonly paths: readonly string[]
      readonly options: IntakeOptions
      /** Files on disk that are passed over: an earlier process has been through them. */
      readonly from: number
    }
  /** Look at the first file of a path and end. */
  | { readonly kind: 'preview'; readonly path: string; readonly options: IntakeOptions }
  /** One batch was stored: another may be sent. */
  | { readonly kind: 'credit' }

/** The start of an HR file tells the column mapping that was used, so that the workspace can remember it. */
export type FileStart = Extract<IntakeEvent, { kind: 'start' }> & { readonly mapping?: ColumnMapping }
export type FileEvent = FileStart | Exclude<IntakeEvent, { kind: 'start' | 'rows' }>

/** A file on disk that is being read; the members of an archive share one. */
export interface IntakePlace {
  readonly index: number
  readonly path: string
  readonly sizeBytes: number
}

export type FromIntake =
  | { readonly kind: 'place'; readonly place: IntakePlace }
  | { readonly kind: 'file'; readonly event: FileEvent }
  | {
      readonly kind: 'batch'
      readonly file: number
      readonly rowsRead: number
      readonly bytesRead: number
      readonly bytes: Uint8Array<ArrayBuffer>
    }
  | { readonly kind: 'preview'; readonly preview: SourcePreview | NoPreview }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly where: string }

/** What an import is made of. */
export type ImportMessage = Extract<FromIntake, { kind: 'file' | 'batch' }>

/** Batches on their way at once: enough to keep both sides busy, few enough to bound the memory between them. */
export const BATCHES_UNDER_WAY = 2

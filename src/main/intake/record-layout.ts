/** A layout of records: what the formats make and recognition and reading use. */
import type { Wrapping } from '../../shared/domain/source.ts'
import type { RowDecoder } from './bytes/text.ts'
import type { RecordSink, Splitter } from './formats/record.ts'

export interface RecordLayout {
  readonly kind: 'records'
  readonly wrapping: Wrapping
  split(decoder: RowDecoder, sink: RecordSink): Splitter
  /** The record that a text holds; undefined where it holds none. */
  parse(text: string): unknown
  /** Set where a record that the head cuts off still shows what it is, because it tells that at its beginning. */
  readonly showsCut?: true
}

/** What recognition sees of a file. */
export interface TextHead {
  /** First bytes of the text in UTF-8. */
  readonly bytes: Buffer
  readonly isWhole: boolean
}

/** A Windows event as every reader of this folder sees it, whatever tool wrote it down. */

export interface WindowsEvent {
  readonly id: number
  readonly provider: string
  readonly channel: string
  readonly computer: string
  /** Number of the record in its log; empty where the tool left it out. */
  readonly recordNumber: string
  /** The first of these that is a time is when the event was written; `isUtc` holds for those without offset. */
  readonly times: readonly { readonly value: unknown; readonly isUtc: boolean }[]
  /** Named data of the event; texts only. */
  readonly data: Readonly<Record<string, string>>
  /** Data without names, in the order of the event's template. */
  readonly values: readonly string[]
  readonly message: string
  /** Everything that may say whether the audit was one of success or failure. */
  readonly keywords: readonly string[]
  /** The account that the log itself names: who wrote the event. */
  readonly account: { readonly domain: string; readonly name: string; readonly sid: string }
}

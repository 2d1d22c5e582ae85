/** Reads the pages of a list until there is enough of it or no more. */
import type { Answered } from './terminal.ts'

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly after: string | null
}

/** Largest page that the contract allows. */
const PAGE_ROWS = 500

/** Up to `limit` rows from `after` on; `after` of the answer leads to the next ones. */
export async function collectPages<Row>(
  limit: number,
  after: string | null,
  ask: (page: { readonly limit: number; readonly after: string | null }) => Promise<Answered<Page<Row>>>
): Promise<Answered<Page<Row>>> {
  const rows: Row[] = []
  let cursor = after
  for (;;) {
    const page = await ask({ limit: Math.min(PAGE_ROWS, limit - rows.length), after: cursor })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    cursor = page.value.after
    if (cursor === null || rows.length >= limit)
      return { ok: true, value: { rows, total: page.value.total, after: cursor } }
  }
}

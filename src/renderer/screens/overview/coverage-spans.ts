/** From which day to which the imported logs of each kind reach, and where nothing is there in between. */
import type { Receipt } from '../../../shared/contract/import.ts'
import { SOURCES, type Source } from '../../../shared/domain/source.ts'

export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

export interface SourceCoverage {
  readonly source: Source
  readonly stretches: readonly Stretch[]
  readonly gaps: readonly Stretch[]
}

const DAY_MS = 86_400_000
/** Nights and weekends leave logs of small organisations empty for as long as this without anything missing. */
const GAP_MS = 3 * DAY_MS

type Spanned = Pick<Receipt, 'source' | 'status' | 'firstAtMs' | 'lastAtMs'>

export function coverageOf(receipts: readonly Spanned[]): readonly SourceCoverage[] {
  return SOURCES.flatMap((source) => {
    const spans = receipts
      .filter((receipt) => receipt.source === source && (receipt.status === 'finished' || receipt.status === 'stopped'))
      .flatMap(({ firstAtMs, lastAtMs }) =>
        firstAtMs === null || lastAtMs === null ? [] : [{ fromMs: firstAtMs, toMs: lastAtMs }]
      )
      .sort((a, b) => a.fromMs - b.fromMs)
    if (spans.length === 0) return []
    const stretches = merge(spans)
    return [{ source, stretches, gaps: gapsBetween(stretches) }]
  })
}

export function wholeSpan(coverage: readonly SourceCoverage[]): Stretch | null {
  const stretches = coverage.flatMap((each) => each.stretches)
  if (stretches.length === 0) return null
  return {
    fromMs: Math.min(...stretches.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...stretches.map(({ toMs }) => toMs))
  }
}

function merge(sorted: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = []
  for (const span of sorted) {
    const last = merged[merged.length - 1]
    if (last !== undefined && span.fromMs - last.toMs <= GAP_MS)
      merged[merged.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) }
    else merged.push(span)
  }
  return merged
}

function gapsBetween(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.slice(1).map(({ fromMs }, index) => ({ fromMs: stretches[index]?.toMs ?? fromMs, toMs: fromMs }))
}

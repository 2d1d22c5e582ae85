/** Sums over several companies, in the words and numbers that the card prints. */
import type { ActorResult, CompanyResult, PublishedDays, PublishedPeople, Ranking } from '../measure/result.ts'

export interface Figures {
  readonly isQuick: boolean
  readonly tuning: readonly CompanyResult[]
  readonly heldOut: readonly CompanyResult[]
  /** Null where the published data do not lie beside the checkout. */
  readonly syntheticCompany: PublishedDays | null
  readonly certLike: PublishedPeople | null
}

export function total(companies: readonly CompanyResult[], of: (company: CompanyResult) => number): number {
  return companies.reduce((sum, company) => sum + of(company), 0)
}

/** Every ranking over all companies, the product first. */
export function sumRankings(companies: readonly CompanyResult[]): readonly Ranking[] {
  const sums = new Map<string, Ranking>()
  for (const { rankings } of companies)
    for (const { name, withinShare, withinTen } of rankings) {
      const before = sums.get(name)
      sums.set(name, {
        name,
        withinShare: withinShare + (before?.withinShare ?? 0),
        withinTen: withinTen + (before?.withinTen ?? 0)
      })
    }
  return [...sums.values()]
}

/** 0.854 as "85.4 %". */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

/** The nearest rank; null of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

export function actorsOf(companies: readonly CompanyResult[]): readonly ActorResult[] {
  return companies.flatMap(({ actors }) => actors)
}

export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

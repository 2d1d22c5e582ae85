/** A product in a temporary folder for as long as some work takes; nothing of it stays. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ResponseOf } from '../../../src/shared/contract/index.ts'
import type { ScoredDay } from './found.ts'
import { openProduct, type Product } from './product.ts'

export async function withProduct<Result>(
  dist: string,
  work: (product: Product, folder: string) => Promise<Result>
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'inward-detection-'))
  try {
    mkdirSync(path.join(folder, 'workspace'))
    const product = await openProduct(folder, dist)
    try {
      return await work(product, folder)
    } finally {
      await product.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type AlertRow = ResponseOf<'alert.list'>['rows'][number]
export type RankedDay = ResponseOf<'person.rank'>[number]

export async function allAlerts(product: Product): Promise<readonly AlertRow[]> {
  const rows: AlertRow[] = []
  for (let after: string | null = null; ;) {
    const page: ResponseOf<'alert.list'> = await product.ask('alert.list', { limit: 500, after })
    rows.push(...page.rows)
    if (page.after === null) return rows
    after = page.after
  }
}

export function allRankedDays(product: Product): Promise<readonly RankedDay[]> {
  return product.ask('person.rank', { from: null, to: null, limit: 100_000 })
}

/** The people of a made or published company behind their pseudonyms: known here only because they are invented. */
export interface Names {
  readonly addressOf: (pseudonym: string) => string | undefined
}

export async function namesOf(product: Product, addresses: readonly string[]): Promise<Names> {
  const known = new Map<string, string>()
  for (const address of addresses) {
    const { pseudonym } = await product.ask('person.find', { identity: address, reason: 'measuring detection' })
    if (pseudonym !== null) known.set(pseudonym, address)
  }
  return { addressOf: (pseudonym) => known.get(pseudonym) }
}

export function scoredDays(ranked: readonly RankedDay[], names: Names): readonly ScoredDay[] {
  return ranked.flatMap(({ pseudonym, date, score }) => {
    const address = names.addressOf(pseudonym)
    return address === undefined ? [] : [{ address, day: dayOf(date), score }]
  })
}

/** Days since 1970-01-01. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

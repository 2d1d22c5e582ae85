/** One company through the product: delivered week by week, ranked at the end, and measured beside the baselines. */
import { rmSync } from 'node:fs'
import type { LabelledDay } from '../actors/plan.ts'
import { rankAll } from '../baselines/baselines.ts'
import type { Size } from '../company/calendar.ts'
import { type Company, makeCompany } from '../company/company.ts'
import { deliver } from '../company/deliver.ts'
import { PRIORITY_DOORS } from '../records/security.ts'
import { readFeatures } from './features.ts'
import { findableWithin, foundWithin, keyOf, type ScoredDay } from './found.ts'
import { createPolicies, type Product } from './product.ts'
import type { ActorResult, AnySeverity, CompanyResult, DecoyResult } from './result.ts'
import {
  type AlertRow,
  allAlerts,
  allRankedDays,
  dayOf,
  type Names,
  namesOf,
  type RankedDay,
  scoredDays,
  withProduct
} from './run-product.ts'

export function runCompany(seed: number, turn: number, size: Size, dist: string): Promise<CompanyResult> {
  const company = makeCompany(seed, turn, size)
  return withProduct(dist, (product, folder) => measure(company, product, folder))
}

/** Highest score of a person's alerts after each delivery in which there is one. */
type Watch = Map<string, { readonly beforeDay: number; readonly score: number }[]>

async function measure(company: Company, product: Product, folder: string): Promise<CompanyResult> {
  const { calendar, people } = company
  const addresses = people.map(({ address }) => address)
  const watch: Watch = new Map()
  let activities = 0
  let rejected = 0
  let names: Names | null = null
  for (const { beforeDay, files } of deliver(company, folder)) {
    const imported = await product.import(files)
    activities += imported.kept
    rejected += imported.rejected
    for (const file of files) rmSync(file)
    if (names === null) {
      await setUp(company, product)
      names = await namesOf(product, addresses)
    }
    note(watch, names, await allAlerts(product), beforeDay)
  }
  // Whoever joined later is known only now.
  const known = await namesOf(product, addresses)
  const ownerOf = ({ pseudonym }: { readonly pseudonym: string }): string => known.addressOf(pseudonym) ?? ''
  const alerts = await allAlerts(product)
  const ranked = await allRankedDays(product)
  const ranking = scoredDays(ranked, known)
  const labels = company.labels.map((label) => ({ ...label, day: calendar.firstDay + label.day }))
  const budget = Math.max(1, Math.round(people.length / 100))
  const decoys = await decoysOf(company, product, alerts, ranking, ownerOf)
  const actors = new Set(labels.map(({ address }) => address))
  const isDecoy = new Set(company.decoys.map(({ address }) => address))
  const others = alerts.filter((alert) => !actors.has(ownerOf(alert)) && !isDecoy.has(ownerOf(alert)))
  const features = await product.inspect((sql) => readFeatures(sql, known.addressOf))
  const of = (severity: AlertRow['severity']) => alerts.filter((alert) => alert.severity === severity).length
  return {
    seed: company.seed,
    people: people.length,
    days: calendar.days,
    activities,
    rejected,
    labels: labels.length,
    budgetOfShare: budget,
    findableWithinShare: findableWithin(labels, budget),
    findableWithinTen: findableWithin(labels, 10),
    rankings: rankAll(ranking, features).map(({ name, scored }) => ({
      name,
      withinShare: foundWithin(scored, labels, budget).length,
      withinTen: foundWithin(scored, labels, 10).length
    })),
    actors: actorsOf({ calendar, ranking, labels, alerts, watch, budget, ownerOf }),
    decoys,
    alerts: { high: of('high'), medium: of('medium'), low: of('low') },
    alertsOf: {
      actors: alerts.filter((alert) => actors.has(ownerOf(alert))).length,
      decoys: alerts.filter((alert) => isDecoy.has(ownerOf(alert))).length,
      others: others.length
    },
    highOfOthers: others.filter(({ severity }) => severity === 'high').length,
    mistaken: mistakenOf(ranked, ownerOf, labels, budget)
  }
}

/** After the first delivery everybody is known: the group, the doors and the policies are set up once. */
async function setUp(company: Company, product: Product): Promise<void> {
  const { group } = await product.ask('group.create', {
    name: 'Priority',
    description: '',
    people: [],
    identities: company.priority.map(({ address }) => address)
  })
  await product.ask('asset.change', { assets: [...PRIORITY_DOORS] })
  await createPolicies(product, group.id)
}

function note(watch: Watch, names: Names, alerts: readonly AlertRow[], beforeDay: number): void {
  for (const [address, score] of highestByPerson(alerts, names)) {
    const seen = watch.get(address)
    if (seen === undefined) watch.set(address, [{ beforeDay, score }])
    else seen.push({ beforeDay, score })
  }
}

function highestByPerson(alerts: readonly AlertRow[], names: Names): ReadonlyMap<string, number> {
  const highest = new Map<string, number>()
  for (const { pseudonym, score } of alerts) {
    const address = names.addressOf(pseudonym)
    if (address !== undefined) highest.set(address, Math.max(score, highest.get(address) ?? 0))
  }
  return highest
}

interface Seen extends Pick<Company, 'calendar'> {
  readonly ranking: readonly ScoredDay[]
  readonly labels: readonly LabelledDay[]
  readonly alerts: readonly AlertRow[]
  readonly watch: Watch
  readonly budget: number
  readonly ownerOf: (alert: AlertRow) => string
}

function actorsOf({ calendar, ranking, labels, alerts, watch, budget, ownerOf }: Seen): ActorResult[] {
  const withinShare = foundWithin(ranking, labels, budget)
  const withinTen = foundWithin(ranking, labels, 10)
  return [...new Set(labels.map(({ address }) => address))].flatMap((address) => {
    const own = labels.filter((label) => label.address === address)
    const [first] = own
    if (first === undefined) return []
    const isOwn = (label: LabelledDay): boolean => label.address === address
    return [
      {
        scenario: first.scenario,
        style: first.style,
        days: own.length,
        foundWithinShare: withinShare.filter(isOwn).length,
        foundWithinTen: withinTen.filter(isOwn).length,
        severity: worstOf(alerts.filter((alert) => ownerOf(alert) === address)),
        delayDays: delayOf(watch.get(address) ?? [], Math.min(...own.map(({ day }) => day)) - calendar.firstDay)
      }
    ]
  })
}

/** An alert that stood there for other reasons before the first labelled day counts from when its score rose. */
function delayOf(history: readonly { readonly beforeDay: number; readonly score: number }[], firstDay: number) {
  const before = history.filter(({ beforeDay }) => beforeDay <= firstDay).at(-1)?.score ?? 0
  const risen = history.find(({ beforeDay, score }) => beforeDay > firstDay && score > before)
  return risen === undefined ? null : risen.beforeDay - firstDay
}

const ORDER = ['none', 'low', 'medium', 'high'] as const

function worstOf(alerts: readonly AlertRow[]): AnySeverity {
  return alerts.reduce<AnySeverity>(
    (worst, { severity }) => (ORDER.indexOf(severity) > ORDER.indexOf(worst) ? severity : worst),
    'none'
  )
}

async function decoysOf(
  { decoys }: Company,
  product: Product,
  alerts: readonly AlertRow[],
  ranking: readonly ScoredDay[],
  ownerOf: (alert: AlertRow) => string
): Promise<DecoyResult[]> {
  const results: DecoyResult[] = []
  for (const { address, kind } of decoys) {
    const own = alerts.filter((alert) => ownerOf(alert) === address)
    const severity = worstOf(own)
    const [strongest] = [...own].sort((one, other) => other.score - one.score || one.id - other.id)
    const factors =
      strongest === undefined || strongest.severity === 'low'
        ? []
        : (await product.ask('alert.show', { id: strongest.id })).factors
    results.push({
      kind,
      severity,
      because: factors.slice(0, 3).map(({ indicator }) => indicator),
      bestDay: ranking.filter((day) => day.address === address).reduce((best, { score }) => Math.max(best, score), 0)
    })
  }
  return results
}

function mistakenOf(
  ranked: readonly RankedDay[],
  ownerOf: (row: RankedDay) => string,
  labels: readonly LabelledDay[],
  budget: number
): Record<string, number> {
  const labelled = new Set(labels.map(keyOf))
  const byDay = new Map<string, RankedDay[]>()
  for (const row of ranked) {
    const rows = byDay.get(row.date)
    if (rows === undefined) byDay.set(row.date, [row])
    else rows.push(row)
  }
  const counts = new Map<string, number>()
  for (const rows of byDay.values())
    for (const row of rows.slice(0, budget)) {
      if (labelled.has(keyOf({ address: ownerOf(row), day: dayOf(row.date) }))) continue
      const strongest = row.insights[0]?.indicator ?? 'none'
      counts.set(strongest, (counts.get(strongest) ?? 0) + 1)
    }
  return Object.fromEntries(
    [...counts].sort(([one, times], [other, others]) => others - times || (one < other ? -1 : 1))
  )
}

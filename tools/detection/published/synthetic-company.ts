/**
 * A published company of 175 people and four weeks, whose answers name each activity of the scenario that takes data out.
 * It tells no departures, so eleven people are said to leave: the one with most of those activities, and ten others.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { rankAll } from '../baselines/baselines.ts'
import { readFeatures } from '../measure/features.ts'
import { findableWithin, foundWithin, keyOf, type PersonDay } from '../measure/found.ts'
import { createPolicies } from '../measure/product.ts'
import type { PublishedDays } from '../measure/result.ts'
import { allAlerts, allRankedDays, dayOf, namesOf, scoredDays, withProduct } from '../measure/run-product.ts'
import { readTable } from './folder.ts'

/** Notice and last working day of those who are said to leave; the scenario's own days lie between. */
const NOTICE = '2026-01-06'
const LAST_DAY = '2026-01-23'

export async function runSyntheticCompany(folder: string, dist: string): Promise<PublishedDays> {
  const employees = readTable(path.join(folder, 'hr/hr_employees.csv')).map((row) => row['UserPrincipalName'] ?? '')
  const known = new Set(employees)
  const answers = readTable(path.join(folder, 'answers/answer-key.csv')).filter(
    (row) => row['scenario'] === 'exfil' && row['file'] === 'office_audit.json' && known.has(row['actor'] ?? '')
  )
  const labels = distinctDays(
    answers.map((row) => ({ address: row['actor'] ?? '', day: dayOf((row['timestamp'] ?? '').slice(0, 10)) }))
  )
  const taker = mostFrequent(labels.map(({ address }) => address))
  const leavers = [taker, ...employees.filter((address) => address !== taker).slice(0, 10)]
  return withProduct(dist, async (product, temporary) => {
    const file = path.join(temporary, 'leavers.csv')
    const rows = leavers.map((address) => `${address},${NOTICE},${LAST_DAY}`)
    writeFileSync(file, ['UserPrincipalName,ResignationDate,LastWorkingDate', ...rows, ''].join('\n'))
    await createPolicies(product, null)
    const { kept } = await product.import([
      path.join(folder, 'events/office_audit.json'),
      path.join(folder, 'events/exchange_message_trace.json'),
      path.join(folder, 'events/entraid_signin.json'),
      path.join(folder, 'hr/hr_employees.csv'),
      file
    ])
    const names = await namesOf(product, employees)
    const ranking = scoredDays(await allRankedDays(product), names)
    const scored = new Set(ranking.map(keyOf))
    const takers = new Set(labels.map(({ address }) => address))
    const highOfOthers = (await allAlerts(product)).filter(
      ({ severity, pseudonym }) => severity === 'high' && !takers.has(names.addressOf(pseudonym) ?? '')
    ).length
    const features = await product.inspect((sql) => readFeatures(sql, names.addressOf))
    const budget = Math.max(1, Math.round(employees.length / 100))
    return {
      people: employees.length,
      activities: kept,
      labels: labels.length,
      unscored: labels.filter((label) => !scored.has(keyOf(label))).length,
      budgetOfShare: budget,
      findableWithinShare: findableWithin(labels, budget),
      highOfOthers,
      rankings: rankAll(ranking, features).map(({ name, scored }) => ({
        name,
        withinShare: foundWithin(scored, labels, budget).length,
        withinTen: foundWithin(scored, labels, 10).length
      }))
    }
  })
}

function distinctDays(days: readonly PersonDay[]): readonly PersonDay[] {
  return [...new Map(days.map((day) => [`${day.address} ${day.day}`, day])).values()]
}

function mostFrequent(names: readonly string[]): string {
  const times = (name: string): number => names.filter((each) => each === name).length
  return [...new Set(names)].sort((one, other) => times(other) - times(one))[0] ?? ''
}

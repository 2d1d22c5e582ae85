/**
 * A published set of device, file, mail, web and logon logs of 50 people in which two are marked. The marks are of people
 * and not of days, so people are ranked by their highest day.
 */
import path from 'node:path'
import { rankAll } from '../baselines/baselines.ts'
import { readFeatures } from '../measure/features.ts'
import { type ScoredDay, shuffled } from '../measure/found.ts'
import { createPolicies } from '../measure/product.ts'
import type { PublishedPeople } from '../measure/result.ts'
import { allRankedDays, namesOf, scoredDays, withProduct } from '../measure/run-product.ts'
import { readTable } from './folder.ts'

const LOGS = ['device.csv', 'email.csv', 'file.csv', 'http.csv', 'logon.csv'] as const

export async function runCertLike(folder: string, dist: string): Promise<PublishedPeople> {
  const people = readTable(path.join(folder, 'cert_r4.2/users.csv'))
  const idOf = (row: (typeof people)[number]): string => row['user'] ?? ''
  const marked = people.filter((row) => row['is_malicious'] === 'True').map(idOf)
  return withProduct(dist, async (product) => {
    await createPolicies(product, null)
    const { kept } = await product.import(LOGS.map((log) => path.join(folder, 'cert_r4.2', log)))
    const names = await namesOf(product, people.map(idOf))
    const ranking = scoredDays(await allRankedDays(product), names)
    const features = await product.inspect((sql) => readFeatures(sql, names.addressOf))
    return {
      people: people.length,
      activities: kept,
      marked: marked.length,
      rankings: rankAll(ranking, features).map(({ name, scored }) => ({
        name,
        places: placesOf(scored, marked),
        amongTen: highest(scored)
          .slice(0, 10)
          .filter(({ address }) => marked.includes(address)).length
      }))
    }
  })
}

function highest(scored: readonly ScoredDay[]): readonly ScoredDay[] {
  return [...scored].sort(
    (one, other) =>
      other.score - one.score || shuffled(`${one.address} ${one.day}`) - shuffled(`${other.address} ${other.day}`)
  )
}

function placesOf(scored: readonly ScoredDay[], marked: readonly string[]): (number | null)[] {
  const order = [...new Set(highest(scored).map(({ address }) => address))]
  return marked.map((address) => {
    const place = order.indexOf(address)
    return place < 0 ? null : place + 1
  })
}

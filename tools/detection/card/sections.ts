/** The sections about the invented companies: what was found, alerts, scenarios, decoys, and what stood in the way. */
import { type CompanyResult, type DecoyResult, OWN_NAME, type Ranking } from '../measure/result.ts'
import { actorsOf, type Figures, groupBy, percent, quantile, sumRankings, table, total } from './figures.ts'

/** What was aimed at before anything was measured. */
const AIM_PERCENT = 85

export function sayBudget({ heldOut, tuning }: Figures): readonly string[] {
  const labels = total(heldOut, (company) => company.labels)
  const own = sumRankings(heldOut).find(({ name }) => name === OWN_NAME)
  const others = sumRankings(heldOut).filter(({ name }) => name !== OWN_NAME)
  const best = others.reduce<Ranking | null>(
    (highest, ranking) => (highest === null || ranking.withinShare > highest.withinShare ? ranking : highest),
    null
  )
  const found = own?.withinShare ?? 0
  const isEnough = 100 * found >= AIM_PERCENT * labels
  const isAhead = others.every(({ withinShare }) => withinShare < found)
  return [
    budgetTable('Held out', heldOut),
    ...(tuning.length > 0 ? [budgetTable('Tuning', tuning)] : []),
    `Aim: at least ${AIM_PERCENT} % within 1 %: ${isEnough ? 'reached' : 'missed'} with ${percent(found, labels)}. ` +
      `Ahead of every baseline on the held-out companies: ${isAhead ? 'yes' : 'no'}; the best of them is ${best?.name ?? 'none'} with ${percent(best?.withinShare ?? 0, labels)}.`
  ]
}

function budgetTable(title: string, companies: readonly CompanyResult[]): string {
  const labels = total(companies, (company) => company.labels)
  const row = (name: string, withinShare: number, withinTen: number) => [
    name,
    withinShare,
    percent(withinShare, labels),
    withinTen,
    percent(withinTen, labels)
  ]
  return table(
    [`${title}: ranking`, `Within 1 %, of ${labels}`, 'Share', 'Within ten', 'Share'],
    [
      ...sumRankings(companies).map(({ name, withinShare, withinTen }) => row(name, withinShare, withinTen)),
      row(
        'at most',
        total(companies, (company) => company.findableWithinShare),
        total(companies, (company) => company.findableWithinTen)
      )
    ]
  )
}

export function sayAlerts(companies: readonly CompanyResult[]): readonly string[] {
  const days = total(companies, (company) => company.days)
  const people = total(companies, (company) => company.people)
  const all = total(companies, ({ alerts }) => alerts.high + alerts.medium + alerts.low)
  const delays = actorsOf(companies).flatMap(({ delayDays }) => delayDays ?? [])
  const never = actorsOf(companies).filter(({ delayDays }) => delayDays === null).length
  const perThousand = (1000 * all * companies.length) / (people * days)
  return [
    table(
      ['Alerts', 'All', 'High', 'Medium', 'Low', 'Of actors', 'Of decoys', 'Of others', 'High of others'],
      companies.map(({ seed, alerts, alertsOf, highOfOthers }) => [
        seed,
        alerts.high + alerts.medium + alerts.low,
        alerts.high,
        alerts.medium,
        alerts.low,
        alertsOf.actors,
        alertsOf.decoys,
        alertsOf.others,
        highOfOthers
      ])
    ),
    `Alerts a day: ${(all / days).toFixed(2)} a company; ${perThousand.toFixed(1)} for a thousand people. An alert is of one ` +
      'person under one policy and grows until it is triaged, which nobody does here.',
    `First alert of an actor: ${sayDelays(delays)}. ${never} of ${actorsOf(companies).length} actors were never in an alert. ` +
      'Days are counted from the first labelled day to the weekly import after which an alert about the person was new or ' +
      'higher than before, so up to six of them are waiting for the import, and waiting for HR to write down a departure is in them.'
  ]
}

function sayDelays(delays: readonly number[]): string {
  if (delays.length === 0) return 'none was raised'
  return `half of them within ${quantile(delays, 0.5) ?? 0} days, nine of ten within ${quantile(delays, 0.9) ?? 0}, the last after ${quantile(delays, 1) ?? 0}`
}

export function sayScenarios(companies: readonly CompanyResult[]): readonly string[] {
  const byStyle = groupBy(actorsOf(companies), ({ scenario, style }) => `${scenario}\n${style}`)
  const rows = [...byStyle]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, actors]) => {
      const sum = (of: (actor: (typeof actors)[number]) => number): number =>
        actors.reduce((whole, actor) => whole + of(actor), 0)
      const days = sum((actor) => actor.days)
      const found = sum((actor) => actor.foundWithinShare)
      return [
        actors[0]?.scenario ?? '',
        actors[0]?.style ?? '',
        actors.length,
        days,
        `${found} (${percent(found, days)})`,
        sum((actor) => actor.foundWithinTen),
        actors.map(({ severity }) => severity).join(', '),
        actors.map(({ delayDays }) => delayDays ?? 'never').join(', ')
      ]
    })
  return [
    table(
      [
        'Scenario',
        'Style',
        'Actors',
        'Labelled',
        'Within 1 %',
        'Within ten',
        'Highest alert',
        'First alert after days'
      ],
      rows
    )
  ]
}

export function sayDecoys(companies: readonly CompanyResult[]): readonly string[] {
  const decoys = companies.flatMap((company) => company.decoys)
  const byKind = groupBy(decoys, ({ kind }) => kind)
  const of = (some: readonly DecoyResult[], severity: DecoyResult['severity']): number =>
    some.filter((decoy) => decoy.severity === severity).length
  const high = of(decoys, 'high')
  return [
    table(
      ['Decoy', 'People', 'No alert', 'Low', 'Medium', 'High', 'Highest day', 'Strongest lines of those in High'],
      [...byKind]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([kind, some]) => [
          kind,
          some.length,
          of(some, 'none'),
          of(some, 'low'),
          of(some, 'medium'),
          of(some, 'high'),
          some.reduce((best, { bestDay }) => Math.max(best, bestDay), 0).toFixed(1),
          mostFrequent(some.filter(({ severity }) => severity === 'high').flatMap(({ because }) => because))
        ])
    ),
    `Aim: no decoy in High: ${high === 0 ? 'reached' : `missed, ${high} of ${decoys.length} are`}. An alert counts everything ` +
      'that its policy looks at over months, so a decoy can be in High for other reasons than its part; the highest day is ' +
      'that of any day of these people.'
  ]
}

function mostFrequent(words: readonly string[]): string {
  return [...groupBy(words, (word) => word)]
    .sort(([one, some], [other, others]) => others.length - some.length || (one < other ? -1 : 1))
    .slice(0, 4)
    .map(([word]) => word)
    .join(', ')
}

export function sayMistaken(companies: readonly CompanyResult[]): readonly string[] {
  const sums = new Map<string, number>()
  for (const { mistaken } of companies)
    for (const [line, times] of Object.entries(mistaken)) sums.set(line, (sums.get(line) ?? 0) + times)
  const all = [...sums.values()].reduce((sum, times) => sum + times, 0)
  const slots = total(companies, ({ days, budgetOfShare }) => days * budgetOfShare)
  return [
    `Of ${slots} places within 1 % over all days, ${all} were taken by person-days that are not labelled; most of them would be ` +
      'empty or taken by others anyway, since on most days nobody acts. Their strongest lines:',
    table(
      ['Strongest line', 'Person-days', 'Share'],
      [...sums]
        .sort(([one, times], [other, others]) => others - times || (one < other ? -1 : 1))
        .slice(0, 12)
        .map(([line, times]) => [line, times, percent(times, all)])
    )
  ]
}

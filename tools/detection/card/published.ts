/** The section about published data with answers, or that there are none here. */
import { OWN_NAME, type PublishedDays, type PublishedPeople } from '../measure/result.ts'
import { type Figures, percent, table } from './figures.ts'

export function sayPublished({ isQuick, syntheticCompany, certLike }: Figures): readonly string[] {
  if (isQuick) return ['Left out of the quick form.']
  return [
    '### synthetic-company',
    ...(syntheticCompany === null ? [MISSING] : sayDays(syntheticCompany)),
    '### kruxshnx-cert-like',
    ...(certLike === null ? [MISSING] : sayPeople(certLike))
  ]
}

const MISSING = 'Not measured: the published data do not lie beside the checkout (`../shared/data`).'

function sayDays(result: PublishedDays): readonly string[] {
  const { people, activities, labels, unscored, budgetOfShare, findableWithinShare, rankings, highOfOthers } = result
  return [
    `${people} people, four weeks, ${activities} activities; audit log, message trace, sign-ins, staff list. ${labels} person-days are ` +
      `labelled: those on which the answers name an activity of the scenario that takes data out. The data tell no departure, so ` +
      `eleven people are said to leave, the one with most of these days and ten others. The budget of 1 % is ${budgetOfShare} a day, ` +
      `with which ${findableWithinShare} can be found. ${unscored} of the days have no score in Inward: ` +
      `no policy has their people in scope, or no indicator counts what was done; the baselines score every day of everybody. High alerts of others: ${highOfOthers}.`,
    table(
      ['Ranking', 'Within 1 %', 'Share', 'Within ten', 'Share'],
      rankings.map(({ name, withinShare, withinTen }) => [
        name,
        withinShare,
        percent(withinShare, labels),
        withinTen,
        percent(withinTen, labels)
      ])
    ),
    sayAhead(rankings)
  ]
}

/** The invented companies are the product's own ground; here it has to be said as well. */
function sayAhead(rankings: PublishedDays['rankings']): string {
  const own = rankings.find(({ name }) => name === OWN_NAME)?.withinShare ?? 0
  const better = rankings.filter(({ name, withinShare }) => name !== OWN_NAME && withinShare >= own)
  return better.length === 0
    ? 'Ahead of every baseline within 1 %: yes.'
    : `Ahead of every baseline within 1 %: no; not behind it are ${better.map(({ name }) => name).join(', ')}.`
}

function sayPeople({ people, activities, marked, rankings }: PublishedPeople): readonly string[] {
  return [
    `${people} people, three months, ${activities} activities of device, file, mail, web and logon logs; ${marked} people are marked, ` +
      'no days. People are ranked by their highest day.',
    table(
      ['Ranking', 'Places of the marked people', 'Of the ten highest person-days, theirs'],
      rankings.map(({ name, places, amongTen }) => [
        name,
        places.map((place) => place ?? 'not scored').join(', '),
        amongTen
      ])
    )
  ]
}

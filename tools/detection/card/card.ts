/** The detection card as Markdown. The same figures give the same text; it names no date, no machine and no time it took. */
import { type Figures, table, total } from './figures.ts'
import { sayPublished } from './published.ts'
import { sayAlerts, sayBudget, sayDecoys, sayMistaken, sayScenarios } from './sections.ts'

export function writeCard(figures: Figures): string {
  const { heldOut, tuning } = figures
  return [
    '# Detection card',
    'Made by `npm run detection`; not to be edited. It says how much of what it should find the product finds, on companies ' +
      'whose answers are known, and how well simple methods do on the same numbers.',
    ...(figures.isQuick
      ? ['**This is the quick form: one small company, for the test. Its figures prove nothing.**']
      : []),
    '## What was measured',
    WHAT,
    companiesTable('Held out', heldOut),
    ...(tuning.length > 0 ? [companiesTable('Tuning', tuning)] : []),
    CHOSEN,
    '## Found within a daily budget',
    BUDGET,
    ...sayBudget(figures),
    '## Alerts',
    ...sayAlerts(heldOut),
    '## By scenario',
    ...sayScenarios(heldOut),
    '## Decoys',
    ...sayDecoys(heldOut),
    '## What filled the budget instead',
    ...sayMistaken(heldOut),
    '## Published data',
    ...sayPublished(figures),
    '## What this cannot say',
    LIMITS,
    ''
  ].join('\n\n')
}

const WHAT = `Each company is invented from a seed: people in ten departments with paces, shifts, part-time weeks, holidays,
absences, newcomers and leavers; audit records of Microsoft 365, device records, alerts of Defender, rules against data
loss, doors, and the five kinds of HR records. Each holds all eight scenarios, two of them twice, in styles that differ
from company to company, and decoys: people who look as if and have a good reason. What an actor does for the scenario is
labelled as a person-day, however small it is; ordinary work goes on around it.

The companies go through the product itself: encrypted workspace, import week by week, group of priority and two doors of
priority set up as an administrator would, all eight policies as their templates come, every other setting as it is in a
new workspace. The ranking is that of \`inward rank\` after the last import.`

const CHOSEN = `Thresholds stand in the data files of indicators, sequences and templates, each with its reason. Where one was
changed because of figures, they were those of the tuning companies. The figures of this card are of the held-out
companies, which have other seeds; nothing is chosen by looking at them, and no threshold at all by looking at single people.`

const BUDGET = `Every day somebody looks at the few person-days that stand highest on that day. A labelled person-day counts as found
when it is among them. *1 %* is one hundredth of the people, rounded, so two or three a day; *ten* is ten a day, whatever the
size. What can be found at most is less than all where more people than the budget act on one day.

The baselines see what the indicators counted: one row a person-day, one column an indicator. *Random* shuffles; *volume* is
the sum; *own z-score* adds up the squares of how many deviations each count is above the person's own other days;
*principal components* takes what is left of a day after the strongest directions that say nine tenths of all days;
*isolation forest* has 200 trees of 256 days. They see no HR records, no sequences and no thirty days, which the product
does.`

const LIMITS = `- The companies are invented by those who built the product. They hold what was thought of; real people do what was not.
- The ordinary noise was set to what is plausible, not measured in an organisation, and was made quieter twice after looks at
  a tuning company: people sent ninety attachments on a day, and everybody packed an archive a month. More noise, or less,
  moves every figure, those of the product and of the baselines.
- Half of the private addresses bear their owner's names and half do not; what share does in an organisation was not
  measured. Who wrote the indicator of such addresses had read how the companies are made.
- One person in twenty-five acts against the company here. In reality it is far fewer, so the share of alerts that are
  about actors says little about a real queue.
- Ranks are looked at after the last import, when triggers that came later had brought people into scope. On the day itself
  somebody who has not resigned yet is not seen by a policy about leavers; the delay of the first alert says how long that takes.
- The published companies are made as well, and small. What is found there is a check of the readers more than of the scores.`

function companiesTable(title: string, companies: Figures['heldOut']): string {
  const rows = companies.map(({ seed, people, days, activities, labels, actors, decoys }) => [
    seed,
    people,
    days,
    activities,
    actors.length,
    labels,
    decoys.length
  ])
  const sums = [
    'all',
    total(companies, ({ people }) => people),
    total(companies, ({ days }) => days),
    total(companies, ({ activities }) => activities),
    total(companies, ({ actors }) => actors.length),
    total(companies, ({ labels }) => labels),
    total(companies, ({ decoys }) => decoys.length)
  ]
  return table(
    [`${title}: seed`, 'People', 'Days', 'Activities', 'Actors', 'Labelled person-days', 'Decoys'],
    companies.length > 1 ? [...rows, sums] : rows
  )
}

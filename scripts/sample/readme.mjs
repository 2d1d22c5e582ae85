/** The page that goes with the sample: what is in it, how it was made, how many rows each file has. It does not tell who the takers are. */
import { days } from './calendar.mjs'
import { tenant } from './company.mjs'
/** @import { World } from './world.mjs' */

/** @typedef {{file: string, wrapping: string, rows: number, broken: number}} Count */

/** @param {World} world @param {readonly Count[]} counts @param {number} distinct */
export function readmeOf(world, counts, distinct) {
  const sum = (/** @type {'rows' | 'broken'} */ field) => counts.reduce((total, count) => total + count[field], 0)
  const repeated = sum('rows') - sum('broken') - distinct
  return `# Sample data: ${tenant.name}

Eight weeks (${days[0]} to ${days.at(-1)}, UTC) of a company that does not exist: ${world.people.length} invented people, nine departments, four
countries. Every name, address, file and message is made up; the domains and network addresses are reserved ones, and the tenant's hosts
are fictional.

Made by \`node scripts/sample/make.mjs --seed ${world.seed}\`, the same byte for byte on every run. Do not edit by hand: a test makes it again and compares.

| file | what | rows | of them broken |
|---|---|---|---|
${counts.map(({ file, wrapping, rows, broken }) => `| ${file} | ${wrapping} | ${rows} | ${broken} |`).join('\n')}
| together | | ${sum('rows')} | ${sum('broken')} |

- ${distinct} different audit records; ${repeated} rows repeat one of them, within a file or in another one. The broken rows are there on purpose: a
  record cut off (one per text export), a CSV row without its AuditData (two, one of them a repeat by its Identity), a record without an operation.
- \`hr/leavers.csv\`: resignations and terminations. \`hr/hr-combined.csv\`: the same kind of data with a column HRScenario, plus
  stressors and some profiles. \`hr/profiles.xlsx\`: everybody's title, department, country, manager, hire date.
- \`mail/\` and \`documents/\`: a little content for a case.
- Priority content is the site \`${tenant.sharePoint}/sites/Turbine-Designs\`.
- \`answers.json\` is for tests only: it names who takes data and who only looks like it. Do not import it, and do not read it before trying.
`
}

/** What boosters ask of people beside their activities: earlier violations, groups, and whether much hangs on them. */
import type { Standing } from '../../shared/domain/evaluation.ts'
import { integer, text, textOrNull } from './columns.ts'
import { leadingWordOf } from './leading-titles.ts'
import type { Sql } from './sql.ts'

export const NO_STANDING: Standing = { violations: 0, isInPriorityGroup: false, highImpact: null }

/** Of everybody of whom there is anything to say; `NO_STANDING` holds for the others. One look at each table. */
export function standings(main: Sql): ReadonlyMap<number, Standing> {
  const found = new Map<number, Standing>()
  const say = (personId: number, part: Partial<Standing>): void => {
    found.set(personId, { ...(found.get(personId) ?? NO_STANDING), ...part })
  }
  for (const row of main.all(VIOLATIONS)) say(integer(row, 'person_id'), { violations: integer(row, 'violations') })
  for (const row of main.all(MEMBERS)) say(integer(row, 'person_id'), { isInPriorityGroup: true })
  const reports = new Map(main.all(REPORTS).map((row) => [integer(row, 'manager_id'), integer(row, 'people')]))
  const words = new Map<string, string | null>()
  for (const row of main.all("SELECT id, title FROM person WHERE title IS NOT NULL AND kind = 'person'")) {
    const title = text(row, 'title')
    if (!words.has(title)) words.set(title, leadingWordOf(title))
    const highImpact = sayImpact(reports.get(integer(row, 'id')) ?? 0, words.get(title) ?? null)
    if (highImpact !== null) say(integer(row, 'id'), { highImpact })
    reports.delete(integer(row, 'id'))
  }
  for (const [personId, people] of reports) say(personId, { highImpact: sayImpact(people, null) })
  return found
}

/** Of one person; for many people ask `standings`. */
export function standingOf(main: Sql, personId: number): Standing {
  const row = main.get('SELECT title FROM person WHERE id = ?', [personId])
  const title = row === undefined ? null : textOrNull(row, 'title')
  const people = main.number('SELECT count(*) FROM person WHERE manager_id = ?', [personId])
  return {
    violations: main.number(
      "SELECT count(DISTINCT c.id) FROM alert a JOIN case_file c ON c.id = a.case_id WHERE a.person_id = ? AND c.resolution = 'violation'",
      [personId]
    ),
    isInPriorityGroup:
      main.number(
        'SELECT count(*) FROM priority_member m JOIN priority_group g ON g.id = m.group_id WHERE m.person_id = ? AND g.deleted_ms IS NULL',
        [personId]
      ) > 0,
    highImpact: sayImpact(people, title === null ? null : leadingWordOf(title))
  }
}

/**
 * A team has about this many people, so that somebody with fewer reports leads a pair or a project; more would leave out
 * heads of small departments.
 */
const LEADS_FROM = 5

const VIOLATIONS =
  "SELECT a.person_id, count(DISTINCT c.id) AS violations FROM case_file c JOIN alert a ON a.case_id = c.id WHERE c.resolution = 'violation' GROUP BY 1"
const MEMBERS =
  'SELECT DISTINCT m.person_id FROM priority_member m JOIN priority_group g ON g.id = m.group_id WHERE g.deleted_ms IS NULL'
const REPORTS = `SELECT manager_id, count(*) AS people FROM person WHERE manager_id IS NOT NULL GROUP BY 1 HAVING count(*) >= ${String(LEADS_FROM)}`

/** Says the word of the closed list and never the title, which can hold a name. */
function sayImpact(reports: number, leadingWord: string | null): string | null {
  const parts = [
    ...(reports >= LEADS_FROM ? [`${String(reports)} people report to this person`] : []),
    ...(leadingWord === null ? [] : [`the title names a leading role (${leadingWord})`])
  ]
  return parts.length === 0 ? null : parts.join(', and ')
}

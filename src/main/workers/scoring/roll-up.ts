/** Brings everybody's daily counts up to date: for whom something came or went, from that day on. */
import type { DayCount } from '../../../shared/domain/evaluation.ts'
import { startOfDay } from '../../policy/calendar.ts'
import { personThirtyDays } from '../../policy/cumulative.ts'
import { rollUp } from '../../policy/rollup.ts'
import { personMedians } from '../../policy/usual.ts'
import { listAssets } from '../../store/assets.ts'
import { integer } from '../../store/columns.ts'
import { forgetPersonDays, personDays, replacePersonDays } from '../../store/day-counts.ts'
import { readClass, readFacts } from '../../store/fact-blocks.ts'
import { forgetFirstUses, noteFirstUses, peopleOfSharedAddress } from '../../store/rollups.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import type { Sql } from '../../store/sql.ts'
import { ownDomains } from '../lenses.ts'
import { type ScoringContext, scoringContext } from './context.ts'

/** Runs each step inside a transaction of its own, so that other changes need not wait for the end. */
export type InSteps = <Item>(items: Iterable<Item>, work: (item: Item) => void) => Promise<void>

/** Activities looked at. */
export async function rollUpDue(context: ScoringContext, inSteps: InSteps): Promise<number> {
  const { main } = context.view
  await inSteps([null], () => {
    startAnewWhenChanged(context)
  })
  const due = readDue(main)
  if (due.length === 0) return 0
  const shared = await noteUses(context, due, inSteps)
  const all = [...due, ...shared]
  // Addresses and countries that are new to somebody are known only now.
  const fresh = scoringContext(context.view, context.asOfMs)
  let activities = 0
  await inSteps(all, (person) => {
    activities += rollUpPerson(fresh, person)
    main.run('DELETE FROM person_due WHERE person_id = ?', [person.personId])
  })
  return activities
}

interface Due {
  readonly personId: number
  readonly fromMs: number
}

function readDue(main: Sql): readonly Due[] {
  return main
    .all(
      "SELECT d.person_id, d.from_ms FROM person_due d JOIN person p ON p.id = d.person_id WHERE p.kind = 'person' ORDER BY 1"
    )
    .map((row) => ({ personId: integer(row, 'person_id'), fromMs: integer(row, 'from_ms') }))
}

/** Whatever shapes the counts of everybody; when it changes all are made anew. */
function startAnewWhenChanged({ view, catalogue, settings }: ScoringContext): void {
  const { main } = view
  const { domains, exclusions, alertStates } = settings
  const madeWith = JSON.stringify([
    catalogue.hash,
    ownDomains(view),
    domains,
    exclusions,
    alertStates,
    listAssets(view),
    readSetting(main, 'timezone')
  ])
  if (readSetting(main, 'rolledUpWith') === madeWith) return
  forgetPersonDays(main)
  forgetFirstUses(main)
  main.run('DELETE FROM person_due')
  main.run('INSERT INTO person_due (person_id, from_ms) SELECT id, ? FROM person', [Number.MIN_SAFE_INTEGER])
  writeSetting(main, 'rolledUpWith', madeWith)
}

/** First uses of addresses and countries; gives others for whom an address is no longer a new one. */
async function noteUses({ view }: ScoringContext, due: readonly Due[], inSteps: InSteps): Promise<readonly Due[]> {
  const { main } = view
  const countries = new Map<number, number>()
  const countryOf = (classId: number): number => {
    let country = countries.get(classId)
    if (country === undefined) countries.set(classId, (country = readClass(main, classId).country_id))
    return country
  }
  const newUsers = new Map<number, number>()
  await inSteps(due, ({ personId, fromMs }) => {
    const facts = readFacts(main, personId, fromMs, Number.MAX_SAFE_INTEGER)
    for (const address of noteFirstUses(main, personId, facts, countryOf))
      newUsers.set(address, (newUsers.get(address) ?? 0) + 1)
  })
  const known = new Set(due.map(({ personId }) => personId))
  const others = new Set<number>()
  for (const [address, users] of newUsers)
    for (const personId of peopleOfSharedAddress(main, address, users)) if (!known.has(personId)) others.add(personId)
  return [...others].map((personId) => ({ personId, fromMs: Number.MIN_SAFE_INTEGER }))
}

function rollUpPerson(context: ScoringContext, { personId, fromMs }: Due): number {
  const { view, dayOf, match, catalogue, facts } = context
  const fromDay = fromMs === Number.MIN_SAFE_INTEGER ? Number.MIN_SAFE_INTEGER : dayOf(fromMs)
  const sinceMs = fromMs === Number.MIN_SAFE_INTEGER ? fromMs : startOfDay(fromDay, dayOf)
  const found = facts.ofPerson(personId, sinceMs, Number.MAX_SAFE_INTEGER)
  const before = personDays(view.main, personId)
  const earlier: readonly DayCount[] = before?.counts.filter(({ day }) => day < fromDay) ?? []
  const counts = [...earlier, ...rollUp(found, match, dayOf)]
  const hadAlerts = before?.hasAlerts === true && earlier.length > 0
  replacePersonDays(view.main, {
    personId,
    counts,
    medians: personMedians(counts, catalogue),
    thirtyDays: personThirtyDays(counts, catalogue),
    hasAlerts: hadAlerts || found.some(({ alertSeverity }) => alertSeverity !== 'none')
  })
  return found.length
}

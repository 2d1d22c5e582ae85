/** Activities as policies see them: pseudonymous facts, without any text that could hold a name. */
import type { ActivityFacts, Destination, HrFact } from '../../shared/domain/evaluation.ts'
import { HR_EVENT_KINDS } from '../../shared/domain/draft.ts'
import { actorKindCode, alertSeverityCode, exposureCode, itemTypeCode, labelChangeCode, outcomeCode } from './codes.ts'
import { integer, integerOrNull, oneOf, text, textOrNull } from './columns.ts'
import type { Sql, SqlRow } from './sql.ts'

/** How the numbers of the store become facts: what is outside, what has priority, which addresses are new. */
export interface FactLenses {
  readonly destinationOf: (domainSetId: number) => Destination
  readonly isPriority: (activityId: number, siteId: number | null, extension: string) => boolean
  /** First use of an address that hardly anybody else uses, by this person; null when the address is not of that kind. */
  readonly newAddressSinceMs: (personId: number, addressId: number) => number | null
}

/** For how long after its first use an address counts as new: long enough to see what it was used for. */
const NEW_ADDRESS_MS = 30 * 86_400_000

const SELECT =
  'SELECT a.*, w.text AS workload, o.text AS operation, e.text AS extension FROM activity a JOIN word w ON w.id = a.workload_id ' +
  'JOIN word o ON o.id = a.operation_id LEFT JOIN word e ON e.id = a.extension_id'

/** In order of time. `fromMs` is included, `toMs` is not. */
export function factsOfPerson(
  sql: Sql,
  personId: number,
  fromMs: number,
  toMs: number,
  lenses: FactLenses
): readonly ActivityFacts[] {
  return sql
    .all(`${SELECT} WHERE a.person_id = ? AND a.at_ms >= ? AND a.at_ms < ? ORDER BY a.at_ms, a.id`, [
      personId,
      fromMs,
      toMs
    ])
    .map((row) => factOf(row, personId, lenses))
}

/** Facts of single activities, for the list that shows them; activities of no person have none. */
export function factsOfActivities(sql: Sql, ids: readonly number[], lenses: FactLenses): readonly ActivityFacts[] {
  return sql
    .all(`${SELECT} WHERE a.id IN (SELECT value FROM json_each(?)) AND a.person_id IS NOT NULL`, [JSON.stringify(ids)])
    .map((row) => factOf(row, integer(row, 'person_id'), lenses))
}

function factOf(row: SqlRow, personId: number, lenses: FactLenses): ActivityFacts {
  const domainSetId = integerOrNull(row, 'domain_set_id')
  const addressId = integerOrNull(row, 'address_id')
  const extension = textOrNull(row, 'extension') ?? ''
  const atMs = integer(row, 'at_ms')
  const newSinceMs = addressId === null ? null : lenses.newAddressSinceMs(personId, addressId)
  const exposure = exposureCode.decode(integer(row, 'exposure'))
  const destination = domainSetId === null ? 'none' : lenses.destinationOf(domainSetId)
  return {
    id: integer(row, 'id'),
    atMs,
    workload: text(row, 'workload'),
    operation: text(row, 'operation'),
    actorKind: actorKindCode.decode(integer(row, 'actor_kind')),
    outcome: outcomeCode.decode(integer(row, 'outcome')),
    itemType: itemTypeCode.decode(integer(row, 'item_type')),
    extension,
    itemKey: integerOrNull(row, 'item_key'),
    newItemKey: integerOrNull(row, 'new_item_key'),
    // A source may call a colleague of an own second domain a guest: the organisation's domains decide.
    exposure: exposure === 'guest' && destination === 'inside' ? 'inside' : exposure,
    labelChange: labelChangeCode.decode(integer(row, 'label_change')),
    alertSeverity: alertSeverityCode.decode(integer(row, 'alert_severity')),
    destination,
    isOwnSite: integer(row, 'is_own_site') === 1,
    isPriority: lenses.isPriority(integer(row, 'id'), integerOrNull(row, 'site_id'), extension),
    isNewAddress: newSinceMs !== null && atMs < newSinceMs + NEW_ADDRESS_MS,
    sizeBytes: integer(row, 'size_bytes'),
    itemCount: integer(row, 'item_count')
  }
}

/**
 * A directory often repeats a departure by its last day only. Where a notice with the same last day is known, that is the
 * event, and the echo is left out. So is a leaving between two snapshots where a record tells a departure in that time; a
 * day more before it, because zones count days differently.
 */
const HR_EVENTS =
  'SELECT e.kind, e.at_ms, e.last_day_ms, c.earlier_day, c.later_day FROM hr_event e LEFT JOIN comparison c ON c.import_id = e.import_id AND e.raw_block_id IS NULL ' +
  'WHERE e.person_id = ? AND NOT (e.at_ms = e.last_day_ms AND EXISTS ' +
  '(SELECT 1 FROM hr_event n WHERE n.person_id = e.person_id AND n.last_day_ms = e.last_day_ms AND n.at_ms < e.at_ms)) ' +
  "AND NOT (c.import_id IS NOT NULL AND e.kind = 'termination' AND EXISTS (SELECT 1 FROM hr_event n WHERE n.person_id = e.person_id " +
  "AND n.raw_block_id IS NOT NULL AND n.kind IN ('resignation', 'termination') " +
  'AND coalesce(n.last_day_ms, n.at_ms) BETWEEN (c.earlier_day - 1) * 86400000 AND e.at_ms)) ORDER BY e.at_ms, e.id'

export function hrFactsOf(sql: Sql, personId: number): readonly HrFact[] {
  return sql.all(HR_EVENTS, [personId]).map((row) => ({
    kind: oneOf(row, 'kind', HR_EVENT_KINDS),
    atMs: integer(row, 'at_ms'),
    lastDayMs: integerOrNull(row, 'last_day_ms'),
    between:
      row['later_day'] === null
        ? null
        : { earlierDay: integer(row, 'earlier_day'), laterDay: integer(row, 'later_day') }
  }))
}

export function accountDeletionsOf(sql: Sql, personId: number): readonly number[] {
  return sql
    .all('SELECT at_ms FROM account_deletion WHERE person_id = ? ORDER BY at_ms', [personId])
    .map((row) => integer(row, 'at_ms'))
}

/** People whom one of the triggers can have brought into scope. */
export function peopleWithTriggers(sql: Sql): readonly number[] {
  return sql
    .all(
      "SELECT person_id FROM hr_event WHERE kind IN ('resignation', 'termination') UNION SELECT person_id FROM account_deletion ORDER BY 1"
    )
    .map((row) => integer(row, 'person_id'))
}

/** Persons (not guests) with activities stored after `afterId`, and the time of the earliest of those. */
export function peopleWithNewActivities(sql: Sql, afterId: number): readonly { personId: number; fromMs: number }[] {
  return sql
    .all(
      "SELECT a.person_id, min(a.at_ms) AS from_ms FROM activity a JOIN person p ON p.id = a.person_id WHERE a.id > ? AND p.kind = 'person' GROUP BY 1 ORDER BY 1",
      [afterId]
    )
    .map((row) => ({ personId: integer(row, 'person_id'), fromMs: integer(row, 'from_ms') }))
}

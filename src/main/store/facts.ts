/** Activities as policies see them: pseudonymous facts, without any text that could hold a name. */
import type { ActivityFacts, Destination, HrFact } from '../../shared/domain/evaluation.ts'
import { HR_EVENT_KINDS } from '../../shared/domain/draft.ts'
import {
  actorKindCode,
  alertSeverityCode,
  alertStateCode,
  exposureCode,
  itemTypeCode,
  labelChangeCode,
  outcomeCode
} from './codes.ts'
import { integer, integerOrNull, oneOf, text } from './columns.ts'
import { factOfRow, type FactClass, PACKED_COLUMNS, type PackedFact, readClass, readFacts } from './fact-blocks.ts'
import type { Sql } from './sql.ts'

/** What the numbers of a class stand for. */
export type ClassFacts = Pick<
  ActivityFacts,
  | 'workload'
  | 'operation'
  | 'extension'
  | 'actorKind'
  | 'outcome'
  | 'itemType'
  | 'exposure'
  | 'labelChange'
  | 'alertSeverity'
  | 'alertState'
  | 'topic'
  | 'isOwnSite'
  | 'isLabelled'
> & { readonly countryId: number; readonly labelId: number; readonly sensitiveSetId: number }

/** How the numbers of the store become facts: what is outside, what has priority, which addresses are new. */
export interface FactLenses {
  readonly destinationOf: (domainSetId: number) => Destination
  readonly isThirdParty: (domainSetId: number) => boolean
  readonly isSensitive: (sensitiveSetId: number) => boolean
  readonly isPriority: (fact: PackedFact, of: ClassFacts) => boolean
  readonly isExcluded: (fact: PackedFact, of: ClassFacts) => boolean
  readonly isPriorityAsset: (fact: PackedFact, of: ClassFacts) => boolean
  readonly isOffHours: (atMs: number) => boolean
  readonly ofPerson: (personId: number) => PersonLenses
}

export interface PersonLenses {
  /** First use of an address that hardly anybody else uses; undefined when the address is not of that kind. */
  readonly newAddresses: ReadonlyMap<number, number>
  /** First activity in each country that the person came to later. */
  readonly newCountries: ReadonlyMap<number, number>
  /** End of the last working day; null for who has not left. */
  readonly leftMs: number | null
}

/** For how long after its first use an address or a country counts as new: long enough to see what it was used for. */
const NEW_FOR_MS = 30 * 86_400_000

export interface FactReader {
  /** In order of time. `fromMs` is included, `toMs` is not. */
  ofPerson(personId: number, fromMs: number, toMs: number): readonly ActivityFacts[]
  /** Facts of single activities, for the list that shows them; activities of no person have none. */
  ofActivities(ids: readonly number[]): readonly ActivityFacts[]
}

export function factReader(sql: Sql, lenses: FactLenses): FactReader {
  const classes = new Map<number, ClassFacts>()
  const classOf = (id: number): ClassFacts => {
    let found = classes.get(id)
    if (found === undefined) classes.set(id, (found = decodeClass(sql, readClass(sql, id))))
    return found
  }
  return {
    ofPerson: (personId, fromMs, toMs) => {
      const person = lenses.ofPerson(personId)
      return readFacts(sql, personId, fromMs, toMs).map((fact) => factOf(fact, classOf(fact.classId), person, lenses))
    },
    ofActivities: (ids) =>
      sql
        .all(`${PACKED_COLUMNS} WHERE id IN (SELECT value FROM json_each(?)) AND person_id IS NOT NULL`, [
          JSON.stringify(ids)
        ])
        .map((row) => {
          const { fact, of } = factOfRow(row)
          return factOf(fact, decodeClass(sql, of), lenses.ofPerson(integer(row, 'person_id')), lenses)
        })
  }
}

function decodeClass(sql: Sql, of: FactClass): ClassFacts {
  const word = (id: number): string => {
    const row = id === 0 ? undefined : sql.get('SELECT text FROM word WHERE id = ?', [id])
    return row === undefined ? '' : text(row, 'text')
  }
  return {
    workload: word(of.workload_id),
    operation: word(of.operation_id),
    extension: word(of.extension_id),
    actorKind: actorKindCode.decode(of.actor_kind),
    outcome: outcomeCode.decode(of.outcome),
    itemType: itemTypeCode.decode(of.item_type),
    exposure: exposureCode.decode(of.exposure),
    labelChange: labelChangeCode.decode(of.label_change),
    alertSeverity: alertSeverityCode.decode(of.alert_severity),
    alertState: alertStateCode.decode(of.alert_state),
    topic: word(of.topic_id),
    isOwnSite: of.is_own_site === 1,
    isLabelled: of.label_id !== 0,
    countryId: of.country_id,
    labelId: of.label_id,
    sensitiveSetId: of.sensitive_set_id
  }
}

function factOf(fact: PackedFact, of: ClassFacts, person: PersonLenses, lenses: FactLenses): ActivityFacts {
  const { atMs, domainSetId, addressId } = fact
  const addressSinceMs = addressId === null ? undefined : person.newAddresses.get(addressId)
  const countrySinceMs = of.countryId === 0 ? undefined : person.newCountries.get(of.countryId)
  const destination = domainSetId === null ? 'none' : lenses.destinationOf(domainSetId)
  return {
    id: fact.id,
    atMs,
    workload: of.workload,
    operation: of.operation,
    actorKind: of.actorKind,
    outcome: of.outcome,
    itemType: of.itemType,
    extension: of.extension,
    itemKey: fact.itemKey,
    newItemKey: fact.newItemKey,
    // A source may call a colleague of an own second domain a guest: the organisation's domains decide.
    exposure: of.exposure === 'guest' && destination === 'inside' ? 'inside' : of.exposure,
    labelChange: of.labelChange,
    alertSeverity: of.alertSeverity,
    alertState: of.alertState,
    topic: of.topic,
    destination,
    isOwnSite: of.isOwnSite,
    isPriority: lenses.isPriority(fact, of),
    isNewAddress: addressSinceMs !== undefined && atMs < addressSinceMs + NEW_FOR_MS,
    isNewCountry: countrySinceMs !== undefined && atMs < countrySinceMs + NEW_FOR_MS,
    isLabelled: of.isLabelled,
    isSensitive: of.sensitiveSetId !== 0 && lenses.isSensitive(of.sensitiveSetId),
    isOffHours: lenses.isOffHours(atMs),
    isAfterLeaving: person.leftMs !== null && atMs > person.leftMs,
    isPriorityAsset: lenses.isPriorityAsset(fact, of),
    isThirdParty: domainSetId !== null && lenses.isThirdParty(domainSetId),
    isExcluded: lenses.isExcluded(fact, of),
    sizeBytes: fact.sizeBytes,
    itemCount: fact.itemCount
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

/**
 * What the store holds that policies stand on: departures, stressors, alerts of other products, devices, badges, and how
 * fresh each is. Looked up once for each state of the store. Counts and codes only.
 */
import type { AlertSeverity, AlertState } from '../../../shared/domain/draft.ts'
import type { Source } from '../../../shared/domain/source.ts'
import { DLP_TOPIC } from '../../policy/trigger.ts'
import { actorKindCode, alertSeverityCode, alertStateCode } from '../../store/codes.ts'
import { integer, text, textOrNull } from '../../store/columns.ts'
import { CLASS_COLUMNS } from '../../store/fact-blocks.ts'
import type { Sql } from '../../store/sql.ts'
import { perState } from './per-state.ts'

export interface Evidence {
  /** Persons, without guests. */
  readonly people: number
  readonly hasActivities: boolean
  readonly hasDeviceActivities: boolean
  readonly hasBadgeActivities: boolean
  readonly departures: number
  readonly deletions: number
  readonly stressors: number
  /** Severities of alerts of data-loss prevention that name a person. */
  readonly dlpSeverities: ReadonlySet<AlertSeverity>
  /** Severities and states of alerts of security products that name a person. */
  readonly securityAlerts: readonly { readonly severity: AlertSeverity; readonly state: AlertState }[]
  /** Days by which the newest activity is later than the last import that could tell of the event; null without one. */
  readonly departuresSilentDays: number | null
  readonly stressorsSilentDays: number | null
}

const DAY_MS = 86_400_000

const DEPARTURES = ['resignation', 'termination']
const STRESSORS = ['performance-review', 'improvement-plan', 'job-level-change']

/** Workloads of records that a person's device wrote, whichever product collected them. */
const DEVICE_WORKLOADS = new Set([
  'endpoint',
  'endpoint file',
  'defender for endpoint',
  'removable media',
  'device log',
  'device logon',
  'sysmon'
])
const DEVICE_SOURCES: ReadonlySet<string> = new Set<Source>(['device-log', 'windows-event'])

function isDeviceWorkload(workload: string): boolean {
  const lower = workload.toLowerCase()
  return DEVICE_WORKLOADS.has(lower) || lower.startsWith('windows ')
}

export const evidenceOf = perState(({ sql }) => gather(sql))

function gather(sql: Sql): Evidence {
  const seen = sql
    .all(
      'SELECT DISTINCT i.source, w.text AS workload FROM import_count c JOIN import i ON i.id = c.import_id JOIN word w ON w.id = c.workload_id'
    )
    .map((row) => ({ source: row['source'], workload: text(row, 'workload') }))
  const alerts = alertsOfPeople(sql)
  const security = alerts.filter(({ isDlp }) => !isDlp)
  const newestMs = newestActivityMs(sql)
  return {
    people: sql.number("SELECT count(*) FROM person WHERE kind = 'person'"),
    hasActivities: seen.length > 0,
    hasDeviceActivities: seen.some(
      ({ source, workload }) =>
        DEVICE_SOURCES.has(String(source)) ||
        // An alert about a device is no log of it.
        (source !== 'security-alert' && isDeviceWorkload(workload))
    ),
    hasBadgeActivities: seen.some(({ source, workload }) => source === 'badge' || workload === 'Badge'),
    departures: countEvents(sql, DEPARTURES),
    deletions: sql.number('SELECT count(*) FROM account_deletion'),
    stressors: countEvents(sql, STRESSORS),
    dlpSeverities: new Set(alerts.filter(({ isDlp }) => isDlp).map(({ severity }) => severity)),
    securityAlerts: security,
    departuresSilentDays: silentDays(sql, ['hr', 'directory'], DEPARTURES, newestMs),
    stressorsSilentDays: silentDays(sql, ['hr'], STRESSORS, newestMs)
  }
}

function countEvents(sql: Sql, kinds: readonly string[]): number {
  return sql.number('SELECT count(*) FROM hr_event WHERE kind IN (SELECT value FROM json_each(?))', [
    JSON.stringify(kinds)
  ])
}

/** Files of the human-resources department name days to come; what people did ends with the newest log. */
function newestActivityMs(sql: Sql): number | null {
  const row = sql.get(
    "SELECT max(last_at_ms) AS newest FROM import WHERE kept > 0 AND source NOT IN ('hr', 'directory') AND status IN ('finished', 'stopped')"
  )
  const newest = row?.['newest']
  return typeof newest === 'number' ? newest : null
}

/** A file tells of its events as of its import: when the logs go on for long after it, nobody has looked since. */
function silentDays(
  sql: Sql,
  sources: readonly Source[],
  kinds: readonly string[],
  newestMs: number | null
): number | null {
  const row = sql.get(
    "SELECT max(started_ms) AS last FROM import WHERE status IN ('finished', 'stopped') AND kept + duplicate > 0 " +
      'AND (source IN (SELECT value FROM json_each(?)) OR id IN (SELECT import_id FROM hr_event WHERE kind IN (SELECT value FROM json_each(?))))',
    [JSON.stringify(sources), JSON.stringify(kinds)]
  )
  const last = row?.['last']
  if (typeof last !== 'number' || newestMs === null) return null
  return Math.max(0, Math.floor((newestMs - last) / DAY_MS))
}

interface StoredAlert {
  readonly isDlp: boolean
  readonly severity: AlertSeverity
  readonly state: AlertState
}

/**
 * Combinations of kind, severity and state among alerts that name a person. The classes of packed facts are few and
 * tell at once where there is none; an undo leaves classes behind, so what they tell is looked for among the activities.
 */
function alertsOfPeople(sql: Sql): readonly StoredAlert[] {
  const hasAlertClass = sql
    .all('SELECT parts FROM fact_class')
    .some((row) => text(row, 'parts').split(' ')[CLASS_COLUMNS.indexOf('alert_severity')] !== '0')
  if (!hasAlertClass) return []
  return sql
    .all(
      'SELECT DISTINCT t.text AS topic, a.alert_severity, a.alert_state FROM activity a LEFT JOIN word t ON t.id = a.topic_id ' +
        'WHERE a.alert_severity > 0 AND a.actor_kind = ? AND a.person_id IS NOT NULL',
      [actorKindCode.encode('person')]
    )
    .map((row) => ({
      isDlp: textOrNull(row, 'topic') === DLP_TOPIC,
      severity: alertSeverityCode.decode(integer(row, 'alert_severity')),
      state: alertStateCode.decode(integer(row, 'alert_state'))
    }))
}

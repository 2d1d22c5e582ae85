/** What an event, alert or incident of Netskope is about: what the alert found, else what kind of site it was. */
import { boundedNames } from '../bounded.ts'
import { type Fields, isFields, listOf, textOf, trimmed } from '../field.ts'
import { knownSiteTopicOf, siteTopicOf } from '../site-topic.ts'
import { knownAlertTopicOf, topicWordsOf } from '../topic.ts'

export function topicOf(record: Fields, isAlert: boolean): string {
  if (record['dlp_match_info'] !== undefined) return 'data-loss-prevention'
  return (isAlert ? alertTopic(record) : '') || siteTopic(record)
}

function alertTopic(record: Fields): string {
  const kind = topicWordsOf(trimmed(record['alert_type']))
  switch (kind) {
    case 'malsite':
      return knownSiteTopicOf(textsIn(record['malsite_category'])) || 'malware-site'
    case 'uba':
    case 'anomaly':
      return (
        ANOMALIES.find(([, pattern]) => pattern.test(anomalyOf(record)))?.[0] ??
        knownAlertTopicOf('', anomalyOf(record))
      )
    case 'policy':
    case '':
      return ''
    default:
      return knownAlertTopicOf(kind, '')
  }
}

/** Names of anomalies under fields that differ between versions, in our words. */
function anomalyOf(record: Fields): string {
  const named = [record['alert_name'], record['policy'], record['event_type'], record['title']]
  return topicWordsOf(named.map(trimmed).filter(Boolean).join(' '))
}

const ANOMALIES: readonly (readonly [topic: string, pattern: RegExp])[] = [
  ['mass-download', /(?:bulk|spike|large|abnormal)-.*download|bulk-download/],
  ['mass-deletion', /(?:bulk|spike|large|abnormal)-.*delet/],
  ['multiple-failed-logins', /(?:bulk|spike|multiple|many)-.*failed-log|failed-log.*(?:spike|bulk)/],
  ['impossible-travel', /proximity|impossible/],
  ['infrequent-country', /(?:risky|rare|new|unusual)-countr/],
  ['exfiltration', /exfiltrat|(?:bulk|spike|large|abnormal)-.*upload/]
]

/** Whole gateways pass an application that the organisation runs itself; visiting it is no visit to such a site. */
function siteTopic(record: Fields): string {
  if (trimmed(record['managed_app']).toLowerCase() === 'yes' || record['audit_log_event'] !== undefined) return ''
  const own = [...textsIn(record['category']), ...textsIn(record['appcategory'])]
  // Lists that the organisation made stand among the further ones, so those count only where the table knows them.
  return knownSiteTopicOf([...own, ...textsIn(record['other_categories'])]) || siteTopicOf(own)
}

function textsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value)
    ? value
    : typeof value === 'string' && value.startsWith('[')
      ? listOf(value)
      : [value]
  return list.map(textOf).filter((text) => text.trim() !== '')
}

/** Profiles name what they look for; a rule does where no profile is named. */
export function sensitiveTypesOf(record: Fields): readonly string[] {
  const found = [trimmed(record['dlp_profile']) || trimmed(record['dlp_rule'])]
  for (const match of listOf(record['dlp_match_info'])) {
    if (!isFields(match)) continue
    const profile = trimmed(match['dlp_profile_name']) || trimmed(match['dlp_profile'])
    const rules = listOf(match['dlp_rules']).filter(isFields)
    found.push(...(profile !== '' ? [profile] : rules.map((rule) => trimmed(rule['dlp_rule_name']))))
  }
  return boundedNames(found)
}

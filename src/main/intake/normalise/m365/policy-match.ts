/**
 * What the rules of a data-loss policy found in an item: how grave, how much, and under which name. Records of messages,
 * of files and of devices carry it alike.
 */
import type { AlertSeverity } from '../../../../shared/domain/draft.ts'
import { boundedNames } from '../bounded.ts'
import { type Fields, fieldsOf, isFields, listOf, numberOf, trimmed } from '../field.ts'
import type { Filling } from '../filling.ts'
import { graver, severityOf } from '../severity.ts'

export interface PolicyMatch {
  readonly severity: AlertSeverity
  /** Pieces of sensitive information, as the rule that found most of them counts. */
  readonly findings: number
  /** Policy and rule, the gravest first; empty where neither has a name. */
  readonly title: string
  /** Kinds of sensitive information that any rule found, by name where the record names them. */
  readonly sensitiveTypes: readonly string[]
}

/** Null where the record tells of no rule. */
export function policyMatchOf(record: Fields): PolicyMatch | null {
  const [first, ...others] = listOf(record['PolicyDetails']).flatMap((policy) =>
    isFields(policy) ? rulesOf(policy) : []
  )
  if (first === undefined) return null
  return others.reduce((match, rule) => {
    const isGraver = match.severity !== rule.severity && graver(match.severity, rule.severity) === rule.severity
    return {
      severity: isGraver ? rule.severity : match.severity,
      findings: Math.max(match.findings, rule.findings),
      title: isGraver ? rule.title : match.title,
      sensitiveTypes: [...new Set([...match.sensitiveTypes, ...rule.sensitiveTypes])]
    }
  }, first)
}

/** A match that is taken back is no second alert. */
export function fillPolicyMatch(draft: Filling, match: PolicyMatch | null): void {
  if (match !== null && match.sensitiveTypes.length > 0)
    draft.sensitiveTypes = boundedNames([...draft.sensitiveTypes, ...match.sensitiveTypes])
  if (draft.operation !== 'DlpRuleMatch') return
  draft.topic = 'data-loss-prevention'
  if (match === null) return
  draft.alertSeverity = match.severity
  draft.itemCount = Math.max(1, match.findings)
}

function rulesOf(policy: Fields): readonly PolicyMatch[] {
  return listOf(policy['Rules'])
    .filter(isFields)
    .map((rule) => {
      const conditions = fieldsOf(rule['ConditionsMatched'])
      return {
        severity: severityOf(rule['Severity']),
        findings: findingsOf(conditions),
        title: [policy['PolicyName'], rule['RuleName']].map(trimmed).filter(Boolean).join(': '),
        sensitiveTypes: sensitiveTypesIn(conditions?.['SensitiveInformation'])
      }
    })
}

/** Names of kinds under the spellings of the services, else their ids. The text that was found is never read. */
const TYPE_FIELDS = [
  'SensitiveInformationTypeName',
  'SensitiveInfoTypeName',
  'Name',
  'SensitiveType',
  'SensitiveInfoTypeId',
  'ClassificationId'
] as const

export function sensitiveTypesIn(list: unknown): readonly string[] {
  if (list === undefined || list === null) return []
  return boundedNames(
    listOf(list)
      .filter(isFields)
      .map((found) => TYPE_FIELDS.map((field) => trimmed(found[field])).find((name) => name !== '') ?? '')
  )
}

/** Several rules find the same text, so counts are added within one rule only. */
function findingsOf(conditions: Fields | null): number {
  let findings = 0
  for (const found of listOf(conditions?.['SensitiveInformation']))
    if (isFields(found)) findings += Math.max(0, numberOf(found['Count']) ?? 0)
  return findings
}

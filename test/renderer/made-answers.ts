/** A small workspace of invented people, as the engine would answer about it. */
import { AuditEntry } from '../../src/shared/contract/audit.ts'
import { ASSETS, BOOSTERS, FINDINGS, GROUPS, INDICATORS, SEQUENCES, SETTINGS } from './made-catalogue.ts'
import type { MadeDeskOptions } from './made-desk.ts'
import { COVERAGE, KNOWN_FILE } from './made-intake.ts'
import { hashOf, HOUR_MS, NOW_MS, PEOPLE } from './made-people.ts'
import { policyAnswers } from './made-policies.ts'
import { LEDGER } from './made-reveals.ts'
import { ALERTS, CASE, CASES, IDLE, PERSON_ROWS, receipt, RECEIPTS } from './made-records.ts'
import { madeActivities, madeStory } from './made-story.ts'

type Answers = NonNullable<MadeDeskOptions['answers']>

const ACTIONS = [
  'workspace.unlock',
  'import.start',
  'policy.create',
  'alert.confirm',
  'case.note',
  'export.case',
  'alert.dismiss',
  'person.find'
] as const
const ENTRIES: readonly AuditEntry[] = Array.from({ length: 60 }, (_, index) =>
  AuditEntry.parse({
    seq: 60 - index,
    atMs: NOW_MS - index * 3.3 * HOUR_MS,
    operator: index % 3 === 0 ? 'bob' : 'alice',
    roles: ['analyst', 'investigator'],
    action: ACTIONS[index % ACTIONS.length],
    objectType: ['workspace', 'import', 'policy', 'alert', 'case', 'case', 'alert', 'person'][index % ACTIONS.length],
    objectId: String(index % 9),
    caseId: index % ACTIONS.length === 4 ? 1 : null,
    outcome: index === 7 ? 'refused' : 'done',
    details: index % 2 === 0 ? { rows: 1200 + index, files: 3 } : {},
    previousHash: hashOf(59 - index),
    hash: hashOf(60 - index)
  })
)

const page = <Row>(rows: readonly Row[], limit: number, after: string | null) => {
  const from = after === null ? 0 : Number(after)
  const next = from + limit
  return { rows: rows.slice(from, next), total: rows.length, after: next < rows.length ? String(next) : null }
}

/** Every answer of the small workspace; a test replaces those that it is about. */
const CHECKPOINT = {
  text: 'inward/made\n60\nq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=\nkey inward/made+01020304+AQID\n\n\u2014 inward/made AQIDBA==\n',
  size: 60,
  root: 'ab'.repeat(32),
  verifierKey: 'inward/made+01020304+AQID'
}

export function madeAnswers(): Answers {
  const activities = madeActivities(260)
  return {
    'workspace.runtime': () => ({
      version: '0.1.0',
      electron: '33.2.1',
      isOfficialRuntime: false,
      sandbox: true,
      notes: ['This build runs on the test runtime; it must not be handed to users.']
    }),
    'operator.list': () => [
      { name: 'alice', roles: ['admin', 'analyst', 'investigator', 'auditor'], status: 'active', lastSeenMs: NOW_MS },
      { name: 'bob', roles: ['approver'], status: 'active', lastSeenMs: null }
    ],
    'import.list': ({ limit, after }) => page(RECEIPTS, limit, after),
    'import.show': ({ id }) => RECEIPTS.find((each) => each.id === id) ?? receipt(id, {}),
    'import.rejected': ({ limit, after }) =>
      page(
        Array.from({ length: 14 }, (_, index) => ({
          ordinal: 120 * (index + 1),
          line: 120 * (index + 1) + 1,
          byteOffset: 70_312 * (index + 1),
          reason: 'AuditData is not JSON: it ends inside of a text.',
          excerpt: '{"CreationTime":"2025-03-02T11:04:00","Operation":"FileDown'
        })),
        limit,
        after
      ),
    'import.progress': () => IDLE,
    'import.coverage': () => COVERAGE,
    'import.preview': () => KNOWN_FILE,
    'import.again': () => ({ ticket: 'ticket-again', file: 'doors-march.csv' }),
    'alert.list': ({ limit, after, status }) =>
      page(
        ALERTS.filter((each) => status === null || each.status === status),
        limit,
        after
      ),
    'alert.counts': () => ({
      byStatus: { 'needs-review': 9, confirmed: 3, dismissed: 22, resolved: 2 },
      toReviewBySeverity: { high: 2, medium: 4, low: 3 }
    }),
    'activity.list': ({ limit, after }) => page(activities, limit, after),
    'activity.raw': ({ id }) => ({
      id,
      raw: JSON.stringify({
        CreationTime: '2025-03-12T12:40:11',
        Operation: 'SharingInvitationCreated',
        UserId: 'ANON-4K7Q-2M',
        TargetUserOrGroupName: 'EXTERNAL-7F',
        Id: id
      })
    }),
    'activity.timeline': () => madeStory(),
    'person.list': () => [...PERSON_ROWS],
    'case.list': ({ status }) => CASES.filter((each) => status === null || each.status === status),
    'case.show': () => CASE,
    'reveal.list': ({ caseId }) => LEDGER.filter((each) => caseId === null || each.caseId === caseId),
    ...policyAnswers,
    'policy.indicators': () => [...INDICATORS],
    'policy.sequences': () => [...SEQUENCES],
    'policy.boosters': () => [...BOOSTERS],
    'setting.show': () => ({ settings: SETTINGS, inferredDomains: ['tenant.example', 'mail.tenant.example'] }),
    'setting.change': ({ settings }) => settings,
    'group.list': () => [...GROUPS],
    'group.members': ({ id }) => (id === 1 ? [...PEOPLE] : []),
    'asset.list': () => [...ASSETS],
    'asset.change': ({ assets }) => assets,
    'analytics.run': () => ({ findings: [...FINDINGS], people: 412, days: 92 }),
    'audit.list': ({ limit, after, action }) =>
      page(
        ENTRIES.filter((each) => action === null || each.action === action),
        limit,
        after
      ),
    'audit.verify': () => ({ ok: true, checked: 60, problems: [] }),
    'audit.checkpoint': () => CHECKPOINT
  }
}

export const answersWith = (change: Answers): Answers => ({ ...madeAnswers(), ...change })

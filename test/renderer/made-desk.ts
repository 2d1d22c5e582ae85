/**
 * A desk made by hand for the window's tests: keeps alerts in memory, decides and undoes. Every request and every
 * answer goes through the contract's own schemas, so a fixture that the engine could never send fails the test.
 */
import type { AlertRow, AlertStatus } from '../../src/shared/contract/alert.ts'
import type { Bridge } from '../../src/shared/contract/bridge.ts'
import {
  contract,
  type Changed,
  type Noun,
  type OperationName,
  type ParsedRequestOf
} from '../../src/shared/contract/index.ts'
import type { Failure, FailureCode } from '../../src/shared/contract/operation.ts'
import type { WorkspaceState } from '../../src/shared/contract/workspace.ts'
import { madeDetail, madeRow, NOON_MS } from './made-alerts.ts'

type Answers = { readonly [Name in OperationName]?: (request: ParsedRequestOf<Name>) => unknown }

export interface MadeDesk extends Bridge {
  readonly asked: { readonly name: string; readonly request: unknown }[]
  readonly alerts: () => readonly AlertRow[]
  /** The next call of this operation is refused with this sentence. */
  refuseNext(name: OperationName, code: FailureCode, sentence: string): void
  announce(...nouns: Noun[]): void
}

export interface MadeDeskOptions {
  readonly alerts?: readonly AlertRow[]
  readonly workspace?: Partial<WorkspaceState>
  readonly answers?: Answers
}

export const PASSPHRASE = 'four quiet herons wait here'

export function makeDesk({
  alerts: given = Array.from({ length: 8 }, (_, index) => madeRow(index)),
  workspace: change = {},
  answers = {}
}: MadeDeskOptions = {}): MadeDesk {
  let alerts = [...given]
  let workspace: WorkspaceState = {
    state: 'open',
    name: 'Spring review',
    operator: 'alice',
    roles: ['admin', 'analyst', 'investigator', 'auditor'],
    timezone: 'Europe/Berlin',
    counts: { alertsToReview: 14, activeCases: 3, imports: 6, people: 412, activities: 184_220 },
    ...change
  }
  const undoable: { readonly before: readonly AlertRow[] }[] = []
  const asked: { name: string; request: unknown }[] = []
  const listeners = new Set<(changed: Changed) => void>()
  const refusals = new Map<string, Failure>()
  const replace = (rows: readonly AlertRow[]) => {
    const byId = new Map(rows.map((row) => [row.id, row]))
    alerts = alerts.map((row) => byId.get(row.id) ?? row)
  }
  const decide = (ids: readonly number[], decided: Partial<AlertRow>) => {
    const before = alerts.filter(({ id }) => ids.includes(id))
    const after = before.map((row) => ({ ...row, ...decided }))
    undoable.push({ before })
    replace(after)
    return after
  }
  const own: Answers = {
    'workspace.state': () => ({
      ...workspace,
      counts: { ...workspace.counts, alertsToReview: alerts.filter(({ status }) => status === 'needs-review').length }
    }),
    'workspace.runtime': () => ({
      version: '0.1.0',
      electron: '33.2.1',
      isOfficialRuntime: false,
      sandbox: true,
      notes: []
    }),
    'workspace.choose': ({ purpose }) => ({
      name: 'Spring review',
      holds: purpose === 'create' ? 'nothing' : 'workspace'
    }),
    'workspace.unlock': ({ passphrase }) =>
      passphrase === PASSPHRASE
        ? open()
        : refusal('wrong-passphrase', 'The passphrase does not open this workspace. Nothing was changed.'),
    'workspace.create': () => open(),
    'workspace.lock': () => (workspace = { ...workspace, state: 'locked', operator: null, roles: [] }),
    'workspace.timezone': ({ timezone }) => (workspace = { ...workspace, timezone }),
    'operator.list': () => [
      { name: 'alice', roles: ['admin', 'analyst', 'investigator'], status: 'active', lastSeenMs: NOON_MS }
    ],
    'operator.add': ({ name, roles }) => ({ name, roles }),
    'alert.counts': () => ({
      byStatus: {
        'needs-review': countOf('needs-review'),
        confirmed: countOf('confirmed'),
        dismissed: countOf('dismissed'),
        resolved: countOf('resolved')
      },
      toReviewBySeverity: { high: 4, medium: 7, low: 3 }
    }),
    'alert.list': ({ status, severity, policyId, search, sort, limit, after }) => {
      const found = alerts
        .filter(
          (row) =>
            (status === null || row.status === status) &&
            (severity === null || row.severity === severity) &&
            (policyId === null || row.policyId === policyId)
        )
        .filter((row) => `${row.pseudonym} ${row.policy} ${row.topFactor}`.toLowerCase().includes(search.toLowerCase()))
        .sort((one, other) => (sort === 'detected' ? other.detectedMs - one.detectedMs : other.score - one.score))
      const from = after === null ? 0 : Number(after)
      const rows = found.slice(from, from + limit)
      return { rows, total: found.length, after: from + rows.length < found.length ? String(from + rows.length) : null }
    },
    'alert.show': ({ id }) => {
      const row = alerts.find((each) => each.id === id)
      return row === undefined ? refusal('not-found', 'There is no alert of this number.') : madeDetail(row)
    },
    'alert.dismiss': ({ ids }) => decide(ids, { status: 'dismissed' }),
    'alert.confirm': ({ ids, into }) => {
      const caseId = 'caseId' in into ? into.caseId : 9
      const caseName = 'newCase' in into ? into.newCase : 'Hand-over of the north project'
      return { alerts: decide(ids, { status: 'confirmed', caseId, caseName, caseStatus: 'active' }), caseId }
    },
    'alert.undoLast': () => {
      const last = undoable.pop()
      if (last === undefined) return refusal('conflict', 'There is no decision of yours left to undo.')
      replace(last.before)
      return {
        alerts: last.before,
        says: last.before.length === 1 ? 'Decision taken back.' : `Decision on ${last.before.length} alerts taken back.`
      }
    },
    'policy.list': () =>
      [1, 2, 3].map((id) => ({
        id,
        name: madeRow(id - 1).policy,
        template: 'general-data-leaks',
        status: 'on',
        version: 1,
        createdMs: NOON_MS,
        health: [],
        inScope: 12,
        activeAlerts: 3,
        confirmedAlerts: 1,
        decidedAlerts: 2
      })),
    'case.list': () => [
      {
        id: 4,
        name: 'Hand-over of the north project',
        status: 'active',
        resolution: null,
        people: [madeRow(2).pseudonym],
        alerts: 1,
        notes: 2,
        highestScore: 71,
        openedMs: NOON_MS,
        updatedMs: NOON_MS,
        updatedBy: 'alice'
      }
    ],
    'activity.list': () => ({ rows: [], total: 0, after: null }),
    ...answers
  }
  const countOf = (status: AlertStatus) => alerts.filter((row) => row.status === status).length
  function open() {
    workspace = { ...workspace, state: 'open', operator: 'alice', roles: ['admin', 'analyst', 'investigator'] }
    return workspace
  }
  return {
    asked,
    alerts: () => alerts,
    refuseNext: (name, code, sentence) => void refusals.set(name, refusal(code, sentence)),
    announce: (...nouns) => listeners.forEach((listener) => listener({ nouns })),
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    invoke: (name, request) => new Promise((settle) => settle(answerTo(name, request)))
  }

  function answerTo(name: string, request: unknown): unknown {
    const { request: requestShape, response: responseShape } = contract[name as OperationName]
    const parsed = requestShape.parse(request)
    asked.push({ name, request: parsed })
    const refused = refusals.get(name)
    refusals.delete(name)
    if (refused !== undefined) return refused
    const answer = own[name as OperationName] as ((request: unknown) => unknown) | undefined
    if (answer === undefined) return refusal('unknown-operation', `This desk has no answer for ${name}.`)
    const value = answer(parsed)
    if (isRefusal(value)) return value
    return { ok: true, value: responseShape.parse(value) }
  }
}

export function refusal(code: FailureCode, sentence: string): Failure {
  return { ok: false, code, sentence, incident: 'made-1' }
}

// A verification says `ok: false` too, but a refusal alone has an incident.
const isRefusal = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'incident' in value

/** An alert on the newest person, over the whole of March 2026, in the state that a test needs. */
import { type AlertContent, raiseAlert } from '../../src/main/store/alerts.ts'
import { marksOn } from '../../src/main/store/alert-marks.ts'
import { decide } from '../../src/main/store/decisions.ts'
import { addPolicy } from '../../src/main/store/policies.ts'
import { PolicyDefinition } from '../../src/shared/domain/policy.ts'
import type { TestStore } from './workspace.ts'

export const DEFINITION = PolicyDefinition.parse({
  template: 'data-theft-by-departing-users',
  triggers: ['hr-resignation'],
  indicators: [],
  thresholds: {},
  sequences: [],
  boosters: { unusualForPerson: true, priorityContent: true },
  priorityContent: { sites: [], extensions: [], keywords: [] },
  windows: { lookBackDays: 90, activationDays: 30 },
  alertLine: 15
})

export function raiseOn({ store }: TestStore, status: 'needs-review' | 'dismissed'): void {
  if (store.main.number('SELECT count(*) FROM policy') === 0)
    addPolicy(store, { name: 'Leavers', definition: DEFINITION, operator: 'ada', atMs: 1 })
  const content: AlertContent = {
    policyId: 1,
    personId: store.main.number('SELECT max(id) FROM person'),
    score: 40,
    detectedMs: 1000,
    policyVersion: 1,
    catalogueHash: 'ab',
    lastDay: 10,
    topFactor: '3 files downloaded',
    body: {
      factors: [
        {
          kind: 'insight',
          indicator: 'sharepoint-download',
          name: 'Downloading',
          category: 'collection',
          date: '2026-03-02',
          fromMs: Date.UTC(2026, 2, 1),
          toMs: Date.UTC(2026, 2, 31),
          count: 3,
          distinctItems: 3,
          usual: null,
          peersUsual: null,
          level: 1,
          points: 40,
          strength: 40,
          boosters: [],
          says: '3 files downloaded',
          steps: []
        }
      ],
      triggers: [],
      windowFromMs: 0,
      windowToMs: 1,
      checked: [],
      arithmetic: 'Score 40'
    }
  }
  raiseAlert(store.main, content, 1)
  if (status === 'needs-review') return
  const id = store.main.number('SELECT max(id) FROM alert')
  decide(store, [id], {
    kind: 'dismiss',
    operator: 'ada',
    atMs: 5,
    reason: 'other',
    comment: '',
    caseId: null,
    openedCase: false
  })
}

/** Alerts that bear a mark, and the marks. */
export function findMarked({ store }: TestStore): readonly { status: unknown; importId: number; operator: string }[] {
  return store.main.all('SELECT id, status FROM alert ORDER BY id').flatMap((row) =>
    marksOn(store.main, Number(row['id'])).map(({ importId, operator }) => ({
      status: row['status'],
      importId,
      operator
    }))
  )
}

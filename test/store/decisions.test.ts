import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { raiseAlert, triagedUpTo, withdrawAlert, type AlertContent } from '../../src/main/store/alerts.ts'
import { addNote, closeCase, openCase } from '../../src/main/store/cases.ts'
import { decide, lastDecisionOf, undoDecision } from '../../src/main/store/decisions.ts'
import { inTransaction } from '../../src/main/store/open.ts'
import { addPolicy } from '../../src/main/store/policies.ts'
import { DEFINITION } from './decided.ts'
import { activity, batch, importBatch, newStore, type TestStore } from './workspace.ts'

function content(score: number, lastDay: number): AlertContent {
  return {
    policyId: 1,
    personId: 1,
    score,
    detectedMs: 1000,
    policyVersion: 1,
    catalogueHash: 'ab',
    lastDay,
    topFactor: '3 files downloaded',
    body: {
      factors: [],
      triggers: [],
      windowFromMs: 0,
      windowToMs: 1,
      checked: [],
      arithmetic: `Score ${String(score)}`
    }
  }
}

const DISMISSAL = {
  kind: 'dismiss',
  operator: 'ada',
  atMs: 5,
  reason: 'other',
  comment: 'known',
  caseId: null,
  openedCase: false
} as const

describe('decisions on alerts', () => {
  let test: TestStore
  const statusOf = (id: number): unknown =>
    test.store.main.get('SELECT status FROM alert WHERE id = ?', [id])?.['status']
  beforeEach(() => {
    test = newStore()
    importBatch(test, batch({ activities: [activity(1)] }))
    addPolicy(test.store, { name: 'Leavers', definition: DEFINITION, operator: 'ada', atMs: 1 })
    raiseAlert(test.store.main, content(40, 10), 1)
  })
  afterEach(() => {
    test.remove()
  })

  it('let one open alert of a person and policy grow instead of raising a second', () => {
    expect(raiseAlert(test.store.main, content(40, 10), 2)).toBe('same')
    expect(raiseAlert(test.store.main, content(80, 11), 3)).toBe('updated')
    expect(test.store.main.number('SELECT count(*) FROM alert')).toBe(1)
    expect(test.store.main.get('SELECT severity FROM alert')).toEqual({ severity: 'high' })
  })

  it('dismiss, remember how far the alert counted, and undo', () => {
    expect(decide(test.store, [1], DISMISSAL)).toBe(1)
    expect(statusOf(1)).toBe('dismissed')
    expect(triagedUpTo(test.store.main, 1, 1)).toBe(10)
    expect(decide(test.store, [1], DISMISSAL)).toBe('already-triaged')
    expect(lastDecisionOf(test.store.main, 'ada')).toEqual({ kind: 'dismiss', alertIds: [1] })
    expect(undoDecision(test.store, 1, 6)).toEqual({ caseId: null, decisionId: 1 })
    expect(statusOf(1)).toBe('needs-review')
    expect(triagedUpTo(test.store.main, 1, 1)).toBeNull()
    expect(undoDecision(test.store, 1, 7)).toBe('nothing-to-undo')
    expect(lastDecisionOf(test.store.main, 'ada')).toBeNull()
  })

  it('are all or none when one alert of several cannot be decided', () => {
    expect(decide(test.store, [1, 99], DISMISSAL)).toBe('not-found')
    expect(statusOf(1)).toBe('needs-review')
  })

  it('are not undone into a second open alert', () => {
    decide(test.store, [1], DISMISSAL)
    raiseAlert(test.store.main, content(50, 20), 8)
    expect(undoDecision(test.store, 1, 9)).toBe('newer-alert-open')
  })

  it('keep a triaged alert when its reasons are withdrawn, and drop an open one', () => {
    decide(test.store, [1], DISMISSAL)
    raiseAlert(test.store.main, content(50, 20), 8)
    withdrawAlert(test.store.main, 1, 1)
    expect(test.store.main.number('SELECT count(*) FROM alert')).toBe(1)
    expect(statusOf(1)).toBe('dismissed')
  })

  it('follow the alert into its case and its resolution', () => {
    const caseId = inTransaction(test.store, () => openCase(test.store, 'First case', 'ada', 2))
    decide(test.store, [1], { ...DISMISSAL, kind: 'confirm', caseId, openedCase: true })
    expect(statusOf(1)).toBe('confirmed')
    addNote(test.store, { caseId, kind: 'note', text: 'Seen.', operator: 'ada', atMs: 3 })
    expect(() => test.store.main.run('DELETE FROM note')).toThrow('append-only')
    decide(test.store, [1], { ...DISMISSAL, kind: 'resolve', caseId })
    closeCase(test.store.main, caseId, 'benign', 'ada', 4)
    expect(statusOf(1)).toBe('resolved')
  })
})

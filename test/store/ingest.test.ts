import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReader } from '../../src/main/store/open.ts'
import { findReceipt, listRejected, stopUnfinished } from '../../src/main/store/imports.ts'
import { listActivities } from '../../src/main/store/activities.ts'
import { activity, batch, importBatch, newStore, resignation, type TestStore, undo } from './workspace.ts'

const EVERYTHING = { personId: null, fromMs: null, toMs: null, importId: null, source: null, operations: null }

describe('storing drafts', () => {
  let test: TestStore
  beforeEach(() => {
    test = newStore()
  })
  afterEach(() => {
    test.remove()
  })

  it('gives back every field as it came, under a pseudonym', () => {
    const draft = activity(7, {
      newFileName: 'holiday.jpg',
      subject: 'a subject',
      targets: ['one@example.com', 'two@example.net'],
      targetDomains: ['example.net', 'example.com'],
      exposure: 'guest',
      labelChange: 'removed',
      alertSeverity: 'high',
      device: 'LAPTOP-7',
      sizeBytes: 4096,
      itemCount: 3
    })
    importBatch(test, batch({ activities: [draft] }))
    const reader = openReader(test.folder, test.keys)
    const [stored] = listActivities(reader, EVERYTHING, 10, null)
    reader.close()
    expect(stored).toMatchObject({
      atMs: draft.atMs,
      workload: 'SharePoint',
      operation: 'FileDownloaded',
      path: draft.path,
      fileName: 'plan.docx',
      newFileName: 'holiday.jpg',
      subject: 'a subject',
      targets: ['one@example.com', 'two@example.net'],
      targetDomains: ['example.com', 'example.net'],
      exposure: 'guest',
      labelChange: 'removed',
      address: '192.0.2.7',
      device: 'LAPTOP-7',
      sizeBytes: 4096,
      itemCount: 3,
      ordinal: 7
    })
    expect(stored?.pseudonym).toMatch(/^ANON-/)
    expect(stored?.actor).toBe('')
  })

  it('counts a record that is already there as duplicate, within a file and across files', () => {
    expect(importBatch(test, batch({ activities: [activity(1), activity(1), activity(2)] }))).toMatchObject({
      kept: 2,
      duplicate: 1
    })
    expect(importBatch(test, batch({ activities: [activity(1), activity(2)] }))).toMatchObject({
      kept: 0,
      duplicate: 2
    })
    expect(test.store.vault.number('SELECT count(*) FROM raw_block')).toBe(1)
  })

  it('makes no person of a service account and keeps its record', () => {
    importBatch(test, batch({ activities: [activity(1, { actorKind: 'service', actor: 'app@sharepoint' })] }))
    expect(test.store.main.number('SELECT count(*) FROM person')).toBe(0)
    expect(test.store.vault.number("SELECT count(*) FROM activity_text WHERE actor = 'app@sharepoint'")).toBe(1)
  })

  it('knows a person by every alias of a profile', () => {
    const profile = {
      ...resignation(1, 'mira.lindqvist@example.org'),
      displayName: 'Mira Lindqvist',
      firstName: 'Mira',
      lastName: 'Lindqvist',
      department: 'Research',
      title: 'Engineer',
      country: 'Sweden',
      businessUnit: '',
      manager: 'olaf.berg@example.org',
      hiredMs: null,
      aliases: ['mlindqvist']
    }
    importBatch(test, batch({ profiles: [profile], activities: [activity(2, { actor: 'mlindqvist' }), activity(3)] }))
    expect(test.store.main.number('SELECT count(DISTINCT person_id) FROM activity')).toBe(1)
  })

  it('tells a person’s own OneDrive from that of others', () => {
    const own = { siteUrl: 'https://example-my.sharepoint.com/personal/mira_lindqvist_example_org' }
    const other = { siteUrl: 'https://example-my.sharepoint.com/personal/olaf_berg_example_org' }
    importBatch(test, batch({ activities: [activity(1, own), activity(2, other)] }))
    expect(
      test.store.main.all('SELECT is_own_site FROM activity ORDER BY id').map((row) => row['is_own_site'])
    ).toEqual([1, 0])
  })

  it('remembers whose account was deleted', () => {
    importBatch(
      test,
      batch({
        activities: [activity(1, { itemType: 'account', operation: 'Delete user', targets: ['gone@example.org'] })]
      })
    )
    expect(test.store.main.number('SELECT count(*) FROM account_deletion')).toBe(1)
  })

  it('keeps rejected rows once for the same file, whichever receipt is asked', () => {
    const rows = batch({
      activities: [activity(1)],
      rejected: [{ ordinal: 2, line: 2, byteOffset: 80, reason: 'The row is cut.', raw: '{"Id":' }]
    })
    const first = importBatch(test, rows)
    const second = importBatch(test, rows)
    const reader = openReader(test.folder, test.keys)
    expect(listRejected(reader, second.importId, 10, -1).rows).toEqual(
      listRejected(reader, first.importId, 10, -1).rows
    )
    expect(listRejected(reader, first.importId, 10, -1).rows).toHaveLength(1)
    reader.close()
  })

  it('takes an import back whole and lets the same file be imported again', () => {
    const { importId } = importBatch(
      test,
      batch({ activities: [activity(1), activity(2)], hrEvents: [resignation(3, 'mira.lindqvist@example.org')] })
    )
    expect(undo(test, importId)).toMatchObject({ removedActivities: 2, removedHrEvents: 1, handedOver: 0 })
    expect(test.store.vault.number('SELECT count(*) FROM activity_text')).toBe(0)
    expect(test.store.vault.number('SELECT count(*) FROM raw_block')).toBe(0)
    expect(importBatch(test, batch({ activities: [activity(1), activity(2)] }))).toMatchObject({
      kept: 2,
      duplicate: 0
    })
    const reader = openReader(test.folder, test.keys)
    expect(findReceipt(reader, importId)).toMatchObject({ status: 'undone', kept: 3 })
    reader.close()
  })

  it('refuses a receipt that does not reconcile', () => {
    const { importId } = importBatch(test, batch({ activities: [activity(1)] }))
    expect(() => test.store.main.run('UPDATE import SET kept = kept + 1 WHERE id = ?', [importId])).toThrow('CHECK')
  })

  it('stops imports that a crash left running', () => {
    const { importId } = importBatch(test, batch({ activities: [activity(1)] }))
    test.store.main.run("UPDATE import SET status = 'running' WHERE id = ?", [importId])
    expect(stopUnfinished(test.store)).toBe(1)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addGroup, addMembers, deleteGroup } from '../../src/main/store/groups.ts'
import { leadingWordOf } from '../../src/main/store/leading-titles.ts'
import { inTransaction } from '../../src/main/store/open.ts'
import { listPeople } from '../../src/main/store/persons.ts'
import { NO_STANDING, standingOf, standings } from '../../src/main/store/standing.ts'
import { addActivities, addCase, addPeople, addPolicy } from './made-people.ts'
import { newStore, type TestStore } from './workspace.ts'

describe('what hangs on a person', () => {
  let place: TestStore
  let ids: number[]
  const numberOf = (index: number): number => ids[index] ?? 0
  const entitle = (index: number, title: string): void => {
    place.store.main.run('UPDATE person SET title = ? WHERE id = ?', [title, numberOf(index)])
  }

  beforeAll(() => {
    place = newStore()
    ids = addPeople(
      place.store,
      Array.from({ length: 12 }, (_, index) => `p${String(index)}`)
    )
    const { main } = place.store
    for (const report of ids.slice(2, 7))
      main.run('UPDATE person SET manager_id = ? WHERE id = ?', [numberOf(0), report])
    for (const report of ids.slice(7, 11))
      main.run('UPDATE person SET manager_id = ? WHERE id = ?', [numberOf(1), report])
    entitle(2, 'Finance Director of Sandvall & Sons')
    entitle(3, 'Product Owner')
    const policy = addPolicy(place.store)
    addCase(place.store, policy, [numberOf(4), numberOf(5)], 'violation')
    addCase(place.store, policy, [numberOf(4), numberOf(4)], 'violation')
    addCase(place.store, policy, [numberOf(5)], 'benign')
    addCase(place.store, policy, [numberOf(6)], null)
    addCase(place.store, policy, [numberOf(6)], null)
    inTransaction(place.store, () => {
      const group = addGroup(place.store, { name: 'Board', description: '', atMs: 1 })
      addMembers(main, group, [numberOf(8), numberOf(9)])
      const gone = addGroup(place.store, { name: 'Gone', description: '', atMs: 1 })
      addMembers(main, gone, [numberOf(10)])
      deleteGroup(main, gone, 2)
    })
    addActivities(place.store, numberOf(7), 30, 9)
    addActivities(place.store, numberOf(7), 12, 10)
  })
  afterAll(() => place.remove())

  test('five reports make somebody of high impact, four do not', () => {
    expect(standingOf(place.store.main, numberOf(0)).highImpact).toBe('5 people report to this person')
    expect(standingOf(place.store.main, numberOf(1)).highImpact).toBeNull()
  })

  test('a title is told by the word of the list and never as it was written', () => {
    expect(standingOf(place.store.main, numberOf(2)).highImpact).toBe('the title names a leading role (director)')
    expect(standingOf(place.store.main, numberOf(3)).highImpact).toBeNull()
  })

  test('violations are cases and not alerts; benign and open cases are none', () => {
    const violations = [4, 5, 6].map((index) => standingOf(place.store.main, numberOf(index)).violations)
    expect(violations).toEqual([2, 1, 0])
  })

  test('a deleted group makes nobody a member', () => {
    const isMember = [8, 9, 10, 11].map((index) => standingOf(place.store.main, numberOf(index)).isInPriorityGroup)
    expect(isMember).toEqual([true, true, false, false])
  })

  test('everybody at once is the same as one by one', () => {
    const all = standings(place.store.main)
    for (const id of ids) expect(all.get(id) ?? NO_STANDING, String(id)).toEqual(standingOf(place.store.main, id))
    expect(all.size).toBe(6)
  })

  test('the list of people tells the same, with the newest case and all activities', () => {
    const listed = new Map(listPeople(place.store.main, 'activity', 20, 0).map((row) => [row.personId, row]))
    expect(listed.get(numberOf(4))).toMatchObject({
      violations: 2,
      caseId: null,
      isInPriorityGroup: false,
      activities: 0
    })
    expect(listed.get(numberOf(6))).toMatchObject({ violations: 0, caseId: 5 })
    expect(listed.get(numberOf(8))).toMatchObject({ isInPriorityGroup: true })
    expect(listed.get(numberOf(10))).toMatchObject({ isInPriorityGroup: false })
    expect(listed.get(numberOf(7))).toMatchObject({ activities: 42 })
    expect([...listed.keys()][0]).toBe(numberOf(7))
  })
})

test.each([
  ['CEO', 'ceo'],
  ['Executive', 'executive'],
  ['Chief Financial Officer', 'chief'],
  ['VicePresident', 'vice president'],
  ['VP Engineering', 'vp'],
  ['Head of Sales', 'head of'],
  ['Managing Director, Asia', 'managing director'],
  ['Geschäftsführerin', 'geschaftsfuhrerin'],
  ['Leiter Vertrieb', 'leiter'],
  ['Directrice générale', 'directrice'],
  ['Assistant Director', 'director']
])('“%s” names a leading role', (title, word) => {
  expect(leadingWordOf(title)).toBe(word)
})

test.each([
  '',
  'Product Owner',
  'HR Business Partner',
  'Team Lead',
  'Projektleiterin',
  'Engineering Manager',
  'Account Executive',
  'Executive Assistant',
  'Assistant to the Managing Director',
  'Assistenz der Geschäftsführung',
  'Directory Services Engineer',
  'Headhunter'
])('“%s” does not', (title) => {
  expect(leadingWordOf(title)).toBeNull()
})

test('twenty thousand people are looked at in less than a second', () => {
  const place = newStore()
  try {
    const { main } = place.store
    inTransaction(place.store, () => {
      for (let id = 1; id <= 20_000; id += 1) {
        const title = id % 50 === 0 ? `Director ${String(id)}` : 'Engineer'
        main.run("INSERT INTO person (id, pseudonym, kind, title, manager_id) VALUES (?, ?, 'person', ?, ?)", [
          id,
          `P${String(id)}`,
          title,
          id === 1 ? null : Math.ceil(id / 10)
        ])
      }
    })
    const before = performance.now()
    const all = standings(main)
    expect(performance.now() - before).toBeLessThan(1000)
    expect(all.size).toBeGreaterThan(2000)
  } finally {
    place.remove()
  }
})

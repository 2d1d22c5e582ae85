import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addGroup,
  addMembers,
  deleteGroup,
  findGroup,
  groupsOfPerson,
  hasGroupNamed,
  listGroups,
  membersOf,
  peopleOfGroups,
  removeMembers
} from '../../src/main/store/groups.ts'
import { inTransaction, openReader } from '../../src/main/store/open.ts'
import { pseudonymOfPerson } from '../../src/main/store/persons.ts'
import { readText } from '../../src/main/store/written.ts'
import { addPeople } from './made-people.ts'
import { newStore, type TestStore } from './workspace.ts'

let place: TestStore
let people: number[]
let board = 0
let crew = 0
const UNKNOWN = 999
const change = <Value>(work: () => Value): Value => inTransaction(place.store, work)

beforeAll(() => {
  place = newStore()
  people = addPeople(place.store, ['arne', 'bodil', 'cato', 'dagny'])
  board = change(() => addGroup(place.store, { name: 'The Board', description: 'of Example', atMs: 5 }))
  crew = change(() => addGroup(place.store, { name: 'Crew', description: '', atMs: 6 }))
})
afterAll(() => place.remove())

const first = (): number => people[0] ?? 0
const second = (): number => people[1] ?? 0

test('people are added once, and told by pseudonym', () => {
  const { main } = place.store
  expect(change(() => addMembers(main, board, [first(), second()]))).toBe(2)
  expect(change(() => addMembers(main, board, [second(), people[2] ?? 0]))).toBe(1)
  expect(change(() => addMembers(main, crew, [second()]))).toBe(1)
  expect(findGroup(main, board)).toEqual({ id: board, createdMs: 5, members: 3 })
  expect(membersOf(main, board)).toEqual(
    people
      .slice(0, 3)
      .map((id) => pseudonymOfPerson(main, id))
      .sort()
  )
  expect(groupsOfPerson(main, second())).toEqual([board, crew])
  expect(groupsOfPerson(main, people[3] ?? 0)).toEqual([])
})

test('people of several groups come once each, and of none nobody', () => {
  const { main } = place.store
  expect([...peopleOfGroups(main, [board, crew])]).toEqual(people.slice(0, 3))
  expect([...peopleOfGroups(main, [crew])]).toEqual([second()])
  expect(peopleOfGroups(main, []).size).toBe(0)
  expect(peopleOfGroups(main, [UNKNOWN]).size).toBe(0)
})

test('whoever was no member is not taken out', () => {
  const { main } = place.store
  expect(change(() => removeMembers(main, board, [people[2] ?? 0, people[3] ?? 0, UNKNOWN]))).toBe(1)
  expect(findGroup(main, board)?.members).toBe(2)
})

test('names lie in the vault and are found without case', () => {
  expect(hasGroupNamed(place.store, 'the board')).toBe(true)
  expect(hasGroupNamed(place.store, 'board')).toBe(false)
  const reader = openReader(place.folder, place.keys)
  try {
    expect(readText(reader, 'group', board)).toBe('The Board')
    expect(readText(reader, 'group-description', board)).toBe('of Example')
  } finally {
    reader.close()
  }
})

test('somebody whom an undo removed is no member until they come back', () => {
  const { main } = place.store
  change(() => addMembers(main, crew, [UNKNOWN]))
  expect(findGroup(main, crew)?.members).toBe(1)
  expect(membersOf(main, crew)).toHaveLength(1)
  change(() => main.run("INSERT INTO person (id, pseudonym, kind) VALUES (?, 'ANON-0000-00', 'person')", [UNKNOWN]))
  expect(findGroup(main, crew)?.members).toBe(2)
})

test('a deleted group is gone, its name is free again, and its number is not', () => {
  const { main } = place.store
  change(() => deleteGroup(main, board, 7))
  expect(findGroup(main, board)).toBeNull()
  expect(listGroups(main).map(({ id }) => id)).toEqual([crew])
  expect(peopleOfGroups(main, [board]).size).toBe(0)
  expect(groupsOfPerson(main, first())).toEqual([])
  expect(hasGroupNamed(place.store, 'The Board')).toBe(false)
  expect(change(() => addGroup(place.store, { name: 'The Board', description: '', atMs: 8 }))).toBe(crew + 1)
})

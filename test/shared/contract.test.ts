import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nounsChangedBy } from '../../src/main/desk/changes.ts'
import { handlers } from '../../src/main/desk/handlers/index.ts'
import { contract, type OperationName } from '../../src/shared/contract/index.ts'
import type { Operation } from '../../src/shared/contract/operation.ts'
import { maskedText, operatorName, pageOf, pseudonym, TEXT_HOLDS, words } from '../../src/shared/contract/text.ts'
import { ROLES } from '../../src/shared/domain/role.ts'
import { walkSchema } from './strings-of.ts'

const operations = Object.entries(contract) as [OperationName, Operation][]
const named = operations.map(([name, operation]) => ({ name, ...operation }))

/** The one operation that may hold an identity, in the one place that says so. */
function isNameOfReveal(name: OperationName, problem: string): boolean {
  return contract[name].kind === 'reveal' && /^reveal\.show\.identity\.\w+(\[\])? holds “identity”$/.test(problem)
}

describe('every answer of the contract', () => {
  test.each(named)('$name: each text says what it holds, and no other field comes through', ({ name, response }) => {
    const problems = walkSchema(response, name).problems.filter((problem) => !isNameOfReveal(name, problem))
    expect(problems).toEqual([])
  })

  test('what an operator types never comes back as Inward’s own words', () => {
    const typed = new Set(
      named.flatMap(({ name, request }) => walkSchema(request, name).texts).map(({ schema }) => schema)
    )
    // Templates are files of the product: they share the shape of a policy, but nobody types them.
    const echoed = named
      .filter(({ name }) => name !== 'policy.templates')
      .flatMap(({ name, response }) => walkSchema(response, name).texts)
      .filter(({ schema, holds }) => holds === 'words' && typed.has(schema))
    expect(echoed.map(({ path }) => path)).toEqual([])
  })

  test('none of them but a reveal has a place for an identity', () => {
    expect(TEXT_HOLDS).toEqual(['masked', 'words', 'operator', 'code', 'hash', 'pseudonym'])
    const holding = named
      .filter(({ kind }) => kind !== 'reveal')
      .flatMap(({ name, response }) => walkSchema(response, name).texts)
    expect(new Set(holding.map(({ holds }) => holds))).toEqual(new Set(TEXT_HOLDS))
    expect(named.filter(({ kind }) => kind === 'reveal').map(({ name }) => name)).toEqual(['reveal.show'])
  })

  test('the walk reaches the ends: known texts of pages, nested lists and records are among what it saw', () => {
    const seen = named.flatMap(({ name, response }) => walkSchema(response, name).texts).map(({ path }) => path)
    expect(seen).toEqual(
      expect.arrayContaining([
        'activity.list.rows[].targets[]',
        'activity.timeline.sequences[].steps[].insightKey',
        'alert.show.factors[].boosters[]',
        'alert.confirm.alerts[].caseName',
        'audit.list.rows[].details{}|0',
        'case.show.notes[].text',
        'import.start.imports[].ignoredByReason[].reason',
        'workspace.state.name'
      ])
    )
    const walked = named.map(({ name, response }) => walkSchema(response, name))
    expect(walked.every(({ objects, texts }) => objects > 0 || texts.length > 0)).toBe(true)
    expect(seen.length).toBeGreaterThan(200)
  })
})

describe('the walk finds what must not be', () => {
  const around = (inner: z.ZodType): z.ZodType => z.strictObject({ ok: words(), inner })
  test.each([
    ['a bare text', around(z.string()), 'x.inner does not say what it holds'],
    ['one in a list', around(z.array(z.string())), 'x.inner[] does not say what it holds'],
    ['one of a choice', around(z.union([words(), z.string()])), 'x.inner|1 does not say what it holds'],
    ['one that may be null', around(z.string().nullable()), 'x.inner does not say what it holds'],
    ['one with a default', around(z.string().default('')), 'x.inner does not say what it holds'],
    ['one that may be left out', around(z.string().optional()), 'x.inner does not say what it holds'],
    ['a value of a record', around(z.record(z.enum(['a']), z.string())), 'x.inner{} does not say what it holds'],
    ['a key of a record', around(z.record(z.string(), z.number())), 'x.inner{key} does not say what it holds'],
    ['one of a tuple', around(z.tuple([words(), z.string()])), 'x.inner[1] does not say what it holds'],
    ['one behind a page', pageOf(z.strictObject({ name: z.string() })), 'x.rows[].name does not say what it holds'],
    ['an address', around(z.email()), 'x.inner does not say what it holds'],
    ['one of its own kind', around(z.string().meta({ holds: 'identity' })), 'x.inner holds “identity”'],
    [
      'one below a list that is masked as a whole',
      around(z.array(z.string()).meta({ holds: 'masked' })),
      'x.inner[] does not say what it holds'
    ],
    ['anything', around(z.unknown()), 'x.inner is of type “unknown”, which could hold anything'],
    ['any', around(z.any()), 'x.inner is of type “any”, which could hold anything'],
    [
      'a transformation',
      around(words().transform((text) => ({ text }))),
      'x.inner is of type “pipe”, which could hold anything'
    ],
    ['an open object', around(z.object({ name: words() })), 'x.inner lets unknown fields through'],
    ['a loose object', around(z.looseObject({ name: words() })), 'x.inner lets unknown fields through'],
    ['an object with a catch-all', around(z.object({}).catchall(words())), 'x.inner lets unknown fields through']
  ])('%s', (_what, schema, problem) => {
    expect(walkSchema(schema, 'x').problems).toEqual([problem])
  })

  test('and lets pass what says what it holds, also through null, default and narrower bounds', () => {
    const good = z.strictObject({
      text: maskedText().nullable(),
      shorter: maskedText().max(10).default(''),
      wrapped: z.string().nullable().meta({ holds: 'code' }),
      people: z.array(pseudonym()),
      by: operatorName(),
      kind: z.enum(['a', 'b']),
      one: z.literal('one'),
      written: z
        .array(z.strictObject({ title: z.string(), parts: z.record(z.string(), z.string()) }))
        .meta({ holds: 'words' })
    })
    const { problems, texts } = walkSchema(good, 'x')
    expect(problems).toEqual([])
    expect(texts.map(({ path, holds }) => `${path} ${holds}`)).toEqual([
      'x.text masked',
      'x.shorter masked',
      'x.wrapped code',
      'x.people[] pseudonym',
      'x.by operator',
      'x.written[].title words',
      'x.written[].parts{key} words',
      'x.written[].parts{} words'
    ])
  })

  test('a type that refers to itself is walked once and not for ever', () => {
    const Branch: z.ZodType = z.strictObject({ name: z.string(), branches: z.array(z.lazy(() => Branch)) })
    expect(walkSchema(Branch, 'x').problems).toEqual(['x.name does not say what it holds'])
  })
})

describe('every operation', () => {
  test('has a handler, and no handler is without an operation', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort())
  })

  test.each(named)('$name takes no field that it does not know', ({ name, request }) => {
    const open = walkSchema(request, name).problems.filter((problem) => !problem.endsWith('does not say what it holds'))
    expect(open).toEqual([])
    expect(request.safeParse({ ['a field that nobody knows']: 1 }).success).toBe(false)
  })

  test('names the roles that may ask for it, and none exactly when it comes before unlocking', () => {
    for (const { name, kind, roles } of named) {
      expect(roles.length === 0, name).toBe(kind === 'open')
      expect(new Set(roles).size, name).toBe(roles.length)
      expect(
        roles.filter((role) => !ROLES.includes(role)),
        name
      ).toEqual([])
    }
  })

  test('tells whoever shows it when it changed something, and only then', () => {
    const opening: readonly OperationName[] = ['workspace.create', 'workspace.unlock']
    for (const { name, kind } of named) {
      const isChange = kind === 'change' || kind === 'reveal' || opening.includes(name)
      expect(nounsChangedBy(name).length > 0, name).toBe(isChange)
    }
  })

  test('that changes something tells that the audit log has grown, or says why not', () => {
    // Before and after these there is no open workspace whose log somebody could be looking at.
    const silent: readonly OperationName[] = ['workspace.lock']
    const changes = named.filter(({ kind }) => kind === 'change' || kind === 'reveal').map(({ name }) => name)
    const without = changes.filter((name) => !nounsChangedBy(name).includes('audit'))
    expect(without).toEqual(silent)
  })
})

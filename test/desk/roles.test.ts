import { beforeAll, describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src/shared/contract/index.ts'
import type { Operation } from '../../src/shared/contract/operation.ts'
import { ROLES, type Role } from '../../src/shared/domain/role.ts'
import { everyRow, OWNER, useDesk } from './place.ts'
import { requests } from './requests.ts'

const everybody = 'admin analyst investigator approver auditor'
const atTheDesk = 'admin analyst investigator'
const onCases = 'analyst investigator'

/** Who may ask for what, by hand: a new operation, or a role more, has to be decided here as well. */
const MAY: Readonly<Record<OperationName, string>> = {
  'workspace.state': everybody,
  'workspace.choose': everybody,
  'workspace.create': everybody,
  'workspace.unlock': everybody,
  'workspace.runtime': everybody,
  'workspace.lock': everybody,
  'workspace.timezone': 'admin',
  'operator.list': 'admin auditor',
  'operator.add': 'admin',
  'import.choose': atTheDesk,
  'import.start': atTheDesk,
  'import.progress': everybody,
  'import.cancel': atTheDesk,
  'import.preview': atTheDesk,
  'import.again': atTheDesk,
  'import.coverage': everybody,
  'import.list': everybody,
  'import.show': everybody,
  'import.rejected': atTheDesk,
  'import.undo': atTheDesk,
  'watch.show': atTheDesk,
  'watch.choose': 'admin',
  'watch.stop': 'admin',
  'policy.templates': everybody,
  'policy.list': everybody,
  'policy.show': everybody,
  'policy.create': 'admin',
  'policy.edit': 'admin',
  'policy.versions': everybody,
  'policy.diff': everybody,
  'policy.copy': 'admin',
  'policy.switch': 'admin',
  'policy.delete': 'admin',
  'policy.backtest': atTheDesk,
  'policy.cancelBacktest': atTheDesk,
  'policy.indicators': everybody,
  'policy.sequences': everybody,
  'policy.boosters': everybody,
  'policy.choices': 'admin',
  'analytics.run': atTheDesk,
  'score.run': atTheDesk,
  'setting.show': atTheDesk,
  'setting.change': 'admin',
  'group.list': atTheDesk,
  'group.members': atTheDesk,
  'group.create': 'admin',
  'group.add': 'admin',
  'group.remove': 'admin',
  'group.delete': 'admin',
  'asset.list': atTheDesk,
  'asset.change': 'admin',
  'alert.list': onCases,
  'alert.counts': everybody,
  'alert.show': onCases,
  'alert.dismiss': onCases,
  'alert.confirm': onCases,
  'alert.undo': onCases,
  'alert.undoLast': onCases,
  'activity.list': onCases,
  'activity.raw': onCases,
  'activity.timeline': onCases,
  'person.list': onCases,
  'person.rank': onCases,
  'person.scope': 'admin investigator',
  'person.unscope': 'admin investigator',
  'person.find': 'investigator',
  'case.list': onCases,
  'case.show': onCases,
  'case.note': onCases,
  'case.resolve': 'investigator',
  'reveal.request': 'investigator',
  'reveal.approve': 'approver investigator',
  'reveal.refuse': 'approver investigator',
  'reveal.withdraw': 'approver investigator',
  'reveal.show': 'investigator',
  'reveal.list': 'approver auditor investigator',
  'audit.list': 'admin auditor',
  'audit.verify': 'admin auditor investigator',
  'audit.checkpoint': 'admin auditor',
  'export.case': 'investigator'
}

const place = useDesk()
const operations = Object.entries(contract) as [OperationName, Operation][]
const may = (role: Role, name: OperationName): boolean => MAY[name].split(' ').includes(role)
/** Asked for last, or not at all here: they end the session. */
const ending: readonly OperationName[] = ['workspace.create', 'workspace.unlock', 'workspace.lock']
const passphraseOf = (role: Role): string => `the ${role} keeps a second lantern`

beforeAll(async () => {
  await place.create()
  for (const role of ROLES) {
    await place.get('operator.add', {
      name: `only-${role}`,
      roles: [role],
      passphrase: passphraseOf(role),
      ownPassphrase: OWNER.passphrase
    })
  }
}, 120_000)

test('the contract lets in exactly whom this table lets in', () => {
  for (const [name, { kind, roles }] of operations) {
    const allowed = kind === 'open' ? everybody : roles.join(' ')
    expect(allowed.split(' ').sort(), name).toEqual(MAY[name].split(' ').sort())
  }
})

describe.each(ROLES)('an operator who is only %s', { timeout: 60_000 }, (role) => {
  beforeAll(() => place.unlock(`only-${role}`, passphraseOf(role)), 60_000)

  test('has that role and no other', async () => {
    expect(await place.get('workspace.state', {})).toMatchObject({ operator: `only-${role}`, roles: [role] })
  })

  test.each(operations.map(([name]) => name).filter((name) => !ending.includes(name)))(
    `may ask for %s or is refused, as the table says`,
    async (name) => {
      const outcome = await place.dispatch(name, requests[name])
      const code = outcome.ok ? 'done' : outcome.code
      if (may(role, name)) expect(code).not.toBe('not-allowed')
      else {
        expect(outcome).toMatchObject({ ok: false, code: 'not-allowed' })
        expect(outcome.ok ? '' : outcome.sentence).toMatch(
          /^Your roles do not allow this\. It needs one of: [a-z, ]+\.$/
        )
      }
    }
  )

  test('may lock, and after that nothing', async () => {
    expect(await place.get('workspace.lock', {})).toMatchObject({ state: 'locked', operator: null })
    expect((await place.refusal('alert.counts', {})).code).toBe('locked')
  })
})

test(
  'every refusal by role is in the audit log, once, and nothing else is a refusal by role',
  { timeout: 60_000 },
  async () => {
    await place.unlock(OWNER.operator, OWNER.passphrase)
    const entries = await everyRow(place, 'audit.list', { limit: 50 })
    const found = entries
      .filter(({ details }) => details['code'] === 'not-allowed')
      .map(({ operator, action, outcome, objectType, objectId, roles }) => [
        operator,
        roles.join(' '),
        action,
        objectType,
        objectId,
        outcome
      ])
    const expected = ROLES.flatMap((role) =>
      operations
        .filter(([name, { kind }]) => kind !== 'open' && !ending.includes(name) && !may(role, name))
        .map(([name]) => [`only-${role}`, role, name, 'operation', name, 'refused'])
    )
    expect(expected.length).toBeGreaterThan(80)
    expect(found.map((entry) => entry.join(' · ')).sort()).toEqual(expected.map((entry) => entry.join(' · ')).sort())
    expect(await place.get('audit.verify', {})).toEqual({ ok: true, checked: entries.length, problems: [] })
  }
)

/** What administrators do all day for good reasons: roles, accounts, groups, tools, remote sessions. */
import type { Hands } from '../records/hands.ts'
import type { Person } from '../company/people.ts'
import type { Often, Workplace } from './day.ts'

const IN_DIRECTORY = ['Add user.', 'Update user.', 'Reset user password.', 'Add member to group.'] as const
const ON_DEVICES = [
  'UserAccountAddedToLocalGroup',
  'ScheduledTaskCreated',
  'ServiceInstalled',
  'RemoteDesktopConnection'
] as const

export function administer({ people }: Workplace, person: Person, sometime: () => Hands, often: Often): void {
  const { administered } = person.department.habits
  if (administered === 0) return
  for (let left = often(administered * 3, 3); left > 0; left -= 1) {
    const hands = sometime()
    hands.directory(hands.chance.pick(IN_DIRECTORY), hands.chance.pick(people).address)
  }
  for (let left = often(administered * 0.2, 3); left > 0; left -= 1) {
    const hands = sometime()
    hands.directory('Add member to role.', hands.chance.pick(people).address)
  }
  for (let left = often(administered * 2, 3); left > 0; left -= 1) {
    const hands = sometime()
    hands.device(hands.chance.pick(ON_DEVICES))
  }
  for (let left = often(administered * 1.2, 3); left > 0; left -= 1) {
    const hands = sometime()
    hands.fetchTool(`tool-${hands.chance.hex(4)}.${hands.chance.pick(['exe', 'msi', 'ps1'])}`)
  }
  for (let left = often(administered, 3); left > 0; left -= 1) {
    const hands = sometime()
    hands.door('Server room', hands.chance.happens(0.97))
  }
  if (often(administered * 0.1, 3) > 0) {
    const hands = sometime()
    hands.openMailboxOf([hands.chance.pick(people).address])
  }
}

/** Makes a workspace with its first operator, and on wish with the demo's data. */
import { ROLES } from '../../../shared/domain/role.ts'
import { prepareWorkspace } from '../../desk/handlers/workspace.ts'
import { createWorkspace } from '../../desk/session.ts'
import { freeCommand, print } from '../command.ts'
import { refusal } from '../refusal.ts'
import { pairs } from '../table.ts'
import { listOf, SWITCH, withDefault } from '../value.ts'

export const init = freeCommand(
  {
    words: ['init'],
    does: 'Makes a workspace with its first operator; --sample fills it with the demo.',
    operands: {},
    rest: null,
    options: { roles: withDefault(listOf('ROLES', ROLES), ROLES), sample: SWITCH }
  },
  async (terminal, { options }) => {
    const [folder, operator] = [terminal.folder(), terminal.operator()]
    if (!folder.ok) return folder
    if (!operator.ok) return operator
    const passphrase = await terminal.passphrase(true)
    if (!passphrase.ok) return passphrase
    const { desk } = terminal
    const created = await createWorkspace(desk.shell, {
      folder: folder.value,
      operator: operator.value,
      passphrase: passphrase.value,
      roles: options.roles
    })
    if (!created.ok) return refusal(created.sentence)
    desk.chosenFolder = folder.value
    desk.workspace = created.value
    const prepared = await prepareWorkspace(desk, options.sample)
    if (!prepared.ok) return refusal(prepared.sentence)
    const made = { workspace: folder.value, operator: operator.value, roles: options.roles }
    return print(
      made,
      pairs([
        ['workspace', made.workspace],
        ['operator', made.operator],
        ['roles', made.roles.join(', ')]
      ])
    )
  }
)

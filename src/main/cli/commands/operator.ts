/** Operators: who may open the workspace, and in which roles. */
import { ROLES } from '../../../shared/domain/role.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { findPassphrase } from '../passphrase.ts'
import { table } from '../table.ts'
import { FILE, listOf, optional, required, text } from '../value.ts'

export const operatorAdd = command(
  {
    words: ['operator', 'add'],
    does: 'Adds an operator, whose own passphrase is asked for.',
    operands: { name: text('NAME', 60) },
    rest: null,
    options: { roles: required(listOf('ROLES', ROLES)), 'new-passphrase-file': optional(FILE) }
  },
  async ({ ask, terminal, passphrase }, { operands, options }) => {
    const chosen = await findPassphrase({
      option: 'new-passphrase-file',
      variable: 'INWARD_NEW_PASSPHRASE',
      fromEnvironment: terminal.environment.newPassphrase,
      file: options['new-passphrase-file'],
      question: `New passphrase of ${operands.name}: `,
      isNew: true
    })
    if (!chosen.ok) return chosen
    const added = await ask('operator.add', {
      name: operands.name,
      roles: [...options.roles],
      passphrase: chosen.value,
      ownPassphrase: passphrase
    })
    return added.ok
      ? print(documentOf(added.value), `${added.value.name} was added as ${added.value.roles.join(', ')}`)
      : added
  }
)

export const operatorList = command(
  { words: ['operator', 'list'], does: 'Lists the operators of the workspace.', operands: {}, rest: null, options: {} },
  async ({ ask, zone }) => {
    const listed = await ask('operator.list', {})
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'name', cell: ({ name }) => name },
        { head: 'roles', cell: ({ roles }) => roles.join(', ') },
        { head: 'status', cell: ({ status }) => status },
        { head: 'last seen', cell: ({ lastSeenMs }) => zone.say(lastSeenMs) }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

/** The way out of the workspace: the bundle of a case. */
import path from 'node:path'
import { command, print } from '../command.ts'
import { refusal } from '../refusal.ts'
import { grouped, pairs } from '../table.ts'
import { FOLDER, ID, required } from '../value.ts'

export const exportCase = command(
  {
    words: ['export', 'case'],
    does: 'Writes the eDiscovery bundle of a case into a folder.',
    operands: { id: ID },
    rest: null,
    options: { out: required(FOLDER) }
  },
  async ({ ask, ticketFor }, { operands, options }) => {
    const folder = path.resolve(options.out)
    const exported = await ask('export.case', { caseId: operands.id, ticket: ticketFor([folder]) })
    if (!exported.ok) return exported
    const { bundle: name, files, bytes, sha256, redacted, wasCancelled } = exported.value
    if (wasCancelled) return refusal('The export was cancelled. Nothing was left behind.')
    const bundle = path.join(folder, name)
    const shown = pairs([
      ['bundle', bundle],
      ['files', grouped(files)],
      ['bytes', grouped(bytes)],
      ['SHA-256', sha256],
      ['pseudonymised places', grouped(redacted)]
    ])
    return print({ bundle, files, bytes, sha256, redacted }, shown)
  }
)

/** Settings that shape every policy; they go out and in as YAML in the very shape that the window works on. */
import { stringify } from 'yaml'
import { ScoringSettings } from '../../../shared/domain/settings.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { plain } from '../table.ts'
import { FILE, required } from '../value.ts'
import { readYamlFile } from '../yaml-file.ts'

export const settingsShow = command(
  {
    words: ['settings', 'show'],
    does: 'Prints the settings of all policies as YAML.',
    operands: {},
    rest: null,
    options: {}
  },
  async ({ ask }) => {
    const shown = await ask('setting.show', {})
    if (!shown.ok) return shown
    const { settings, inferredDomains } = shown.value
    const inferred = `# While domains.own is empty, these count as own: ${plain(inferredDomains.join(', ')) || 'none yet'}`
    return print(documentOf(shown.value), `${inferred}\n${stringify(settings, { lineWidth: 120 })}`)
  }
)

export const settingsEdit = command(
  {
    words: ['settings', 'edit'],
    does: 'Replaces the settings of all policies by those in a file.',
    operands: {},
    rest: null,
    options: { file: required(FILE) }
  },
  async ({ ask }, { options }) => {
    const read = readYamlFile(options.file, 'settings', ScoringSettings)
    if (!read.ok) return read
    const changed = await ask('setting.change', { settings: read.value })
    return changed.ok ? print(documentOf(changed.value), 'the settings were changed, and scores follow them') : changed
  }
)

/** Templates and policies; a policy goes in and out as YAML in the very shape that the window works on. */
import { TEMPLATES, type ThresholdChoice } from '../../../shared/domain/policy.ts'
import { type Command, command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { policyYaml, readPolicyFile } from '../policy-file.ts'
import { usageRefusal } from '../refusal.ts'
import { pairs, plain, table } from '../table.ts'
import { FILE, ID, integer, oneOf, optional, required, text } from '../value.ts'

export const policyTemplates = command(
  {
    words: ['policy', 'templates'],
    does: 'Lists the templates that policies are made from.',
    operands: {},
    rest: null,
    options: {}
  },
  async ({ ask }) => {
    const listed = await ask('policy.templates', {})
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'template', cell: ({ id }) => id },
        { head: 'name', cell: ({ name }) => name },
        { head: 'indicators', isNumber: true, cell: ({ definition }) => definition.indicators.length }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

export const policyList = command(
  { words: ['policy', 'list'], does: 'Lists the policies with their health.', operands: {}, rest: null, options: {} },
  async ({ ask }) => {
    const listed = await ask('policy.list', {})
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'id', isNumber: true, cell: ({ id }) => id },
        { head: 'name', cell: ({ name }) => name },
        { head: 'status', cell: ({ status }) => status },
        { head: 'in scope', isNumber: true, cell: ({ inScope }) => inScope },
        { head: 'active alerts', isNumber: true, cell: ({ activeAlerts }) => activeAlerts },
        { head: 'confirmed', cell: ({ confirmedAlerts, decidedAlerts }) => `${confirmedAlerts} of ${decidedAlerts}` },
        { head: 'health', cell: ({ health }) => health.map(({ code }) => code).join(', ') }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

export const policyShow = command(
  {
    words: ['policy', 'show'],
    does: 'Shows a policy, its health and its indicators.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const shown = await ask('policy.show', operands)
    if (!shown.ok) return shown
    const { policy, definition, indicators } = shown.value
    const { windows, alertLine, triggers } = definition
    const head = pairs([
      ['policy', policy.id],
      ['name', policy.name],
      ['template', policy.template],
      ['status', policy.status],
      ['version', policy.version],
      ['created', zone.say(policy.createdMs)],
      ['in scope', policy.inScope],
      ['active alerts', policy.activeAlerts],
      ['confirmed', `${policy.confirmedAlerts} of ${policy.decidedAlerts} decided within a year`],
      ['triggers', triggers.join(', ')],
      ['windows', `${windows.lookBackDays} days before, ${windows.activationDays} days after`],
      ['alert from', `score ${alertLine}`]
    ])
    const meanings = table(
      [
        { head: 'indicator', cell: ({ id }) => id },
        { head: 'category', cell: ({ category }) => category },
        { head: 'thresholds', cell: ({ id, thresholds }) => sayThresholds(definition.thresholds[id] ?? thresholds) },
        { head: 'on', cell: ({ isOn }) => (isOn ? 'yes' : 'no') },
        { head: 'days', isNumber: true, cell: ({ hits }) => hits.personDays },
        { head: 'people', isNumber: true, cell: ({ hits }) => hits.people }
      ],
      indicators
    )
    const health = policy.health.map(({ level, says, mend }) => `${level}: ${says} ${mend}`)
    return print(documentOf({ ...policy, definition, indicators }), [head, ...health, '', meanings].join('\n'))
  }
)

export const policyCreate = command(
  {
    words: ['policy', 'create'],
    does: 'Makes a policy from a template, or from a file written for it.',
    operands: {},
    rest: null,
    options: { template: required(oneOf(TEMPLATES)), name: required(text('NAME', 80)), file: optional(FILE) }
  },
  async ({ ask }, { options }) => {
    const read = options.file === null ? null : readPolicyFile(options.file)
    if (read !== null && !read.ok) return read
    const created = await ask('policy.create', {
      name: options.name,
      template: options.template,
      definition: read?.value ?? null
    })
    return created.ok ? print(documentOf(created.value), `policy ${created.value.id} was created`) : created
  }
)

export const policyEdit = command(
  {
    words: ['policy', 'edit'],
    does: 'Replaces a policy by the one in a file; its next version.',
    operands: { id: ID },
    rest: null,
    options: { file: required(FILE) }
  },
  async ({ ask }, { operands, options }) => {
    const read = readPolicyFile(options.file)
    if (!read.ok) return read
    const edited = await ask('policy.edit', { ...operands, definition: read.value })
    return edited.ok
      ? print(documentOf(edited.value), `policy ${operands.id} is now version ${edited.value.version}`)
      : edited
  }
)

export const policyCopy = command(
  {
    words: ['policy', 'copy'],
    does: 'Makes a new policy that is like another one.',
    operands: { id: ID },
    rest: null,
    options: { name: required(text('NAME', 80)) }
  },
  async ({ ask }, { operands, options }) => {
    const created = await ask('policy.copy', { ...operands, name: options.name })
    return created.ok
      ? print(documentOf(created.value), `policy ${created.value.id} was created like policy ${operands.id}`)
      : created
  }
)

export const policyOn = switching('on', 'Switches a policy on; its people are scored at once.')
export const policyOff = switching('off', 'Switches a policy off: nobody is scored, open alerts stay.')

function switching(word: 'on' | 'off', does: string): Command {
  return command(
    { words: ['policy', word], does, operands: { id: ID }, rest: null, options: {} },
    async ({ ask }, { operands }) => {
      const switched = await ask('policy.switch', { ...operands, isOn: word === 'on' })
      return switched.ok ? print(documentOf(switched.value), `policy ${operands.id} is ${word}`) : switched
    }
  )
}

export const policyVersions = command(
  {
    words: ['policy', 'versions'],
    does: 'Lists the versions of a policy, the newest first.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const listed = await ask('policy.versions', operands)
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'version', isNumber: true, cell: ({ version }) => version },
        { head: 'made', cell: ({ createdMs }) => zone.say(createdMs) },
        { head: 'by', cell: ({ operator }) => operator }
      ],
      listed.value
    )
    return print(documentOf(listed.value), shown)
  }
)

const VERSION = { ...integer('N', 1, Number.MAX_SAFE_INTEGER), expects: 'the number of a version' }

export const policyDiff = command(
  {
    words: ['policy', 'diff'],
    does: 'Says what differs between two versions of a policy, or between one and a file.',
    operands: { id: ID },
    rest: null,
    options: { from: required(VERSION), to: optional(VERSION), file: optional(FILE) }
  },
  async ({ ask }, { operands, options: { from, to, file } }) => {
    if ((to === null) === (file === null)) return usageRefusal('Give one of --to and --file.')
    const read = file === null ? null : readPolicyFile(file)
    if (read !== null && !read.ok) return read
    const other = read === null ? to : { definition: read.value }
    if (other === null) return usageRefusal('Give one of --to and --file.')
    const compared = await ask('policy.diff', { ...operands, from, to: other })
    if (!compared.ok) return compared
    const lines = compared.value.map(({ part, before, after }) => plain(`${part}: ${before} → ${after}`))
    return print(compared.value, lines.length === 0 ? 'nothing differs' : lines.join('\n'))
  }
)

export const policyDelete = command(
  {
    words: ['policy', 'delete'],
    does: 'Deletes a policy; its alerts stay.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask }, { operands }) => {
    const deleted = await ask('policy.delete', operands)
    return deleted.ok ? print(deleted.value, `policy ${operands.id} was deleted`) : deleted
  }
)

export const policyExport = command(
  {
    words: ['policy', 'export'],
    does: 'Prints a policy as YAML.',
    operands: { id: ID },
    rest: null,
    options: { 'of-version': optional(VERSION) }
  },
  async ({ ask }, { operands, options }) => {
    const shown = await ask('policy.show', { ...operands, version: options['of-version'] })
    if (!shown.ok) return shown
    const { policy, definition } = shown.value
    const version = options['of-version'] ?? policy.version
    return print(
      { id: policy.id, name: policy.name, version, definition },
      policyYaml({ id: policy.id, version }, definition)
    )
  }
)

function sayThresholds(choice: ThresholdChoice): string {
  return 'aboveUsual' in choice
    ? `above ${choice.aboveUsual} × usual`
    : `${choice.low} / ${choice.medium} / ${choice.high}`
}

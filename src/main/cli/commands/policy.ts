/** Templates and policies; a policy goes in and out as YAML in the very shape that the window works on. */
import { TEMPLATES } from '../../../shared/domain/policy.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { policyYaml, readPolicyFile } from '../policy-file.ts'
import { pairs, table } from '../table.ts'
import { FILE, ID, oneOf, optional, required, text } from '../value.ts'

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
        { head: 'health', cell: ({ health }) => health.map(({ level }) => level).join(', ') }
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
      ['triggers', triggers.join(', ')],
      ['windows', `${windows.lookBackDays} days before, ${windows.activationDays} days after`],
      ['alert from', `score ${alertLine}`]
    ])
    const meanings = table(
      [
        { head: 'indicator', cell: ({ id }) => id },
        { head: 'category', cell: ({ category }) => category },
        { head: 'low', isNumber: true, cell: ({ thresholds }) => thresholds.low },
        { head: 'medium', isNumber: true, cell: ({ thresholds }) => thresholds.medium },
        { head: 'high', isNumber: true, cell: ({ thresholds }) => thresholds.high }
      ],
      indicators
    )
    const health = policy.health.map(({ level, says }) => `${level}: ${says}`)
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
    const shown = await ask('policy.show', operands)
    if (!shown.ok) return shown
    const { definition } = shown.value
    const created = await ask('policy.create', { name: options.name, template: definition.template, definition })
    return created.ok
      ? print(documentOf(created.value), `policy ${created.value.id} was created like policy ${operands.id}`)
      : created
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
  { words: ['policy', 'export'], does: 'Prints a policy as YAML.', operands: { id: ID }, rest: null, options: {} },
  async ({ ask }, { operands }) => {
    const shown = await ask('policy.show', operands)
    if (!shown.ok) return shown
    const { policy, definition } = shown.value
    return print(
      { id: policy.id, name: policy.name, version: policy.version, definition },
      policyYaml(policy, definition)
    )
  }
)

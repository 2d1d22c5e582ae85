import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueTicket } from '../../src/main/desk/desk.ts'
import { contract, type OperationName, type RequestOf } from '../../src/shared/contract/index.ts'
import type { Operation } from '../../src/shared/contract/operation.ts'
import { FIRST_SETTINGS } from '../../src/shared/domain/settings.ts'
import { LEAVER, writeTaking } from '../desk/made-files.ts'
import { everyRow, OWNER, useDesk } from '../desk/place.ts'
import { aroundTheDesk, rawKeys } from '../desk/raw-store.ts'
import { walkSchema } from '../shared/strings-of.ts'

const place = useDesk()
const operations = Object.entries(contract) as [OperationName, Operation][]
/** Every field of an answer that says that its text was masked. */
const maskedFields = operations.flatMap(([name, { response }]) =>
  walkSchema(response, name)
    .texts.filter(({ holds }) => holds === 'masked')
    .map(({ path: field }) => field.replaceAll(/\|\d+/g, ''))
)
const withPseudonym = new Set<string>()
const withName: string[] = []
let definition: RequestOf<'policy.edit'>['definition']

/** Fields that cannot hold the name of somebody whom the workspace knows. */
const CANNOT = [
  // Before unlocking nobody is known, and a folder is called as it is called.
  'workspace.choose.name',
  'workspace.create.name',
  'workspace.lock.name',
  // No folder is watched any more.
  'watch.stop.folder',
  // A new group is in no policy yet.
  'group.create.group.policies[]',
  // What was just dismissed or taken back is in no case.
  'alert.dismiss[].caseName',
  'alert.undo.caseName',
  'alert.undoLast.alerts[].caseName'
]

function look(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (/\bANON-\w{4}-\w\w/.test(value)) withPseudonym.add(field)
    if (/sandvall|\bmika\b/i.test(value)) withName.push(`${field}: ${value}`)
  } else if (Array.isArray(value)) for (const item of value) look(item, `${field}[]`)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      look(key, `${field}{key}`)
      look(item, `${field}.${key}`)
    }
}

const ask: typeof place.get = async (name, request) => {
  const answer = await place.get(name, request)
  look(answer, name)
  return answer
}

const SITE = 'https://quarryfield-my.sharepoint.com/personal/mika_sandvall_quarryfield_example'

/** Records that hold the name in every place in which a record can. */
function plantedRecords(): object[] {
  const common = (index: number, operation: string, recordType: number) => ({
    CreationTime: `2026-02-27T10:0${index}:00`,
    Id: `00000000-0000-4000-9000-00000000000${index}`,
    OrganizationId: '5f8d3c1e-0000-4000-8000-000000000001',
    Operation: operation,
    RecordType: recordType,
    UserKey: LEAVER,
    UserType: 0,
    UserId: LEAVER
  })
  return [
    {
      ...common(1, 'FileRenamed', 6),
      Workload: 'OneDrive of Mika Sandvall',
      ItemType: 'File',
      ClientIP: 'mika-sandvall-laptop',
      SiteUrl: `${SITE}/`,
      SourceRelativeUrl: 'Documents/Mika Sandvall',
      SourceFileName: 'Salary of Mika Sandvall.docx',
      SourceFileExtension: 'docx',
      DestinationFileName: 'Sandvall, Mika.docx',
      ObjectId: `${SITE}/Documents/Mika Sandvall/Salary of Mika Sandvall.docx`,
      Comments: { 'of mika.sandvall': ['\u004dika \u0053andvall', '{"by":"Mika Sandvall"}'] }
    },
    {
      ...common(2, 'Send', 2),
      Workload: 'Exchange',
      ResultStatus: 'Succeeded',
      MailboxOwnerUPN: LEAVER,
      RecipientList: [LEAVER, 'tove.ahlgren@quarryfield.example'],
      Item: { Subject: 'Farewell of Mika Sandvall', Attachments: 'Mika Sandvall.pdf (100b)' }
    },
    {
      ...common(3, 'FileUploadedToCloud', 63),
      Workload: 'Endpoint',
      ObjectId: 'C:\\Users\\mika.sandvall\\plan.dwg',
      DeviceName: 'MIKA-SANDVALL-LT',
      TargetDomain: 'mika-sandvall.example',
      FileExtension: 'dwg'
    },
    { ...common(4, 'Reviewed by Mika Sandvall', 6), Workload: 'SharePoint', ObjectId: `${SITE}/Documents/plan.dwg` }
  ]
}

/** A log that nobody mapped yet, with the name in its header and its values. */
const APPROVER = { name: 'dora', passphrase: 'seven walnuts under the old bridge' } as const
const UNKNOWN_LOG = [
  'when,of Mika Sandvall.user,host',
  '2026-02-27 10:00:00,ottilie.brandt@quarryfield.example,mika-sandvall-lt',
  '2026-02-27 10:01:00,office@mika-sandvall.example,build-07',
  ''
].join('\n')

beforeAll(async () => {
  place.desk.chosenFolder = path.join(place.folder, 'workspace of Mika Sandvall')
  await place.create()
  const templates = await place.get('policy.templates', {})
  const template = templates.find(({ id }) => id === 'data-theft-by-departing-users')
  if (template === undefined) throw new Error('no template')
  const priorityContent = { sites: [SITE], extensions: ['sandvall'], keywords: ['Sandvall'] }
  definition = { ...template.definition, priorityContent }
  await place.get('policy.create', { name: 'About Mika Sandvall', template: template.id, definition })
  const folder = path.join(place.folder, 'sandvall')
  mkdirSync(folder)
  const profile = path.join(folder, 'profiles.csv')
  writeFileSync(
    profile,
    'HRScenario,EmailAddress,EmployeeFirstName,EmployeeLastName,EmployeeDept,EmployeeCountry,EmployeeRole\n' +
      `Employee profile,${LEAVER},Mika,Sandvall,Office of Mika Sandvall,Sandvall,Assistant to Mika Sandvall\n`
  )
  const { audit, leavers } = writeTaking(folder)
  const planted = path.join(folder, 'of Mika Sandvall.ndjson')
  const cut = `{"Operation":"Mika Sandvall","UserId":"mika\\u002esandvall`
  writeFileSync(planted, [...plantedRecords().map((record) => JSON.stringify(record)), cut, ''].join('\n'))
  look(await place.import([profile, leavers]), 'import.start')
  const ticket = issueTicket(place.desk, [planted, audit])
  let isOver = false
  const running = ask('import.start', { ticket, source: null, timezone: null, label: `from ${LEAVER}` }).finally(
    () => (isOver = true)
  )
  while (!isOver) {
    await ask('import.progress', {})
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await running
}, 60_000)

/** Everything that an administrator can type into a policy or choose for it. */
async function askAboutPolicies(policyId: number): Promise<void> {
  const choice = {
    departments: ['Office of Mika Sandvall'],
    countries: ['Sandvall'],
    businessUnits: ['Mika Sandvall & Sons']
  }
  const here = { ...place, workspace: place.desk.chosenFolder ?? place.workspace }
  const keys = await rawKeys(here)
  aroundTheDesk(here, 'main', keys, (sql) => sql.run('UPDATE person SET business_unit = ?', choice.businessUnits))
  aroundTheDesk(here, 'vault', keys, (sql) => {
    sql.run("INSERT INTO label (id, label) VALUES (9000, 'For Mika Sandvall only')")
    sql.run("INSERT INTO sensitive_set (id, types) VALUES (9000, 'Badge of Mika Sandvall')")
  })
  await ask('policy.choices', {})
  const labels = ['For Mika Sandvall only']
  const priorityContent = { ...definition.priorityContent, labels, sensitiveTypes: ['Badge of Mika Sandvall'] }
  const people = { include: choice, exclude: choice }
  await ask('policy.edit', { id: policyId, definition: { ...definition, people, priorityContent } })
  await ask('policy.show', { id: policyId })
  const [now, before] = await ask('policy.versions', { id: policyId })
  if (now === undefined || before === undefined) throw new Error('an edit makes a version')
  await ask('policy.diff', { id: policyId, from: before.version, to: now.version })
  await ask('policy.diff', { id: policyId, from: now.version, to: { definition } })
  await ask('policy.edit', { id: policyId, definition })
  const copy = await ask('policy.copy', { id: policyId, name: 'Again about Mika Sandvall' })
  await ask('policy.switch', { id: copy.id, isOn: false })
  await ask('policy.backtest', { of: { id: policyId } })
  for (const name of ['policy.indicators', 'policy.sequences', 'policy.boosters', 'analytics.run'] as const)
    await ask(name, {})
  await ask('policy.delete', { id: copy.id })
}

/** Everything that an administrator can type into settings, groups and assets. */
async function askAboutSettings(policyId: number): Promise<void> {
  const named = ['mika-sandvall.example']
  const settings = {
    ...FIRST_SETTINGS,
    domains: { own: named, unallowed: [`*.${named[0] ?? ''}`], allowed: named, thirdParty: named },
    exclusions: {
      extensions: ['sandvall'],
      paths: ['C:\\Users\\mika.sandvall\\*'],
      sites: [SITE],
      keywords: ['Mika Sandvall'],
      sensitiveTypes: ['Files of Mika Sandvall']
    }
  }
  await ask('setting.change', { settings })
  await ask('setting.change', { settings: (await ask('setting.show', {})).settings })
  await ask('asset.change', { assets: ['Office of Mika Sandvall'] })
  await ask('asset.list', {})
  const identities = [LEAVER, 'nobody.sandvall@quarryfield.example']
  const description = 'Around Mika Sandvall'
  const { group } = await ask('group.create', { name: 'Team of Mika Sandvall', description, identities })
  const groups = [group.id]
  const people = { ...definition.people, include: { groups } }
  await ask('policy.edit', { id: policyId, definition: { ...definition, people } })
  await ask('group.list', {})
  const members = await ask('group.members', { id: group.id })
  expect(members).toHaveLength(1)
  await ask('group.remove', { id: group.id, people: members })
  await ask('group.add', { id: group.id, people: members })
  await ask('person.scope', { pseudonyms: members, policyId, days: 5, reason: 'Mika Sandvall told it' })
  await ask('person.list', {})
  await ask('person.unscope', { pseudonyms: members, reason: 'about Mika Sandvall' })
  await ask('group.delete', { id: group.id })
  await ask('policy.edit', { id: policyId, definition })
  await ask('setting.change', { settings: FIRST_SETTINGS })
}

describe('a name that stands in every field that can hold one', { timeout: 60_000 }, () => {
  test('reaches the window as a pseudonym in every one of them', async () => {
    place.nextDialog([path.join(place.folder, 'of Mika Sandvall.ndjson')])
    await ask('import.choose', { what: 'files' })
    for (const { id } of await everyRow(place, 'import.list', {})) {
      await ask('import.show', { id })
      await ask('import.rejected', { id })
      await ask('import.again', { id })
    }
    const unknown = path.join(place.folder, 'log of Mika Sandvall.csv')
    writeFileSync(unknown, UNKNOWN_LOG)
    await ask('import.preview', { ticket: issueTicket(place.desk, [unknown]) })
    const said = { workload: 'Log of Mika Sandvall', operation: 'Opened for mika.sandvall', dateOrder: null }
    const columns = [
      { field: 'time' as const, index: 0 },
      { field: 'person' as const, index: 1 }
    ]
    const mapped = issueTicket(place.desk, [unknown])
    await ask('import.preview', { ticket: mapped })
    const mapping = { columns, ...said }
    await ask('import.start', { ticket: mapped, source: null, timezone: 'UTC', label: '', mapping })
    await ask('import.preview', { ticket: issueTicket(place.desk, [unknown]) })
    await ask('import.list', {})
    const { rows: activities } = await ask('activity.list', { limit: 500 })
    for (const { id, ordinal } of activities) if (ordinal <= 4) await ask('activity.raw', { id })
    const alerts = (await ask('alert.list', {})).rows
    const first = alerts.find(({ policy }) => policy.startsWith('About '))
    if (first === undefined) throw new Error('no alert')
    const ids = [first.id]
    const comment = 'Mika Sandvall called.'
    await ask('alert.dismiss', { ids, reason: 'other', comment })
    await ask('alert.undo', { id: first.id })
    const { caseId } = await ask('alert.confirm', { ids, into: { newCase: 'Sandvall, Mika' }, comment })
    await ask('alert.undoLast', {})
    await ask('alert.confirm', { ids, into: { caseId }, comment })
    const { id } = await ask('policy.create', {
      name: 'Mika Sandvall again',
      template: definition.template,
      definition
    })
    await ask('policy.edit', { id, definition })
    await ask('policy.show', { id })
    await ask('import.coverage', {})
    place.nextDialog([path.join(place.folder, 'sandvall')])
    await ask('watch.choose', {})
    await ask('watch.show', {})
    await ask('watch.stop', {})
    await ask('policy.list', {})
    await ask('person.list', {})
    await askAboutSettings(id)
    await askAboutPolicies(id)
    await ask('case.note', { id: caseId, text: comment })
    await ask('case.show', { id: caseId })
    await ask('case.list', {})
    await ask('operator.add', { ...APPROVER, roles: ['approver'], ownPassphrase: OWNER.passphrase })
    const asked = await ask('reveal.request', { caseId, pseudonym: first.pseudonym, reason: comment })
    const approver = { operator: APPROVER.name, passphrase: APPROVER.passphrase }
    await ask('reveal.refuse', { id: asked.id, answer: comment, approver })
    await ask('reveal.list', {})
    await ask('case.resolve', { id: caseId, as: 'benign', text: comment })
    for (const each of (await ask('alert.list', {})).rows) await ask('alert.show', { id: each.id })
    await ask('audit.list', {})
    await ask('workspace.state', {})
    await ask('workspace.timezone', { timezone: 'Europe/Lisbon' })
    await ask('workspace.unlock', OWNER)
    expect(withName).toEqual([])
    expect(maskedFields.filter((field) => !withPseudonym.has(field))).toEqual(CANNOT)
  })
})

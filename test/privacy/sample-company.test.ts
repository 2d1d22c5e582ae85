import { mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contract, type OperationName } from '../../src/shared/contract/index.ts'
import type { AlertRow } from '../../src/shared/contract/alert.ts'
import { MAIN_FILE, VAULT_FILE } from '../../src/main/store/open.ts'
import { NotReadable, openSql } from '../../src/main/store/sql.ts'
import { everyRow, OWNER, SAMPLE, useDesk } from '../desk/place.ts'
import { rawKeys } from '../desk/raw-store.ts'
import { requests } from '../desk/requests.ts'
import { partsOf, decode } from '../sample-reader.ts'
import { fold, type Leak, leaksIn, namesIn, people } from './names.ts'

const place = useDesk()
const temporary = path.join(place.folder, 'temp')
const inTemporary: string[] = []
const leaks: Leak[] = []
const pseudonyms = new Set<string>()
let alerts: readonly AlertRow[]
let texts = 0

/** Somebody of the company, in every way in which an operator may write it. */
const planted = people.find(({ upn }) => upn === 'rasmus.thornwell@larkfield.example')
if (planted === undefined) throw new Error('the sample has lost one of its people')
const { upn, first, last, oneDriveUrl, sid } = planted
const gossip = `${first} ${last} (${upn}, ${sid}) keeps it in ${oneDriveUrl}/Documents; ask ${last}, ${first}.`

/** Keeps what an answer tells, and no more of it: all of them together would not fit into memory. */
function look(name: string, answer: unknown): void {
  leaks.push(...leaksIn(answer, name))
  const text = JSON.stringify(answer)
  texts += text.length
  for (const pseudonym of text.match(/ANON-[0-9A-Z]{4}-[0-9A-Z]{2}/g) ?? []) pseudonyms.add(pseudonym)
}

const ask: typeof place.get = async (name, request) => {
  const answer = await place.get(name, request)
  look(name, answer)
  return answer
}

/** Field by field, so that a failure says what to mend. */
function said(found: readonly Leak[]): string[] {
  return [...new Map(found.map(({ field, name, around }) => [field, `${field}: “${name}” in “${around}”`])).values()]
}

beforeAll(async () => {
  mkdirSync(temporary)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = temporary
  const watcher = watch(temporary, (_event, name) => inTemporary.push(name ?? ''))
  afterAll(() => {
    watcher.close()
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })
  await place.create()
  look(
    'import.start',
    await place.import([path.join(SAMPLE, 'audit'), path.join(SAMPLE, 'hr')], `${first} ${last}, ${upn}`)
  )
  alerts = await everyRow(place, 'alert.list', {})
}, 180_000)

describe('the search for names', () => {
  test('finds everybody, however a record calls them', () => {
    for (const { upn: address, first: one, last: other, oneDriveUrl: site, sid: account } of people) {
      const local = address.slice(0, address.indexOf('@'))
      const spelled = [address, encodeURIComponent(site), `${other}, ${one}`, `${one} ${other}`, account, local]
      for (const spelling of [...spelled, fold(other).toUpperCase(), local.replaceAll('.', '')])
        expect(namesIn(`before-${spelling}_after`), spelling).not.toEqual([])
    }
    expect(namesIn('{"UserId":"rasmus\\u002ethorn\\u0077ell"}')).not.toEqual([])
    expect(leaksIn({ rows: [{ [upn]: 1 }, { says: [last] }] }, 'x').map(({ field }) => field)).toEqual([
      'x.rows[]{key}',
      'x.rows[].says[]'
    ])
  })

  test('finds them all over the files that were imported', async () => {
    const found = new Set<string>()
    for (const folder of ['audit', 'hr']) {
      for (const name of readdirSync(path.join(SAMPLE, folder))) {
        for (const { content } of await partsOf(path.join(SAMPLE, folder, name)))
          for (const each of namesIn(decode(content))) found.add(each.name)
      }
    }
    expect(found.size).toBeGreaterThan(100)
  }, 60_000)
})

describe('what crosses to the window', () => {
  test('holds no name: activities, all pages, and their records', { timeout: 240_000 }, async () => {
    const activities = await everyRow(place, 'activity.list', { limit: 500 })
    look('activity.list', { rows: activities })
    expect(activities.length).toBeGreaterThan(40_000)
    const taker = (await ask('person.find', { identity: upn, reason: gossip })).pseudonym
    expect(alerts.map(({ pseudonym }) => pseudonym)).toContain(taker)
    // Every record of one who took files, and of the others one in twenty: they are masked by the same function.
    const read = activities.filter(({ id, pseudonym }) => pseudonym === taker || id % 20 === 0)
    for (const { id } of read) {
      const { raw } = await place.get('activity.raw', { id })
      look('activity.raw', { raw })
    }
    expect(read.length).toBeGreaterThan(2500)
    expect(said(leaks)).toEqual([])
  })

  test('holds no name: people, timelines, alerts, receipts, rejected rows, audit', { timeout: 120_000 }, async () => {
    for (const { id } of alerts) await ask('alert.show', { id })
    for (const { pseudonym } of await ask('person.list', { limit: 2000 })) await ask('activity.timeline', { pseudonym })
    await ask('person.rank', { from: null, to: null, limit: 100_000 })
    await ask('alert.list', { search: last })
    await ask('alert.counts', {})
    const receipts = await everyRow(place, 'import.list', { limit: 10 })
    look('import.list', receipts)
    expect(receipts.every(({ label }) => /^ANON-\w{4}-\w\w, ANON-\w{4}-\w\w$/.test(label))).toBe(true)
    let rejected = 0
    for (const { id } of receipts) {
      await ask('import.show', { id })
      const rows = await everyRow(place, 'import.rejected', { id, limit: 2 })
      look('import.rejected', rows)
      rejected += rows.length
    }
    expect(rejected).toBe(receipts.reduce((sum, receipt) => sum + receipt.rejected, 0))
    expect(rejected).toBeGreaterThan(0)
    for (const { id } of receipts) {
      const { ticket } = await ask('import.again', { id })
      await ask('import.preview', { ticket })
    }
    await ask('import.coverage', {})
    await ask('watch.show', {})
    await ask('import.progress', {})
    expect(said(leaks)).toEqual([])
  })

  test('holds no name, even when an operator writes it down', { timeout: 120_000 }, async () => {
    const [one, other] = alerts
    if (one === undefined || other === undefined) throw new Error('the sample raises more than one alert')
    await ask('alert.dismiss', { ids: [other.id], reason: 'other', comment: gossip })
    await ask('alert.show', { id: other.id })
    const confirmed = await ask('alert.confirm', {
      ids: [one.id],
      into: { newCase: `${first} ${last} and ${upn}` },
      comment: gossip
    })
    const { caseId } = confirmed
    await ask('case.note', { id: caseId, text: gossip })
    const asked = await ask('reveal.request', { caseId, pseudonym: one.pseudonym, reason: gossip })
    await ask('reveal.list', {})
    await ask('reveal.withdraw', asked)
    await ask('case.resolve', { id: caseId, as: 'benign', text: gossip })
    await ask('case.show', { id: caseId })
    await ask('case.list', {})
    const [template] = await ask('policy.templates', {})
    if (template === undefined) throw new Error('there is no template')
    const priorityContent = { sites: [oneDriveUrl], extensions: ['dwg'], keywords: [last, `${first} ${last}`] }
    const created = await ask('policy.create', {
      name: `What ${first} ${last} did`,
      template: template.id,
      definition: { ...template.definition, priorityContent }
    })
    const { definition } = await ask('policy.show', { id: created.id })
    expect(definition.priorityContent.sites[0]).toMatch(/^https:\/\/larkfield-my\.sharepoint\.com\/personal\/ANON-/)
    await ask('policy.list', {})
    const edited = { ...definition, priorityContent: { ...definition.priorityContent, labels: [gossip.slice(0, 160)] } }
    await ask('policy.edit', { id: created.id, definition: edited })
    await ask('policy.versions', { id: created.id })
    expect(await ask('policy.diff', { id: created.id, from: 1, to: 2 })).toHaveLength(1)
    await ask('policy.copy', { id: created.id, name: `As ${first} ${last}` })
    await ask('policy.switch', { id: created.id, isOn: false })
    expect((await ask('policy.choices', {})).departments.length).toBeGreaterThan(3)
    for (const name of ['policy.indicators', 'policy.sequences', 'policy.boosters'] as const) await ask(name, {})
    await ask('policy.backtest', { of: { id: created.id } })
    await ask('policy.cancelBacktest', {})
    expect((await ask('analytics.run', {})).findings).not.toEqual([])
    const { settings } = await ask('setting.show', {})
    const exclusions = { ...settings.exclusions, keywords: [`${first} ${last}`], paths: [oneDriveUrl] }
    await ask('setting.change', { settings: { ...settings, exclusions } })
    await ask('setting.show', {})
    const { group } = await ask('group.create', { name: `Friends of ${last}`, description: gossip, identities: [upn] })
    expect(await ask('group.members', { id: group.id })).toHaveLength(1)
    await ask('group.list', {})
    await ask('asset.change', { assets: [`Door of ${first} ${last}`] })
    await ask('asset.list', {})
    await ask('operator.list', {})
    await ask('workspace.state', {})
    await ask('workspace.runtime', {})
    place.nextDialog([path.join(place.folder, `${upn}.csv`)])
    await ask('import.choose', { what: 'files' })
    look('audit.list', await everyRow(place, 'audit.list', {}))
    expect(await ask('audit.verify', {})).toMatchObject({ ok: true })
    expect(said(leaks)).toEqual([])
  })

  test('holds no name in a refusal', async () => {
    const wrong: readonly [string, unknown][] = [
      [upn, {}],
      ['alert.show', { id: upn }],
      ['alert.show', { [upn]: 1 }],
      ['policy.create', { name: last, template: upn, definition: null }],
      ['import.start', { ...requests['import.start'], ticket: upn }],
      ['import.start', { ...requests['import.start'], timezone: upn }],
      ['workspace.timezone', { timezone: upn }],
      ['operator.add', { ...requests['operator.add'], roles: [upn] }]
    ]
    for (const [name, request] of wrong) look(name, await place.refusal(name, request))
    expect(said(leaks)).toEqual([])
  })

  test('is what a bundle holds, and no name is in that either', { timeout: 120_000 }, async () => {
    const out = path.join(place.folder, 'out')
    mkdirSync(out)
    place.nextDialog([out])
    const exported = await ask('export.case', { caseId: 1, ticket: null })
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files).toHaveLength(exported.files)
    for (const entry of files) {
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
      look(entry.name, entry.name)
      look(entry.name, text)
    }
    expect(said(leaks)).toEqual([])
  })

  test('was looked at as a whole: every operation that reads, and everybody under a pseudonym', () => {
    const asked = new Set(place.asked)
    const never = Object.entries(contract).filter(([name, { kind }]) => kind === 'read' && !asked.has(name))
    expect(never.map(([name]) => name as OperationName)).toEqual([])
    expect(pseudonyms.size).toBeGreaterThanOrEqual(people.length)
    expect(texts).toBeGreaterThan(20_000_000)
    expect(place.diagnostics).toEqual([])
  })
})

describe('what lies on the disk', { timeout: 120_000 }, () => {
  /** Long runs of plain characters: by chance one of 28 stands in some hundred thousand files of this size. */
  const plain = /[\t\r\n\x20-\x7e]{28,}/
  const secrets = [OWNER.passphrase, 'FileDownloaded', 'needs-review', 'confidential', 'CREATE TABLE']

  /** What somebody could read who has the folder and nothing else. */
  function readable(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
      const content = readFileSync(path.join(folder, name))
      const texts = [content.toString('latin1'), content.toString('utf16le')]
      const found = texts.flatMap((text) => [
        ...namesIn(text).map((each) => each.name),
        ...secrets.filter((secret) => text.includes(secret))
      ])
      const isText = name === 'keys.json' || name.endsWith('-shm')
      return [...found, ...(isText ? [] : (plain.exec(texts[0] ?? '') ?? []))].map((each) => `${name}: ${each}`)
    })
  }

  function expectSealed(): void {
    expect(readable(place.workspace)).toEqual([])
    expect(readdirSync(place.workspace)).toEqual(expect.arrayContaining(['keys.json', MAIN_FILE, VAULT_FILE]))
    expect(statSync(path.join(place.workspace, VAULT_FILE)).size).toBeGreaterThan(1_000_000)
  }

  test('would be found if it were not sealed', () => {
    const folder = path.join(place.folder, 'unsealed')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'vault.db'), Buffer.concat([Buffer.alloc(64, 7), Buffer.from(upn, 'utf16le')]))
    writeFileSync(path.join(folder, 'vault.db-wal'), 'a note of thirty letters, at least')
    writeFileSync(path.join(folder, 'keys.json'), `{"passphrase":"${OWNER.passphrase}"}`)
    expect(readable(folder).sort()).toEqual([
      `keys.json: ${OWNER.passphrase}`,
      `vault.db-wal: a note of thirty letters, at least`,
      `vault.db: ${fold(last)}`
    ])
  })

  test('is sealed while the workspace is open', () => {
    expect(readdirSync(place.workspace)).toContain(`${MAIN_FILE}-wal`)
    expectSealed()
  })

  test('is sealed once it is locked, and each file opens under its own key only', async () => {
    const keys = await rawKeys(place)
    await place.get('workspace.lock', {})
    expectSealed()
    const keyFile = readFileSync(path.join(place.workspace, 'keys.json'), 'utf8')
    for (const key of [keys.main, keys.vault]) {
      expect(keyFile).not.toContain(key.slice(0, 64))
      expect(keyFile).not.toContain(Buffer.from(key.slice(0, 64), 'hex').toString('base64').slice(0, 40))
    }
    expect(keyFile).not.toContain(OWNER.operator)
    const open = (name: string, hex: string): void => {
      openSql(path.join(place.workspace, name), { hex }, { isReader: true }).close()
    }
    for (const [name, own, other] of [
      [MAIN_FILE, keys.main, keys.vault],
      [VAULT_FILE, keys.vault, keys.main]
    ] as const) {
      expect(readFileSync(path.join(place.workspace, name)).subarray(0, 15).toString('latin1')).not.toBe(
        'SQLite format 3'
      )
      expect(() => open(name, other), name).toThrow(NotReadable)
      expect(() => open(name, '0'.repeat(96)), name).toThrow(NotReadable)
      expect(() => open(name, ''), name).toThrow(NotReadable)
      open(name, own)
    }
  })

  test('is nothing outside the workspace: the temporary folder was never written to', async () => {
    expect(readdirSync(temporary)).toEqual([])
    expect(inTemporary).toEqual([])
    writeFileSync(path.join(temporary, 'probe'), '')
    await vi.waitFor(() => expect(inTemporary).toContain('probe'))
  })
})

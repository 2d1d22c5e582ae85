// The sample company's data: that what is committed is what the generator makes, that it counts what it says, and that it names nobody real.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  decode,
  digestOf,
  entriesOf,
  filesIn,
  partsOf,
  readBlobs,
  readLines,
  readPowershell,
  sha256
} from './sample-reader.ts'
import type { AuditRecord, Export } from './sample-reader.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const committed = join(root, 'assets/sample')
const generator = join(root, 'scripts/sample/make.mjs')

/** What a download of the project should bear for a demo: 6 MB. */
const mostBytes = 6_000_000

const answers = z
  .strictObject({
    takers: z.array(z.string()),
    decoys: z.array(z.strictObject({ upn: z.string(), kind: z.string() })),
    leavers: z.array(z.string()),
    prioritySites: z.array(z.string())
  })
  .parse(JSON.parse(readFileSync(join(committed, 'answers.json'), 'utf8')))

let fresh = ''
let exports: Readonly<Record<string, Export>> = {}
let distinct: readonly AuditRecord[] = []

beforeAll(async () => {
  fresh = mkdtempSync(join(tmpdir(), 'sample-'))
  const run = spawnSync(process.execPath, [generator, '--out', fresh], { encoding: 'utf8', timeout: 60_000 })
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
  exports = {
    'audit/unified-audit-log.csv': readPowershell(join(committed, 'audit/unified-audit-log.csv')),
    'audit/file-activity-2026-03.ndjson.gz': readLines(join(committed, 'audit/file-activity-2026-03.ndjson.gz')),
    'audit/file-activity-2026-04.ndjson.gz': readLines(join(committed, 'audit/file-activity-2026-04.ndjson.gz')),
    'audit/management-activity.zip': await readBlobs(join(committed, 'audit/management-activity.zip'))
  }
  const byId = new Map(Object.values(exports).flatMap(({ records }) => records.map((record) => [record.Id, record])))
  distinct = [...byId.values()]
}, 90_000)

afterAll(() => rmSync(fresh, { recursive: true, force: true }))

describe('the generator', () => {
  it('makes exactly the files that are committed', async () => {
    const names = filesIn(committed)
    expect(filesIn(fresh)).toEqual(names)
    expect(names.length).toBeGreaterThan(20)
    const digests = (folder: string) =>
      Promise.all(names.map(async (name) => `${name} ${await digestOf(join(folder, name))}`))
    expect(await digests(fresh)).toEqual(await digests(committed))
  })

  it('notices one changed byte', () => {
    const content = readFileSync(join(committed, 'hr/leavers.csv'))
    const before = sha256(content)
    content[20] = (content[20] ?? 0) ^ 1
    expect(sha256(content)).not.toBe(before)
  })

  it('puts no clock into packed files', async () => {
    for (const name of filesIn(fresh).filter((name) => name.endsWith('.gz'))) {
      const header = readFileSync(join(fresh, name)).subarray(0, 10)
      expect(header.readUInt32LE(4), name).toBe(0)
      expect(header[9], name).toBe(255)
    }
    for (const name of ['audit/management-activity.zip', 'hr/profiles.xlsx'])
      for (const { time } of await entriesOf(readFileSync(join(fresh, name)))) expect(time).toBe('23707/24576')
  })

  it('stays small', () => {
    const bytes = filesIn(committed).reduce((sum, name) => sum + statSync(join(committed, name)).size, 0)
    expect(bytes).toBeLessThan(mostBytes)
  })

  it('refuses a seed that is not a number', () => {
    const run = spawnSync(process.execPath, [generator, '--seed', 'lucky', '--out', fresh], { encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stderr).toBe('--seed needs a whole number, not lucky.\n')
  })
})

describe('the audit log', () => {
  it('has as many rows in each file as its page says', () => {
    const page = readFileSync(join(committed, 'README.md'), 'utf8')
    for (const [name, { rows, broken }] of Object.entries(exports))
      expect(page).toMatch(new RegExp(`\\| ${name.replaceAll('.', '\\.')} \\|[^|]*\\| ${rows} \\| ${broken} \\|`))
    expect(page).toContain(`- ${distinct.length} different audit records; `)
  })

  it('is of the size and the make-up that were asked for', () => {
    expect(distinct.length).toBeGreaterThan(30_000)
    expect(distinct.length).toBeLessThan(45_000)
    const broken = Object.values(exports).map((file) => file.broken)
    expect(broken).toEqual([3, 1, 1, 1])
    const readable = Object.values(exports).reduce((sum, { records }) => sum + records.length, 0)
    expect(readable).toBeGreaterThan(distinct.length + 200)
    const machines = distinct.filter(({ UserId }) =>
      /^(app@sharepoint$|SHAREPOINT\\|NT AUTHORITY|ServicePrincipal_)/.test(UserId)
    )
    expect(machines.length / distinct.length).toBeCloseTo(0.1, 1)
    const types = new Set(distinct.map(({ RecordType }) => RecordType))
    expect([...types].sort((one, other) => one - other)).toEqual([1, 2, 6, 8, 14, 15, 25, 63, 83])
  })

  it('repeats rows without changing them', () => {
    const seen = new Map<string, string>()
    for (const { records } of Object.values(exports))
      for (const record of records) {
        const text = JSON.stringify(record)
        expect(seen.get(record.Id) ?? text).toBe(text)
        seen.set(record.Id, text)
      }
  })

  it('arrives out of order, but never by more than ten hours', () => {
    const records = exports['audit/file-activity-2026-03.ndjson.gz']?.records ?? []
    const occurrences = new Map<string, number>()
    for (const { Id } of records) occurrences.set(Id, (occurrences.get(Id) ?? 0) + 1)
    let latest = 0
    let delays = 0
    let longestMs = 0
    // Repeated rows are left out: their copies were put anywhere in the file.
    for (const { CreationTime } of records.filter(({ Id }) => occurrences.get(Id) === 1)) {
      const atMs = Date.parse(`${CreationTime}Z`)
      if (atMs < latest) delays++
      longestMs = Math.max(longestMs, latest - atMs)
      latest = Math.max(latest, atMs)
    }
    expect(delays).toBeGreaterThan(1000)
    expect(longestMs).toBeGreaterThan(2 * 3_600_000)
    expect(longestMs).toBeLessThanOrEqual(10 * 3_600_000)
  })

  it('names only people of the company, its services and its guests', async () => {
    const profiles = (await entriesOf(readFileSync(join(committed, 'hr/profiles.xlsx')))).find(
      ({ name }) => name === 'xl/sharedStrings.xml'
    )
    const people = new Set((profiles?.content.toString('utf8') ?? '').match(/[a-z.-]+@larkfield\.example/g))
    expect(people.size).toBe(150)
    const other =
      /^(app@sharepoint|SHAREPOINT\\system|NT AUTHORITY\\SYSTEM \(.*\)|ServicePrincipal_[0-9a-f-]+|urn:spo:(guest#.+\.example|anon#[0-9a-f]+)|.+#EXT#@larkfield\.onmicrosoft\.com|svc-cloudbackup@larkfield\.example)$/
    const strangers = new Set(
      distinct.map(({ UserId }) => UserId).filter((id) => !people.has(id.toLowerCase()) && !other.test(id))
    )
    expect([...strangers]).toEqual([])
    const spellings = new Set(
      distinct.map(({ UserId }) => UserId).filter((id) => id !== id.toLowerCase() && people.has(id.toLowerCase()))
    )
    expect(spellings.size).toBeGreaterThan(100)
  })
})

describe('names and addresses', () => {
  it('use reserved domains and documentation networks only', async () => {
    const texts = await Promise.all(
      filesIn(committed).map(async (name) =>
        (await partsOf(join(committed, name))).map(({ content }) => decode(content))
      )
    )
    const text = texts
      .flat()
      .join('\n')
      .replaceAll(/BrowserVersion"+: ?"+[\d.]+/g, '')
      .replaceAll(/i:0h\.f\|membership\|[0-9a-f]{16}@live\.com/g, '')
    const domains = new Set(
      [...text.matchAll(/@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(([, domain]) => domain?.toLowerCase())
    )
    const reserved = /(^|\.)(example|example\.(com|net|org))$|^larkfield\.onmicrosoft\.com$|^thread\.v2$/
    expect([...domains].filter((domain) => !reserved.test(domain ?? ''))).toEqual([])
    expect(domains.size).toBeGreaterThan(8)
    const hosts = new Set([...text.matchAll(/https?:\/\/([^/"\s<]+)/g)].map(([, host]) => host))
    expect([...hosts].sort()).toEqual([
      'larkfield-my.sharepoint.com',
      'larkfield.sharepoint.com',
      'schemas.openxmlformats.org'
    ])
    const addresses = new Set(
      [...text.matchAll(/(?<![\d./])\d{1,3}\.\d{1,3}\.\d{1,3}(?=\.\d{1,3}["\]:])/g)].map(([network]) => network)
    )
    expect([...addresses].sort()).toEqual(['192.0.2', '198.51.100', '203.0.113'])
  })
})

describe('the story', () => {
  const [engineer = '', salesManager = ''] = answers.takers
  const of = (upn: string) => distinct.filter(({ UserId }) => UserId.toLowerCase() === upn)

  it('has two takers who leave, decoys, and nine leavers', () => {
    expect(answers.takers).toHaveLength(2)
    expect(answers.leavers).toHaveLength(9)
    for (const taker of answers.takers) expect(answers.leavers).toContain(taker)
    expect(answers.decoys.map(({ kind }) => kind).sort()).toEqual([
      'backup-client',
      'farewell-party',
      'laptop-swap',
      'librarian',
      'project-cleanup',
      'quiet-leaver',
      'travel-assistant',
      'weekly-resync'
    ])
    const rows = readFileSync(join(committed, 'hr/leavers.csv'), 'utf8')
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .slice(1)
    expect(rows.map((row) => row.split(';')[0])).toEqual(answers.leavers)
  })

  it('lets the engineer download, rename, send out and delete under names that can be followed', () => {
    const activities = of(engineer)
    const evening = activities.filter(
      ({ Operation, SiteUrl, CreationTime }) =>
        Operation === 'FileDownloaded' &&
        SiteUrl === `${answers.prioritySites[0]}/` &&
        CreationTime >= '2026-04-15T17:30'
    )
    expect(evening.length).toBeGreaterThan(400)
    const downloaded = new Set(evening.map(({ SourceFileName }) => SourceFileName))
    const renames = activities.filter(
      ({ Operation, SourceFileName }) => Operation === 'FileRenamed' && downloaded.has(SourceFileName)
    )
    expect(renames.map(({ RecordType }) => RecordType).filter((type) => type === 63)).toHaveLength(64)
    expect(renames.map(({ RecordType }) => RecordType).filter((type) => type === 6)).toHaveLength(45)
    for (const { DestinationFileName } of renames) {
      const named = activities
        .filter(({ ObjectId }) => ObjectId?.endsWith(DestinationFileName ?? '?'))
        .map(({ Operation }) => Operation)
      expect(
        named.some((operation) =>
          ['FileUploadedToCloud', 'AnonymousLinkCreated', 'SharingSet', 'AddedToSecureLink'].includes(operation)
        )
      ).toBe(true)
      expect(named.some((operation) => ['FileDeleted', 'FileRecycled'].includes(operation))).toBe(true)
    }
  })

  it('lets the sales manager mail lists to herself and fill a stick on the day before her last', () => {
    const activities = of(salesManager)
    const mails = activities.filter(({ RecipientList }) =>
      RecipientList?.some((address) => address.endsWith('@freemail.example'))
    )
    expect(mails).toHaveLength(17)
    expect(new Set(mails.map(({ CreationTime }) => CreationTime.slice(0, 10))).size).toBe(7)
    const copies = activities.filter(({ Operation }) => Operation === 'FileCopiedToRemovableMedia')
    expect(new Set(copies.map(({ CreationTime }) => CreationTime.slice(0, 10)))).toEqual(new Set(['2026-04-21']))
    expect(copies.length).toBeGreaterThan(200)
  })

  it('lets nobody ordinary download more than twelve files a day', () => {
    const special = new Set([...answers.takers, ...answers.decoys.map(({ upn }) => upn)])
    const counts = new Map<string, number>()
    for (const { UserId, Operation, CreationTime } of distinct) {
      const person = UserId.toLowerCase()
      if (Operation !== 'FileDownloaded' || !person.endsWith('@larkfield.example') || special.has(person)) continue
      const day = `${person} ${CreationTime.slice(0, 10)}`
      counts.set(day, (counts.get(day) ?? 0) + 1)
    }
    expect(counts.size).toBeGreaterThan(1000)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(12)
  })

  it('keeps each decoy as harmless as it is meant to be', () => {
    const decoy = (kind: string) => of(answers.decoys.find((one) => one.kind === kind)?.upn ?? '')
    const perDay = new Map<string, number>()
    for (const { Operation, CreationTime } of decoy('librarian'))
      if (Operation === 'FileDownloaded')
        perDay.set(CreationTime.slice(0, 10), (perDay.get(CreationTime.slice(0, 10)) ?? 0) + 1)
    const usual = [...perDay.values()].filter((count) => count > 20)
    expect(usual.length).toBeGreaterThan(36)
    expect(Math.min(...usual)).toBeGreaterThanOrEqual(150)
    expect(decoy('backup-client').every(({ UserType }) => UserType === 5)).toBe(true)
    const swap = decoy('laptop-swap').filter(
      ({ Operation, CreationTime }) => Operation === 'FileSyncDownloadedFull' && CreationTime.startsWith('2026-04-14')
    )
    expect(swap.length).toBeGreaterThan(600)
    expect(swap.every(({ SiteUrl }) => SiteUrl?.includes('/personal/meera_hollowell_'))).toBe(true)
    const sends = ['FileUploadedToCloud', 'FileCopiedToRemovableMedia', 'AnonymousLinkCreated']
    for (const kind of ['librarian', 'laptop-swap', 'quiet-leaver', 'farewell-party', 'travel-assistant'])
      expect(
        decoy(kind).filter(
          ({ Operation, TargetDomain }) => sends.includes(Operation) && TargetDomain !== 'supplier-portal.example'
        ).length,
        kind
      ).toBeLessThanOrEqual(3)
  })
})

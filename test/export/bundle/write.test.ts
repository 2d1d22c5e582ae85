import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { bundleName, writeBundle } from '../../../src/main/export/bundle/write.ts'
import type { BundleResult } from '../../../src/main/export/bundle/write.ts'
import type { BundleInput } from '../../../src/main/export/input.ts'
import type { ActivityView } from '../../../src/shared/contract/activity.ts'
import { newFolder } from '../folder.ts'
import { madeActivities, madeBundle, madeReport } from '../made.ts'
import { digest, EXPORTED_MS } from '../made-words.ts'

const run = promisify(execFile)

test('the checksums can be verified with coreutils alone, and no file is unlisted', async () => {
  const { folder } = await written()
  for (const name of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    await run('sha256sum', ['--strict', '-c', name], { cwd: folder })
  for (const name of ['manifest-sha512.txt', 'tagmanifest-sha512.txt'])
    await run('sha512sum', ['--strict', '-c', name], { cwd: folder })
  const listed = await run('sh', ['-c', 'find data -type f | LC_ALL=C sort | diff - manifest-paths'], {
    cwd: await withPaths(folder)
  })
  expect(listed.stdout).toBe('')
})

test('the result tells the folder, its size and the digest that stands for all of it', async () => {
  const out = await newFolder()
  const outcome = await writeBundle(join(out, 'new', 'place'), madeBundle())
  if (!outcome.ok) throw new Error(outcome.sentence)
  const { folder, bundle, files, bytes, sha256 } = outcome.value
  expect(bundle).toBe('inward-case-3-20260316T081244Z')
  expect(folder).toBe(join(out, 'new', 'place', bundle))
  const all = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const sizes = await Promise.all(all.map(async (entry) => (await readFile(join(entry.parentPath, entry.name))).length))
  expect(files).toBe(all.length)
  expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  expect(sha256).toBe(digest(await readFile(join(folder, 'tagmanifest-sha256.txt'), 'utf8')))
  expect(await readdir(join(out, 'new', 'place'))).toEqual([bundle])
})

test('the same input gives the same bytes', async () => {
  expect((await written()).sha256).toBe((await written()).sha256)
})

test('the tag files are what RFC 8493 asks for, and carry the audit head', async () => {
  const { folder, redacted } = await written()
  expect(await readFile(join(folder, 'bagit.txt'), 'utf8')).toBe(
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
  )
  const info = await readFile(join(folder, 'bag-info.txt'), 'utf8')
  const { auditHead } = madeReport()
  expect(info).toContain('Bagging-Date: 2026-03-16\n')
  expect(info).toContain(`Inward-Audit-Entries: 12\nInward-Audit-Head: ${auditHead.hash}\n`)
  expect(info).toContain(`Inward-Audit-Root: ${auditHead.merkleRoot}\n`)
  expect(info).toContain(`Inward-Pseudonymised-Places: ${String(redacted)}\n`)
  expect(info).toMatch(/^Payload-Oxum: \d+\.18$/m)
  expect(info).not.toContain('Source-Organization')
})

test('activities stand in both files, disarmed in the table and as they are in the lines', async () => {
  const { folder } = await written(madeBundle(madeActivities(8)))
  const table = await readFile(join(folder, 'data/activities.csv'))
  expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = parse(table, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as readonly Record<
    string,
    string
  >[]
  const lines = (await readFile(join(folder, 'data/activities.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(rows).toHaveLength(8)
  expect(lines).toHaveLength(8)
  expect(rows[0]).toMatchObject({
    id: '1',
    time_utc: '2026-03-11T12:02:00.000Z',
    time_local: '2026-03-11T13:02:00.000+01:00',
    subject: '\'=HYPERLINK("http://made.example")',
    record: '1',
    also_in: ''
  })
  expect(rows[3]).toMatchObject({ import_id: '1', record: '4', also_in: '2; 5' })
  expect(JSON.parse(lines[3] ?? '')).toMatchObject({ importId: 1, alsoIn: [2, 5] })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 1, subject: '=HYPERLINK("http://made.example")' })
})

test('the number of pseudonymised places is the number of pseudonyms in the JSON files', async () => {
  const { folder, redacted } = await written()
  const names = (await readdir(join(folder, 'data'))).filter((name) => /\.jsonl?$/.test(name))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'data', name), 'utf8')))
  const found = texts.join('\n').match(/ANON-[0-9A-Z]{4}-[0-9A-Z]+/g)?.length
  expect(redacted).toBe(found)
  expect(redacted).toBeGreaterThan(80)
})

test('a schema is published beside each JSON file', async () => {
  const { folder } = await written()
  const schema: unknown = JSON.parse(await readFile(join(folder, 'data/schema/case.schema.json'), 'utf8'))
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    properties: { auditHead: { type: 'object' } }
  })
  expect(await readdir(join(folder, 'data/schema'))).toHaveLength(7)
})

test('nothing is written over: an existing bundle and an unfinished one are refused and stay as they are', async () => {
  for (const ending of ['', '.partial']) {
    const out = await newFolder()
    const there = join(out, `${bundleName(3, EXPORTED_MS)}${ending}`)
    await mkdir(there)
    await writeFile(join(there, 'mine.txt'), 'mine')
    const outcome = await writeBundle(out, madeBundle())
    expect(outcome).toMatchObject({ ok: false, code: 'conflict' })
    expect(await readdir(there)).toEqual(['mine.txt'])
  }
})

test('an export that is cancelled on its way leaves nothing behind', async () => {
  const out = await newFolder()
  const controller = new AbortController()
  function* rows(): Generator<ActivityView> {
    for (const [index, activity] of [...madeActivities(2000)].entries()) {
      if (index === 1000) controller.abort()
      yield activity
    }
  }
  const outcome = await writeBundle(out, madeBundle(rows()), controller.signal)
  expect(outcome).toMatchObject({ ok: false, code: 'cancelled' })
  expect(await readdir(out)).toEqual([])
})

test('a stream that breaks is thrown on, and leaves nothing behind', async () => {
  const out = await newFolder()
  function* rows(): Generator<ActivityView> {
    yield* madeActivities(3)
    throw new Error('the store went away')
  }
  await expect(writeBundle(out, madeBundle(rows()))).rejects.toThrow('the store went away')
  expect(await readdir(out)).toEqual([])
})

test('a field that the contract does not know cannot slip into a bundle', async () => {
  const out = await newFolder()
  const [activity] = madeActivities(1)
  const leaking = [{ ...activity, displayName: 'Invented Person' }] as unknown as ActivityView[]
  await expect(writeBundle(out, madeBundle(leaking))).rejects.toThrow('displayName')
  const input = { ...madeBundle(), identitiesRevealed: [{ name: 'Invented Person' }] } as unknown as BundleInput
  await expect(writeBundle(out, input)).rejects.toThrow('identitiesRevealed')
  expect(await readdir(out)).toEqual([])
})

test('a folder that cannot be written to and an unknown zone are told, not thrown', async () => {
  const file = join(await newFolder(), 'a-file')
  await writeFile(file, '')
  expect(await writeBundle(file, madeBundle())).toMatchObject({ ok: false, code: 'bad-input' })
  expect(await writeBundle(await newFolder(), { ...madeBundle(), timezone: 'Mars/Olympus' })).toMatchObject({
    ok: false,
    code: 'bad-input'
  })
})

async function written(input = madeBundle()): Promise<BundleResult> {
  const outcome = await writeBundle(await newFolder(), input)
  if (!outcome.ok) throw new Error(outcome.sentence)
  return outcome.value
}

async function withPaths(folder: string): Promise<string> {
  const manifest = await readFile(join(folder, 'manifest-sha256.txt'), 'utf8')
  await writeFile(join(folder, 'manifest-paths'), manifest.replaceAll(/^.{66}/gm, ''))
  return folder
}

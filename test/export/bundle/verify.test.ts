import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBundle } from '../../../src/main/export/bundle/verify.ts'
import type { BundleVerification } from '../../../src/main/export/bundle/verify.ts'
import { writeBundle } from '../../../src/main/export/bundle/write.ts'
import { hash, makeBag } from '../bag/made-bag.ts'
import { newFolder } from '../folder.ts'
import { madeBundle, verifyMadeAudit } from '../made.ts'

test('a bundle that was just written verifies, and says what it is about', async () => {
  const { folder, sha256, files, bytes } = await written()
  const check = await verify(folder)
  expect(check.problems).toEqual([])
  expect(check).toMatchObject({
    ok: true,
    files,
    bytes,
    sha256,
    checked: files - 1,
    about: { case: { id: 3 }, counts: { activities: 40, auditEntries: 12 } }
  })
})

test('a changed byte anywhere is found and named', async () => {
  for (const name of [
    'data/activities.csv',
    'data/report.html',
    'data/schema/case.schema.json',
    'bag-info.txt',
    'manifest-sha512.txt'
  ]) {
    const { folder } = await written()
    const bytes = await readFile(join(folder, name))
    bytes[10] = (bytes[10] ?? 0) ^ 1
    await writeFile(join(folder, name), bytes)
    const { ok, problems } = await verify(folder)
    expect(ok).toBe(false)
    expect(problems.join('\n')).toContain(name)
  }
})

test('a file that was added or taken away is found', async () => {
  const { folder } = await written()
  await writeFile(join(folder, 'data/more.txt'), 'more')
  await writeFile(join(folder, 'note.txt'), 'unlisted')
  const { problems } = await verify(folder)
  expect(problems).toContain('"data/more.txt" is not listed in manifest-sha256.txt.')
  expect(problems).toContain('"note.txt" is not part of the bundle: no list names it.')
})

type Change = (text: string) => string

/** Each is a bag whose checksums are right again: only its contents are wrong. */
const FORGED: readonly (readonly [name: string, file: string, change: Change, says: string | RegExp])[] = [
  [
    'a line less than case.json states',
    'activities.jsonl',
    (text) => text.replace(/^.*\n/, ''),
    'data/activities.jsonl holds 39 activities, but case.json states 40.'
  ],
  [
    'a row less than case.json states',
    'activities.csv',
    (text) => text.replace(/\r\n40,.*\r\n$/, '\r\n'),
    'data/activities.csv holds 39 activities, but case.json states 40.'
  ],
  [
    'a cell that the lines tell otherwise',
    'activities.csv',
    (text) => text.replace('Gearbox drawing 3', 'Gearbox drawing 4'),
    'data/activities.csv and data/activities.jsonl do not tell the same records in the same order.'
  ],
  [
    'a row without all cells',
    'activities.csv',
    (text) => text.replace(/\r\n5,/, '\r\n'),
    /data\/activities\.csv, row \d+ is not a row of the table/
  ],
  [
    'other columns',
    'activities.csv',
    (text) => text.replace('person', 'name'),
    'data/activities.csv does not begin with the names of its columns.'
  ],
  [
    'a field that the schema does not know',
    'activities.jsonl',
    (text) => text.replace('{"actorKind"', '{"aName":"x","actorKind"'),
    'data/activities.jsonl, line 1 does not follow its schema.'
  ],
  ['a line that is not JSON', 'notes.jsonl', (text) => text.replace('{', ''), 'data/notes.jsonl, line 1 is not JSON.'],
  [
    'a value of the wrong kind',
    'case.json',
    (text) => text.replace('"exportedBy": "i.field"', '"exportedBy": 7'),
    'data/case.json does not follow its schema at "exportedBy".'
  ],
  [
    'an unknown format',
    'case.json',
    (text) => text.replace('inward-bundle/1', 'inward-bundle/9'),
    'data/case.json does not follow its schema at "format".'
  ],
  ['an alert less', 'alerts.json', () => '[]\n', 'data/alerts.json holds 0 alerts, but case.json states 3.'],
  [
    'an audit entry that was changed',
    'audit.jsonl',
    (text) => text.replace(/"atMs":\d+/, '"atMs":1'),
    'data/audit.jsonl: entry 1 does not fit.'
  ],
  [
    'an audit log that was cut',
    'audit.jsonl',
    (text) => text.replace(/.*\n$/, ''),
    'data/audit.jsonl holds 11 audit entries, but case.json states 12.'
  ],
  [
    'another audit head in case.json',
    'case.json',
    (text) => text.replace(/("auditHead": \{\s*"hash": ")[0-9a-f]{4}/, '$10000'),
    'data/audit.jsonl: entry 12 has another hash than the audit head in case.json.'
  ]
]

test.each(FORGED)('refuses a well-formed bag with %s', async (_name, file, change, says) => {
  const { folder } = await written()
  const before = await readFile(join(folder, 'data', file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(join(folder, 'data', file), after)
  await sealAgain(folder)
  const { ok, problems } = await verify(folder)
  expect(ok).toBe(false)
  if (typeof says === 'string') expect(problems).toContain(says)
  else expect(problems.join('\n')).toMatch(says)
})

test('sealing again without a change gives a bundle that verifies, so the refusals above are about the contents', async () => {
  const { folder } = await written()
  await sealAgain(folder)
  expect((await verify(folder)).problems).toEqual([])
})

test('a bag that is not of Inward, and a folder that is no bag, are told in one sentence each', async () => {
  expect((await verify(await makeBag())).problems).toContain(
    'This is a bag, but not a bundle of Inward: data/case.json is not in it.'
  )
  const empty = await newFolder()
  expect(await verify(empty)).toEqual({
    ok: false,
    checked: 0,
    problems: ['This folder holds no bagit.txt, so it is not a bag. Nothing was checked.'],
    about: null,
    files: 0,
    bytes: 0,
    sha256: null
  })
})

test('a check can be cancelled', async () => {
  const { folder } = await written()
  await expect(verifyBundle(folder, verifyMadeAudit, AbortSignal.abort())).rejects.toThrow('aborted')
})

async function verify(folder: string): Promise<BundleVerification> {
  return await verifyBundle(folder, verifyMadeAudit)
}

async function written(): Promise<{
  readonly folder: string
  readonly sha256: string
  readonly files: number
  readonly bytes: number
}> {
  const outcome = await writeBundle(await newFolder(), madeBundle())
  if (!outcome.ok) throw new Error(outcome.sentence)
  return outcome.value
}

/** What a forger who knows BagIt would do: new manifests, a new Payload-Oxum, new tag manifests. */
async function sealAgain(folder: string): Promise<void> {
  const entries = await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
  const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })))
  const octets = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const info = await readFile(join(folder, 'bag-info.txt'), 'utf8')
  await writeFile(
    join(folder, 'bag-info.txt'),
    info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${String(octets)}.${String(files.length)}`)
  )
  for (const algorithm of ['sha256', 'sha512']) {
    await writeFile(
      join(folder, `manifest-${algorithm}.txt`),
      files.map((file) => `${hash(algorithm, file.bytes)}  ${file.path}\n`).join('')
    )
  }
  const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt']
  for (const algorithm of ['sha256', 'sha512']) {
    const lines = await Promise.all(
      tags.map(async (tag) => `${hash(algorithm, await readFile(join(folder, tag)))}  ${tag}\n`)
    )
    await writeFile(join(folder, `tagmanifest-${algorithm}.txt`), lines.join(''))
  }
}

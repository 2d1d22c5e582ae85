// Files come packed, nested, in folders, in odd encodings, cut in half, and sometimes made to do harm.
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { auditRecord, csvLine } from './audit-record.ts'
import { readAll, rowsAccountedFor, temporaryFolder } from './reading.ts'
import { renamed, zipped } from './zipped.ts'

const folder = temporaryFolder()
const lines = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `${JSON.stringify(auditRecord(from + index))}\n`).join('')
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function write(name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

describe('packed files', () => {
  it('gzip is read through, and the hash is of the file as it lies on disk', async () => {
    const bytes = Buffer.concat([gzipSync(lines(0, 300)), gzipSync(lines(300, 200))])
    const { activities, ends } = await readAll(write('two-members.log.gz', bytes))
    expect(activities).toHaveLength(500)
    expect(ends[0]).toMatchObject({ sha256: sha256(bytes), sizeBytes: bytes.length, warnings: [] })
  })

  it('members of an archive are files of their own, with their own hash and the way to them', async () => {
    const inner = Buffer.from(lines(10, 3))
    const archive = await zipped([
      { name: 'march/a.json', bytes: Buffer.from(lines(0, 2)) },
      { name: '__MACOSX/._a.json', bytes: Buffer.from('left over') },
      { name: 'march/b.json.gz', bytes: gzipSync(inner) }
    ])
    const file = write('month.zip', archive)
    const { starts, ends, activities, refused } = await readAll(file)
    expect(starts.map(({ file: number, path: shown }) => [number, shown])).toEqual([
      [0, `${file}/march/a.json`],
      [1, `${file}/march/b.json.gz`]
    ])
    expect(ends.map(({ sha256: hash }) => hash)).toEqual([sha256(Buffer.from(lines(0, 2))), sha256(gzipSync(inner))])
    expect(activities).toHaveLength(5)
    expect(refused).toEqual([])
  })

  it('archives are opened three deep and no deeper', async () => {
    const one = await zipped([{ name: 'rows.json', bytes: Buffer.from(lines(0, 2)) }])
    const two = await zipped([{ name: 'one.zip', bytes: one }])
    const three = await zipped([{ name: 'two.zip', bytes: two }])
    const four = await zipped([{ name: 'three.zip', bytes: three }])
    const deepest = await readAll(write('three.zip', three))
    expect(deepest.starts.map(({ path: shown }) => path.relative(folder, shown))).toEqual([
      'three.zip/two.zip/one.zip/rows.json'
    ])
    expect(deepest.activities).toHaveLength(2)
    const tooDeep = await readAll(write('four.zip', four))
    expect(tooDeep.activities).toEqual([])
    expect(tooDeep.refused.map(({ reason }) => reason)).toEqual(['Archives are opened 3 deep and no deeper.'])
  })

  it('a member whose name leads outside is refused by itself', async () => {
    const archive = await zipped([
      { name: 'aa/evil.json', bytes: Buffer.from(lines(0, 1)) },
      { name: 'good.json', bytes: Buffer.from(lines(1, 1)) }
    ])
    const reading = await readAll(write('names.zip', renamed(archive, 'aa/evil.json', '../evil.json')))
    expect(reading.refused).toMatchObject([{ reason: 'The name of the member leads outside the archive.' }])
    expect(reading.starts.map(({ path: shown }) => path.basename(shown))).toEqual(['good.json'])
    const backslash = await readAll(write('back.zip', renamed(archive, 'aa/evil.json', '..\\evil.json')))
    expect(backslash.refused).toHaveLength(1)
  })

  it('a member that says it swells a thousandfold is refused, one that lies about it is stopped', async () => {
    const filler = Buffer.alloc(80 * 1024 * 1024, 32)
    filler.write(lines(0, 50))
    const archive = await zipped([{ name: 'bomb.json', bytes: filler }])
    const honest = await readAll(write('bomb.zip', archive))
    expect(honest.refused.map(({ reason }) => reason)).toEqual([
      'The member would swell far beyond what a log does; it was not unpacked.'
    ])
    // The same with a size in the list of members that looks harmless.
    const size = Buffer.alloc(4)
    size.writeUInt32LE(filler.length)
    const lying = Buffer.from(archive)
    for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(50_000, at)
    const liar = await readAll(write('liar.zip', lying))
    expect(liar.activities).toHaveLength(50)
    expect(liar.ends[0]?.warnings[0]).toBe('The packed data swells far beyond what a log does; reading stopped there.')
    const packed = await readAll(write('bomb.json.gz', gzipSync(filler)))
    expect(packed.activities).toHaveLength(50)
    expect(packed.ends[0]?.warnings[0]).toContain('swells far beyond what a log does')
  }, 30_000)
})

describe('cut files', () => {
  const whole = lines(0, 400)

  it.each([
    ['lines', Buffer.from(whole).subarray(0, -100), 399],
    ['a list', Buffer.from(`[${whole.trim().replaceAll('\n', ',\n')}]`).subarray(0, -100), 399],
    [
      'a table',
      Buffer.from(
        `${csvLine(['CreationDate', 'AuditData'])}\n${whole
          .trim()
          .split('\n')
          .map((line) => csvLine(['now', JSON.stringify(JSON.parse(line), null, 1)]))
          .join('\n')}\n`
      ).subarray(0, -100),
      399
    ]
  ])('%s keep the rows before the cut, and the rest is one rejected row', async (_, bytes, kept) => {
    const reading = await readAll(write('cut', bytes))
    expect(reading.activities).toHaveLength(kept)
    expect(reading.rejected).toMatchObject([{ ordinal: kept + 1, reason: 'The file ends in the middle of this row.' }])
    expect(reading.ends[0]?.warnings.join(' ')).toContain('The file is cut')
    expect(rowsAccountedFor(reading)).toBe(reading.rowsRead)
  })

  it('gzip and zip keep what came before the cut and say so', async () => {
    const packed = gzipSync(whole)
    const gzip = await readAll(write('cut.gz', packed.subarray(0, packed.length / 2)))
    expect(gzip.activities.length).toBeGreaterThan(50)
    expect(gzip.rejected).toHaveLength(1)
    expect(gzip.ends[0]?.warnings).toEqual([
      'The packed data is cut or damaged; what came before the damage was read.',
      expect.stringContaining('The file is cut')
    ])
    const archive = await zipped([
      { name: 'first.json', bytes: Buffer.from(lines(0, 30)) },
      { name: 'second.json', bytes: Buffer.from(lines(30, 400)) }
    ])
    const zip = await readAll(write('cut.zip', archive.subarray(0, archive.length / 2)))
    expect(zip.starts.map(({ path: shown }) => path.basename(shown))).toEqual(['first.json', 'second.json'])
    expect(zip.activities.length).toBeGreaterThan(60)
    expect(zip.rejected).toHaveLength(1)
    expect(zip.refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('its list of members is missing')])
    expect(rowsAccountedFor(zip)).toBe(zip.rowsRead)
  })

  it('an archive damaged inside keeps the other members', async () => {
    const archive = await zipped([
      { name: 'first.json', bytes: Buffer.from(lines(0, 400)) },
      { name: 'second.json', bytes: Buffer.from(lines(400, 20)) }
    ])
    archive.fill(0x55, 900, 1400)
    const reading = await readAll(write('damaged.zip', archive))
    expect(reading.starts).toHaveLength(2)
    expect(reading.activities.length).toBeGreaterThanOrEqual(20)
    expect(reading.ends.map(({ warnings }) => warnings.length > 0)).toEqual([true, false])
  })

  it('a last row without a line end is whole when it parses', async () => {
    const reading = await readAll(write('no-end.json', whole.trimEnd()))
    expect(reading.activities).toHaveLength(400)
    expect(reading.ends[0]?.warnings).toEqual([])
  })
})

it('folders are walked in order, leftovers passed over, links not followed', async () => {
  const root = path.join(folder, 'export')
  write('export/b/2.json', lines(2, 1))
  write('export/a.json', lines(0, 1))
  write('export/b/1.json', lines(1, 1))
  write('export/.DS_Store', 'x')
  symlinkSync('/etc', path.join(root, 'c'))
  const { starts, refused, activities } = await readAll(root)
  expect(starts.map(({ path: shown }) => path.relative(root, shown))).toEqual(['a.json', 'b/1.json', 'b/2.json'])
  expect(refused.map(({ reason }) => reason)).toEqual(['Links inside a folder are not followed.'])
  expect(activities).toHaveLength(3)
})

it('two runs over the same files tell the same', async () => {
  const file = write('same.json', lines(0, 50))
  expect(await readAll(file)).toEqual(await readAll(file))
})

it('an archive packed with bytes of a foreign method is refused, not guessed at', async () => {
  const archive = await zipped([{ name: 'a.json', bytes: Buffer.from(lines(0, 1)) }])
  const packed = deflateRawSync(lines(0, 1))
  expect(packed.length).toBeGreaterThan(0)
  const central = archive.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  archive.writeUInt16LE(12, central + 10)
  const { refused } = await readAll(write('method.zip', archive))
  expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('a method that Inward does not open')])
})

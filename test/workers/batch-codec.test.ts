// A batch crosses processes whole: every field, every raw record in its block, and nothing that was not written here.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ActivityDraft, HrEventDraft, ProfileDraft, RowBatch } from '../../src/shared/domain/draft.ts'
import { decodeBatch, encodeBatch, readRawBlock } from '../../src/main/workers/batch-codec.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const count = fc.nat({ max: 2 ** 40 })
const place = { ordinal: count, line: count, byteOffset: count, recordKey: text, raw: text }

const activity: fc.Arbitrary<ActivityDraft> = fc.record({
  ...place,
  atMs: count,
  workload: fc.constantFrom('SharePoint', 'Exchange'),
  operation: text,
  outcome: fc.constantFrom('success', 'failure', 'unknown'),
  actorKind: fc.constantFrom('person', 'guest', 'service', 'unknown'),
  actor: fc.constantFrom('a@harbourlight.example', 'b@harbourlight.example'),
  itemType: fc.constantFrom('none', 'file', 'message'),
  path: text,
  fileName: text,
  newFileName: text,
  extension: text,
  siteUrl: text,
  subject: text,
  targets: fc.array(text, { maxLength: 3 }),
  targetDomains: fc.array(text, { maxLength: 3 }),
  exposure: fc.constantFrom('none', 'inside', 'guest', 'anyone'),
  labelChange: fc.constantFrom('none', 'removed'),
  alertSeverity: fc.constantFrom('none', 'high'),
  alertState: fc.constantFrom('unknown', 'resolved'),
  topic: text,
  label: text,
  sensitiveTypes: fc.array(text, { maxLength: 3 }),
  country: fc.constantFrom('', 'SE'),
  address: text,
  device: text,
  sizeBytes: count,
  itemCount: count
})
const facts = {
  displayName: text,
  firstName: text,
  lastName: text,
  department: text,
  title: text,
  country: text,
  businessUnit: text,
  manager: text,
  hiredMs: fc.option(count),
  aliases: fc.array(text, { maxLength: 2 })
}
const hrEvent: fc.Arbitrary<HrEventDraft> = fc.record({
  ...place,
  kind: fc.constantFrom('resignation', 'improvement-plan'),
  identity: text,
  atMs: count,
  lastDayMs: fc.option(count),
  oldLevel: text,
  newLevel: text,
  rating: text,
  remarks: text,
  profile: fc.option(fc.record(facts))
})
const profile: fc.Arbitrary<ProfileDraft> = fc.record({ ...place, identity: text, ...facts })
const rejected = fc.record({ ordinal: count, line: count, byteOffset: count, reason: text, raw: text })
const batch: fc.Arbitrary<RowBatch> = fc.record({
  activities: fc.array(activity, { maxLength: 150 }),
  hrEvents: fc.array(hrEvent, { maxLength: 70 }),
  profiles: fc.array(profile, { maxLength: 70 }),
  rejected: fc.array(rejected, { maxLength: 3 }),
  ignored: fc.dictionary(fc.constantFrom('empty row', 'repeated header'), count),
  rowsRead: count,
  bytesRead: count
})

it('any batch comes back as it was, its raw records from their blocks', () => {
  fc.assert(
    fc.property(batch, fc.nat(), (written, file) => {
      const bytes = encodeBatch(file, written)
      expect(bytes.byteOffset).toBe(0)
      expect(bytes.buffer.byteLength).toBe(bytes.byteLength)
      const read = decodeBatch(structuredClone(bytes))
      const blocks = read.rawBlocks.map((block) => readRawBlock(block.bytes))
      expect(read.rawBlocks.map(({ records }) => records)).toEqual(blocks.map((records) => records.length))
      expect(blocks.every((records) => records.length <= 64)).toBe(true)
      const unpacked = <Draft extends { rawBlock: number; rawIndex: number }>({
        rawBlock,
        rawIndex,
        ...draft
      }: Draft) => ({
        ...draft,
        raw: blocks[rawBlock]?.[rawIndex]
      })
      expect(read.activities.map(unpacked)).toEqual(written.activities)
      expect(read.hrEvents.map(unpacked)).toEqual(written.hrEvents)
      expect(read.profiles.map(unpacked)).toEqual(written.profiles)
      expect(read.rejected).toEqual(written.rejected)
      expect({ file: read.file, ignored: read.ignored, rowsRead: read.rowsRead, bytesRead: read.bytesRead }).toEqual({
        file,
        ignored: { ...written.ignored },
        rowsRead: written.rowsRead,
        bytesRead: written.bytesRead
      })
    }),
    { numRuns: 60 }
  )
})

it('refuses a buffer that it did not write', () => {
  expect(() => decodeBatch(Buffer.from('not a batch at all'))).toThrow()
  expect(() => decodeBatch(new Uint8Array(3))).toThrow()
})

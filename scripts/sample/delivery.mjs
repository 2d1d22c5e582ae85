/**
 * How the log reaches the operator: late and out of order within hours, split over three exports by kind, with a small overlap between
 * them, and with six rows that cannot be read. Every readable activity is in at least one export.
 */
import { DAY_MS, MINUTE_MS, startMs } from './calendar.mjs'
import { creationTime } from './records/head.mjs'
/** @import { World } from './world.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * @typedef {Record<string, unknown>} AuditRecord
 * @typedef {{record: AuditRecord, flaw?: 'cut' | 'empty' | 'no-operation'}} Row
 * @typedef {{name: string, rows: Row[]}} Export
 */

const aprilBegins = Date.UTC(2026, 3, 1)

/** @param {World} world */
export function deliver(world) {
  const random = world.randomFor('delivery')
  const arrived = arrive(world, random)
  /** @param {(type: unknown) => boolean} isWanted @param {typeof arrived} [from] @returns {Row[]} */
  const rowsOf = (isWanted, from = arrived) =>
    from.filter(({ record }) => isWanted(record.RecordType)).map(({ record }) => ({ record }))
  const isFile = (/** @type {unknown} */ type) => type === 6
  const isSharing = (/** @type {unknown} */ type) => type === 14 || type === 83

  const csv = rowsOf(isSharing)
  const march = rowsOf(
    isFile,
    arrived.filter(({ arrivedMs }) => arrivedMs < aprilBegins)
  )
  const april = rowsOf(
    isFile,
    arrived.filter(({ arrivedMs }) => arrivedMs >= aprilBegins)
  )
  const blobs = makeBlobs(arrived)

  repeat(random, csv, april, 20)
  repeat(random, april, csv, 24)
  repeat(random, march, march, 40)
  repeat(random, april, april, 40)
  blobs.push({
    name: 'Audit.SharePoint/20260413-20260419.json',
    rows: sample(random, april, 140).map(({ record }) => ({ record }))
  })
  addFlaws(random, csv, march, april, blobs)
  return { csv, march, april, blobs }
}

/** The order of arrival: most within three hours, some within ten. @param {World} world @param {Random} random */
function arrive(world, random) {
  return world.log
    .map(({ atMs, record }) => ({
      record,
      atMs,
      arrivedMs: atMs + random.int(0, random.chance(0.85) ? 180 : 600) * MINUTE_MS
    }))
    .sort((one, other) => one.arrivedMs - other.arrivedMs || (String(one.record.Id) < String(other.record.Id) ? -1 : 1))
}

const contentTypes = /** @type {const} */ ([
  ['Audit.Exchange', [1, 2]],
  ['Audit.AzureActiveDirectory', [8, 15]],
  ['Audit.General', [25]],
  ['DLP.All', [63]]
])

/** One blob per content type and week. @param {ReturnType<typeof arrive>} arrived @returns {Export[]} */
function makeBlobs(arrived) {
  const blobs = []
  for (const [contentType, recordTypes] of contentTypes) {
    for (let week = 0; week < 8; week++) {
      const from = startMs + week * 7 * DAY_MS
      const rows = arrived
        .filter(
          ({ record, atMs }) =>
            recordTypes.some((type) => type === record.RecordType) && atMs >= from && atMs < from + 7 * DAY_MS
        )
        .map(({ record }) => ({ record }))
      const days = [from, from + 6 * DAY_MS].map((ms) => creationTime(ms).slice(0, 10).replaceAll('-', ''))
      blobs.push({ name: `${contentType}/${days.join('-')}.json`, rows })
    }
  }
  return blobs
}

/** Puts exact copies of some rows of one export into another. @param {Random} random @param {Row[]} from @param {Row[]} into @param {number} count */
function repeat(random, from, into, count) {
  for (const { record } of sample(random, from, count)) into.splice(random.int(0, into.length), 0, { record })
}

/** @param {Random} random @param {readonly Row[]} rows @param {number} count */
function sample(random, rows, count) {
  return random.shuffle(rows).slice(0, count)
}

/** Six broken rows, each made from a row of somebody ordinary or a copy, so that nothing of the story is lost. @param {Random} random @param {Row[]} csv @param {Row[]} march @param {Row[]} april @param {Export[]} blobs */
function addFlaws(random, csv, march, april, blobs) {
  /** @param {Row[]} rows @param {number} at @param {NonNullable<Row['flaw']>} flaw @param {boolean} isCopy */
  const spoil = (rows, at, flaw, isCopy) => {
    const model = rows[Math.min(at, rows.length - 1)]
    if (!model) throw new Error('An export of the sample is too short to hold a broken row.')
    rows.splice(at, 0, {
      record: isCopy ? model.record : { ...model.record, Id: random.relative(String(model.record.Id)) },
      flaw
    })
  }
  spoil(csv, 60, 'empty', false)
  spoil(csv, 120, 'empty', true)
  spoil(csv, 180, 'cut', false)
  spoil(march, 4000, 'cut', false)
  spoil(april, april.length, 'cut', false)
  const last = blobs[blobs.length - 1]
  if (last) spoil(last.rows, 70, 'no-operation', false)
}

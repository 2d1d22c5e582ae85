/**
 * Writes the bundle of one case: a BagIt 1.0 bag that can be checked without Inward. Streams its activities, keeps nothing
 * half-finished, and gives the same bytes for the same input. Refuses to write over anything.
 */
import { join } from 'node:path'
import { ActivityView } from '../../../shared/contract/activity.ts'
import type { WrittenBag } from '../bag/write.ts'
import { startBag } from '../bag/write.ts'
import type { BagInfo, BagWriter } from '../bag/write.ts'
import { openClock } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { BundleAbout } from '../input.ts'
import type { BundleInput } from '../input.ts'
import { jsonDocument, jsonLine } from '../jsonl.ts'
import { renderReport } from '../report/html.ts'
import { isSystemError, PLACE_ERRORS } from '../system-error.ts'
import { BUNDLE_FORMAT, BUNDLE_SHAPES, CaseFile, publishedSchema } from './case-file.ts'
import { countPseudonyms } from './place.ts'
import { readmeText } from './readme.ts'
import { ACTIVITY_TABLE, NOTE_TABLE } from './table.ts'

export interface BundleResult extends WrittenBag {
  /** Name of the folder that the bundle is in. */
  readonly bundle: string
  /** Places in the data where a pseudonym stands for a person. */
  readonly redacted: number
}

export type BundleOutcome =
  | { readonly ok: true; readonly value: BundleResult }
  | { readonly ok: false; readonly code: 'conflict' | 'cancelled' | 'bad-input'; readonly sentence: string }

/** `inward-case-3-20260312T164000Z`: the case and the moment of the export, in UTC. */
export function bundleName(caseId: number, exportedAtMs: number): string {
  const moment = new Date(exportedAtMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return `inward-case-${String(caseId)}-${moment}Z`
}

/**
 * Writes `<folder>/<bundle name>`; makes `folder` where it is missing. Throws on input that breaks the contract and on
 * whatever the stream of activities throws; nothing is left behind then, nor when `signal` cancels it.
 */
export async function writeBundle(folder: string, input: BundleInput, signal?: AbortSignal): Promise<BundleOutcome> {
  const { activities, ...rest } = input
  const about = BundleAbout.parse(rest)
  const clock = openClock(about.timezone)
  if (clock === null) return refuse('bad-input', 'The time zone of the export is unknown. Choose another one.')
  const name = bundleName(about.case.case.id, about.exportedAtMs)
  let bag: BagWriter | null = null
  try {
    bag = await startBag(join(folder, name))
    if (bag === null) return conflict(name)
    const redacted = await fill(bag, about, activities, clock, signal)
    signal?.throwIfAborted()
    const written = await bag.finish(bagInfo(about, clock, redacted))
    if (written !== null) return { ok: true, value: { ...written, bundle: name, redacted } }
    await bag.abandon()
    return conflict(name)
  } catch (error) {
    await bag?.abandon()
    if (signal?.aborted === true) return refuse('cancelled', 'The export was cancelled. Nothing was left behind.')
    if (isSystemError(error, ...PLACE_ERRORS)) return refuse('bad-input', unusable(error.code))
    throw error
  }
}

/** How often the stream looks whether it was cancelled: often enough for a click, seldom enough not to cost anything. */
const ROWS_PER_LOOK = 256

/** All payload files; tells at how many places a pseudonym stands. */
async function fill(
  bag: BagWriter,
  about: BundleAbout,
  activities: AsyncIterable<ActivityView>,
  clock: Clock,
  signal: AbortSignal | undefined
): Promise<number> {
  const streamed = await writeActivities(bag, activities, clock, signal)
  let places = streamed.places
  const add = async (name: string, text: string): Promise<void> => {
    signal?.throwIfAborted()
    await bag.addText(name, text)
    if (/\.jsonl?$/.test(name)) places += countPseudonyms(text)
  }
  await add('alerts.json', jsonDocument(about.alerts))
  await add('timeline.json', jsonDocument(about.timelines))
  await add('imports.json', jsonDocument(about.receipts))
  await add('notes.jsonl', about.notes.map(jsonLine).join(''))
  await add('notes.csv', NOTE_TABLE.head + about.notes.map((note) => NOTE_TABLE.line(note, clock)).join(''))
  await add('audit.jsonl', about.auditExtract.map(jsonLine).join(''))
  const file = caseFile(about, clock, streamed.count, places)
  const inCase = countPseudonyms(jsonDocument(file))
  const complete = { ...file, pseudonymisedPlaces: places + inCase }
  await bag.addText('case.json', jsonDocument(complete))
  await bag.addText('README.txt', readmeText(complete, clock))
  const { auditExtract, ...told } = about
  const report = { ...told, activities: streamed.count, auditEntries: auditExtract.length }
  await bag.addText('report.html', renderReport(report))
  for (const [name, shape] of Object.entries(BUNDLE_SHAPES)) {
    await bag.addText(
      `schema/${name}`,
      jsonDocument(publishedSchema(shape, `${BUNDLE_FORMAT} ${name.replace('.schema.json', '')}`))
    )
  }
  return complete.pseudonymisedPlaces
}

async function writeActivities(
  bag: BagWriter,
  activities: AsyncIterable<ActivityView>,
  clock: Clock,
  signal: AbortSignal | undefined
): Promise<{ readonly count: number; readonly places: number }> {
  const [rows, lines] = [await bag.open('activities.csv'), await bag.open('activities.jsonl')]
  rows.add(ACTIVITY_TABLE.head)
  let count = 0
  let places = 0
  for await (const handed of activities) {
    if (count % ROWS_PER_LOOK === 0) signal?.throwIfAborted()
    const activity = ActivityView.parse(handed)
    const line = jsonLine(activity)
    count += 1
    places += countPseudonyms(line)
    if (rows.add(ACTIVITY_TABLE.line(activity, clock))) await rows.flush()
    if (lines.add(line)) await lines.flush()
  }
  await bag.keep(rows)
  await bag.keep(lines)
  return { count, places }
}

function caseFile(about: BundleAbout, clock: Clock, activities: number, pseudonymisedPlaces: number): CaseFile {
  return CaseFile.parse({
    format: BUNDLE_FORMAT,
    software: about.software,
    workspaceId: about.workspaceId,
    exportedAtMs: about.exportedAtMs,
    exportedAt: clock.iso(about.exportedAtMs),
    exportedBy: about.exportedBy,
    timezone: about.timezone,
    case: about.case.case,
    history: about.case.history,
    counts: {
      activities,
      alerts: about.alerts.length,
      notes: about.notes.length,
      timelines: about.timelines.length,
      imports: about.receipts.length,
      auditEntries: about.auditExtract.length
    },
    pseudonymisedPlaces,
    identitiesRevealed: about.identitiesRevealed,
    auditHead: about.auditHead
  })
}

/** Source-Organization is left out: Inward does not know it, and an invented one would be worse than none. */
function bagInfo(about: BundleAbout, clock: Clock, redacted: number): BagInfo {
  const { id, name } = about.case.case
  return [
    ['Bagging-Date', clock.iso(about.exportedAtMs).slice(0, 10)],
    ['External-Identifier', `${about.workspaceId}/case-${String(id)}/${new Date(about.exportedAtMs).toISOString()}`],
    [
      'External-Description',
      `Case ${String(id)}: ${name}. Activities, alerts, notes and audit extract; people are pseudonyms.`
    ],
    ['Contact-Name', about.exportedBy],
    ['Bag-Software-Agent', `${about.software.name} ${about.software.version}`],
    ['Inward-Format', BUNDLE_FORMAT],
    ['Inward-Exported-At', clock.iso(about.exportedAtMs)],
    ['Inward-Time-Zone', about.timezone],
    ['Inward-Pseudonymised-Places', String(redacted)],
    ['Inward-Identities-Revealed', String(about.identitiesRevealed.length)],
    ['Inward-Audit-Entries', String(about.auditHead.seq)],
    ['Inward-Audit-Head', about.auditHead.hash],
    ['Inward-Audit-Root', about.auditHead.merkleRoot]
  ]
}

function conflict(name: string): BundleOutcome {
  return refuse(
    'conflict',
    `There is already a bundle ${name} in this folder, or an unfinished one ending in ".partial". Nothing was written. Choose another folder.`
  )
}

function unusable(code: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'There is not enough room in the chosen folder. Nothing was left behind. Choose another folder.'
  return 'The chosen folder cannot be written to. Nothing was left behind. Choose another folder.'
}

function refuse(code: 'conflict' | 'cancelled' | 'bad-input', sentence: string): BundleOutcome {
  return { ok: false, code, sentence }
}

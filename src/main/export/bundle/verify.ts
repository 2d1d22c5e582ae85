/**
 * Checks a bundle that came from anywhere: first as a BagIt 1.0 bag, then file by file as what Inward writes. Needs no
 * workspace and no passphrase. Every difference is a sentence that names the file; nothing is repaired.
 */
import { z } from 'zod'
import { ActivityView, Timeline } from '../../../shared/contract/activity.ts'
import { AlertDetail } from '../../../shared/contract/alert.ts'
import { AuditEntry } from '../../../shared/contract/audit.ts'
import type { Verification } from '../../../shared/contract/audit.ts'
import { NoteView } from '../../../shared/contract/case.ts'
import { Receipt } from '../../../shared/contract/import.ts'
import { quoted } from '../bag/name.ts'
import { verifyBag } from '../bag/verify.ts'
import { CaseFile } from './case-file.ts'
import { isThere, readDocument, readRecords } from './read-back.ts'
import type { Checking } from './read-back.ts'
import { ACTIVITY_TABLE, NOTE_TABLE } from './table.ts'
import { checkPair } from './verify-table.ts'

export interface BundleVerification extends Verification {
  /** What was checked; null where it could not be read. */
  readonly about: CaseFile | null
  readonly files: number
  readonly bytes: number
  /** Digest of `tagmanifest-sha256.txt`: compare it with the one that the export told. */
  readonly sha256: string | null
}

/** Throws `AbortError` on the signal. */
export async function verifyBundle(
  folder: string,
  verifyAudit: (entries: readonly AuditEntry[]) => Verification | Promise<Verification>,
  signal?: AbortSignal
): Promise<BundleVerification> {
  const { bag, problems: found, checked } = await verifyBag(folder, signal)
  const problems = [...found]
  if (bag === null) return { ok: false, checked: 0, problems, about: null, files: 0, bytes: 0, sha256: null }
  for (const path of bag.unlistedTagFiles) problems.push(`${quoted(path)} is not part of the bundle: no list names it.`)
  if (bag.sha256 === null) problems.push('tagmanifest-sha256.txt is missing, so nothing protects the lists themselves.')
  const about = await checkContents({ folder, bag, problems, signal }, verifyAudit)
  return {
    ok: problems.length === 0,
    checked,
    problems: bounded(problems),
    about,
    files: bag.files,
    bytes: bag.bytes,
    sha256: bag.sha256
  }
}

/** Enough to see what happened; a wholly exchanged bundle has one problem for each line. */
const MAXIMUM_PROBLEMS = 200

const EXPECTED = [
  'README.txt',
  'activities.csv',
  'activities.jsonl',
  'alerts.json',
  'audit.jsonl',
  'case.json',
  'imports.json',
  'notes.csv',
  'notes.jsonl',
  'report.html',
  'timeline.json'
]

async function checkContents(
  checking: Checking,
  verifyAudit: (entries: readonly AuditEntry[]) => Verification | Promise<Verification>
): Promise<CaseFile | null> {
  const { bag, problems } = checking
  if (!bag.info.some(([label]) => label === 'Inward-Format') && !isThere(bag, 'case.json')) {
    problems.push('This is a bag, but not a bundle of Inward: data/case.json is not in it.')
    return null
  }
  for (const name of EXPECTED) {
    if (!isThere(bag, name)) problems.push(`data/${name} is missing or damaged; its contents were not checked.`)
  }
  const about = await readDocument(checking, 'case.json', CaseFile)
  if (about === null) return null
  const { counts } = about
  const activities = await checkPair(checking, { name: 'activities', shape: ActivityView, table: ACTIVITY_TABLE })
  const notes = await checkPair(checking, { name: 'notes', shape: NoteView, table: NOTE_TABLE })
  const size = (held: readonly unknown[] | null): number | null => held?.length ?? null
  const counted: readonly (readonly [name: string, noun: string, held: number | null, stated: number])[] = [
    ['alerts.json', 'alerts', size(await readDocument(checking, 'alerts.json', z.array(AlertDetail))), counts.alerts],
    [
      'timeline.json',
      'timelines',
      size(await readDocument(checking, 'timeline.json', z.array(Timeline))),
      counts.timelines
    ],
    ['imports.json', 'imports', size(await readDocument(checking, 'imports.json', z.array(Receipt))), counts.imports],
    ['activities.jsonl', 'activities', activities.lines, counts.activities],
    ['activities.csv', 'activities', activities.rows, counts.activities],
    ['notes.jsonl', 'notes', notes.lines, counts.notes],
    ['notes.csv', 'notes', notes.rows, counts.notes],
    ['audit.jsonl', 'audit entries', await checkAudit(checking, about, verifyAudit), counts.auditEntries]
  ]
  for (const [name, noun, held, stated] of counted) {
    if (held !== null && held !== stated) {
      problems.push(`data/${name} holds ${String(held)} ${noun}, but case.json states ${String(stated)}.`)
    }
  }
  checkInfo(checking, about)
  return about
}

async function checkAudit(
  checking: Checking,
  about: CaseFile,
  verifyAudit: (entries: readonly AuditEntry[]) => Verification | Promise<Verification>
): Promise<number | null> {
  if (!isThere(checking.bag, 'audit.jsonl')) return null
  const entries: AuditEntry[] = []
  const count = await readRecords(checking, 'audit.jsonl', AuditEntry, (entry) => entries.push(entry))
  if (count === null || count === 0) return count
  const { ok, problems } = await verifyAudit(entries)
  for (const says of problems) checking.problems.push(`data/audit.jsonl: ${says}`)
  if (!ok && problems.length === 0)
    checking.problems.push('data/audit.jsonl: the chain of the audit log does not hold.')
  const head = entries.find((entry) => entry.seq === about.auditHead.seq)
  if (head !== undefined && head.hash !== about.auditHead.hash) {
    checking.problems.push(
      `data/audit.jsonl: entry ${String(head.seq)} has another hash than the audit head in case.json.`
    )
  }
  const beyond = entries.find((entry) => entry.seq > about.auditHead.seq)
  if (beyond !== undefined)
    checking.problems.push(`data/audit.jsonl: entry ${String(beyond.seq)} lies after the audit head in case.json.`)
  return count
}

function checkInfo({ bag, problems }: Checking, about: CaseFile): void {
  const stated = new Map(bag.info)
  const told = [
    ['Inward-Audit-Entries', String(about.auditHead.seq)],
    ['Inward-Audit-Head', about.auditHead.hash],
    ['Inward-Audit-Root', about.auditHead.merkleRoot]
  ] as const
  for (const [label, value] of told) {
    if (stated.get(label) !== value) problems.push(`bag-info.txt states another ${label} than data/case.json.`)
  }
}

function bounded(problems: readonly string[]): string[] {
  const kept = problems.slice(0, MAXIMUM_PROBLEMS)
  return problems.length > kept.length ? [...kept, `And ${String(problems.length - kept.length)} more.`] : kept
}

/**
 * The chain of the audit log: each entry's hash covers its content and the hash before it, so a change in the middle
 * shows. It cannot by itself show that the end was cut off: for that, hand `verifyChain` a head kept elsewhere.
 */
import type { AuditEntry } from '../../shared/contract/audit.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './hash.ts'
import { leafHash } from './merkle.ts'

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}
export type AuditBody = Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>
export type Seal = Pick<AuditEntry, 'seq' | 'previousHash' | 'hash'>

/** What the first entry of a workspace follows; bound to the workspace, so that another's log cannot take its place. */
export function genesisHead(workspaceId: string): ChainHead {
  return { seq: 0, hash: sha256Hex(workspaceId) }
}

/** Throws when the body holds what canonical JSON refuses, such as a fraction. */
export function sealEntry(previous: ChainHead, body: AuditBody): Seal {
  const link = { seq: previous.seq + 1, previousHash: previous.hash }
  return { ...link, hash: leafHash(canonicalJson({ ...body, ...link })) }
}

export interface VerifyOptions {
  /** The hash that the first entry must follow; then the first entry must also be number 1. */
  readonly expectFirst?: string
  /** A head noted earlier. The log may have grown since, but must still contain it unchanged. */
  readonly expectLast?: ChainHead
}
export interface ChainVerification {
  readonly ok: boolean
  readonly checked: number
  readonly problems: string[]
}

// A log of which everything is wrong is described well enough by its first hundred problems.
const PROBLEMS_LISTED = 100

/** Takes the entries in the order in which the log keeps them; each problem is a sentence that names the entry. */
export function verifyChain(entries: Iterable<AuditEntry>, options: VerifyOptions = {}): ChainVerification {
  const problems: string[] = []
  let found = 0
  const report = (sentence: string) => {
    found += 1
    if (problems.length < PROBLEMS_LISTED) problems.push(sentence)
  }
  const { expectFirst, expectLast } = options
  let checked = 0
  let previous: AuditEntry | null = null
  let isHeadSeen = expectLast === undefined || expectLast.seq === 0
  for (const entry of entries) {
    checked += 1
    if (previous !== null) describeStep(previous, entry, report)
    else if (expectFirst !== undefined) describeStart(entry, expectFirst, report)
    if (hashOf(entry) !== entry.hash) report(`Entry ${entry.seq} was changed: its content does not give its hash.`)
    if (entry.seq === expectLast?.seq) {
      isHeadSeen = true
      if (entry.hash !== expectLast.hash) {
        report(`Entry ${entry.seq} is not the one that was noted as the head of the log.`)
      }
    }
    previous = entry
  }
  if (!isHeadSeen && expectLast !== undefined) {
    const end = previous === null ? 'is empty' : `ends at entry ${previous.seq}`
    report(`The log was truncated: it ${end}, but entry ${expectLast.seq} was noted as its head.`)
  }
  if (found > problems.length) problems.push(`${found - problems.length} more problems are not listed.`)
  return { ok: found === 0, checked, problems }
}

function describeStart(entry: AuditEntry, expectFirst: string, report: (sentence: string) => void): void {
  if (entry.seq !== 1) {
    report(`The beginning of the log was removed: it starts at entry ${entry.seq}.`)
  } else if (entry.previousHash !== expectFirst) {
    report(`Entry 1 belongs to the log of another workspace, or was changed.`)
  }
}

function describeStep(previous: AuditEntry, entry: AuditEntry, report: (sentence: string) => void): void {
  const expected = previous.seq + 1
  if (entry.seq === previous.seq) {
    report(`Entry ${entry.seq} is there twice: its number is a duplicate.`)
  } else if (entry.seq < previous.seq) {
    report(`Entry ${entry.seq} was reordered: it stands after entry ${previous.seq}.`)
  } else if (entry.seq > expected) {
    const gap = entry.seq - 1 === expected ? `Entry ${expected} was` : `Entries ${expected} to ${entry.seq - 1} were`
    report(`${gap} removed or moved: entry ${entry.seq} follows entry ${previous.seq}.`)
  } else if (entry.previousHash !== previous.hash) {
    report(`Entry ${entry.seq} does not follow entry ${previous.seq}: one of the two was changed.`)
  }
  if (entry.seq > previous.seq && entry.atMs < previous.atMs) {
    report(
      `The clock went back at entry ${entry.seq}: it is ${previous.atMs - entry.atMs} ms older than the one before.`
    )
  }
}

/** Null when the content has no canonical form, which sealing would have refused. */
function hashOf(entry: AuditEntry): string | null {
  const content = Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'hash'))
  try {
    return leafHash(canonicalJson(content))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

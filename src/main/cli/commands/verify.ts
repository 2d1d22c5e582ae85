/** Checks that anybody can repeat: bundles and exported audit logs need no passphrase, a workspace's own log does. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { AuditEntry, type Verification } from '../../../shared/contract/audit.ts'
import { verifyChain } from '../../custody/audit-chain.ts'
import { checkAgainst } from '../../custody/checkpoint.ts'
import { verifyBundle } from '../../export/bundle/verify.ts'
import { readLines } from '../../export/jsonl.ts'
import type { z } from 'zod'
import { command, freeCommand, print, type Printed } from '../command.ts'
import { refusal, usageRefusal } from '../refusal.ts'
import { grouped, plain, plural } from '../table.ts'
import { FILE, FOLDER, optional } from '../value.ts'

export const verifyBundleCommand = freeCommand(
  {
    words: ['verify', 'bundle'],
    does: 'Checks an exported bundle; needs no passphrase.',
    operands: { folder: FOLDER },
    rest: null,
    options: {}
  },
  async (_terminal, { operands }) => {
    const folder = path.resolve(operands.folder)
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return refusal('There is no folder of that name.')
    const { ok, checked, problems, files, bytes, sha256, about } = await verifyBundle(folder, (entries) =>
      verifyChain(entries)
    )
    const document = { ok, checked, problems, files, bytes, sha256, auditHead: about?.auditHead ?? null }
    return printVerification({ ok, checked, problems }, document, `${plural(checked, 'file', 'files')} of the bundle`)
  }
)

export const verifyAudit = freeCommand(
  {
    words: ['verify', 'audit'],
    does: 'Checks the audit log of a workspace, or of a file that audit export wrote; with a checkpoint, also that nothing of it is missing.',
    operands: {},
    rest: null,
    options: { file: optional(FILE), checkpoint: optional(FILE) }
  },
  async (terminal, { options }) => {
    const checkpoint = readCheckpointFile(options.checkpoint)
    if (!checkpoint.ok) return refusal(checkpoint.reason)
    if (options.file !== null) {
      if (terminal.given.workspace !== null) return usageRefusal('Give --workspace or --file, but not both.')
      if (!existsSync(options.file)) return refusal('There is no file of that name.')
      const found = await verifyAuditFile(options.file, checkpoint.text)
      return printVerification(found, found, `${plural(found.checked, 'entry', 'entries')} of the audit log`)
    }
    const workspace = await terminal.unlock()
    if (!workspace.ok) return workspace
    const found = await workspace.value.ask('audit.verify', { checkpoint: checkpoint.text })
    return found.ok
      ? printVerification(
          found.value,
          found.value,
          `${plural(found.value.checked, 'entry', 'entries')} of the audit log`
        )
      : found
  }
)

export const verifyWorkspace = command(
  {
    words: ['verify', 'workspace'],
    does: 'Checks that both stores open under their keys and that the audit log is whole.',
    operands: {},
    rest: null,
    options: {}
  },
  async ({ ask }) => {
    const found = await ask('audit.verify', {})
    if (!found.ok) return found
    // Unlocking has read both files under their keys; SQLCipher checks the code of each page that it reads, not of all.
    const parts = {
      stores: 'opened under their keys',
      audit: `${grouped(found.value.checked)} entries checked`,
      unreadPages: 'not checked'
    }
    return printVerification(
      found.value,
      { ...found.value, parts },
      `both stores opened and ${plural(found.value.checked, 'entry', 'entries')} of the audit log`
    )
  }
)

/** Longest entry that Inward writes is far shorter. */
const MOST_LINE_BYTES = 1 << 20

/** Stops at the first line that is no entry: what follows cannot be in its place. */
async function verifyAuditFile(file: string, checkpoint: string | null): Promise<z.infer<typeof Verification>> {
  const entries: AuditEntry[] = []
  for await (const line of readLines(file, MOST_LINE_BYTES)) {
    const entry = line.kind === 'line' ? entryOf(line.text) : null
    if (entry === null) {
      const says = line.kind === 'line' ? 'is not an entry of the audit log' : line.says
      return { ok: false, checked: entries.length, problems: [`Line ${line.number} ${says}.`] }
    }
    entries.push(entry)
  }
  const [first] = entries
  if (first === undefined) return { ok: false, checked: 0, problems: ['The file holds no entry.'] }
  // The file does not say which workspace it is of; what is left to ask is that it begins with entry 1.
  const found = verifyChain(entries, { expectFirst: first.previousHash })
  return checkpoint === null ? found : checkAgainst(found, checkpoint, entries)
}

/** Far longer than a checkpoint ever is. */
const MOST_CHECKPOINT_BYTES = 2000

type CheckpointText =
  { readonly ok: true; readonly text: string | null } | { readonly ok: false; readonly reason: string }

function readCheckpointFile(file: string | null): CheckpointText {
  if (file === null) return { ok: true, text: null }
  if (!existsSync(file)) return { ok: false, reason: 'There is no checkpoint file of that name.' }
  if (statSync(file).size > MOST_CHECKPOINT_BYTES) return { ok: false, reason: 'This file is no checkpoint of Inward.' }
  return { ok: true, text: readFileSync(file, 'utf8') }
}

function entryOf(text: string): AuditEntry | null {
  try {
    return AuditEntry.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function printVerification({ ok, problems }: z.infer<typeof Verification>, document: unknown, what: string): Printed {
  const shown = ok ? `as it should be: ${what}` : problems.map(plain).join('\n')
  return ok
    ? print(document, shown)
    : print(document, shown, 3, `The check found ${plural(problems.length, 'difference', 'differences')}.`)
}

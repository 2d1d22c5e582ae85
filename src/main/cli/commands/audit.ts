/** The audit log: list it, or write it to a file that anybody can check with `verify audit --file`. */
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command, print } from '../command.ts'
import { jsonLine } from '../../export/jsonl.ts'
import { documentOf } from '../document.ts'
import { collectPages } from '../pages.ts'
import { refusal } from '../refusal.ts'
import { grouped, pairs, table } from '../table.ts'
import { FILE, integer, optional, required, text, withDefault } from '../value.ts'

export const auditList = command(
  {
    words: ['audit', 'list'],
    does: 'Lists the audit log, newest first.',
    operands: {},
    rest: null,
    options: { action: optional(text('ACTION', 60)), limit: withDefault(integer('N', 1, 1_000_000), 1000) }
  },
  async ({ ask, zone }, { options: { action, limit } }) => {
    const listed = await collectPages(limit, null, (page) => ask('audit.list', { action, ...page }))
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'seq', isNumber: true, cell: ({ seq }) => seq },
        { head: 'time', cell: ({ atMs }) => zone.say(atMs) },
        { head: 'operator', cell: ({ operator }) => operator },
        { head: 'action', cell: ({ action: done }) => done },
        { head: 'object', cell: ({ objectType, objectId }) => `${objectType} ${objectId}` },
        { head: 'case', isNumber: true, cell: ({ caseId }) => caseId },
        { head: 'outcome', cell: ({ outcome }) => outcome }
      ],
      listed.value.rows
    )
    return print(documentOf(listed.value.rows), shown)
  }
)

export const auditExport = command(
  {
    words: ['audit', 'export'],
    does: 'Writes the whole audit log to a new file, one entry a line, as it was sealed.',
    operands: {},
    rest: null,
    options: { out: required(FILE) }
  },
  async ({ ask }, { options }) => {
    const listed = await collectPages(Number.MAX_SAFE_INTEGER, null, (page) => ask('audit.list', page))
    if (!listed.ok) return listed
    const entries = [...listed.value.rows].reverse()
    const lines = entries.map(jsonLine).join('')
    const file = path.resolve(options.out)
    const problem = writeNew(file, lines)
    if (problem !== null) return refusal(problem)
    const head = entries.at(-1)
    const written = {
      file,
      entries: entries.length,
      bytes: Buffer.byteLength(lines),
      sha256: createHash('sha256').update(lines).digest('hex'),
      head: head === undefined ? null : { seq: head.seq, hash: head.hash }
    }
    const shown = pairs([
      ['file', file],
      ['entries', grouped(written.entries)],
      ['SHA-256', written.sha256],
      ['head', head === undefined ? null : `${head.seq} ${head.hash}`]
    ])
    return print(written, shown)
  }
)

export const auditCheckpoint = command(
  {
    words: ['audit', 'checkpoint'],
    does: 'Writes a signed checkpoint of the audit log to a new file, to be kept outside this machine.',
    operands: {},
    rest: null,
    options: { out: required(FILE) }
  },
  async ({ ask }, { options }) => {
    const file = path.resolve(options.out)
    if (existsSync(file)) return refusal(TAKEN)
    const made = await ask('audit.checkpoint', {})
    if (!made.ok) return made
    const { text: note, size, root, verifierKey } = made.value
    const problem = writeNew(file, note)
    if (problem !== null) return refusal(problem)
    const shown = pairs([
      ['file', file],
      ['entries', grouped(size)],
      ['root', root],
      ['key', verifierKey]
    ])
    return print({ file, entries: size, root, verifierKey }, shown)
  }
)

const TAKEN = 'There is already a file of that name. Nothing was written.'

/** Null, or why it could not be written. Never writes over a file. */
function writeNew(file: string, lines: string): string | null {
  try {
    writeFileSync(file, lines, { flag: 'wx', mode: 0o600 })
    return null
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return error.code === 'EEXIST' ? TAKEN : 'The file cannot be written there.'
  }
}

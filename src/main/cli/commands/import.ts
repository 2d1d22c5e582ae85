/** Imports files and folders and shows what became of every row. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { SOURCES } from '../../../shared/domain/source.ts'
import { command, print, type Printed } from '../command.ts'
import { documentOf } from '../document.ts'
import { readMappingFile } from '../mapping-file.ts'
import { addUp, coverageText, receiptTable, receiptText } from '../receipt.ts'
import { collectPages } from '../pages.ts'
import { refusal } from '../refusal.ts'
import { grouped, plural, table } from '../table.ts'
import { FILE, ID, integer, oneOf, optional, PATH, text, withDefault, ZONE } from '../value.ts'
import type { ResponseOf } from '../../../shared/contract/index.ts'

export const importPaths = command(
  {
    words: ['import'],
    does: 'Imports files and folders, .gz and .zip too, and brings scores up to date.',
    operands: {},
    rest: PATH,
    options: {
      source: optional(oneOf(SOURCES)),
      timezone: optional(ZONE),
      label: withDefault(text('TEXT', 200), ''),
      map: optional(FILE)
    }
  },
  async (workspace, { rest, options }) => {
    const { map, ...wishes } = options
    const paths = rest.map((each) => path.resolve(each))
    const missing = rest.find((each) => !existsSync(each))
    if (missing !== undefined) return refusal(`There is no file or folder “${missing}”. Nothing was imported.`)
    const ticket = workspace.ticketFor(paths)
    const mapping = map === null ? null : await readMappingFile(workspace, map, ticket)
    if (mapping !== null && !mapping.ok) return mapping
    const done = await workspace.ask('import.start', { ...wishes, ticket, mapping: mapping?.value ?? null })
    return done.ok ? printImports(done.value) : done
  }
)

export const importList = command(
  {
    words: ['import', 'list'],
    does: 'Lists the receipts of all imports, newest first.',
    operands: {},
    rest: null,
    options: { limit: withDefault(integer('N', 1, 100_000), 1000) }
  },
  async ({ ask, zone }, { options }) => {
    const listed = await collectPages(options.limit, null, (page) => ask('import.list', page))
    return listed.ok ? print(documentOf(listed.value.rows), receiptTable(listed.value.rows, zone)) : listed
  }
)

export const importShow = command(
  {
    words: ['import', 'show'],
    does: 'Shows the receipt of one import.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask, zone }, { operands }) => {
    const shown = await ask('import.show', operands)
    return shown.ok ? print(documentOf(shown.value), receiptText(shown.value, zone)) : shown
  }
)

export const importRejected = command(
  {
    words: ['import', 'rejected'],
    does: 'Lists the rejected rows of an import with their reasons and positions.',
    operands: { id: ID },
    rest: null,
    options: { limit: withDefault(integer('N', 1, 1_000_000), 1000) }
  },
  async ({ ask }, { operands, options }) => {
    const known = await ask('import.show', operands)
    if (!known.ok) return known
    const listed = await collectPages(options.limit, null, (page) => ask('import.rejected', { ...operands, ...page }))
    if (!listed.ok) return listed
    const shown = table(
      [
        { head: 'row', isNumber: true, cell: ({ ordinal }) => ordinal },
        { head: 'line', isNumber: true, cell: ({ line }) => line },
        { head: 'byte', isNumber: true, cell: ({ byteOffset }) => byteOffset },
        { head: 'reason', cell: ({ reason }) => reason },
        { head: 'begins', cell: ({ excerpt }) => excerpt.slice(0, 60) }
      ],
      listed.value.rows
    )
    return print(documentOf(listed.value.rows), shown)
  }
)

export const importCoverage = command(
  {
    words: ['import', 'coverage'],
    does: 'Tells on which days each source was seen, and where it was silent.',
    operands: {},
    rest: null,
    options: {}
  },
  async ({ ask }) => {
    const shown = await ask('import.coverage', {})
    return shown.ok ? print(documentOf(shown.value), coverageText(shown.value)) : shown
  }
)

export const importUndo = command(
  {
    words: ['import', 'undo'],
    does: 'Takes an import back: its activities go, its receipt stays.',
    operands: { id: ID },
    rest: null,
    options: {}
  },
  async ({ ask }, { operands }) => {
    const undone = await ask('import.undo', operands)
    if (!undone.ok) return undone
    const { removedActivities, removedHrEvents } = undone.value
    const said = `${plural(removedActivities, 'activity was', 'activities were')} removed, and ${plural(removedHrEvents, 'HR event', 'HR events')}`
    return print({ id: operands.id, ...undone.value }, said)
  }
)

function printImports({ imports, alertsRaised, alertsUpdated, wasCancelled }: ResponseOf<'import.start'>): Printed {
  const totals = addUp(imports)
  const document = { imports: documentOf(imports), totals, alertsRaised, alertsUpdated, wasCancelled }
  const shown = [
    ...imports.map((receipt) => receiptLine(receipt)),
    `${plural(totals.rowsRead, 'row', 'rows')} read: ${grouped(totals.kept)} kept, ${grouped(totals.duplicate)} duplicate, ` +
      `${grouped(totals.rejected)} rejected, ${grouped(totals.ignored)} ignored`,
    `${plural(alertsRaised, 'alert', 'alerts')} raised, ${grouped(alertsUpdated)} updated`
  ].join('\n')
  const refusedFiles = imports.filter(({ status }) => status === 'refused')
  if (wasCancelled) {
    return print(
      document,
      shown,
      1,
      'The import was stopped. What was stored is consistent; the same command goes on from there.'
    )
  }
  if (imports.length === 0) return print(document, shown, 1, 'There was no file to import.')
  if (refusedFiles.length === imports.length) {
    const [first] = refusedFiles
    return print(document, shown, 1, first?.refusal ?? 'No file could be imported.')
  }
  if (totals.rejected === 0 && refusedFiles.length === 0) return print(document, shown)
  const refused = refusedFiles.length === 0 ? '' : ` ${plural(refusedFiles.length, 'file was', 'files were')} refused.`
  return print(
    document,
    shown,
    3,
    `${plural(totals.rejected, 'row was', 'rows were')} rejected; inward import rejected ID lists them.${refused}`
  )
}

function receiptLine({
  id,
  path: file,
  status,
  source,
  rowsRead,
  kept,
  refusal: why
}: ResponseOf<'import.start'>['imports'][number]): string {
  const result = why ?? `${grouped(kept)} of ${plural(rowsRead, 'row', 'rows')} kept`
  return `${String(id).padStart(4)}  ${status.padEnd(8)}  ${(source ?? '–').padEnd(10)}  ${file}: ${result}`
}

/** Shows what the columns of a file hold, before it is imported: for writing a mapping. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ImportPreview } from '../../../shared/contract/import.ts'
import { command, print } from '../command.ts'
import { documentOf } from '../document.ts'
import { refusal } from '../refusal.ts'
import { plural, table } from '../table.ts'
import { PATH } from '../value.ts'

export const importPreview = command(
  {
    words: ['import', 'preview'],
    does: 'Shows the columns of a file, masked examples, and which of them probably hold what.',
    operands: { path: PATH },
    rest: null,
    options: {}
  },
  async ({ ask, ticketFor }, { operands }) => {
    if (!existsSync(operands.path)) return refusal(`There is no file or folder “${operands.path}”.`)
    const looked = await ask('import.preview', { ticket: ticketFor([path.resolve(operands.path)]) })
    if (!looked.ok) return looked
    const { file, source, because, rows, fields, suggested, dateOrder, isDateOrderCertain, remembered } = looked.value
    const order = dateOrder === null ? 'dates: –' : `dates: ${dateOrder}${isDateOrderCertain ? '' : ', not certain'}`
    const shown = [
      `${file}: ${source ?? 'no reader knows it'} (${because})`,
      `${plural(rows, 'row was', 'rows were')} looked at; ${order}`,
      ...(remembered === null ? [] : [sayRemembered(remembered)]),
      table(
        [
          { head: 'column', cell: ({ name }) => name },
          { head: 'filled', isNumber: true, cell: ({ filled }) => filled },
          { head: 'probably', cell: ({ name }) => suggested.find((each) => each.name === name)?.field ?? null },
          { head: 'examples', cell: ({ examples }) => examples.join(' | ') }
        ],
        fields
      )
    ].join('\n')
    return print(documentOf(looked.value), shown)
  }
)

function sayRemembered({ workload, operation, dateOrder }: NonNullable<ImportPreview['remembered']>): string {
  const said = [
    ...(workload === '' ? [] : [`product “${workload}”`]),
    ...(operation === '' ? [] : [`operation “${operation}”`]),
    ...(dateOrder === null ? [] : [`dates ${dateOrder}`])
  ]
  return `mapped before${said.length === 0 ? '' : `, for every row: ${said.join(', ')}`}`
}

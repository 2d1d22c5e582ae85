/** Takes out of the vault what an undo left there. Can be cut off anywhere and begun again. */
import { bytes, integer, text } from './columns.ts'
import { inTransaction, type WriterStore } from './open.ts'
import { retirePerson } from './people.ts'
import { untellProfiles } from './profiles.ts'
import type { Sql, SqlRow } from './sql.ts'

export interface LeftoverTools {
  /** Empties records of a raw block; null when none is left. */
  readonly blank: (block: Uint8Array, isKept: (place: number) => boolean) => Uint8Array<ArrayBuffer> | null
  readonly itemKey: Uint8Array
}

export function sweepLeftovers(store: WriterStore, tools: LeftoverTools): void {
  if (store.main.number('SELECT count(*) FROM leftover') === 0) return
  inTransaction(store, () => {
    const rows = store.main.all('SELECT what, id, until, places FROM leftover ORDER BY what, id')
    for (const row of rows) sweep(store, row, tools)
    store.main.run('DELETE FROM leftover')
  })
}

function sweep({ main, vault }: WriterStore, row: SqlRow, tools: LeftoverTools): void {
  const id = integer(row, 'id')
  const until = integer(row, 'until')
  const what = text(row, 'what')
  switch (what) {
    case 'activity':
      vault.run('DELETE FROM activity_text WHERE activity_id BETWEEN ? AND ?', [id, until])
      return
    case 'hr-event':
      vault.run('DELETE FROM hr_text WHERE hr_event_id BETWEEN ? AND ?', [id, until])
      return
    case 'block':
      sweepBlock(main, vault, id, text(row, 'places'), tools)
      return
    case 'import':
      vault.run('DELETE FROM rejected_row WHERE import_id = ?', [id])
      untellProfiles(vault, id)
      return
    case 'heir':
      vault.run('UPDATE OR REPLACE rejected_row SET import_id = ? WHERE import_id = ?', [until, id])
      vault.run('UPDATE OR REPLACE profile_text SET import_id = ? WHERE import_id = ?', [until, id])
      return
    case 'person':
      retirePerson(vault, tools.itemKey, id)
      return
    case 'site':
    case 'address':
    case 'label':
      vault.run(`DELETE FROM ${what} WHERE id = ?`, [id])
      return
    case 'domain-set':
      vault.run('DELETE FROM domain_set WHERE id = ?', [id])
      return
    case 'sensitive-set':
      vault.run('DELETE FROM sensitive_set WHERE id = ?', [id])
      return
    default:
      throw new Error('a leftover of no known kind')
  }
}

function sweepBlock(main: Sql, vault: Sql, id: number, list: string, tools: LeftoverTools): void {
  const [verb, ...numbers] = list.split(' ')
  const places = new Set(numbers.map(Number))
  const row = list === '' ? undefined : vault.get('SELECT bytes FROM raw_block WHERE id = ?', [id])
  const rest =
    row === undefined ? null : tools.blank(bytes(row, 'bytes'), (place) => places.has(place) === (verb === 'keep'))
  if (rest === null) {
    vault.run('DELETE FROM raw_block WHERE id = ?', [id])
    main.run('DELETE FROM block WHERE id = ?', [id])
  } else vault.run('UPDATE raw_block SET bytes = ? WHERE id = ?', [rest, id])
}

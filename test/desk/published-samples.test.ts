// Published records with the fields that their authors expect of a reader: what the store gives back after an import by
// the product must be those fields. How many agree is printed.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listActivities } from '../../src/main/store/activities.ts'
import { openReader } from '../../src/main/store/open.ts'
import type { Sql } from '../../src/main/store/sql.ts'
import { at, compare, DATA, hasData, openTally, reached, textAt, wantedOf } from '../intake/agreement.ts'
import { useDesk } from './place.ts'
import { rawKeys } from './raw-store.ts'

const place = useDesk()

describe.skipIf(!hasData)('published audit records after an import', { timeout: 60_000 }, () => {
  test('are in the store with the fields that their authors expect', async () => {
    await place.create()
    const folder = path.join(DATA, 'sekoia-intake-formats/Office 365/o365/tests')
    const files = readdirSync(folder).sort()
    const { imports } = await place.import(files.map((name) => path.join(folder, name)))
    expect(imports).toHaveLength(files.length)
    const keys = await rawKeys(place)
    const sql = openReader(place.workspace, { main: { hex: keys.main }, vault: { hex: keys.vault } })
    const tally = openTally()
    try {
      for (const [index, name] of files.entries()) {
        const { expected } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { expected: unknown }
        const held = heldBy(sql, imports[index]?.id ?? 0)
        // Five of the 73 hold a record that an earlier one holds too.
        if (held !== null) compare(tally, wantedBy(expected), held)
      }
    } finally {
      sql.close()
    }
    // One sample takes the delivery action of a mail for the action of the record; we keep the record's operation.
    expect(reached('in the store', tally)).toEqual({
      time: 'all 68',
      user: 'all 65',
      operation: '67 of 68',
      address: 'all 35',
      file: 'all 11'
    })
  })
})

function wantedBy(expected: unknown): ReturnType<typeof wantedOf> {
  const users = ['name', 'email', 'id'].map((key) => textAt(expected, 'user', key)).filter((user) => user !== undefined)
  const time = textAt(expected, '@timestamp')
  return wantedOf({
    time: time === undefined ? undefined : Date.parse(time),
    user: users.length === 0 ? undefined : users,
    operation: textAt(at(expected, 'event'), 'action'),
    address: textAt(expected, 'source', 'ip'),
    file: textAt(expected, 'file', 'name')
  })
}

/** The one activity of an import, with the identity that the vault keeps for its pseudonym. */
function heldBy(sql: Sql, importId: number): Parameters<typeof compare>[2] | null {
  const everything = { personId: null, fromMs: null, toMs: null, source: null, operations: null }
  const [held] = listActivities(sql, { ...everything, importId }, 2, null)
  if (held === undefined) return null
  const identity = sql.get(
    'SELECT i.identity FROM vault.identity i JOIN person p ON p.id = i.person_id WHERE p.pseudonym = ?',
    [held.pseudonym]
  )
  return { ...held, actor: identity === undefined ? held.actor : String(identity['identity']) }
}

import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChangedMigration, MAIN_MIGRATIONS, migrate, NewerVersion } from '../../src/main/store/migrate.ts'
import { inTransaction, openReader, openWriter, StoreIncomplete } from '../../src/main/store/open.ts'
import { NotReadable, openSql } from '../../src/main/store/sql.ts'
import { activity, batch, importBatch, newKeys, newStore, type TestStore } from './workspace.ts'

describe('the store', () => {
  let test: TestStore
  beforeEach(() => {
    test = newStore()
  })
  afterEach(() => {
    test.remove()
  })

  it('cannot be opened with another key, and says nothing about the key', () => {
    const wrong = newKeys()
    expect(() => openReader(test.folder, wrong)).toThrow(NotReadable)
    try {
      openReader(test.folder, wrong)
    } catch (error) {
      expect(String(error)).not.toContain(wrong.main.hex.slice(0, 16))
    }
  })

  it('refuses a key that is not a raw key without echoing it', () => {
    const key = `${'a'.repeat(95)}'`
    expect(() => openSql(path.join(test.folder, 'main.db'), { hex: key }, { isReader: true })).toThrow(NotReadable)
    expect(() => openSql(path.join(test.folder, 'main.db'), { hex: key }, { isReader: true })).not.toThrow(key)
  })

  it('refuses a file that is no database', () => {
    const file = path.join(test.folder, 'note.db')
    writeFileSync(
      file,
      'this is a text, and a rather long one, so that it fills more than the header of a database file would '.repeat(
        80
      )
    )
    expect(() => openSql(file, newKeys().main, { isReader: true })).toThrow(NotReadable)
  })

  it('leaves no plain text of records or identities in any of its files', () => {
    const secrets = ['mira.lindqvist', 'Lindqvist', 'quarterly-secret-plan', 'FileDownloaded', '192.0.2.7']
    importBatch(
      test,
      batch({
        activities: [activity(1, { fileName: 'quarterly-secret-plan.docx' })],
        rejected: [{ ordinal: 2, line: 2, byteOffset: 9, reason: 'cut', raw: 'Lindqvist' }]
      })
    )
    const files = readdirSync(test.folder)
    expect(files).toContain('main.db-wal')
    for (const file of files) {
      const content = readFileSync(path.join(test.folder, file)).toString('latin1')
      expect(content.startsWith('SQLite format 3')).toBe(false)
      for (const secret of secrets) expect(content.includes(secret), `${secret} in ${file}`).toBe(false)
    }
  })

  it('lets readers see both files and write neither', () => {
    importBatch(test, batch({ activities: [activity(1)] }))
    const reader = openReader(test.folder, test.keys)
    expect(reader.number('SELECT count(*) FROM activity')).toBe(1)
    expect(reader.number('SELECT count(*) FROM vault.identity')).toBe(1)
    expect(() => reader.run('DELETE FROM activity')).toThrow()
    expect(() => reader.run('DELETE FROM vault.identity')).toThrow()
    reader.close()
  })

  it('rolls both files back when a change throws', () => {
    expect(() =>
      inTransaction(test.store, () => {
        test.store.vault.run("INSERT INTO site (url) VALUES ('x')")
        test.store.main.run("INSERT INTO setting (key, value) VALUES ('timezone', 'UTC')")
        throw new Error('stop')
      })
    ).toThrow('stop')
    expect(test.store.vault.number('SELECT count(*) FROM site')).toBe(0)
    expect(test.store.main.number('SELECT count(*) FROM setting')).toBe(0)
  })

  it('sweeps what a crash between the two commits left in the vault', () => {
    importBatch(test, batch({ activities: [activity(1)] }))
    test.store.vault.run("INSERT INTO identity (person_id, identity) VALUES (99, 'left.over@example.org')")
    test.store.vault.run("INSERT INTO activity_text VALUES (99, '', 'p', 'f', '', '', '', '')")
    test.store.close()
    const again = openWriter(test.folder, test.keys, false)
    expect(again.vault.number('SELECT count(*) FROM identity')).toBe(1)
    expect(again.vault.number('SELECT count(*) FROM activity_text')).toBe(1)
    again.close()
    test.store = openWriter(test.folder, test.keys, false)
  })

  it('refuses to make up a file that is missing, and files of different times', () => {
    importBatch(test, batch({ activities: [activity(1)] }))
    test.store.vault.exec(
      "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 31000) INSERT INTO activity_text SELECT i, '', '', '', '', '', '', '' FROM n"
    )
    test.store.close()
    expect(() => openWriter(test.folder, test.keys, false)).toThrow(StoreIncomplete)
    rmSync(path.join(test.folder, 'main.db'))
    expect(() => openWriter(test.folder, test.keys, false)).toThrow(StoreIncomplete)
    expect(readdirSync(test.folder)).not.toContain('main.db')
    for (const file of readdirSync(test.folder)) rmSync(path.join(test.folder, file))
    test.store = openWriter(test.folder, test.keys, true)
  })

  it('keeps the audit log and the notes append-only', () => {
    test.store.main.run(
      "INSERT INTO audit (seq, at_ms, operator, roles, action, object_type, object_id, outcome, details, previous_hash, hash) VALUES (1, 1, 'ada', '[]', 'a', 'b', 'c', 'done', '{}', '', '')"
    )
    expect(() => test.store.main.run("UPDATE audit SET operator = 'eve'")).toThrow('append-only')
    expect(() => test.store.main.run('DELETE FROM audit')).toThrow('append-only')
  })
})

describe('migrations', () => {
  it('run once, are refused when they changed, and refuse a newer database', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'inward-migrate-'))
    const file = path.join(folder, 'main.db')
    const sql = openSql(file, { hex: randomBytes(48).toString('hex') }, { isReader: false })
    let backups = 0
    const backUp = (): void => {
      backups += 1
      copyFileSync(file, `${file}.copy`)
    }
    migrate(sql, MAIN_MIGRATIONS, backUp)
    migrate(sql, MAIN_MIGRATIONS, backUp)
    expect(backups).toBe(0)
    const [first] = MAIN_MIGRATIONS
    if (first === undefined) throw new Error('there is no migration')
    migrate(sql, [first, { number: 2, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT' }], backUp)
    expect(backups).toBe(1)
    expect(() => {
      migrate(sql, MAIN_MIGRATIONS, backUp)
    }).toThrow(NewerVersion)
    expect(() => {
      migrate(
        sql,
        [
          { number: 1, sql: `${first.sql} -- changed` },
          { number: 2, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT' }
        ],
        backUp
      )
    }).toThrow(ChangedMigration)
    sql.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

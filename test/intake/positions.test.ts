// Every row says where it stands: the bytes at its offset are its raw text, and its line is the line of that byte.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditRecord, csvLine } from './audit-record.ts'
import { readAll, temporaryFolder } from './reading.ts'

const folder = temporaryFolder()
const subject = fc.string({ unit: 'grapheme', maxLength: 30 })
const breaks = fc.constantFrom('\n', '\r\n')

const ENCODINGS = [
  ['utf-8', '', (text: string) => Buffer.from(text, 'utf8')],
  ['utf-8', '\ufeff', (text: string) => Buffer.from(text, 'utf8')],
  ['utf-16le', '', (text: string) => Buffer.from(text, 'utf16le')],
  ['utf-16le', '\ufeff', (text: string) => Buffer.from(text, 'utf16le')],
  ['utf-16be', '\ufeff', (text: string) => Buffer.from(text, 'utf16le').swap16()]
] as const

const LAYOUTS = [
  [
    'lines',
    (records: readonly object[], end: string) => records.map((record) => JSON.stringify(record) + end).join(end)
  ],
  ['list', (records: readonly object[], end: string) => JSON.stringify(records, null, 2).replaceAll('\n', end)],
  [
    'documents',
    (records: readonly object[], end: string) =>
      records
        .map((record) => JSON.stringify(record, null, 1))
        .join('\n')
        .replaceAll('\n', end)
  ],
  [
    'table',
    (records: readonly object[], end: string) =>
      `${csvLine(['CreationDate', 'AuditData'])}${end}` +
      records.map((record) => `${csvLine(['now', JSON.stringify(record, null, 1)])}${end}`).join('')
  ]
] as const

const CASES = ENCODINGS.flatMap(([encoding, mark, encode]) =>
  LAYOUTS.map(([layout, write]) => ({ encoding, mark, encode, layout, write, how: mark === '' ? 'without' : 'with' }))
)

it.each(CASES)(
  'rows of $layout in $encoding $how a mark stand where they say',
  async ({ encoding, mark, encode, write }) => {
    const file = path.join(folder, `positions-${encoding}`)
    await fc.assert(
      fc.asyncProperty(fc.array(subject, { minLength: 1, maxLength: 6 }), breaks, async (subjects, end) => {
        const records = subjects.map((text, index) => auditRecord(index, { Note: `${text}€` }))
        const bytes = encode(mark + write(records, end))
        writeFileSync(file, bytes)
        const { activities, rejected } = await readAll(file)
        expect(rejected).toEqual([])
        expect(activities.map(({ ordinal }) => ordinal)).toEqual(records.map((_, index) => index + 1))
        for (const { byteOffset, line, raw } of activities) {
          const own = encode(raw)
          expect(bytes.subarray(byteOffset, byteOffset + own.length).equals(own)).toBe(true)
          const before = new TextDecoder(encoding).decode(bytes.subarray(0, byteOffset))
          expect(before.split('\n')).toHaveLength(line)
        }
      }),
      { numRuns: 15 }
    )
  }
)

it('rows of a Windows-1252 table stand where they say', async () => {
  const text =
    'E-Mail;Name;Kündigungsdatum;Letzter Arbeitstag\r\n' +
    'jörg@hafen.example;Jörg Müller;03.02.2026;31.03.2026\r\n' +
    'änne@hafen.example;Änne Groß;04.02.2026;31.03.2026\r\n'
  const bytes = Buffer.from(text, 'latin1')
  const file = path.join(folder, 'windows.csv')
  writeFileSync(file, bytes)
  const { hrEvents, starts } = await readAll(file)
  expect(starts[0]?.recognition.encoding).toBe('windows-1252')
  expect(hrEvents.map(({ line }) => line)).toEqual([2, 3])
  for (const { raw, byteOffset } of hrEvents) {
    expect(bytes.subarray(byteOffset, byteOffset + raw.length).toString('latin1')).toBe(raw)
  }
})

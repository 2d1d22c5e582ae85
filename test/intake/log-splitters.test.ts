// The splitters of log layouts: the same rows however the file is cut into chunks, each row where it says it stands, and
// one damaged record costs itself and no other.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRowDecoder } from '../../src/main/intake/bytes/text.ts'
import { findCefLines } from '../../src/main/intake/formats/cef.ts'
import { parseCefLine } from '../../src/main/intake/formats/cef-line.ts'
import { findRenderedEvents } from '../../src/main/intake/formats/rendered-events.ts'
import { findXmlRecords } from '../../src/main/intake/formats/xml-records.ts'
import { parseXmlElement } from '../../src/main/intake/formats/xml-tree.ts'
import type { RecordLayout, TextHead } from '../../src/main/intake/record-layout.ts'
import { RECORD_BYTES } from '../../src/main/intake/limits.ts'

interface Rows {
  readonly rows: readonly { readonly text: string; readonly line: number; readonly offset: number }[]
  readonly broken: readonly { readonly reason: string; readonly line: number; readonly offset: number }[]
  readonly isCut: boolean
}

function layoutOf(find: (head: TextHead) => RecordLayout | null, text: string): RecordLayout {
  const layout = find({ bytes: Buffer.from(text), isWhole: true })
  if (layout === null) throw new Error('the text was made to be of this layout')
  return layout
}

function split(layout: RecordLayout, bytes: Buffer, chunkBytes: number): Rows {
  const rows: { text: string; line: number; offset: number }[] = []
  const broken: { reason: string; line: number; offset: number }[] = []
  const splitter = layout.split(openRowDecoder(), {
    record: (text, line, offset) => rows.push({ text, line, offset }),
    broken: (reason, _text, line, offset) => broken.push({ reason, line, offset })
  })
  for (let at = 0; at < bytes.length; at += chunkBytes) splitter.write(bytes.subarray(at, at + chunkBytes))
  return { rows, broken, isCut: splitter.end().isCut }
}

/** Any chunk size gives what one chunk gives, and each row is what the file holds at its place. */
function expectSameRows(layout: RecordLayout, text: string, chunkBytes: number): Rows {
  const bytes = Buffer.from(text)
  const whole = split(layout, bytes, bytes.length + 1)
  expect(split(layout, bytes, chunkBytes)).toEqual(whole)
  for (const row of whole.rows) {
    expect(bytes.subarray(row.offset, row.offset + Buffer.byteLength(row.text)).toString()).toBe(row.text)
    expect(bytes.subarray(0, row.offset).toString().split('\n')).toHaveLength(row.line)
  }
  return whole
}

const chunkBytes = fc.integer({ min: 1, max: 60 })
const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' '))

describe('XML', () => {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const element = fc
    .record({ text: words, hasData: fc.boolean(), prefix: fc.constantFrom('', 'e:') })
    .map(
      ({ text, hasData, prefix }) =>
        `<${prefix}Event a=">"><System b='<' c="'"/>${hasData ? `<![CDATA[</Event>${text.replaceAll(']]>', '')}]]>` : ''}<EventData>${escaped(text)}</EventData></${prefix}Event>`
    )
  const between = fc.constantFrom('', '\n', '\r\n  ', '<!-- <Event> -->', '<?note <Event?>', '<Other>x</Other>')

  it('gives the same elements for any size of chunk', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(between, element), { minLength: 1, maxLength: 6 }), chunkBytes, (parts, size) => {
        // A bracket in an attribute is no XML, so the element that holds one is left to the check below.
        const elements = parts.map(([, text]) => text.replace("b='<'", "b='-'"))
        const text = `<Events>${parts.map(([gap], index) => gap + (elements[index] ?? '')).join('')}</Events>\n`
        const { rows, broken, isCut } = expectSameRows(layoutOf(findXmlRecords, text), text, size)
        expect({ rows: rows.map((row) => row.text), broken, isCut }).toEqual({
          rows: elements,
          broken: [],
          isCut: false
        })
        for (const row of rows) expect(parseXmlElement(row.text)).toHaveProperty('Event')
      })
    )
  })

  it('gives the same rows for any damage', () => {
    const pieces = [
      '<Event>',
      '</Event>',
      '<Event/>',
      '<',
      '>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      "'",
      '<!DOCTYPE x>',
      'text\n',
      '<EventData>'
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), chunkBytes, (parts, size) => {
        const text = `<Event></Event>${parts.join('')}`
        expectSameRows(layoutOf(findXmlRecords, text), text, size)
      }),
      { numRuns: 2000 }
    )
  })

  it('reads on behind an element that is not closed, and behind one too long to be a record', () => {
    const text = `<Events><Event><A></Event><Event><B><Event>${'x'.repeat(RECORD_BYTES)}</Event><Event>last</Event></Events>`
    const { rows, broken } = split(layoutOf(findXmlRecords, text), Buffer.from(text), 256 * 1024)
    expect(rows.map((row) => row.text)).toEqual(['<Event><A></Event>', '<Event>last</Event>'])
    expect(broken.map(({ reason }) => reason)).toEqual([
      'The element is not closed before the next one begins.',
      'The element is longer than any record can be.'
    ])
  })

  it.each([
    ['an entity of its own', '<Event>&name;</Event>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY name "x">]><Event>&name;</Event>'],
    ['a document type inside', '<Event><!DOCTYPE a [<!ENTITY name "x">]></Event>'],
    ['what is not closed', '<Event><A></Event>'],
    ['what nests too deep', `${'<A>'.repeat(100)}${'</A>'.repeat(100)}`]
  ])('refuses %s', (_, text) => {
    expect(parseXmlElement(text)).toBeUndefined()
  })

  it('reads attributes, text, data and repeated elements, and an element of any name', () => {
    const parsed = parseXmlElement('<e:A x="1" e:y="2"><B>b</B><B z="3"> t </B><__proto__>p</__proto__><C/></e:A>')
    expect(JSON.stringify(parsed)).toBe(
      '{"A":{"@x":"1","@y":"2","B":["b",{"@z":"3","#text":" t "}],"__proto__":"p","C":""}}'
    )
  })
})

describe('rendered events', () => {
  const message = fc.array(
    fc.oneof(words, fc.constantFrom('', '\tAccount Name:\t\tx', '01/02/2026 09:00:00 AM', 'Log Name', 'LogName')),
    { maxLength: 6 }
  )
  const styles = {
    assigned: (text: string): string => `02/10/2026 09:15:30 AM\nLogName=Security\nEventCode=4624\nMessage=${text}\n`,
    numbered: (text: string): string => `Event[0]:\n  Log Name: Security\n  Event ID: 4624\n  Description: \n${text}\n`,
    viewer: (text: string): string => `Log Name:      Security\nEvent ID:      4624\nDescription:\n${text}\n`,
    list: (text: string): string => `TimeCreated  : 2/10/2026\nId           : 4624\nMessage      : ${text}\n`
  }

  it.each(Object.entries(styles))('of the style %s are the same for any size of chunk', (_, write) => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 5 }),
        chunkBytes,
        fc.constantFrom('\n', '\r\n'),
        (messages, size, end) => {
          const text = messages
            .map((lines) => write(lines.join('\n')))
            .join('\n')
            .replaceAll('\n', end)
          const layout = layoutOf(findRenderedEvents, text)
          const { rows, broken } = expectSameRows(layout, text, size)
          expect(broken).toEqual([])
          expect(rows).toHaveLength(messages.length)
          for (const row of rows) expect(layout.parse(row.text)).toBeDefined()
        }
      )
    )
  })

  it('give up an event that never ends, and read the next', () => {
    const text = `Event[0]:\n  Event ID: 1\n${'no end '.repeat(RECORD_BYTES / 7)}\n\nEvent[1]:\n  Event ID: 2\n`
    const { rows, broken } = split(layoutOf(findRenderedEvents, text), Buffer.from(text), 256 * 1024)
    expect(broken.map(({ reason }) => reason)).toEqual(['The event is longer than any record can be.'])
    expect(rows.map((row) => row.text)).toEqual(['Event[1]:\n  Event ID: 2'])
  })

  it.each([
    ['prose', 'A letter.\nLog Name is a word in it.\n'],
    ['a table', '_time,host,_raw\n1,pc,"02/10/2026 09:15:30 AM\nLogName=Security\n"\n'],
    ['a log with dates', '02/10/2026 09:15:30 AM\nsomething happened\n']
  ])('are not found in %s', (_, text) => {
    expect(findRenderedEvents({ bytes: Buffer.from(text), isWhole: true })).toBeNull()
  })
})

describe('CEF', () => {
  const value = words.map((text) => text.trim())
  const escapedValue = (text: string): string =>
    text.replaceAll('\\', '\\\\').replaceAll('=', '\\=').replaceAll('\n', '\\n')
  const escapedHeader = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|')

  it('lines are the same for any size of chunk, with or without a last line end', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), chunkBytes, fc.boolean(), (texts, size, isEnded) => {
        const lines = texts.map((text) => `CEF:0|V|P|1|2|N|3|msg=${escapedValue(text)} act=x`)
        const text = lines.join('\n') + (isEnded ? '\n' : '')
        const { rows, broken, isCut } = expectSameRows(layoutOf(findCefLines, text), text, size)
        expect({ rows: rows.map((row) => row.text), broken, isCut }).toEqual({ rows: lines, broken: [], isCut: false })
      })
    )
  })

  it('any header and any value come out as they went in', () => {
    const header = value.filter((text) => text !== '')
    fc.assert(
      fc.property(header, header, value, value, (vendor, name, message, other) => {
        const line = `<13>Feb  4 09:00:00 h CEF:0|${escapedHeader(vendor)}|P|1|2|${escapedHeader(name)}|3|msg=${escapedValue(message)} cs1=${escapedValue(other)} cs1Label=L`
        const record = parseCefLine(line)
        expect(record).toMatchObject({ vendor, name, severity: '3', prefix: '<13>Feb  4 09:00:00 h' })
        expect(record?.['extension']).toEqual(
          Object.fromEntries(
            Object.entries({ msg: message, cs1: other, cs1Label: 'L' }).filter(([, text]) => text !== '')
          )
        )
        expect(record?.['labelled']).toEqual(other === '' ? {} : { L: other })
      })
    )
  })

  it('keeps a backslash before a name, where a line end makes no sense', () => {
    expect(parseCefLine('CEF:0|V|P|1|2|N|3|suser=HARBOUR\\nina msg=a\\nb')?.['extension']).toEqual({
      suser: 'HARBOUR\\nina',
      msg: 'a\nb'
    })
  })

  it.each(['CEF:0|V|P|1|2|N', 'no record', '1|2|3', 'CEF is a word'])('refuses the line "%s"', (line) => {
    expect(parseCefLine(line)).toBeUndefined()
  })
})

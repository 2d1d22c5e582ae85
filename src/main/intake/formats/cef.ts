/** Lines of CEF or LEEF as a layout of records, with or without what a syslog relay writes before them. */
import type { RowDecoder } from '../bytes/text.ts'
import type { RecordLayout, TextHead } from '../record-layout.ts'
import { parseCefLine, startOf } from './cef-line.ts'
import { splitLines } from './lines.ts'
import type { RecordSink, Splitter } from './record.ts'

const LF = 10
/** Lines that are looked at. */
const SAMPLE = 40

export function findCefLines({ bytes, isWhole }: TextHead): RecordLayout | null {
  const lines = bytes.toString('latin1').split('\n')
  if (!isWhole && lines.length > 1) lines.pop()
  const filled = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE)
  const telling = filled.filter((line) => startOf(line) !== -1 || /LEEF:[12](\.\d)?\|/.test(line)).length
  if (telling === 0 || telling * 2 < filled.length) return null
  return { kind: 'records', wrapping: 'cef', parse: parseCefLine, split: splitCefLines }
}

/** A last line without its end is whole as far as anyone can tell, so it is given one. */
function splitCefLines(decoder: RowDecoder, sink: RecordSink): Splitter {
  const lines = splitLines(decoder, sink)
  let last = LF
  return {
    write(chunk) {
      last = chunk.at(-1) ?? last
      lines.write(chunk)
    },
    end() {
      if (last !== LF) lines.write(Buffer.from([LF]))
      return lines.end()
    }
  }
}

/** Reads rows of Microsoft 365 audit exports in every wrapping. Keeps count of what tells whether an export was cut short. */
import { sayResultCount, sayRowLimit } from '../../../shared/domain/cut-export.ts'
import type { BatchBuilder } from '../batch.ts'
import { parseJson } from '../formats/json-records.ts'
import { shortened } from '../formats/record.ts'
import { rowFields, wrongCells } from '../record-source.ts'
import { EMPTY_ROW, REPEATED_HEADER, type RowReader, isEmptyRow, isRepeatedHeader } from '../row-reader.ts'
import { normaliseAudit } from './m365-audit.ts'
import { findAuditRecord, isCompleteRecord, isPlainRecord, listedEntries } from './m365/envelope.ts'
import { type Fields, isFields, numberOf } from './field.ts'

const NO_RECORD = 'No audit record was found in the row: an operation with a time or an id.'
const NO_JSON = 'The row is not valid JSON.'
const NO_DATA = 'The audit data of the row is not valid JSON.'

export function openAuditRows(batch: BatchBuilder, columns: readonly string[]): RowReader {
  const dataColumn = columns.findIndex((name) => name.toLowerCase() === 'auditdata')
  const countColumn = columns.findIndex((name) => name.toLowerCase() === 'resultcount')
  let ordinal = 0
  let resultCount = 0
  /** Null before any, empty once there were several. */
  let organization: string | null = null

  function reject(reason: string, text: string, line: number, byteOffset: number): void {
    ordinal++
    batch.reject({ ordinal, line, byteOffset, reason, raw: shortened(text) })
  }

  /** A row that lost its data is still of the one tenant that the file is about, and so is known again beside its record. */
  function ofTenant(record: Fields): Fields {
    const own = record['OrganizationId']
    if (typeof own === 'string' && own !== '') {
      if (organization !== own) organization = organization === null ? own : ''
    } else if (organization !== null && organization !== '') return { ...record, OrganizationId: organization }
    return record
  }

  function keep(record: Fields | null, raw: string, line: number, byteOffset: number): void {
    const draft = record === null ? NO_RECORD : normaliseAudit(ofTenant(record), raw, ordinal + 1, line, byteOffset)
    if (typeof draft === 'string') reject(draft, raw, line, byteOffset)
    else {
      ordinal++
      batch.activity(draft)
    }
  }

  function whyNot(cells: readonly string[], otherwise: string): string {
    return cells.length === columns.length ? otherwise : wrongCells(cells.length, columns.length)
  }

  function readCells(cells: readonly string[], text: string, line: number, byteOffset: number): void {
    if (countColumn !== -1) resultCount = Math.max(resultCount, numberOf(cells[countColumn]) ?? 0)
    const data = dataColumn === -1 ? '' : (cells[dataColumn] ?? '')
    const value = data.trim() === '' ? null : parseJson(data)
    if (isCompleteRecord(value)) keep(value, text, line, byteOffset)
    else if (value === undefined) reject(whyNot(cells, NO_DATA), text, line, byteOffset)
    else {
      const record = findAuditRecord(rowFields(cells, columns))
      if (record !== null) keep(record, text, line, byteOffset)
      else reject(whyNot(cells, NO_RECORD), text, line, byteOffset)
    }
  }

  return {
    record(text, line, byteOffset) {
      const value = parseJson(text)
      if (isPlainRecord(value)) keep(value, text, line, byteOffset)
      else if (value === undefined) reject(NO_JSON, text, line, byteOffset)
      else {
        if (isFields(value)) resultCount = Math.max(resultCount, numberOf(value['ResultCount']) ?? 0)
        const record = findAuditRecord(value)
        const entries = record === null ? listedEntries(value) : null
        if (entries === null) keep(record, text, line, byteOffset)
        else for (const entry of entries) keep(findAuditRecord(entry), JSON.stringify(entry), line, byteOffset)
      }
    },
    cells(cells, text, line, byteOffset) {
      const without = isEmptyRow(cells) ? EMPTY_ROW : isRepeatedHeader(cells, columns) ? REPEATED_HEADER : null
      if (without === null) readCells(cells, text, line, byteOffset)
      else {
        ordinal++
        batch.ignore(without)
      }
    },
    broken: reject,
    finish() {
      return [sayRowLimit(ordinal), sayResultCount(resultCount, ordinal)].filter((warning) => warning !== null)
    }
  }
}

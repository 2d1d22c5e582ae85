/** The export of Search-UnifiedAuditLog as PowerShell 5 writes it: UTF-16 with a byte order mark, a #TYPE line, JSON in cells, own order of columns. */
/** @import { Row } from '../delivery.mjs' */

const columns = [
  'AuditData',
  'Identity',
  'Operations',
  'CreationDate',
  'RecordType',
  'UserIds',
  'ResultCount',
  'ResultIndex',
  'IsValid',
  'ObjectState',
  'RunspaceId'
]
const runspace = 'c1f0b7a2-64d3-4e58-9b0c-7e21d5a8f390'

/** @param {readonly Row[]} rows */
export function powershellCsv(rows) {
  const lines = ['#TYPE Selected.System.Management.Automation.PSCustomObject', columns.map(quoted).join(',')]
  for (const [index, row] of rows.entries()) lines.push(line(row, index, rows.length))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf16le')
}

const recordTypeNames = /** @type {Readonly<Record<string, string>>} */ ({
  6: 'SharePointFileOperation',
  14: 'SharePointSharingOperation',
  83: 'SensitivityLabelAction'
})

/** @param {Row} row @param {number} index @param {number} count */
function line({ record, flaw }, index, count) {
  const name = recordTypeNames[String(record.RecordType)]
  if (name === undefined) throw new Error(`The PowerShell export has no name for record type ${record.RecordType}.`)
  return [
    auditData(record, flaw, index),
    record.Id,
    record.Operation,
    americanTime(String(record.CreationTime)),
    name,
    record.UserId,
    count,
    index + 1,
    'True',
    'Unchanged',
    runspace
  ]
    .map((cell) => quoted(String(cell)))
    .join(',')
}

/** Every third cell runs over many lines. @param {Row['record']} record @param {Row['flaw']} flaw @param {number} index */
function auditData(record, flaw, index) {
  if (flaw === 'empty') return ''
  const json = JSON.stringify(record, null, index % 3 === 0 ? 1 : 0)
  return flaw === 'cut' ? json.slice(0, Math.floor(json.length * 0.6)) : json
}

/** `4/7/2026 9:13:33 PM`, UTC like CreationTime. @param {string} creationTime */
function americanTime(creationTime) {
  const [year, month, day, hours, minutes, seconds] = creationTime.split(/[-T:]/)
  const hour = Number(hours)
  return `${Number(month)}/${Number(day)}/${year} ${hour % 12 || 12}:${minutes}:${seconds} ${hour < 12 ? 'AM' : 'PM'}`
}

/** @param {string} cell */
function quoted(cell) {
  return `"${cell.replaceAll('"', '""')}"`
}

/** A real .xlsx with one sheet: shared strings, a style for dates, nothing else. Dates go in as Excel's day numbers. */
import { DAY_MS, msOfDay } from './calendar.mjs'
import { zipped } from './pack.mjs'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const excelFirstDayMs = Date.UTC(1899, 11, 30)

/**
 * @param {string} sheetName
 * @param {readonly (readonly string[])[]} rows text; what looks like 2026-03-02 becomes a date
 */
export function workbook(sheetName, rows) {
  const strings = new Map()
  const sheet = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((text, column) => cell(strings, text, row, column)).join('')}</row>`
    )
    .join('')
  return zipped(
    Object.entries({
      '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${contentTypes}</Types>`,
      '_rels/.rels': `<Relationships xmlns="${packages}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      'xl/sharedStrings.xml': `<sst xmlns="${main}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`
    }).map(([name, xml]) => ({ name, content: Buffer.from(declaration + xml) }))
  )
}

const contentTypes = [
  ['workbook', 'sheet.main'],
  ['worksheets/sheet1', 'worksheet'],
  ['styles', 'styles'],
  ['sharedStrings', 'sharedStrings']
]
  .map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  )
  .join('')

/** @param {number} id @param {string} type @param {string} target */
function relation(id, type, target) {
  return `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`
}

/** An empty cell is left out, as Excel does. @param {Map<string, number>} strings @param {string} text @param {number} row @param {number} column */
function cell(strings, text, row, column) {
  if (text === '') return ''
  const at = `${String.fromCharCode(65 + column)}${row + 1}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `<c r="${at}" s="1"><v>${(msOfDay(text) - excelFirstDayMs) / DAY_MS}</v></c>`
  const index = strings.get(text) ?? strings.size
  strings.set(text, index)
  return `<c r="${at}" t="s"><v>${index}</v></c>`
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The two JSON wrappings: one record per line, and the arrays of the Management Activity API. */
/** @import { Row } from '../delivery.mjs' */

/** A cut last row also lacks its line end, as after an interrupted copy. @param {readonly Row[]} rows */
export function jsonLines(rows) {
  const text = rows.map(jsonOf).join('\n')
  return Buffer.from(rows.at(-1)?.flaw === 'cut' ? text : `${text}\n`)
}

/** @param {readonly Row[]} rows */
export function jsonArray(rows) {
  return Buffer.from(`[${rows.map(jsonOf).join(',')}]`)
}

/** @param {Row} row */
function jsonOf({ record, flaw }) {
  if (flaw === 'no-operation')
    return JSON.stringify({ Id: record.Id, OrganizationId: record.OrganizationId, Version: 1 })
  const json = JSON.stringify(record)
  return flaw === 'cut' ? json.slice(0, Math.floor(json.length * 0.6)) : json
}

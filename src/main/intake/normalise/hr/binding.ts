/** Finds out which column of an HR file holds which field: from what the workspace remembers, else from the names. */
import type { ColumnMapping, HrMapping } from '../../../../shared/domain/draft.ts'
import { COLUMN_NAMES, HR_FIELDS, type HrField, foldedName } from './fields.ts'

export interface HrBinding {
  readonly columnOf: ReadonlyMap<HrField, number>
  readonly mapping: HrMapping
  /** Whether the header speaks German or French, where the day comes before the month. */
  readonly isDayFirstLanguage: boolean
  /** Whether reviews in this file are improvement plans, as its own column names say. */
  readonly isImprovement: boolean
  /** 0 when it is no HR file. */
  readonly confidence: number
  readonly because: string
}

export function signatureOf(columns: readonly string[]): string {
  return columns.map((column) => column.trim().toLowerCase()).join('|')
}

export function bindColumns(columns: readonly string[], remembered: readonly ColumnMapping[]): HrBinding {
  const signature = signatureOf(columns)
  const known = remembered.filter((mapping) => mapping.kind === 'hr').find((mapping) => mapping.signature === signature)
  const columnOf = known === undefined ? guessed(columns) : chosen(columns, known)
  const isRemembered = known !== undefined && columnOf.has('identity')
  const held = [...columnOf].map(([field, index]): [string, string] => [field, columns[index] ?? ''])
  return {
    columnOf,
    mapping: { kind: 'hr', signature, columns: Object.fromEntries(held) },
    isDayFirstLanguage: columns.some((column) =>
      /datum|arbeitstag|wirksam|gültig|gueltig|jour|sortie|départ|depart$|démission|demission|effet/i.test(column)
    ),
    isImprovement: columns.some((column) => /improvement|verbesserung|amélioration|amelioration/i.test(column)),
    confidence: isRemembered ? 1 : confidenceOf(columnOf),
    because: isRemembered
      ? 'the workspace remembers this header'
      : `columns that hold ${[...columnOf.keys()].map(inWords).join(', ')}`
  }
}

function guessed(columns: readonly string[]): Map<HrField, number> {
  const folded = columns.map(foldedName)
  const columnOf = new Map<HrField, number>()
  const taken = new Set<number>()
  for (const field of HR_FIELDS) {
    for (const name of COLUMN_NAMES[field]) {
      const index = folded.indexOf(name)
      if (index === -1 || taken.has(index)) continue
      columnOf.set(field, index)
      taken.add(index)
      break
    }
  }
  // Without an address the account name or the number is what people are known by.
  for (const field of ['userName', 'employeeId'] as const) {
    const index = columnOf.get(field)
    if (columnOf.has('identity') || index === undefined) continue
    columnOf.set('identity', index)
    columnOf.delete(field)
  }
  return columnOf
}

function chosen(columns: readonly string[], mapping: HrMapping): Map<HrField, number> {
  const columnOf = new Map<HrField, number>()
  for (const field of HR_FIELDS) {
    const column = mapping.columns[field]
    const index = column === undefined ? -1 : columns.indexOf(column)
    if (index !== -1) columnOf.set(field, index)
  }
  return columnOf
}

const LEAVING: readonly HrField[] = ['resignationDate', 'terminationDate', 'lastWorkingDate']
const RATED: readonly HrField[] = ['oldLevel', 'newLevel', 'rating', 'remarks']
const DESCRIBING: readonly HrField[] = [
  'displayName',
  'firstName',
  'lastName',
  'department',
  'title',
  'country',
  'manager',
  'hiredDate',
  'employeeId'
]

function confidenceOf(columnOf: ReadonlyMap<HrField, number>): number {
  const has = (field: HrField): boolean => columnOf.has(field)
  if (!has('identity')) return 0
  if (LEAVING.some(has) || (has('scenario') && (has('effectiveDate') || DESCRIBING.some(has)))) return 0.95
  if (has('effectiveDate') && RATED.some(has)) return 0.9
  const described = DESCRIBING.filter(has).length
  return described >= 3 ? 0.85 : described === 2 ? 0.6 : 0
}

function inWords(field: HrField): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

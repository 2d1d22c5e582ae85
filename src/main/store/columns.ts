/** Reads values out of rows with a check at the border: a column of another type is a bug and throws. */
import type { z } from 'zod'
import type { SqlRow } from './sql.ts'

export function text(row: SqlRow, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`column ${column} is not text`)
  return value
}

export function integer(row: SqlRow, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`column ${column} is not a number`)
  return value
}

export function textOrNull(row: SqlRow, column: string): string | null {
  return row[column] === null || row[column] === undefined ? null : text(row, column)
}

export function integerOrNull(row: SqlRow, column: string): number | null {
  return row[column] === null || row[column] === undefined ? null : integer(row, column)
}

export function bytes(row: SqlRow, column: string): Uint8Array<ArrayBuffer> {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${column} is not a blob`)
  return value
}

/** Parses a JSON column with its schema. */
export function json<Shape extends z.ZodType>(row: SqlRow, column: string, shape: Shape): z.output<Shape> {
  return shape.parse(JSON.parse(text(row, column)))
}

/** One of a closed list. */
export function oneOf<const List extends readonly string[]>(row: SqlRow, column: string, list: List): List[number] {
  const value = text(row, column)
  const found = list.find((entry) => entry === value)
  if (found === undefined) throw new TypeError(`column ${column} holds none of its values`)
  return found
}

/** Reads the data of an event out of the many ways in which XML becomes JSON: attributes beside or inside, lists, single values. */
import { parseXmlElement } from '../../formats/xml-tree.ts'
import { type Fields, fieldsOf, isFields, textOf } from '../field.ts'

export interface EventData {
  readonly data: Record<string, string>
  readonly values: readonly string[]
}

/** Text of an element, whatever its attributes made of it. */
export function contentOf(value: unknown): string {
  if (!isFields(value)) return Array.isArray(value) ? value.map(contentOf).join(', ') : textOf(value)
  return textOf(value['#text'] ?? value['_'] ?? value['$t'] ?? value['Value'] ?? value['value'])
}

/** An attribute of an element of the holder. */
export function attributeOf(holder: Fields, element: string, name: string): string {
  const value = holder[element]
  if (isFields(value)) {
    const attributes = [value, value['#attributes'], value['@attributes'], value['$']].filter(isFields)
    for (const found of attributes) {
      const text = textOf(found[`@${name}`] ?? found[name])
      if (text !== '') return text
    }
  }
  const beside = holder[`${element}_attributes`]
  return isFields(beside) ? textOf(beside[name]) : ''
}

/** Named data and data without names of `EventData` and `UserData`, as objects, JSON text or XML text. */
export function readEventData(...holders: readonly unknown[]): EventData {
  const data: Record<string, string> = {}
  const values: string[] = []
  for (const written of holders) {
    const holder = opened(written)
    if (holder !== null) readHolder(holder, data, values)
  }
  return { data, values }
}

function opened(written: unknown): Fields | null {
  if (typeof written === 'string' && written.trimStart().startsWith('<')) {
    const parsed = parseXmlElement(written)
    const root = parsed === undefined ? undefined : Object.values(parsed)[0]
    if (!isFields(root)) return null
    return isFields(root['EventData']) ? root['EventData'] : root
  }
  const holder = fieldsOf(written)
  return holder !== null && isFields(holder['EventData']) ? holder['EventData'] : holder
}

function readHolder(holder: Fields, data: Record<string, string>, values: string[]): void {
  for (const [name, value] of Object.entries(holder)) {
    if (name.startsWith('@') || name === '#attributes' || name === 'xmlns') continue
    if (name === 'Data') readList(value, data, values)
    else if (isFields(value) && !isValue(value)) readHolder(value, data, values)
    else data[name] = contentOf(value)
  }
}

function readList(list: unknown, data: Record<string, string>, values: string[]): void {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [list]
  for (const entry of entries) {
    const name = isFields(entry) ? attributeOf({ entry }, 'entry', 'Name') : ''
    if (name !== '') data[name] = contentOf(entry)
    else if (isFields(entry) && !isValue(entry) && entry['#attributes'] === undefined) readHolder(entry, data, values)
    else values.push(contentOf(entry))
  }
}

/** An element with attributes and a text, not one that holds others. */
function isValue(value: Fields): boolean {
  return ['#text', '_', '$t', 'Value', 'value'].some((key) => value[key] !== undefined)
}

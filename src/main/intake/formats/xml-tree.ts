/**
 * Builds one XML element that is in memory as fields: attributes under `@name`, text under `#text`, repeated elements as a
 * list. Refuses what is not well-formed, entities other than the five of XML, and elements deeper than any log nests.
 */
import { SaxesParser } from 'saxes'
import type { Fields } from '../normalise/field.ts'

/** Event data nests five deep; past this an element was made to cost time. */
const DEEPEST = 64

/** Characters that XML forbids but the event log lets through; they would make a sound record unreadable. */
const FORBIDDEN = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g')
const FORBIDDEN_REFERENCE = /&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi

interface OpenElement {
  readonly name: string
  readonly fields: Record<string, unknown>
  text: string
}

/** `{ name: content }` of the outermost element, names without prefix; undefined where the text is no such element. */
export function parseXmlElement(text: string): Fields | undefined {
  const parser = new SaxesParser({ xmlns: false })
  const state: { isSound: boolean; root: Fields | undefined } = { isSound: true, root: undefined }
  const stack: OpenElement[] = []

  parser.on('error', () => (state.isSound = false))
  parser.on('doctype', () => (state.isSound = false))
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= DEEPEST) state.isSound = false
    const fields: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(attributes)) fields[`@${localName(key)}`] = value
    stack.push({ name: localName(name), fields, text: '' })
  })
  const append = (part: string): void => {
    const open = stack.at(-1)
    if (open !== undefined) open.text += part
  }
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => {
    const closed = stack.pop()
    if (closed === undefined) return
    const holder = stack.at(-1)
    if (holder !== undefined) put(holder.fields, closed.name, contentOf(closed))
    else state.root = { [closed.name]: contentOf(closed) }
  })
  parser.write(text.replace(FORBIDDEN, '\ufffd').replace(FORBIDDEN_REFERENCE, '\ufffd')).close()
  return state.isSound ? state.root : undefined
}

function contentOf({ fields, text }: OpenElement): unknown {
  if (Object.keys(fields).length === 0) return text
  if (text.trim() !== '') fields['#text'] = text
  return fields
}

/** An element called like a member of every object is an element all the same. */
function put(fields: Record<string, unknown>, name: string, value: unknown): void {
  const present = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (Array.isArray(present)) present.push(value)
  else if (present !== undefined) fields[name] = [present, value]
  else if (name === '__proto__')
    Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true })
  else fields[name] = value
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

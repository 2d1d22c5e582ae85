/** Reads one rendered event: its head as fields, its message as it stands. Refuses what names no event id. */
import type { Fields } from '../normalise/field.ts'
import { ASSIGNED_DATE, HEAD_LABELS } from './rendered-labels.ts'
import { parseXmlElement } from './xml-tree.ts'

const LABEL = /^\s*([^:=]{1,40}?)\s*:(?:\s(.*)|\s*)$/
const ASSIGNMENT = /^([A-Za-z]+)=(.*)$/

export function parseRenderedEvent(text: string): Fields | undefined {
  const lines = text.split(/\r?\n/)
  const isAssigned = lines.slice(0, 2).some((line) => line.startsWith('LogName='))
  const fields = isAssigned ? readAssigned(lines) : readLabelled(lines)
  return ['EventID', 'EventCode', 'Event'].some((name) => fields[name] !== undefined) ? fields : undefined
}

function readAssigned(lines: readonly string[]): Fields {
  const fields: Record<string, string> = {}
  for (const [index, line] of lines.entries()) {
    const pair = ASSIGNMENT.exec(line)
    if (pair?.[1] === 'Message') {
      fields['Message'] = [pair[2] ?? '', ...lines.slice(index + 1)].join('\n').trimEnd()
      break
    }
    if (pair?.[1] !== undefined) fields[pair[1]] = pair[2]?.trim() ?? ''
    else if (index === 0 && ASSIGNED_DATE.test(line)) fields['Date'] = line.trim()
  }
  return fields
}

function readLabelled(lines: readonly string[]): Fields {
  const fields: Record<string, string> = {}
  for (const [index, line] of lines.entries()) {
    const match = LABEL.exec(line)
    const name = HEAD_LABELS.get(match?.[1]?.toLowerCase().replace('’', "'") ?? '')
    if (name === undefined) continue
    if (name === 'Message') {
      const { message, xml } = withoutXml([match?.[2] ?? '', ...lines.slice(index + 1)])
      // The exact data stands below the words where both were copied.
      if (xml !== undefined) return { ...xml, Message: message }
      fields['Message'] = message
      break
    }
    fields[name] = match?.[2]?.trim() ?? ''
  }
  return fields
}

function withoutXml(lines: readonly string[]): { readonly message: string; readonly xml: Fields | undefined } {
  const at = lines.findIndex((line) => /^<Event[\s>]/.test(line))
  const words = (at === -1 ? lines : lines.slice(0, at)).join('\n').trim()
  return {
    message: at === -1 ? words : words.replace(/\n[^\n]*Xml[^\n]*:\s*$/i, '').trim(),
    xml: at === -1 ? undefined : parseXmlElement(lines.slice(at).join('\n'))
  }
}

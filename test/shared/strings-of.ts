/**
 * Walks a zod schema and says what is wrong with it as an answer: a text that does not say what it holds, an object that
 * lets unknown fields through, a type that could hold anything. Knows a closed list of types; every other is a problem.
 */
import { z } from 'zod'
import { TEXT_HOLDS } from '../../src/shared/contract/text.ts'

export interface TextField {
  readonly path: string
  readonly holds: string
  readonly schema: z.core.$ZodType
}
export interface Walked {
  readonly problems: readonly string[]
  /** Every text that says what it holds; enums and literals are no texts. */
  readonly texts: readonly TextField[]
  readonly objects: number
}

/** What a node says for the texts below it: only `words` passes through containers, since Inward wrote all of it. */
type Said = string | null

export function walkSchema(schema: z.core.$ZodType, name: string): Walked {
  const problems: string[] = []
  const texts: TextField[] = []
  const above = new Set<z.core.$ZodType>()
  let objects = 0

  function walk(node: z.core.$ZodType, path: string, inherited: Said): void {
    if (above.has(node)) return
    above.add(node)
    const own = holdsOf(node)
    visit(node as z.core.$ZodTypes, path, own ?? inherited)
    above.delete(node)
  }

  function visit(node: z.core.$ZodTypes, path: string, said: Said): void {
    const { def } = node._zod
    const below = said === 'words' ? said : null
    switch (def.type) {
      case 'number':
      case 'boolean':
      case 'null':
      case 'literal':
      case 'enum':
        return
      case 'string':
        texts.push({ path, holds: said ?? '', schema: node })
        if (said === null) problems.push(`${path} does not say what it holds`)
        else if (!TEXT_HOLDS.some((known) => known === said)) problems.push(`${path} holds “${said}”`)
        return
      case 'object':
        objects += 1
        if (def.catchall?._zod.def.type !== 'never') problems.push(`${path} lets unknown fields through`)
        for (const [field, value] of Object.entries(def.shape)) walk(value, `${path}.${field}`, below)
        return
      case 'array':
        walk(def.element, `${path}[]`, below)
        return
      case 'tuple':
        for (const [index, item] of def.items.entries()) walk(item, `${path}[${index}]`, below)
        if (def.rest !== null) walk(def.rest, `${path}[…]`, below)
        return
      case 'record':
        walk(def.keyType, `${path}{key}`, below)
        walk(def.valueType, `${path}{}`, below)
        return
      case 'union':
        for (const [index, option] of def.options.entries()) walk(option, `${path}|${index}`, below)
        return
      case 'nullable':
      case 'optional':
      case 'default':
      case 'prefault':
      case 'nonoptional':
      case 'readonly':
        walk(def.innerType, path, said)
        return
      case 'lazy':
        walk(def.getter(), path, said)
        return
      default:
        problems.push(`${path} is of type “${def.type}”, which could hold anything`)
    }
  }

  walk(schema, name, null)
  return { problems, texts, objects }
}

function holdsOf(node: z.core.$ZodType): Said {
  const holds: unknown = z.globalRegistry.get(node)?.['holds']
  return typeof holds === 'string' ? holds : null
}

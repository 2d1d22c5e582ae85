/**
 * Reads the bundled definitions into a catalogue. Any file that is not exactly as its schema says, or that names an
 * indicator or sequence that does not exist, stops the start with the file's name and a sentence.
 */
import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import type { z } from 'zod'
import { Template } from '../../shared/domain/policy.ts'
import type { PolicyDefinition, TemplateId } from '../../shared/domain/policy.ts'
import { IndicatorFile } from './indicator.ts'
import type { Indicator } from './indicator.ts'
import { PatternFile } from './pattern.ts'
import type { Pattern } from './pattern.ts'

export interface Catalogue {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sequences: ReadonlyMap<string, Pattern>
  readonly templates: ReadonlyMap<TemplateId, Template>
  /** SHA-256, hex, of all definitions as read (comments do not count). */
  readonly hash: string
}

/** Text of definition files by path. */
export interface DefinitionFiles {
  readonly indicators: Readonly<Record<string, string>>
  readonly sequences: Readonly<Record<string, string>>
  readonly templates: Readonly<Record<string, string>>
}

export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'
}

/** The definitions that are part of the product. */
export const bundledFiles: DefinitionFiles = {
  indicators: import.meta.glob<string>('./indicators/*.yaml', { query: '?raw', import: 'default', eager: true }),
  sequences: import.meta.glob<string>('./sequences/*.yaml', { query: '?raw', import: 'default', eager: true }),
  templates: import.meta.glob<string>('./templates/*.yaml', { query: '?raw', import: 'default', eager: true })
}

export function loadCatalogue(): Catalogue {
  bundled ??= readCatalogue(bundledFiles)
  return bundled
}

/** Parsing takes a third of a second and the files cannot change while the program runs. */
let bundled: Catalogue | null = null

export function readCatalogue(files: DefinitionFiles): Catalogue {
  const indicators = readEach(files.indicators, IndicatorFile)
  const sequences = readEach(files.sequences, PatternFile)
  const templates = readEach<Template, TemplateId>(files.templates, Template)
  for (const pattern of sequences.values()) checkSteps(`sequences/${pattern.id}.yaml`, pattern, indicators)
  for (const { id, definition } of templates.values()) {
    const [problem] = checkDefinition(definition, { indicators, sequences })
    if (problem !== undefined) throw new CatalogueError(`templates/${id}.yaml: ${problem}`)
  }
  const everything = [indicators, sequences, templates].map((kind) => [...kind.values()])
  const hash = createHash('sha256').update(JSON.stringify(everything)).digest('hex')
  return { indicators, sequences, templates, hash }
}

/** What a policy names and the catalogue does not know, one sentence each; empty when all is well. */
export function checkDefinition(
  definition: PolicyDefinition,
  catalogue: Pick<Catalogue, 'indicators' | 'sequences'>
): readonly string[] {
  const named = [...definition.indicators, ...Object.keys(definition.thresholds)]
  return [
    ...named.filter((id) => !catalogue.indicators.has(id)).map((id) => `there is no indicator "${id}"`),
    ...definition.sequences.filter((id) => !catalogue.sequences.has(id)).map((id) => `there is no sequence "${id}"`)
  ]
}

function readEach<Entry extends { readonly id: Id }, Id extends string>(
  texts: Readonly<Record<string, string>>,
  schema: z.ZodType<Entry>
): Map<Id, Entry> {
  const entries = new Map<Id, Entry>()
  for (const path of Object.keys(texts).sort()) {
    const entry = readOne(path, texts[path] ?? '', schema)
    if (!path.endsWith(`/${entry.id}.yaml`))
      throw new CatalogueError(`${path}: the id "${entry.id}" is not the file's name`)
    entries.set(entry.id, entry)
  }
  return entries
}

function readOne<Entry>(path: string, text: string, schema: z.ZodType<Entry>): Entry {
  let content: unknown
  try {
    content = parse(text, { uniqueKeys: true })
  } catch (error) {
    throw new CatalogueError(`${path}: is not valid YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
  const result = schema.safeParse(content)
  if (result.success) return result.data
  throw new CatalogueError(`${path}: ${result.error.issues.map(sayIssue).join('; ')}`)
}

function sayIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`
}

function checkSteps(path: string, pattern: Pattern, indicators: ReadonlyMap<string, Indicator>): void {
  for (const step of pattern.steps) {
    for (const id of step.indicators) {
      const indicator = indicators.get(id)
      if (indicator === undefined) throw new CatalogueError(`${path}: there is no indicator "${id}"`)
      if (indicator.category !== step.category) {
        throw new CatalogueError(`${path}: "${id}" belongs to ${indicator.category}, not to ${step.category}`)
      }
    }
  }
}

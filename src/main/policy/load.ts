/**
 * Reads the bundled definitions into a catalogue. Any file that is not exactly as its schema says, or that names an
 * indicator or sequence that does not exist, stops the start with the file's name and a sentence.
 */
import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import type { z } from 'zod'
import { Template, TRIGGERS } from '../../shared/domain/policy.ts'
import type { PolicyDefinition, TemplateId, Trigger } from '../../shared/domain/policy.ts'
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

/** The files cannot change while the program runs. */
let bundled: Catalogue | null = null

export function readCatalogue(files: DefinitionFiles): Catalogue {
  const indicators = readEach(files.indicators, IndicatorFile)
  const sequences = readEach(files.sequences, PatternFile)
  const templates = readEach<Template, TemplateId>(files.templates, Template)
  for (const pattern of sequences.values()) checkSteps(`sequences/${pattern.id}.yaml`, pattern, indicators)
  for (const template of templates.values()) {
    const [problem] = checkTemplate(template, { indicators, sequences, templates })
    if (problem !== undefined) throw new CatalogueError(`templates/${template.id}.yaml: ${problem}`)
  }
  const everything = [indicators, sequences, templates].map((kind) => [...kind.values()])
  const hash = createHash('sha256').update(JSON.stringify(everything)).digest('hex')
  return { indicators, sequences, templates, hash }
}

/** What a policy names and the catalogue or its template does not know, one sentence each; empty when all is well. */
export function checkDefinition(
  definition: PolicyDefinition,
  { indicators, sequences, templates }: Pick<Catalogue, 'indicators' | 'sequences' | 'templates'>
): readonly string[] {
  const { triggerRules } = definition
  const named = [
    ...definition.indicators,
    ...Object.keys(definition.thresholds),
    ...Object.keys(triggerRules.indicators)
  ]
  // Somebody can be put into scope by hand under every template.
  const allowed = new Set<Trigger>(['manual', ...(templates.get(definition.template)?.allowedTriggers ?? TRIGGERS)])
  return [
    ...named.filter((id) => !indicators.has(id)).map((id) => `there is no indicator "${id}"`),
    ...[...definition.sequences, ...triggerRules.sequences]
      .filter((id) => !sequences.has(id))
      .map((id) => `there is no sequence "${id}"`),
    ...definition.triggers
      .filter((trigger) => !allowed.has(trigger))
      .map((trigger) => `policies of the template "${definition.template}" have no trigger "${trigger}"`)
  ]
}

function checkTemplate(
  { id, definition, categories }: Template,
  catalogue: Pick<Catalogue, 'indicators' | 'sequences' | 'templates'>
): readonly string[] {
  const foreign = definition.indicators.flatMap((name) => {
    const indicator = catalogue.indicators.get(name)
    return indicator === undefined || categories.includes(indicator.category) ? [] : [indicator]
  })
  return [
    ...(definition.template === id ? [] : [`its definition is one of "${definition.template}"`]),
    ...checkDefinition(definition, catalogue),
    ...foreign.map((indicator) => `"${indicator.id}" belongs to ${indicator.category}, which it does not name`)
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
    // The build turns the files into JSON, which is read fifty times as fast: every command and every thread reads them.
    content = text.startsWith('{') ? JSON.parse(text) : parse(text, { uniqueKeys: true })
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

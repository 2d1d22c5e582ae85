/**
 * Looks at a file in a process of its own, and masks what of it may be shown. The names of its fields as the file writes
 * them, and what an operator once typed for it, come back beside, for the engine only.
 */
import type { ImportPreview } from '../../shared/contract/import.ts'
import type { IntakeOptions } from '../../shared/domain/draft.ts'
import type { NoPreview, SourcePreview } from '../intake/preview.ts'
import type { SpawnIntake } from './intake-client.ts'
import { done, refused, type Result } from './protocol.ts'
import type { StoreReader } from './store-client.ts'

/** What a mapping by example refers to. */
export interface PreviewedLayout {
  readonly signature: string
  /** As the file writes them, by their place. */
  readonly names: readonly string[]
  /** Null where nobody mapped this layout. */
  readonly remembered: { readonly workload: SaidBefore; readonly operation: SaidBefore } | null
}

/** What an operator once typed, and how the window shows it. */
export interface SaidBefore {
  readonly typed: string
  readonly shown: string
}

export interface PreviewRun {
  readonly reader: StoreReader
  readonly path: string
  readonly spawnIntake: SpawnIntake
  /** Where in the code the intake failed, for the diagnostics. */
  readonly onFault: (where: string) => void
}

/** The head of a file is read within a second; a reader that takes so long hangs on it. */
const LONGEST_MS = 30_000

export async function runPreview(
  run: PreviewRun
): Promise<Result<{ readonly shown: ImportPreview; readonly layout: PreviewedLayout }>> {
  const memory = await run.reader.read('import.memory', null)
  if (!memory.ok) return memory
  const options = { ...memory.value, source: null, isTimezoneChosen: false }
  const looked = await lookAt(run.spawnIntake, run.path, options)
  if ('fault' in looked) {
    run.onFault(looked.fault)
    return refused('fault', 'The file could not be looked at. Nothing was changed.')
  }
  if ('refusal' in looked) return refused('bad-input', looked.refusal)
  const shown = await masked(run.reader, looked)
  return shown.ok
    ? done({
        shown: shown.value,
        layout: {
          signature: looked.signature,
          names: looked.fields.map(({ name }) => name),
          remembered: saidBefore(looked.remembered, shown.value.remembered)
        }
      })
    : shown
}

type Looked = SourcePreview | NoPreview | { readonly fault: string }

function lookAt(spawn: SpawnIntake, path: string, options: IntakeOptions): Promise<Looked> {
  const intake = spawn()
  return new Promise((resolve) => {
    const end = (looked: Looked): void => {
      clearTimeout(watch)
      intake.kill()
      resolve(looked)
    }
    const watch = setTimeout(() => {
      end({ fault: 'silent' })
    }, LONGEST_MS)
    intake.onMessage((message) => {
      if (message.kind === 'preview') end(message.preview)
      else if (message.kind === 'failed') end({ fault: message.where })
    })
    intake.onExit(() => {
      end({ fault: 'exit' })
    })
    intake.send({ kind: 'preview', path, options })
  })
}

function saidBefore(
  typed: SourcePreview['remembered'],
  shown: ImportPreview['remembered']
): PreviewedLayout['remembered'] {
  return typed === null || shown === null
    ? null
    : {
        workload: { typed: typed.workload, shown: shown.workload },
        operation: { typed: typed.operation, shown: shown.operation }
      }
}

async function masked(reader: StoreReader, preview: SourcePreview): Promise<Result<ImportPreview>> {
  const { path, fields, remembered } = preview
  const said = [remembered?.workload ?? '', remembered?.operation ?? '']
  const texts = [baseName(path), ...said, ...fields.flatMap(({ shownName, examples }) => [shownName, ...examples])]
  const answer = await reader.read('mask.texts', { texts })
  if (!answer.ok) return answer
  const [file = '', workload = '', operation = '', ...rest] = answer.value
  const shownFields = fields.map(({ examples, filled }) => {
    const [name = '', ...shown] = rest.splice(0, 1 + examples.length)
    return { name, examples: [...new Set(shown)], filled }
  })
  const names = distinct(shownFields.map(({ name }) => name))
  return done({
    file,
    source: preview.source,
    because: preview.because,
    wrapping: preview.wrapping,
    rows: preview.rows,
    fields: shownFields.map((field, index) => ({ ...field, name: names[index] ?? '' })),
    suggested: preview.suggested.map(({ field, index }) => ({ field, name: names[index] ?? '' })),
    dateOrder: preview.dateOrder,
    isDateOrderCertain: preview.isDateOrderCertain,
    remembered: remembered === null ? null : { workload, operation, dateOrder: remembered.dateOrder }
  })
}

/** Two names can look the same once they are masked; a suggestion must still name one of them. */
function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${String(times)})`
  })
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

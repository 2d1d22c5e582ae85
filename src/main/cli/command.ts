/** How a command is written down: its words, operands and options, and what it does with them once they are read. */
import type { Refusal } from './refusal.ts'
import type { Terminal, Workspace } from './terminal.ts'
import { type Option, type Read, type Reader, readWith } from './value.ts'

/** What a command leaves behind: a document for `--json`, text for people, and how it ended. */
export interface Printed {
  readonly ok: true
  readonly json: unknown
  readonly text: string
  /** 3: finished, but rows were rejected or a verification found differences; 1: stopped before its end. */
  readonly exitCode: 0 | 1 | 3
  /** One sentence for standard error beside the document. */
  readonly sentence: string | null
}
export type Answer = Printed | Refusal

export type OptionTable = Readonly<Record<string, Option<unknown>>>
type OperandTable = Readonly<Record<string, Reader<unknown>>>
type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never
}
type OperandValues<Table extends OperandTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Reader<infer Value> ? Value : never
}

export interface Input<Operands extends OperandTable, Rest, Options extends OptionTable> {
  readonly operands: OperandValues<Operands>
  /** Operands after the named ones. */
  readonly rest: readonly Rest[]
  readonly options: OptionValues<Options>
}

interface Shape<Operands extends OperandTable, Rest, Options extends OptionTable> {
  /** `['alert', 'show']`; the first two words of the command line decide before one does. */
  readonly words: readonly string[]
  /** One sentence for the help. */
  readonly does: string
  readonly operands: Operands
  readonly rest: Reader<Rest> | null
  /** For a command that may get the same from a file. */
  readonly mayLackRest?: boolean
  readonly options: Options
}

/** A command with its types folded away. */
export interface Command {
  readonly words: readonly string[]
  readonly does: string
  readonly usage: string
  readonly options: OptionTable
  readonly needsWorkspace: boolean
  prepare(
    operands: readonly string[],
    options: ReadonlyMap<string, string>
  ): Read<(terminal: Terminal) => Promise<Answer>>
}

/** A command that works in the workspace, which is unlocked for it. */
export function command<Operands extends OperandTable, Rest, Options extends OptionTable>(
  shape: Shape<Operands, Rest, Options>,
  run: (workspace: Workspace, input: Input<Operands, Rest, Options>) => Promise<Answer>
): Command {
  return folded(shape, true, async (terminal, input) => {
    const unlocked = await terminal.unlock()
    return unlocked.ok ? run(unlocked.value, input) : unlocked
  })
}

/** A command that needs no workspace, or that opens one by itself. */
export function freeCommand<Operands extends OperandTable, Rest, Options extends OptionTable>(
  shape: Shape<Operands, Rest, Options>,
  run: (terminal: Terminal, input: Input<Operands, Rest, Options>) => Promise<Answer>
): Command {
  return folded(shape, false, run)
}

export function print(
  json: unknown,
  text: string,
  exitCode: Printed['exitCode'] = 0,
  sentence: string | null = null
): Printed {
  return { ok: true, json, text, exitCode, sentence }
}

function folded<Operands extends OperandTable, Rest, Options extends OptionTable>(
  shape: Shape<Operands, Rest, Options>,
  needsWorkspace: boolean,
  run: (terminal: Terminal, input: Input<Operands, Rest, Options>) => Promise<Answer>
): Command {
  return {
    words: shape.words,
    does: shape.does,
    usage: usageOf(shape),
    options: shape.options,
    needsWorkspace,
    prepare: (given, options) => {
      const operands = readOperands(shape, given)
      if (!operands.ok) return operands
      const read = readOptions(shape.options, options)
      if (!read.ok) return read
      const input = { ...operands.value, options: read.value as OptionValues<Options> }
      return { ok: true, value: (terminal) => run(terminal, input) }
    }
  }
}

function readOperands<Operands extends OperandTable, Rest, Options extends OptionTable>(
  shape: Shape<Operands, Rest, Options>,
  given: readonly string[]
): Read<{ operands: OperandValues<Operands>; rest: readonly Rest[] }> {
  const named = Object.entries(shape.operands)
  const operands: Record<string, unknown> = {}
  for (const [index, [name, reader]] of named.entries()) {
    const text = given[index]
    if (text === undefined) return { ok: false, sentence: `${reader.takes} is missing.` }
    const read = readWith(reader, reader.takes, text)
    if (!read.ok) return read
    operands[name] = read.value
  }
  const rest: Rest[] = []
  for (const text of given.slice(named.length)) {
    if (shape.rest === null) return { ok: false, sentence: `“${text}” is one word too many.` }
    const read = readWith(shape.rest, shape.rest.takes, text)
    if (!read.ok) return read
    rest.push(read.value)
  }
  if (shape.rest !== null && rest.length === 0 && shape.mayLackRest !== true)
    return { ok: false, sentence: `${shape.rest.takes} is missing.` }
  return { ok: true, value: { operands: operands as OperandValues<Operands>, rest } }
}

function readOptions(table: OptionTable, given: ReadonlyMap<string, string>): Read<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(table)) {
    const read = option.read(name, given.get(name) ?? null)
    if (!read.ok) return read
    values[name] = read.value
  }
  return { ok: true, value: values }
}

function usageOf(shape: Shape<OperandTable, unknown, OptionTable>): string {
  const operands = Object.values(shape.operands).map((reader) => reader.takes)
  const rest =
    shape.rest === null ? [] : [shape.mayLackRest === true ? `[${shape.rest.takes}…]` : `${shape.rest.takes}…`]
  const options = Object.entries(shape.options).map(([name, { takes, isRequired }]) => {
    const option = takes === null ? `--${name}` : `--${name} ${takes}`
    return isRequired ? option : `[${option}]`
  })
  return [...shape.words, ...operands, ...rest, ...options].join(' ')
}

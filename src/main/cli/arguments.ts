/**
 * Reads the command line strictly: an unknown command, an unknown or repeated option and a missing value are usage errors.
 * Refuses a passphrase as an argument, because other processes can read those.
 */
import type { Answer, Command } from './command.ts'
import type { Given } from './given.ts'
import type { Terminal } from './terminal.ts'

export type Parsed =
  | { readonly kind: 'run'; readonly given: Given; readonly run: (terminal: Terminal) => Promise<Answer> }
  /** `words` are those of the commands that help was asked about. */
  | { readonly kind: 'help'; readonly words: readonly string[]; readonly isJson: boolean }
  | { readonly kind: 'version'; readonly isJson: boolean }
  | { readonly kind: 'usage'; readonly sentence: string; readonly command: Command | null }

/** Value words of the options that every command takes; null for a switch. */
export const COMMON_OPTIONS: Readonly<Record<string, string | null>> = {
  workspace: 'DIR',
  operator: 'NAME',
  'passphrase-file': 'FILE',
  json: null,
  help: null,
  version: null
}

export function parseArguments(argv: readonly string[], commands: readonly Command[]): Parsed {
  const split = splitTokens(argv, takesValue(commands))
  if (!split.ok) return usage(split.sentence, null)
  const { operands, options } = split
  const isJson = options.has('json')
  if (operands[0] === 'help' || options.has('help')) {
    return { kind: 'help', words: operands.filter((word, index) => index > 0 || word !== 'help'), isJson }
  }
  if (operands[0] === 'version' || options.has('version')) return { kind: 'version', isJson }
  if (operands.length === 0) return usage('Say which command to run.', null)
  const command = findCommand(operands, commands)
  if (command === undefined)
    return usage(`There is no command “${operands.slice(0, 2).join(' ')}”. ${sayNearby(operands, commands)}`, null)
  const foreign = [...options.keys()].find(
    (name) => !Object.hasOwn(COMMON_OPTIONS, name) && !Object.hasOwn(command.options, name)
  )
  if (foreign !== undefined) return usage(`“${command.words.join(' ')}” has no option --${foreign}.`, command)
  const prepared = command.prepare(operands.slice(command.words.length), options)
  if (!prepared.ok) return usage(prepared.sentence, command)
  const given: Given = {
    workspace: options.get('workspace') ?? null,
    operator: options.get('operator') ?? null,
    passphraseFile: options.get('passphrase-file') ?? null,
    isJson
  }
  return { kind: 'run', given, run: prepared.value }
}

function usage(sentence: string, command: Command | null): Parsed {
  return { kind: 'usage', sentence, command }
}

/** Two words before one: `import list` lists imports, and a folder of that name is `./list`. */
function findCommand(operands: readonly string[], commands: readonly Command[]): Command | undefined {
  const matching = commands.filter(({ words }) => words.every((word, index) => operands[index] === word))
  return matching.find(({ words }) => words.length === 2) ?? matching[0]
}

function sayNearby(operands: readonly string[], commands: readonly Command[]): string {
  const sameNoun = commands.filter(({ words }) => words[0] === operands[0])
  const names = (sameNoun.length > 0 ? sameNoun : commands).map(({ words }) =>
    sameNoun.length > 0 ? words.join(' ') : (words[0] ?? '')
  )
  return `There are: ${[...new Set(names)].join(', ')}.`
}

/** Whether an option takes a value; the same for every command that has it, so that options may stand anywhere. */
function takesValue(commands: readonly Command[]): ReadonlyMap<string, boolean> {
  const known = new Map(Object.entries(COMMON_OPTIONS).map(([name, takes]) => [name, takes !== null]))
  for (const { options } of commands) {
    for (const [name, { takes }] of Object.entries(options)) known.set(name, takes !== null)
  }
  return known
}

type Split =
  | { readonly ok: true; readonly operands: readonly string[]; readonly options: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly sentence: string }

function splitTokens(argv: readonly string[], known: ReadonlyMap<string, boolean>): Split {
  const operands: string[] = []
  const options = new Map<string, string>()
  const waiting = [...argv]
  for (let token = waiting.shift(); token !== undefined; token = waiting.shift()) {
    if (token === '--') {
      operands.push(...waiting)
      break
    }
    if (!token.startsWith('-') || token === '-') {
      operands.push(token)
      continue
    }
    const equals = token.indexOf('=')
    const name = token === '-h' ? 'help' : token.slice(2, equals === -1 ? undefined : equals)
    const needsValue = token.startsWith('--') || token === '-h' ? known.get(name) : undefined
    if (needsValue === undefined) return refuse(sayUnknown(token, equals))
    if (options.has(name)) return refuse(`--${name} is there twice.`)
    if (!needsValue && equals !== -1) return refuse(`--${name} takes no value.`)
    const value = needsValue && equals === -1 ? waiting.shift() : token.slice(equals + 1)
    if (needsValue && (value === undefined || (equals === -1 && value.startsWith('--'))))
      return refuse(`--${name} needs a value.`)
    options.set(name, value ?? '')
  }
  return { ok: true, operands, options }
}

/** Names the option but never a value that may stand behind it. */
function sayUnknown(token: string, equals: number): string {
  const name = equals === -1 ? token : token.slice(0, equals)
  if (/^--?(?:.*-)?pass(?:phrase|word)?$/i.test(name)) {
    return 'A passphrase is never an argument: set INWARD_PASSPHRASE, name a file with --passphrase-file, or type it when asked.'
  }
  return `There is no option ${name}.`
}

function refuse(sentence: string): Split {
  return { ok: false, sentence }
}

/** Help texts: all commands by noun, or the ones that were asked about. */
import type { Command } from './command.ts'
import { COMMON_OPTIONS } from './arguments.ts'

export interface Help {
  readonly text: string
  readonly json: unknown
}

/** Null when no command begins with these words. */
export function helpAbout(words: readonly string[], commands: readonly Command[]): Help | null {
  const wanted = commands.filter((command) => words.every((word, index) => command.words[index] === word))
  if (wanted.length === 0) return null
  const width = Math.min(46, Math.max(...wanted.map(({ usage }) => usage.length)))
  const lines = wanted.map(({ usage, does }) =>
    usage.length <= width ? `  ${usage.padEnd(width)}  ${does}` : `  ${usage}\n  ${' '.repeat(width)}  ${does}`
  )
  return {
    text: ['inward COMMAND … [options]', '', ...lines, '', ...COMMON_WORDS].join('\n'),
    json: {
      commands: wanted.map(({ words: name, usage, does, needsWorkspace }) => ({
        command: name.join(' '),
        usage,
        does,
        needsWorkspace
      })),
      commonOptions: Object.keys(COMMON_OPTIONS).map((name) => `--${name}`)
    }
  }
}

/** The few lines under a usage error. */
export function shortUsage(command: Command | null): string {
  return command === null
    ? 'usage: inward COMMAND … [options]; inward help lists the commands'
    : `usage: inward ${command.usage}`
}

const COMMON_WORDS = [
  'Every command:',
  '  --workspace DIR          the workspace (or INWARD_WORKSPACE)',
  '  --operator NAME          who works (or INWARD_OPERATOR)',
  '  --passphrase-file FILE   the passphrase (or INWARD_PASSPHRASE, or a prompt without echo); never an argument',
  '  --json                   one JSON document on standard output',
  '',
  'Exit codes: 0 done, 1 refused or failed, 2 usage, 3 finished with rejected rows or differences.'
]

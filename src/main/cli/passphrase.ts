/**
 * Where passphrases come from: the environment, a file, or a prompt without echo. Never from an argument, and never handed
 * on: every INWARD_ variable leaves the environment as soon as it is read, so that no child process inherits one.
 */
import { readFileSync, statSync } from 'node:fs'
import { askHidden, canAsk } from './prompt.ts'
import { refusal, type Refusal, usageRefusal } from './refusal.ts'

/** What the environment said; empty texts count as not said. */
export interface Environment {
  readonly workspace: string | null
  readonly operator: string | null
  readonly passphrase: string | null
  readonly newPassphrase: string | null
  readonly approverPassphrase: string | null
  /** File that lines of diagnostics are appended to; they hold codes and places in the code only. */
  readonly log: string | null
}

export function takeEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const take = (name: string): string | null => {
    const value = variables[name]
    return value === undefined || value === '' ? null : value
  }
  const environment = {
    workspace: take('INWARD_WORKSPACE'),
    operator: take('INWARD_OPERATOR'),
    passphrase: take('INWARD_PASSPHRASE'),
    newPassphrase: take('INWARD_NEW_PASSPHRASE'),
    approverPassphrase: take('INWARD_APPROVER_PASSPHRASE'),
    log: take('INWARD_LOG')
  }
  for (const name of Object.keys(variables).filter((each) => each.startsWith('INWARD_')))
    Reflect.deleteProperty(variables, name)
  return environment
}

export type Passphrase = { readonly ok: true; readonly value: string } | Refusal

export interface PassphraseSources {
  /** Option that names a file, for the sentence that says what to give. */
  readonly option: string
  readonly variable: string
  readonly fromEnvironment: string | null
  readonly file: string | null
  readonly question: string
  /** Typed twice where it is about to be set. */
  readonly isNew: boolean
}

/** A file that was named beats the environment, which beats the prompt. */
export async function findPassphrase(sources: PassphraseSources): Promise<Passphrase> {
  if (sources.file !== null) return readPassphraseFile(sources.file)
  if (sources.fromEnvironment !== null) return { ok: true, value: sources.fromEnvironment }
  if (!canAsk())
    return usageRefusal(
      `Give the passphrase in ${sources.variable} or in a file named by --${sources.option}; there is no terminal to ask at.`
    )
  const typed = await askHidden(sources.question)
  if (typed === null) return refusal('No passphrase was given.')
  if (!sources.isNew) return { ok: true, value: typed }
  const again = await askHidden('The same once more: ')
  return again === typed ? { ok: true, value: typed } : refusal('The two passphrases differ. Nothing was changed.')
}

/** Longer than any passphrase: another file was named by mistake. */
const MOST_FILE_BYTES = 8192

function readPassphraseFile(file: string): Passphrase {
  try {
    if (statSync(file).size > MOST_FILE_BYTES) return refusal('The passphrase file is too large to hold a passphrase.')
    const value = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
    return value === '' ? refusal('The passphrase file is empty.') : { ok: true, value }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refusal('The passphrase file cannot be read.')
    throw error
  }
}

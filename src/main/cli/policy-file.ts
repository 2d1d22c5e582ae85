/** A policy as a YAML file: strictly the shape of the contract, so that a misspelt field is an error and never "false". */
import { readFileSync, statSync } from 'node:fs'
import { parseDocument, stringify } from 'yaml'
import { PolicyDefinition } from '../../shared/domain/policy.ts'
import type { PolicyView } from '../../shared/contract/policy.ts'
import type { z } from 'zod'
import { refusal } from './refusal.ts'
import type { Answered } from './terminal.ts'

/** Many times what the longest policy needs. */
const MOST_BYTES = 1 << 20

export function readPolicyFile(file: string): Answered<PolicyDefinition> {
  const read = readText(file)
  if (!read.ok) return read
  const document = parseDocument(read.value, { uniqueKeys: true })
  const [problem] = document.errors
  if (problem !== undefined)
    return refusal(`The policy file is not valid YAML at line ${problem.linePos?.[0].line ?? 1}.`)
  // Aliases are never needed here, and many of them make a small file huge.
  const parsed = PolicyDefinition.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const field = issue === undefined || issue.path.length === 0 ? 'file' : issue.path.map(String).join('.')
  return refusal(`The policy file cannot be used at “${field}”: ${issue?.message ?? 'it does not fit'}.`)
}

export function policyYaml(
  { id, version }: Pick<z.infer<typeof PolicyView>, 'id' | 'version'>,
  definition: PolicyDefinition
): string {
  return `# Policy ${id}, version ${version}. To use it elsewhere: inward policy create --template ${definition.template} --name NAME --file FILE\n${stringify(definition, { lineWidth: 120 })}`
}

function readText(file: string): Answered<string> {
  try {
    if (statSync(file).size > MOST_BYTES) return refusal('The policy file is too large to be a policy.')
    return { ok: true, value: readFileSync(file, 'utf8') }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refusal('The policy file cannot be read.')
    throw error
  }
}

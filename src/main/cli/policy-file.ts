/** A policy as a YAML file: strictly the shape of the contract, so that a misspelt field is an error and never "false". */
import { stringify } from 'yaml'
import { PolicyDefinition } from '../../shared/domain/policy.ts'
import type { PolicyView } from '../../shared/contract/policy.ts'
import type { z } from 'zod'
import type { Answered } from './terminal.ts'
import { readYamlFile } from './yaml-file.ts'

export function readPolicyFile(file: string): Answered<PolicyDefinition> {
  return readYamlFile(file, 'policy', PolicyDefinition)
}

export function policyYaml(
  { id, version }: Pick<z.infer<typeof PolicyView>, 'id' | 'version'>,
  definition: PolicyDefinition
): string {
  return `# Policy ${id}, version ${version}. To use it elsewhere: inward policy create --template ${definition.template} --name NAME --file FILE\n${stringify(definition, { lineWidth: 120, aliasDuplicateObjects: false })}`
}

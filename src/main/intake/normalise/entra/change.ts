/**
 * A change of the directory: who or which application made it, and the accounts, groups and devices that it was made to.
 * A deleted account comes under the name that it had.
 */
import type { ActivityOutcome, ItemType } from '../../../../shared/domain/draft.ts'
import { type Fields, fieldsOf, isFields, listOf, trimmed } from '../field.ts'
import { addTargets, type Filling } from '../filling.ts'
import { type Identity, identityOf } from '../m365/identity.ts'
import { operationOf } from '../m365/operation.ts'
import { plainAddress } from './address.ts'
import type { EntraRecord } from './record.ts'

export function fillChange(draft: Filling, { fields }: EntraRecord): void {
  draft.workload = 'Entra audit'
  draft.operation =
    operationOf(fields['activitydisplayname']) ||
    operationOf(fields['activity']) ||
    operationOf(fields['operationname'])
  draft.outcome = outcomeOf(trimmed(fields['result']) || trimmed(fields['resulttype']))
  const initiator = fieldsOf(fields['initiatedby'])
  const person = fieldsOf(initiator?.['user'])
  const actor = initiator === null ? exportedActor(fields) : initiatingActor(person, fieldsOf(initiator['app']))
  draft.actor = actor.name
  draft.actorKind = actor.kind
  draft.address = plainAddress(person?.['ipAddress']) || draft.address
  const targets = targetsOf(fields)
  addTargets(
    draft,
    targets.map(({ account }) => account).filter((name) => name !== '')
  )
  draft.itemType = itemTypeOf(draft.operation, targets)
  draft.device = targets.find(({ type }) => type === 'device')?.name ?? ''
  draft.subject = [...new Set(targets.flatMap(({ name, groups }) => [name, ...groups]))]
    .filter((name) => name !== '')
    .join(', ')
}

function outcomeOf(result: string): ActivityOutcome {
  switch (result.toLowerCase()) {
    case 'success':
    case '0':
      return 'success'
    case 'failure':
    case 'timeout':
      return 'failure'
    default:
      return 'unknown'
  }
}

function initiatingActor(person: Fields | null, application: Fields | null): Identity {
  const name = trimmed(person?.['userPrincipalName']) || trimmed(person?.['id'])
  if (name !== '') return identityOf(name)
  return service(
    application?.['displayName'],
    application?.['servicePrincipalName'],
    application?.['servicePrincipalId']
  )
}

function exportedActor(fields: Fields): Identity {
  const name = trimmed(fields['actoruserprincipalname'])
  if (name !== '') return identityOf(name)
  if (trimmed(fields['actortype']).toLowerCase() === 'user') return identityOf(trimmed(fields['actorobjectid']))
  return service(fields['actordisplayname'], fields['actorserviceprincipalname'], fields['actorserviceprincipalid'])
}

function service(...names: readonly unknown[]): Identity {
  const name = names.map(trimmed).find((text) => text !== '')
  return name === undefined ? { name: '', kind: 'unknown' } : { name: name.toLowerCase(), kind: 'service' }
}

interface Target {
  /** Lower case; empty where it is not told. */
  readonly type: string
  /** Canonical name of an account; empty for anything else. */
  readonly account: string
  /** What it is called, where it is no account. */
  readonly name: string
  /** Groups and roles that the change names beside the target. */
  readonly groups: readonly string[]
}

function targetsOf(fields: Fields): readonly Target[] {
  const listed = listOf(fields['targetresources']).filter(isFields)
  return listed.length > 0 ? listed.map(listedTarget) : exportedTargets(fields)
}

function listedTarget(target: Fields): Target {
  const properties = listOf(target['modifiedProperties'])
    .filter(isFields)
    .map((property): [string, unknown] => [
      trimmed(property['displayName']),
      property['newValue'] ?? property['oldValue']
    ])
  return targetOf(target['type'], target['userPrincipalName'], target['displayName'], properties)
}

/** The portal's export spreads targets and their changed properties over numbered columns. */
function exportedTargets(fields: Fields): readonly Target[] {
  const targets: Target[] = []
  for (let number = 1; ; number++) {
    const prefix = `target${String(number)}`
    const [type, account, name] = ['type', 'userprincipalname', 'displayname'].map((end) => fields[prefix + end])
    if (type === undefined && account === undefined && name === undefined) return targets
    const properties: [string, unknown][] = []
    for (let property = 1; fields[`${prefix}modifiedproperty${String(property)}name`] !== undefined; property++) {
      const start = `${prefix}modifiedproperty${String(property)}`
      properties.push([trimmed(fields[`${start}name`]), fields[`${start}newvalue`] ?? fields[`${start}oldvalue`]])
    }
    targets.push(targetOf(type, account, name, properties))
  }
}

/** Properties by which the adding and removing of members names the group or role. */
const GROUP_NAME = /^(group|role)\.displayname$/i
/** A deleted account's name is prefixed with its object id without dashes, so that the name can be given again. */
const DELETED_PREFIX = /^[0-9a-f]{32}(?=[^@]+@)/i

function targetOf(
  type: unknown,
  account: unknown,
  name: unknown,
  properties: readonly (readonly [string, unknown])[]
): Target {
  const written = trimmed(account).replace(DELETED_PREFIX, '')
  return {
    type: trimmed(type).toLowerCase(),
    account: identityOf(written).name,
    name: written === '' ? trimmed(name) : '',
    groups: properties.filter(([property]) => GROUP_NAME.test(property)).map(([, value]) => unquoted(trimmed(value)))
  }
}

/** Values of properties are JSON texts: `"Sales"`. */
function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1')
}

function itemTypeOf(operation: string, targets: readonly Target[]): ItemType {
  if (targets.some(({ type, account }) => type === 'user' || account !== '') || /\buser\b/i.test(operation))
    return 'account'
  if (targets.some(({ type }) => type === 'device')) return 'device'
  return targets.length === 0 ? 'none' : 'other'
}

/** Rows of the identity and cloud tables: sign-ins, queries and changes of the directory, storage and containers. */
import { countryOf } from '../country.ts'
import { type Fields, numberOf, trimmed } from '../field.ts'
import { addTargets, baseName, extensionOf, type Filling } from '../filling.ts'
import { cleanAddress } from '../m365/address.ts'
import { peopleIn } from '../m365/identity.ts'
import { accountWith } from './actor.ts'

export function fillIdentityTable(draft: Filling, table: string, fields: Fields): void {
  draft.device = trimmed(fields['DeviceName'])
  draft.address = firstAddress(fields)
  draft.country = countryIn(fields)
  draft.itemType = 'account'
  draft.path =
    trimmed(fields['QueryTarget']) ||
    trimmed(fields['Query']) ||
    trimmed(fields['TargetDeviceName']) ||
    trimmed(fields['DestinationDeviceName'])
  if (table === 'IdentityQueryEvents') draft.itemType = 'other'
  const target = accountWith(fields, 'TargetAccount')
  if (target.kind === 'person' && target.name !== draft.actor) addTargets(draft, peopleIn([target.name]))
}

export function fillCloudTable(draft: Filling, fields: Fields): void {
  draft.itemType = 'other'
  draft.country = countryIn(fields)
  draft.address = firstAddress(fields)
  draft.fileName = baseName(trimmed(fields['FileName']))
  draft.extension = extensionOf(draft.fileName)
  draft.path = trimmed(fields['FolderPath']) || trimmed(fields['StorageAccount']) || trimmed(fields['AzureResourceId'])
  draft.itemCount = Math.max(1, numberOf(fields['OperationsCount']) ?? 0)
  draft.sizeBytes = Math.max(0, numberOf(fields['TotalResponseLength']) ?? 0)
}

/** A column of its own, else the end of a place; an ISP's name or a city alone is no country. */
function countryIn(fields: Fields): string {
  const place = trimmed(fields['Location']).split(',').at(-1) ?? ''
  return countryOf(trimmed(fields['CountryCode']) || trimmed(fields['Country'])) || countryOf(place)
}

/** Behind proxies there are several, the caller's first. */
export function firstAddress(fields: Fields): string {
  const written = trimmed(fields['IPAddress']).split(',')[0] ?? ''
  return cleanAddress(written) || cleanAddress(trimmed(fields['LocalIP']))
}

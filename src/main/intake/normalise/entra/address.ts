/** The network address of an Entra record in the spelling that other logs have. A name or an id is no address of a sign-in. */
import { trimmed } from '../field.ts'
import { cleanAddress } from '../m365/address.ts'

/** Empty where there is none. IPv6 comes in its shortest spelling; some envelopes write all eight groups in full. */
export function plainAddress(written: unknown): string {
  const address = cleanAddress(trimmed(written))
  if (!/[.:]/.test(address)) return ''
  const url = `http://[${address}]/`
  return address.includes(':') && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address
}

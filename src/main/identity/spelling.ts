/**
 * The one spelling under which an identity is compared, whatever the source wrote around it. It changes spelling only:
 * it never decides that two addresses belong to one person.
 */
import type { Identity } from '../../shared/domain/pseudonym.ts'

// A prefix may stand before another one (`i:0#.f|membership|live.com#…`), but not endlessly.
const MOST_PREFIXES = 4

/** Lower case, NFKC, trimmed; without claim prefixes, mail schemes and domain; guests under their own address. */
export function canonicalIdentity(written: string): Identity {
  let text = written.normalize('NFKC').trim().toLowerCase()
  text = text.replace(/^[<"']+|[>"']+$/g, '')
  for (let round = 0; round < MOST_PREFIXES; round += 1) {
    const rest = text.replace(PREFIX, '')
    if (rest === text) break
    text = rest
  }
  text = decodeGuest(text.replaceAll('%23ext%23', '#ext#').replaceAll('%40', '@'))
  const account = /^[^\\/:@\s]+\\{1,2}([^\\/]+)$/.exec(text)?.[1]
  // `NT AUTHORITY\SYSTEM` has a blank and stays whole: what follows is a service and no account of a domain.
  return brand((account ?? text).trim())
}

/** Mail schemes, SharePoint guest and claim prefixes as they occur in audit records. */
const PREFIX =
  /^(?:smtp:|sip:|mailto:|urn:spo:guest#|live\.com#|i:0[#a-z.0-9]{1,4}\|membership\||c:0[a-z.0-9]{1,4}\|[a-z]+\|)/

/** `jane.doe_contoso.com#ext#@tenant` is jane.doe@contoso.com: the last underscore stood for the sign. */
function decodeGuest(text: string): string {
  const guest = /^([^@\s]+)#ext#(?:@[^@\s]+)?$/.exec(text)?.[1]
  if (guest === undefined) return text
  const sign = guest.lastIndexOf('_')
  return sign <= 0 ? guest : `${guest.slice(0, sign)}@${guest.slice(sign + 1)}`
}

/** The only place where text becomes an identity. */
function brand(text: string): Identity {
  return text as Identity
}

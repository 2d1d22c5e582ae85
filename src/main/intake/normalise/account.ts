/**
 * Who an account is that a log names in one text: an address, `DOMAIN\user`, a bare name. Accounts of machines and of the
 * system are services, never people.
 */
import { deviceAccountOf } from './device-account.ts'
import type { Identity } from './m365/identity.ts'

export function accountOf(written: string): Identity {
  const text = written.trim()
  const slash = text.indexOf('\\')
  if (slash <= 0 || text.includes('@'))
    return deviceAccountOf({ principal: '', domain: '', name: text.replace(/^\\+/, ''), sid: '' })
  return deviceAccountOf({ principal: '', domain: text.slice(0, slash), name: text.slice(slash + 1), sid: '' })
}

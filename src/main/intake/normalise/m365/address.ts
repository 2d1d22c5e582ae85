/** The network address of a record in one spelling: without port, brackets and IPv4-in-IPv6. Host names stay; nonsense goes. */
import type { Fields } from '../field.ts'

/** Distinct addresses of an import repeat thousands of times; past this the memory is started afresh. */
const REMEMBERED = 50_000
let known = new Map<string, string>()

/** In the order in which the record types fill them. */
const ADDRESS_FIELDS = ['ClientIP', 'ClientIPAddress', 'ActorIpAddress', 'SenderIp'] as const

export function addressOf(record: Fields): string {
  for (const field of ADDRESS_FIELDS) {
    const value = record[field]
    if (typeof value === 'string' && value !== '') {
      const address = cleanAddress(value)
      if (address !== '') return address
    }
  }
  return ''
}

/** One spelling of an address as it is written anywhere; empty for what is none. */
export function cleanAddress(written: string): string {
  const remembered = known.get(written)
  if (remembered !== undefined) return remembered
  const address = parseAddress(written.trim())
  if (known.size >= REMEMBERED) known = new Map()
  known.set(written, address)
  return address
}

function parseAddress(text: string): string {
  if (text === '' || text === '<null>') return ''
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)
  const inner = bracketed?.[1] ?? text
  const inParentheses = /\(([^()]+)\)$/.exec(inner)?.[1]
  if (inParentheses !== undefined) return isIP(inParentheses) === 0 ? '' : plain(inParentheses)
  if (isIP(inner) !== 0) return plain(inner)
  const withoutPort = bracketed === null ? inner.replace(/:\d{1,5}$/, '') : inner
  if (isIP(withoutPort) !== 0) return plain(withoutPort)
  return isHostName(withoutPort) ? withoutPort.toLowerCase() : ''
}

function plain(address: string): string {
  const lower = address.toLowerCase().replace(/%.*$/, '')
  if (lower.startsWith('::ffff:') && isIP(lower.slice(7)) === 4) return lower.slice(7)
  // Zeros may be left out in several ways; a browser knows the one that everybody else writes.
  return lower.includes(':') ? new URL(`http://[${lower}]/`).hostname.slice(1, -1) : lower
}

/** Letters must be in it: 10.9000.0.1 is a damaged address, not a host. */
function isHostName(text: string): boolean {
  return (
    text.length <= 253 &&
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i.test(text) &&
    /[a-z]/i.test(text)
  )
}

/** 4, 6 or 0, by hand: the network modules of the runtime are closed to the whole project. */
function isIP(text: string): 0 | 4 | 6 {
  const parts = text.split('.')
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return 4
  const withoutZone = text.replace(/%.*$/, '')
  return withoutZone.includes(':') && /^[0-9a-f:.]+$/i.test(withoutZone) && URL.canParse(`http://[${withoutZone}]/`)
    ? 6
    : 0
}

/**
 * Which accounts of a device are no people, in whichever language its system was installed: machines, the system itself,
 * its services and desktops, containers, and what endpoint products run under.
 */

const NAMES = new Set([
  ...['system', 'local service', 'network service', 'localservice', 'networkservice', 'localsystem', 'anonymous logon'],
  ...['système', 'systeme', 'sistema', 'service local', 'service réseau', 'anonymous', 'iusr', 'krbtgt'],
  ...['lokaler dienst', 'netzwerkdienst', 'anonymous-anmeldung', 'wdagutilityaccount', 'defaultaccount', 'dwm', 'umfd'],
  ...['root', 'daemon', 'nobody', 'mdatp', 'www-data']
])
const DOMAINS =
  /^(nt authority|autorite nt|autorité nt|nt-autorität|nt service|nt virtual machine|iis apppool|window manager|font driver host|builtin)$/
/** Desktops and fonts of a session, connectors, mailbox probes; accounts of macOS services begin with an underscore. */
const PATTERN = /^(dwm-\d+|umfd-\d+|msol_[0-9a-f]+|healthmailbox[0-9a-f]+|aad_[0-9a-f]+|_.+|.*\$)$/
/** Well-known identifiers: anonymous, system, services, virtual accounts, pools, window manager, font drivers. */
const SIDS = /^s-1-5-(7|18|19|20|(80|82|83|90|96)-[\d-]+)$/

/** All in lower case; the name without its domain. */
export function isServiceAccount(domain: string, name: string): boolean {
  return NAMES.has(name) || DOMAINS.test(domain) || PATTERN.test(name)
}

/** In lower case. */
export function isServiceSid(sid: string): boolean {
  return SIDS.test(sid)
}

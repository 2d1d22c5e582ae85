/** What a relay writes before a record: the time when it passed, and the machine that it came from. Refuses nothing. */

export interface SyslogHead {
  readonly time: string
  readonly host: string
}

/** `<134>Jan 18 11:07:53 host`, with a year on some relays, in front or behind. */
const OLD =
  /^(?:<\d{1,3}>)?\s*((?:\p{L}{3,9}\.?) +\d{1,2} (?:\d{4} )?\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?: \d{4})?)(?: (\S+?):?)?(?:\s|$)/u
/** `<134>1 2021-05-18T21:13:33Z host app - - -`, the version left out by some. */
const NEW = /^(?:<\d{1,3}>)?\s*(?:\d )?(\d{4}-\d{2}-\d{2}T\S+)(?: (\S+))?(?:\s|$)/

export function readSyslogHead(prefix: string): SyslogHead {
  const match = NEW.exec(prefix) ?? OLD.exec(prefix)
  const host = match?.[2] ?? ''
  return { time: match?.[1] ?? '', host: host === '-' ? '' : host }
}

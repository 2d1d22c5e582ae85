/** Reads an event whose properties and data stand side by side: records of collectors, tables, heads of rendered text. */
import { type Fields, fieldsOf, isFields, listOf, textOf, trimmed } from '../field.ts'
import type { WindowsEvent } from './event.ts'
import { contentOf, readEventData } from './event-data.ts'
import { ENVELOPE, plainName, TELLING_DATA } from './event-names.ts'

type Named = ReadonlyMap<string, unknown>

export function readFlatEvent(record: Fields): WindowsEvent | null {
  const named = byPlainName(record)
  const id = idOf(named)
  if (id === null || !isOfWindows(named)) return null
  const { data, values } = dataOf(record, named)
  return {
    id,
    provider: first(named, ['sourcename', 'providername', 'eventsourcename', 'provider', 'source']),
    channel: first(named, ['channel', 'logname', 'eventlog', 'logfile', 'containerlog']),
    computer: computerOf(named),
    recordNumber: first(named, ['recordnumber', 'eventrecordid', 'recordid', 'index']),
    times: timesOf(named),
    data,
    values,
    message: first(named, ['message', 'rendereddescription']),
    keywords: ['eventtype', 'keywordsdisplaynames', 'keywords', 'entrytype', 'severity', 'eventlevelname'].map((name) =>
      keywordText(named.get(name))
    ),
    account: accountOf(named)
  }
}

function byPlainName(record: Fields): Named {
  const named = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (value === null || value === undefined || value === '') continue
    const name = plainName(key)
    if (!named.has(name)) named.set(name, value)
  }
  return named
}

function idOf(named: Named): number | null {
  const isCommand = named.has('providername') && named.has('logname')
  const written =
    named.get('eventid') ??
    named.get('eventcode') ??
    named.get('eventidentifier') ??
    (isCommand ? named.get('id') : undefined)
  const text = contentOf(written).trim()
  // Qualifiers of old providers stand in the upper half of the number.
  return /^\d{1,10}$/.test(text) ? Number(text) % 65_536 : null
}

function isOfWindows(named: Named): boolean {
  const has = (name: string): boolean => named.has(name)
  const provider = first(named, ['sourcename', 'providername', 'eventsourcename', 'provider'])
  if (has('providerguid') || has('eventlog') || /^microsoft-windows-/i.test(provider)) return true
  if ((has('channel') || has('logname')) && (provider !== '' || has('computername') || has('recordid'))) return true
  // The channel names of Windows end in a kind of log, or are the old three.
  if (
    /^(security|system|application|setup)$|\/(operational|admin|analytic|debug)$/i.test(
      first(named, ['channel', 'logname'])
    )
  )
    return true
  // A table of the Event Viewer, and records of the old command.
  if (has('dateandtime') && has('source') && (has('taskcategory') || has('level'))) return true
  if (has('entrytype') && has('source') && (has('machinename') || has('instanceid'))) return true
  return has('computer') && [...named.keys()].some((name) => TELLING_DATA.has(name))
}

function dataOf(record: Fields, named: Named): { data: Readonly<Record<string, string>>; values: readonly string[] } {
  const nested = readEventData(named.get('eventdata'), named.get('userdata'))
  const loose: Record<string, string> = {}
  for (const [key, value] of Object.entries(record)) {
    if (ENVELOPE.has(plainName(key))) continue
    const text = isFields(value) ? '' : contentOf(value)
    // Some log pipelines mark names that came in two types.
    if (text !== '') loose[key.replace(/_(string|dynamic)$/, '')] = text
  }
  const user = textOf(named.get('user'))
  if (user !== '') loose['User'] = user
  const positions = [...nested.values, ...listOf(named.get('properties')).map(contentOf)]
  return { data: { ...loose, ...nested.data }, values: positions }
}

function timesOf(named: Named): WindowsEvent['times'] {
  // The old command writes local time under the name that cloud tables use for UTC.
  const isOldCommand = named.has('entrytype') || named.has('timewritten')
  const utc = ['timecreatedutc', '@timestamp', ...(isOldCommand ? [] : ['timegenerated']), 'systemtime']
  const local = ['timecreated', 'eventtime', 'dateandtime', 'date', 'timegenerated', 'timestamp', 'time']
  return [
    ...utc.map((name) => ({ value: named.get(name), isUtc: true })),
    ...[...local, 'eventreceivedtime'].map((name) => ({ value: named.get(name), isUtc: false }))
  ].filter(({ value }) => value !== undefined)
}

function computerOf(named: Named): string {
  const host = named.get('host')
  return (
    first(named, ['computer', 'computername', 'hostname', 'machinename']) ||
    (isFields(host) ? trimmed(host['name']) : trimmed(host))
  )
}

function accountOf(named: Named): WindowsEvent['account'] {
  const user = fieldsOf(named.get('user'))
  if (user !== null)
    return { domain: trimmed(user['domain']), name: trimmed(user['name']), sid: trimmed(user['identifier']) }
  const sid = contentOf(named.get('userid') ?? named.get('usersid')).trim()
  const name = first(named, ['accountname', 'username', 'account'])
  // Rendered text writes a name where XML has a number.
  if (name === '' && sid !== '' && !/^S-1-/i.test(sid)) return { domain: '', name: sid, sid: '' }
  return { domain: named.has('accountname') ? first(named, ['domain', 'accountdomain']) : '', name, sid }
}

function keywordText(value: unknown): string {
  if (typeof value === 'number') return `0x${BigInt.asUintN(64, BigInt(Math.trunc(value))).toString(16)}`
  return contentOf(value)
}

function first(named: Named, names: readonly string[]): string {
  for (const name of names) {
    const text = contentOf(named.get(name)).trim()
    if (text !== '') return text
  }
  return ''
}

/** Names an event: from which log it is, what it is called there, how its data is laid out. */
import type { WindowsEvent } from './event.ts'
import {
  DRIVER_EVENTS,
  type EventShape,
  type KnownEvent,
  PARTITION_EVENTS,
  PLUG_AND_PLAY_EVENTS,
  PRINT_EVENTS,
  SECURITY_EVENTS,
  SYSTEM_EVENTS,
  SYSMON_EVENTS,
  TERMINAL_EVENTS,
  TRANSFER_EVENTS
} from './catalogue.ts'

export type EventLog =
  | 'security'
  | 'sysmon'
  | 'print'
  | 'driver'
  | 'partition'
  | 'plug-and-play'
  | 'terminal'
  | 'transfer'
  | 'system'
  | 'other'

export interface NamedEvent {
  readonly log: EventLog
  readonly workload: string
  readonly operation: string
  readonly shape: EventShape
  readonly isFailure: boolean
}

const TABLES: Readonly<Record<EventLog, Readonly<Record<number, KnownEvent>>>> = {
  security: SECURITY_EVENTS,
  sysmon: SYSMON_EVENTS,
  print: PRINT_EVENTS,
  driver: DRIVER_EVENTS,
  partition: PARTITION_EVENTS,
  'plug-and-play': PLUG_AND_PLAY_EVENTS,
  terminal: TERMINAL_EVENTS,
  transfer: TRANSFER_EVENTS,
  system: SYSTEM_EVENTS,
  other: {}
}

/** By provider or channel; the first that fits. */
const LOGS: readonly (readonly [RegExp, EventLog])[] = [
  [/sysmon/i, 'sysmon'],
  [/printservice/i, 'print'],
  [/driverframeworks-usermode/i, 'driver'],
  [/microsoft-windows-partition/i, 'partition'],
  [/kernel-pnp|userpnp/i, 'plug-and-play'],
  [/terminalservices-localsessionmanager/i, 'terminal'],
  [/bits-client/i, 'transfer'],
  [/service control manager/i, 'system'],
  [/security-auditing/i, 'security']
]

/** A log holds a few hundred kinds of events, each many times. */
const REMEMBERED = 5000
let names = new Map<string, NamedEvent>()

export function nameEvent({ id, provider, channel }: WindowsEvent): NamedEvent {
  const key = `${id}|${provider}|${channel}`
  const remembered = names.get(key)
  if (remembered !== undefined) return remembered
  const named = readName(id, provider, channel)
  if (names.size >= REMEMBERED) names = new Map()
  names.set(key, named)
  return named
}

function readName(id: number, provider: string, channel: string): NamedEvent {
  const log = logOf(id, provider, channel)
  const known = TABLES[log][id]
  return {
    log,
    workload: workloadOf(log, provider, channel),
    operation: known === undefined ? `${provider || channel || 'Windows'} ${id}` : `${id} ${known.name}`,
    shape: known?.shape ?? 'other',
    isFailure: known?.isFailure === true
  }
}

function logOf(id: number, provider: string, channel: string): EventLog {
  const found = LOGS.find(([pattern]) => pattern.test(provider))?.[1]
  if (found !== undefined) return found
  // The log service writes into the log that it reports on.
  if (/^microsoft-windows-eventlog$/i.test(provider)) return /^security$/i.test(channel) ? 'security' : 'system'
  // Tables of cloud workspaces leave both out, and only ever hold the security log then.
  if (provider === '' && (channel === '' || /^security$/i.test(channel))) {
    return SECURITY_EVENTS[id] === undefined && channel === '' ? 'other' : 'security'
  }
  return provider === '' ? (LOGS.find(([pattern]) => pattern.test(channel))?.[1] ?? 'other') : 'other'
}

function workloadOf(log: EventLog, provider: string, channel: string): string {
  switch (log) {
    case 'security':
      return 'Windows Security'
    case 'sysmon':
      return 'Sysmon'
    case 'print':
      return 'Windows Print'
    case 'driver':
    case 'partition':
    case 'plug-and-play':
    case 'terminal':
    case 'transfer':
    case 'system':
    case 'other':
      if (/^security$/i.test(channel)) return 'Windows Security'
      return channel || provider || 'Windows'
  }
}

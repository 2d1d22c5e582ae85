/** Netskope's events, alerts and data-loss incidents, as its interfaces and collectors write them. */
import { readNetskope } from '../normalise/netskope.ts'
import { findNetskope } from '../normalise/netskope/record.ts'
import { recordSource } from '../record-source.ts'

export const netskope = recordSource({
  source: 'netskope',
  version: 2,
  mark: 'a type and the fields of a Netskope event',
  holds: (record) => findNetskope(record) !== null,
  zone: { timezone: 'UTC', because: 'events are written in UTC' },
  open: () => ({ read: readNetskope, finish: () => [] })
})

/** Remembers what was worked out of a store until another connection has written to it. Refuses to remember settings: they lie in the vault. */
import type { ReaderDesk } from '../reader-desk.ts'

export function perState<Value>(work: (desk: ReaderDesk) => Value): (desk: ReaderDesk) => Value {
  const known = new WeakMap<ReaderDesk, { readonly version: number; readonly value: Value }>()
  return (desk) => {
    const version = desk.sql.number('PRAGMA main.data_version')
    const last = known.get(desk)
    if (last?.version === version) return last.value
    const value = work(desk)
    known.set(desk, { version, value })
    return value
  }
}

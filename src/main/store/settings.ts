/** Settings of a workspace: few, named, each with its default. */
import type { Sql } from './sql.ts'
import { text } from './columns.ts'

const DEFAULTS = {
  workspaceId: '',
  /** Zone in which days are counted, and in which times are shown unless an operator looks at them in another. */
  timezone: 'UTC',
  /** Up to which activity the packed facts are complete. */
  factsUpTo: '0',
  /** What the daily counts were made with: catalogue, settings, zone. */
  rolledUpWith: '',
  /** Zones that were chosen for sources whose times have none, as JSON by source. */
  zones: '{}',
  /** Zone by whose days the imports' activities are counted. */
  countedIn: 'UTC',
  /** Process that runs an import; empty while none does. */
  importingProcess: ''
} as const
export type SettingKey = keyof typeof DEFAULTS

export function readSetting(sql: Sql, key: SettingKey): string {
  const row = sql.get('SELECT value FROM setting WHERE key = ?', [key])
  return row === undefined ? DEFAULTS[key] : text(row, 'value')
}

export function writeSetting(sql: Sql, key: SettingKey, value: string): void {
  sql.run('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
    key,
    value
  ])
}

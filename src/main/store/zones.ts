/** Zones that operators chose for sources whose times have none; the last choice counts. */
import { z } from 'zod'
import { type Source, SOURCES } from '../../shared/domain/source.ts'
import { readSetting, writeSetting } from './settings.ts'
import type { Sql } from './sql.ts'

const Zones = z.partialRecord(z.enum(SOURCES), z.string())

export function readZones(sql: Sql): Readonly<Partial<Record<Source, string>>> {
  return Zones.parse(JSON.parse(readSetting(sql, 'zones')))
}

export function rememberZone(main: Sql, source: Source, timezone: string): void {
  writeSetting(main, 'zones', JSON.stringify({ ...readZones(main), [source]: timezone }))
}

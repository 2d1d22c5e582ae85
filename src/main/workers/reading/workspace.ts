/** Counts for the frame, operators, settings. */
import type { ResponseOf } from '../../../shared/contract/index.ts'
import type { WorkspaceCounts } from '../../../shared/contract/workspace.ts'
import type { IntakeOptions } from '../../../shared/domain/draft.ts'
import { countByStatus } from '../../store/alerts.ts'
import { listMappings } from '../../store/mappings.ts'
import { findOperator, listOperators, type OperatorRow } from '../../store/operators.ts'
import { readSetting } from '../../store/settings.ts'
import { readZones } from '../../store/zones.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const workspaceReads = {
  'workspace.counts'(desk: ReaderDesk): { counts: WorkspaceCounts; timezone: string } {
    return {
      counts: {
        alertsToReview: countByStatus(desk.sql)['needs-review'],
        activeCases: desk.sql.number("SELECT count(*) FROM case_file WHERE status = 'active'"),
        imports: desk.sql.number("SELECT count(*) FROM import WHERE status <> 'refused'"),
        people: desk.sql.number("SELECT count(*) FROM person WHERE kind = 'person'"),
        activities: desk.sql.number('SELECT coalesce(sum(activities), 0) FROM import_count')
      },
      timezone: readSetting(desk.sql, 'timezone')
    }
  },

  'operator.list'(desk: ReaderDesk): ResponseOf<'operator.list'> {
    return listOperators(desk.sql).map(({ name, roles, status, lastSeenMs }) => ({
      name,
      roles: [...roles],
      status,
      lastSeenMs
    }))
  },

  'operator.find'(desk: ReaderDesk, args: { name: string }): OperatorRow | null {
    return findOperator(desk.sql, args.name)
  },

  /** What earlier imports taught. Headers only: no row of a file is in a mapping. */
  'import.memory'(desk: ReaderDesk): Pick<IntakeOptions, 'mappings' | 'zones' | 'timezone'> {
    return {
      mappings: listMappings(desk.sql),
      zones: readZones(desk.sql),
      timezone: readSetting(desk.sql, 'timezone')
    }
  },

  /** Masks text that the main process is about to show: names of files and folders being imported. */
  'mask.texts'(desk: ReaderDesk, args: { texts: readonly string[] }): readonly string[] {
    return args.texts.map((text) => desk.mask(text))
  }
}

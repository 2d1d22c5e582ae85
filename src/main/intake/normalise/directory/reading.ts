/** Makes profiles of the entries of a directory, and leavers of those with a leaving date. */
import type { ProfileFacts } from '../../../../shared/domain/draft.ts'
import type { RecordReading, RowOutcome } from '../../source-reader.ts'
import { contentKey } from '../content-key.ts'
import type { DateOrder } from '../hr/dates.ts'
import { logTime } from '../log-time.ts'
import { readEntry } from './entry.ts'

interface DirectoryReading {
  readonly timezone: string
  readonly order: () => DateOrder
  /** Told of each person before the person is handed on. */
  readonly know: (identity: string, spellings: readonly string[]) => void
}

export function openDirectoryReading({ timezone, order, know }: DirectoryReading): RecordReading {
  return {
    read(record): RowOutcome {
      const entry = readEntry(record)
      if (entry.kind !== 'person') return entry
      const hiredMs = entry.hired === '' ? null : logTime(entry.hired, order(), timezone)
      if (entry.hired !== '' && hiredMs === null)
        return { kind: 'rejected', reason: 'The hiring date of the entry cannot be read.' }
      const leavesMs = entry.leaves === '' ? null : logTime(entry.leaves, order(), timezone)
      if (entry.leaves !== '' && leavesMs === null)
        return { kind: 'rejected', reason: 'The leaving date of the entry cannot be read.' }
      know(entry.identity, entry.spellings)
      const profile: ProfileFacts = { ...entry.facts, hiredMs }
      return leavesMs === null ? describing(entry.identity, profile) : leaving(entry.identity, leavesMs, profile)
    },
    finish: () => []
  }
}

function describing(identity: string, profile: ProfileFacts): RowOutcome {
  const recordKey = contentKey('directory', { identity, ...profile })
  return { kind: 'profile', profile: { ...profile, identity, recordKey } }
}

/** The same date in the next snapshot is the same departure, whatever else changed. */
function leaving(identity: string, atMs: number, profile: ProfileFacts): RowOutcome {
  return {
    kind: 'hr-event',
    event: {
      kind: 'termination',
      identity,
      atMs,
      lastDayMs: atMs,
      oldLevel: '',
      newLevel: '',
      rating: '',
      remarks: '',
      profile,
      recordKey: contentKey('directory|leaving', { identity, atMs })
    }
  }
}

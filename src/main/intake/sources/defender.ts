/** Microsoft Defender's hunting tables, as they are streamed and as queries give them: told by envelope or by columns. */
import { openDefender } from '../normalise/defender.ts'
import { holdsHuntingRow } from '../normalise/defender/record.ts'
import { recordSource } from '../record-source.ts'

export const defender = recordSource({
  source: 'defender',
  version: 2,
  mark: 'a row of a hunting table',
  holds: holdsHuntingRow,
  zone: { timezone: 'UTC', because: 'hunting tables are written in UTC' },
  open: openDefender
})

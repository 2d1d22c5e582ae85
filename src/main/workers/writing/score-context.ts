/** What every evaluation of one scoring run shares. */
import type { DayOf } from '../../../shared/domain/day.ts'
import type { Catalogue } from '../../policy/load.ts'
import type { Match } from '../../policy/match.ts'
import type { WriterDesk } from '../writer-desk.ts'

export interface ScoreContext {
  readonly desk: WriterDesk
  readonly catalogue: Catalogue
  readonly match: Match
  readonly dayOf: DayOf
  readonly asOfMs: number
  /** An evaluation as of an earlier time takes no alert away. */
  readonly isNow: boolean
}

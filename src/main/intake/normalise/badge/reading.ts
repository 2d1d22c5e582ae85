/** Makes activities of badge records. A door is a thing and no file; a record without a door or a time is refused. */
import type { RecordReading, RowOutcome } from '../../source-reader.ts'
import { contentKey } from '../content-key.ts'
import { emptyDraft } from '../filling.ts'
import type { DateOrder } from '../hr/dates.ts'
import { logTime } from '../log-time.ts'
import { identityOf } from '../m365/identity.ts'
import { readSwipe } from './swipe.ts'

interface BadgeReading {
  readonly timezone: string
  readonly order: () => DateOrder
}

export function openBadgeReading({ timezone, order }: BadgeReading): RecordReading {
  return {
    read(record): RowOutcome {
      const swipe = readSwipe(record)
      if (swipe.assetId === '' && swipe.assetName === '')
        return { kind: 'rejected', reason: 'The record names no door, reader or other asset.' }
      if (swipe.time === '') return { kind: 'rejected', reason: 'The record has no time.' }
      const atMs = logTime(swipe.time, order(), timezone)
      if (atMs === null) return { kind: 'rejected', reason: 'The time of the record cannot be read.' }
      const { name, kind } = identityOf(swipe.person)
      const facts = { atMs, actor: name, assetId: swipe.assetId, assetName: swipe.assetName, words: swipe.words }
      const draft = Object.assign(emptyDraft('', 0, 0, 0), {
        atMs,
        workload: 'Badge',
        operation: swipe.access.operation,
        outcome: swipe.access.outcome,
        actor: name,
        actorKind: kind,
        itemType: 'other',
        path: swipe.assetName || swipe.assetId,
        subject: swipe.words,
        topic: swipe.topic,
        device: swipe.assetId || swipe.assetName,
        // Numbers of events start again on every controller, so they count only together with what they number.
        recordKey: contentKey('badge', { ...facts, id: swipe.id })
      } as const)
      return { kind: 'activity', draft }
    },
    finish: () => []
  }
}

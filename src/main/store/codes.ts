/** Closed lists are stored as small integers: their place in the list. Append only; never reorder a list. */
import {
  ACTOR_KINDS,
  ALERT_SEVERITIES,
  ALERT_STATES,
  EXPOSURES,
  ITEM_TYPES,
  LABEL_CHANGES,
  OUTCOMES
} from '../../shared/domain/draft.ts'

function coded<const List extends readonly string[]>(list: List) {
  const numbers = new Map<string, number>(list.map((value, index) => [value, index]))
  return {
    encode(value: List[number]): number {
      const found = numbers.get(value)
      if (found === undefined) throw new RangeError('value outside its closed list')
      return found
    },
    decode(code: number): List[number] {
      const value = list[code]
      if (value === undefined) throw new RangeError('code outside its closed list')
      return value
    }
  }
}

export const actorKindCode = coded(ACTOR_KINDS)
export const outcomeCode = coded(OUTCOMES)
export const exposureCode = coded(EXPOSURES)
export const labelChangeCode = coded(LABEL_CHANGES)
export const alertSeverityCode = coded(ALERT_SEVERITIES)
export const alertStateCode = coded(ALERT_STATES)
export const itemTypeCode = coded(ITEM_TYPES)

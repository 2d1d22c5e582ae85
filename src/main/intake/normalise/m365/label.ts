/** What happened to a sensitivity label. Says nothing of records that merely mention the label that an item has. */
import type { LabelChange } from '../../../../shared/domain/draft.ts'
import { type Fields, fieldsOf, numberOf, trimmed } from '../field.ts'

/** Values of LabelEventType in the schema of label records. */
const DOWNGRADED = 2
const REMOVED = 3

export function labelChangeOf(record: Fields, operation: string): LabelChange {
  const data = record['SensitivityLabelEventData']
  const action = record['LabelAction']
  const isLabelOperation = operation.includes('Label')
  if (data === undefined && action === undefined && !isLabelOperation) return 'none'
  const event = fieldsOf(data)
  const byEvent = changeOfEvent(event)
  if (byEvent !== null) return byEvent
  const byWords = changeOfWords(`${trimmed(action)} ${isLabelOperation ? operation : ''}`.toLowerCase())
  if (byWords === 'none' || byWords === 'changed') return changeOfIds(record, event, byWords)
  return byWords
}

function changeOfEvent(event: Fields | null): LabelChange | null {
  switch (numberOf(event?.['LabelEventType']) ?? 0) {
    case DOWNGRADED:
      return 'downgraded'
    case REMOVED:
      return 'removed'
    default:
      return null
  }
}

function changeOfWords(words: string): LabelChange {
  if (words.includes('remov') || words.includes('delet')) return 'removed'
  if (words.includes('downgrad')) return 'downgraded'
  if (words.includes('chang') || words.includes('updat') || words.includes('upgrad')) return 'changed'
  if (words.includes('appl') || words.includes('add')) return 'applied'
  return 'none'
}

function changeOfIds(record: Fields, event: Fields | null, known: LabelChange): LabelChange {
  const before = trimmed(event?.['OldSensitivityLabelId'] ?? record['OldSensitivityLabelId'] ?? record['OldLabelId'])
  const after = trimmed(event?.['SensitivityLabelId'] ?? record['SensitivityLabelId'] ?? record['LabelId'])
  if (before !== '' && after !== '') return before === after ? 'none' : 'changed'
  if (before !== '') return 'removed'
  return known
}

/** Sensitivity labels: which one an item has, and what happened to it. A record that merely mentions one changes none. */
import type { LabelChange } from '../../../../shared/domain/draft.ts'
import { boundedName } from '../bounded.ts'
import { type Fields, fieldsOf, isFields, listOf, numberOf, trimmed } from '../field.ts'

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

/** Names before ids: people know a label by its name. Fields of the label before the change are not among them. */
const LABEL_FIELDS = ['SensitivityLabelName', 'LabelName', 'SensitivityLabelId', 'SensitivityLabel', 'LabelId'] as const
/** What stands for no label. */
const NO_LABEL = /^(?:0{8}-0{4}-0{4}-0{4}-0{12}|none|null)$/i

/** Label of the item after the activity; empty where it has none or lost it. */
export function labelOf(record: Fields, change: LabelChange): string {
  if (change === 'removed') return ''
  for (const holder of holdersOf(record)) {
    const label = LABEL_FIELDS.map((field) => trimmed(holder[field])).find(
      (text) => text !== '' && !NO_LABEL.test(text)
    )
    if (label !== undefined) return boundedName(label)
  }
  return ''
}

/** Where labels stand: with the change of a label, at the record, with its file, with the sources of an answer. */
function* holdersOf(record: Fields): Generator<Fields> {
  for (const field of LABEL_HOLDERS) {
    const inner = fieldsOf(record[field])
    if (inner !== null) yield inner
  }
  yield record
  const answer = record['CopilotEventData'] === undefined ? null : fieldsOf(record['CopilotEventData'])
  for (const holder of [answer, record])
    if (holder?.['AccessedResources'] !== undefined) yield* listOf(holder['AccessedResources']).filter(isFields)
}

const LABEL_HOLDERS = [
  'SensitivityLabelEventData',
  'SharePointMetaData',
  'ExchangeMetaData',
  'EndpointMetaData'
] as const

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

/** What an operator has said so far about the columns of a file: one meaning for each column, one column for each meaning. */
import type { ImportPreview } from '../../../shared/contract/import.ts'
import type { RequestOf } from '../../../shared/contract/index.ts'
import type { DateOrderChoice, MappedField } from '../../../shared/domain/mapping.ts'

export interface MappingDraft {
  /** By the place of the column in the preview; null is not used. */
  readonly meanings: readonly (MappedField | null)[]
  /** Null lets the whole file decide. */
  readonly dateOrder: DateOrderChoice | null
  readonly workload: string
  readonly operation: string
}

type MappingRequest = NonNullable<RequestOf<'import.start'>['mapping']>

/** Starts from what the engine suggests, and from what was said before of the same columns. */
export function draftOf({ fields, suggested, remembered }: ImportPreview): MappingDraft {
  const meanings: (MappedField | null)[] = fields.map(() => null)
  for (const { field, name } of suggested) {
    const at = fields.findIndex((each, index) => each.name === name && meanings[index] === null)
    if (at >= 0 && !meanings.includes(field)) meanings[at] = field
  }
  const { dateOrder, workload, operation } = remembered ?? { dateOrder: null, workload: '', operation: '' }
  return { meanings, dateOrder, workload, operation }
}

/** A meaning that another column had moves here: no column may be read twice for the same thing. */
export function withMeaning(draft: MappingDraft, index: number, meaning: MappedField | null): MappingDraft {
  const meanings = draft.meanings.map((each, at) => (at === index ? meaning : each === meaning ? null : each))
  return { ...draft, meanings }
}

export const columnOf = ({ meanings }: MappingDraft, field: MappedField): number | null => {
  const at = meanings.indexOf(field)
  return at < 0 ? null : at
}

/** What still keeps the file from being read, in words; empty when nothing does. */
export function lacksOf(draft: MappingDraft): readonly string[] {
  const has = (field: MappedField) => columnOf(draft, field) !== null
  return [
    ...(has('time') || has('date')
      ? []
      : ['Say which column holds the time. A row without a time has no place in anybody’s day.']),
    ...(has('person') ? [] : ['Say which column holds the person. A row that is about nobody cannot be looked into.']),
    ...(has('operation') || has('indicator') || draft.operation.trim() !== ''
      ? []
      : ['Say what was done: choose a column, or write it for every row.'])
  ]
}

/** Columns go by their place, so that no masked name has to be understood again. */
export function requestOf(draft: MappingDraft): MappingRequest {
  return {
    columns: draft.meanings.flatMap((field, index) => (field === null ? [] : [{ field, index }])),
    dateOrder: draft.dateOrder,
    workload: columnOf(draft, 'workload') === null ? draft.workload.trim() : '',
    operation: columnOf(draft, 'operation') === null ? draft.operation.trim() : ''
  }
}

/** Whether the order of day and month was looked at in the column that is read as the time now. */
export function isOrderOfColumn(draft: MappingDraft, { suggested, fields }: ImportPreview): boolean {
  const column = columnOf(draft, 'date') ?? columnOf(draft, 'time')
  const looked = suggested.find(({ field }) => field === 'date') ?? suggested.find(({ field }) => field === 'time')
  return column !== null && fields[column]?.name === looked?.name
}

/** A guess at the order is not shown as if it were known: 3 February must not stand where 2 March is as likely. */
export function certainOrder(draft: MappingDraft, preview: ImportPreview): DateOrderChoice | null {
  return preview.isDateOrderCertain && isOrderOfColumn(draft, preview) ? preview.dateOrder : null
}

/** One row as a sentence, with the file's own examples in it: whoever reads it sees at once when a column is wrong. */
import Box from '@mui/material/Box'
import { Fragment } from 'react'
import type { ImportPreview } from '../../../shared/contract/import.ts'
import type { DateOrderChoice, MappedField } from '../../../shared/domain/mapping.ts'
import { MaskedText } from '../../parts/masked-text.tsx'
import { readAs } from './mapping-date.ts'
import { certainOrder, columnOf, type MappingDraft } from './mapping-draft.ts'

interface MappingExampleProps {
  readonly draft: MappingDraft
  readonly preview: ImportPreview
}

interface Piece {
  readonly words: string
  readonly value: string
  /** A word that stands in for something still missing. */
  readonly isMissing?: boolean
}

/** The engine describes what it must not show: "an e-mail address". */
export const isDescription = (example: string): boolean => /^an? \p{Ll}/u.test(example)

export function MappingExample({ draft, preview }: MappingExampleProps) {
  const pieces = piecesOf(draft, preview)
  return (
    <Box component="p" aria-label="What one row will become" sx={{ m: 0, overflowWrap: 'anywhere', lineHeight: 1.8 }}>
      {pieces.map(({ words, value, isMissing = false }) => (
        <Fragment key={words + value}>
          {words}{' '}
          {isMissing ? (
            <Box component="span" sx={{ color: 'error.main', fontWeight: 600, fontStyle: 'italic' }}>
              {value}
            </Box>
          ) : (
            <Box component="b">
              <MaskedText text={value} />
            </Box>
          )}{' '}
        </Fragment>
      ))}
    </Box>
  )
}

const LONGEST = 90

function piecesOf(draft: MappingDraft, preview: ImportPreview): readonly Piece[] {
  const { fields } = preview
  const example = (field: MappedField): string | null => {
    const at = columnOf(draft, field)
    const text = at === null ? null : (fields[at]?.examples[0] ?? '')
    return text === null ? null : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  }
  const optional = (words: string, value: string | null): readonly Piece[] =>
    value === null || value === '' ? [] : [{ words, value }]
  const person = example('person')
  const done = example('operation') ?? (draft.operation.trim() === '' ? null : draft.operation.trim())
  const indicator = example('indicator')
  const times = example('count')
  return [
    whenOf(example('date'), example('time'), draft.dateOrder ?? certainOrder(draft, preview)),
    person === null
      ? { words: '', value: 'somebody', isMissing: true }
      : { words: '', value: isDescription(person) ? `somebody (${person})` : person },
    done === null
      ? indicator === null
        ? { words: 'did', value: 'something', isMissing: true }
        : { words: 'did something that counts for', value: indicator }
      : { words: 'did', value: `“${done}”` },
    ...optional('to', example('item')),
    ...optional('in', example('path')),
    ...optional('about', example('subject')),
    ...optional('towards', example('targets')),
    ...(times === null ? [] : [{ words: ',', value: `${times} times` }]),
    ...optional('of bytes', example('sizeBytes')),
    ...optional('on', example('device')),
    ...optional('from', example('address')),
    ...optional('in the log of', example('workload') ?? draft.workload.trim()),
    ...optional('with the outcome', example('outcome')),
    ...(done === null || indicator === null ? [] : [{ words: 'and it counts for', value: indicator }])
  ]
}

function whenOf(date: string | null, time: string | null, order: DateOrderChoice | null): Piece {
  if (date === null && time === null) return { words: 'At', value: 'an unknown time', isMissing: true }
  const text = [date, time].filter((each) => each !== null && each !== '').join(' ')
  const read = readAs(text, order)
  return { words: 'On', value: read === null ? text : `${text} (that is ${read})` }
}

// The small parts: what they say, what they mark, what they never hide.
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { DeskFailure } from '../../../src/renderer/desk.ts'
import { ConfirmDialog } from '../../../src/renderer/parts/confirm-dialog.tsx'
import { FailureNote } from '../../../src/renderer/parts/failure-note.tsx'
import { splitMasked } from '../../../src/renderer/parts/masked-text.tsx'
import { shapesOf } from '../../../src/renderer/parts/pseudonym-chip.tsx'
import { ReceiptSum } from '../../../src/renderer/parts/receipt-sum.tsx'
import { SearchField } from '../../../src/renderer/parts/search-field.tsx'
import { SeverityMark } from '../../../src/renderer/parts/severity-mark.tsx'
import { sayDay } from '../../../src/shared/domain/day.ts'
import { offsetMinutes, writeCalendarDay, writeLength, writeMoment, writeRelative } from '../../../src/renderer/zone.ts'
import { madePseudonym } from '../made-alerts.ts'

describe('masked text', () => {
  test('marks pseudonyms and outside tokens, in paths and addresses too', () => {
    const text = '/sites/team/ANON-4K7Q-2M/plan for EXTERNAL-7KQ2.docx'
    expect(
      splitMasked(text)
        .filter(({ isMasked }) => isMasked)
        .map(({ part }) => part)
    ).toEqual(['ANON-4K7Q-2M', 'EXTERNAL-7KQ2'])
    expect(
      splitMasked(text)
        .map(({ part }) => part)
        .join('')
    ).toBe(text)
  })
  test('leaves ordinary words alone', () => {
    expect(splitMasked('the external drive, anonymous, ANON')).toEqual([
      { part: 'the external drive, anonymous, ANON', isMasked: false }
    ])
  })
})

describe('times', () => {
  test('carry the offset in force at that time, across the change to summer time', () => {
    expect(writeMoment(Date.UTC(2026, 2, 29, 0, 59), 'Europe/Berlin')).toBe('29 Mar 2026 01:59 +01:00')
    expect(writeMoment(Date.UTC(2026, 2, 29, 1, 0), 'Europe/Berlin')).toBe('29 Mar 2026 03:00 +02:00')
    expect(writeMoment(Date.UTC(2026, 0, 1, 3, 30), 'America/St_Johns')).toBe('1 Jan 2026 00:00 −03:30')
    expect(writeMoment(Date.UTC(2025, 11, 31, 23, 0, 5), 'UTC', true)).toBe('31 Dec 2025 23:00:05 +00:00')
  })
  test('offsets hold before 1970 and with fractions of a second', () => {
    expect(offsetMinutes(-1, 'UTC')).toBe(0)
    expect(offsetMinutes(Date.UTC(2026, 6, 1) + 999, 'Asia/Kolkata')).toBe(330)
  })
  test('midnight is 00:00 and a calendar day stays its day', () => {
    expect(writeMoment(Date.UTC(2026, 0, 2), 'UTC')).toBe('2 Jan 2026 00:00 +00:00')
    expect(writeCalendarDay('2026-03-01')).toBe('1 Mar 2026')
    expect([-1, 0, 20_533].map(sayDay)).toEqual(['31 Dec 1969', '1 Jan 1970', '21 Mar 2026'])
  })
  test('relative words and lengths', () => {
    const nowMs = Date.UTC(2026, 0, 10)
    expect(writeRelative(nowMs - 3 * 3_600_000, nowMs)).toBe('3 hours ago')
    expect(writeRelative(nowMs - 26 * 3_600_000, nowMs)).toBe('yesterday')
    expect([400, 59_000, 130 * 60_000, 5 * 86_400_000].map(writeLength)).toEqual([
      '0 s',
      '1 min',
      '2 h 10 min',
      '5 days'
    ])
  })
})

test('a thousand pseudonyms get more than 850 different marks, and one always the same', () => {
  const marks = new Set(Array.from({ length: 1000 }, (_, index) => JSON.stringify(shapesOf(madePseudonym(index)))))
  expect(marks.size).toBeGreaterThan(850)
  expect(shapesOf('ANON-4K7Q-2M')).toEqual(shapesOf('ANON-4K7Q-2M'))
})

test('severity is a word beside its shape, and a score is never rounded into another band', () => {
  const { container } = render(<SeverityMark severity="medium" score={66.6} />)
  expect(container).toHaveTextContent('Medium 66.6')
  expect(container.querySelector('svg path')).not.toBeNull()
})

test('a receipt that does not add up says so', () => {
  const { rerender, container } = render(
    <ReceiptSum receipt={{ rowsRead: 2311, kept: 2000, duplicate: 300, rejected: 11, ignored: 0 }} />
  )
  expect(container).toHaveTextContent('2 311 rows read')
  expect(container).toHaveTextContent('adds up')
  expect(container).not.toHaveTextContent('does not add up')
  rerender(<ReceiptSum receipt={{ rowsRead: 2312, kept: 2000, duplicate: 300, rejected: 11, ignored: 0 }} />)
  expect(container).toHaveTextContent('does not add up')
})

test('a bug of the window shows no stack and no message of its own', () => {
  render(<FailureNote failure={new Error('cannot read x of undefined at /home/somebody')} />)
  expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong in this window.')
  expect(screen.getByRole('alert')).not.toHaveTextContent('somebody')
})

test('a failure says what happened, what to do, and where the log has it', async () => {
  let again = 0
  render(
    <FailureNote
      failure={new DeskFailure({ ok: false, code: 'busy', sentence: 'An import is running.', incident: 'b-12' })}
      onAgain={() => (again += 1)}
    />
  )
  expect(screen.getByRole('alert')).toHaveTextContent(
    'An import is running.Wait until the running work is done, then try again.'
  )
  expect(screen.getByRole('alert')).toHaveTextContent('Log entry b-12')
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }))
  expect(again).toBe(1)
})

test('a dialog that is not ready confirms nothing, not even by Enter', async () => {
  let confirmed = 0
  const dialog = (isReady: boolean) => (
    <ConfirmDialog
      title="Undo the import"
      verb="Undo"
      isReady={isReady}
      onConfirm={() => (confirmed += 1)}
      onClose={() => undefined}
    >
      <input aria-label="word" />
    </ConfirmDialog>
  )
  const { rerender } = render(dialog(false))
  await userEvent.type(screen.getByLabelText('word'), 'x{Enter}')
  expect(confirmed).toBe(0)
  rerender(dialog(true))
  await userEvent.type(screen.getByLabelText('word'), 'x{Enter}')
  expect(confirmed).toBe(1)
})

describe('a search', () => {
  function Searched({ isAsked, onSearch }: { readonly isAsked: boolean; readonly onSearch: (words: string) => void }) {
    const [words, setWords] = useState('')
    const search = (wanted: string) => {
      onSearch(wanted)
      setWords(wanted)
    }
    return (
      <>
        <SearchField label="Search" value={words} onChange={search} placeholder="Words" isAsked={isAsked} />
        <button onClick={() => setWords('')}>Show all</button>
      </>
    )
  }
  const open = (isAsked: boolean) => {
    const asked: string[] = []
    render(<Searched isAsked={isAsked} onSearch={(words) => asked.push(words)} />)
    return { asked, field: screen.getByRole('textbox', { name: 'Search' }), user: userEvent.setup() }
  }

  test('of what the screen holds follows every letter', async () => {
    const { asked, field, user } = open(false)
    await user.type(field, 'bad')
    expect(asked).toEqual(['b', 'ba', 'bad'])
    await user.keyboard('{Escape}')
    expect(asked.at(-1)).toBe('')
    expect(field).not.toHaveFocus()
  })

  test('of the engine waits for a pause, and Enter ends the pause', async () => {
    const { asked, field, user } = open(true)
    await user.type(field, 'badge ')
    expect(asked).toEqual([])
    await waitFor(() => expect(asked).toEqual(['badge']))
    await user.type(field, 'door{Enter}')
    expect(asked).toEqual(['badge', 'badge door'])
    expect(field).not.toHaveFocus()
  })

  test('is emptied by whoever shows all again', async () => {
    const { asked, field, user } = open(true)
    await user.type(field, 'badge{Enter}')
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(field).toHaveValue('')
    await user.type(field, 'door{Enter}')
    expect(asked).toEqual(['badge', 'door'])
    await user.click(screen.getByRole('button', { name: 'Clear the search' }))
    expect(asked.at(-1)).toBe('')
  })
})

// What each column of an unknown log means: choices by example, what is lacking, one row as a sentence, and what is sent.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { readAs } from '../../../src/renderer/screens/imports/mapping-date.ts'
import { draftOf, lacksOf, requestOf, withMeaning } from '../../../src/renderer/screens/imports/mapping-draft.ts'
import { answersWith } from '../made-answers.ts'
import { refusal, type MadeDesk } from '../made-desk.ts'
import { REMEMBERED_FILE, UNKNOWN_FILE } from '../made-intake.ts'
import { RECEIPTS } from '../made-records.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const DONE = { imports: RECEIPTS.slice(0, 1), alertsRaised: 0, alertsUpdated: 0, wasCancelled: false }
const answers = answersWith({
  'import.choose': () => ({ ticket: 'ticket-7', files: ['doors-march.csv'] }),
  'import.preview': () => UNKNOWN_FILE,
  'import.again': () => ({ ticket: 'ticket-again', file: 'doors-march.csv' }),
  'import.start': () => DONE
})
const started = (desk: MadeDesk) => desk.asked.find(({ name }) => name === 'import.start')?.request

async function openMapping(given = answers) {
  const opened = await openWindow({ screen: 'imports' }, { answers: given })
  await screen.findByRole('grid', { name: 'Imports' })
  await opened.user.keyboard('i')
  await opened.user.click(await screen.findByRole('button', { name: 'What each column means…' }))
  const dialog = await screen.findByRole('dialog', { name: 'What each column means' })
  return { ...opened, dialog, within: within(dialog) }
}

describe('a file that no reader knows', () => {
  test('is named as such before its import, with the way out, and is not imported as it is', async () => {
    const { user, desk } = await openWindow({ screen: 'imports' }, { answers })
    await screen.findByRole('grid', { name: 'Imports' })
    await user.keyboard('i')
    const dialog = await screen.findByRole('dialog', { name: 'Import 1 file' })
    await waitFor(() => expect(dialog).toHaveTextContent(/No reader knows this file, CSV.*Its header/))
    expect(within(dialog).getByRole('button', { name: 'Import' })).toBeDisabled()
    await expectAccessible()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('dialog', { name: 'What each column means' })).toBeInTheDocument()
    expect(started(desk)).toBeUndefined()
  })

  test('can be given to a reader by hand, in words', async () => {
    const { user, desk } = await openWindow({ screen: 'imports' }, { answers })
    await screen.findByRole('grid', { name: 'Imports' })
    await user.keyboard('i')
    const dialog = await screen.findByRole('dialog', { name: 'Import 1 file' })
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Kind of log' }), 'Badge records')
    expect(dialog).toHaveTextContent('Every file is read as this: doors, and who opened them.')
    await user.click(within(dialog).getByRole('button', { name: 'Import' }))
    expect(started(desk)).toMatchObject({ ticket: 'ticket-7', source: 'badge', mapping: null })
  })

  test('shows its columns with examples, how far they are filled, and what is suggested', async () => {
    const { within: inside } = await openMapping()
    const row = inside.getByRole('row', { name: /Terminal/ })
    expect(row).toHaveTextContent(/RD-0117 · RD-0044.*77 %/)
    expect(inside.getByRole('row', { name: /Note/ })).toHaveTextContent(/always empty0 %/)
    expect(inside.getByRole('combobox', { name: 'What Stamp means' })).toHaveDisplayValue('When: date and time')
    expect(inside.getByRole('combobox', { name: 'What Holder means' })).toHaveDisplayValue('Who did it')
    await expectAccessible()
  })

  test('says what is lacking, and becomes a sentence while its columns are explained', async () => {
    const { user, dialog, within: inside, desk } = await openMapping()
    const sentence = inside.getByLabelText('What one row will become')
    expect(sentence).toHaveTextContent(
      /^On 03\/04\/2025 07:58:12 \(that is 3 Apr 2025 or 4 Mar 2025\) somebody \(a person's name\) did something$/
    )
    expect(dialog).toHaveTextContent('Say what was done: choose a column, or write it for every row.')
    expect(inside.getByRole('button', { name: 'Import' })).toBeDisabled()
    await user.selectOptions(inside.getByRole('combobox', { name: 'What Reader means' }), 'item')
    await user.selectOptions(inside.getByRole('combobox', { name: 'What Result means' }), 'outcome')
    await user.type(inside.getByRole('textbox', { name: 'What was done, for every row' }), 'Door opened')
    await user.type(inside.getByRole('textbox', { name: 'Product or log, for every row' }), 'Doors')
    expect(sentence).toHaveTextContent(
      /a person's name\) did “Door opened” to North gate in the log of Doors with the outcome granted$/
    )
    expect(dialog).toHaveTextContent(/Not certain: dates seem to be written with the day before the month/)
    await user.selectOptions(inside.getByRole('combobox', { name: 'How dates are written' }), 'month-first')
    expect(sentence).toHaveTextContent('that is 4 Mar 2025')
    await user.click(inside.getByRole('button', { name: 'Import' }))
    expect(started(desk)).toEqual({
      ticket: 'ticket-7',
      source: null,
      timezone: null,
      label: '',
      mapping: {
        columns: [
          { field: 'time', index: 0 },
          { field: 'person', index: 1 },
          { field: 'item', index: 2 },
          { field: 'outcome', index: 3 }
        ],
        dateOrder: 'month-first',
        workload: 'Doors',
        operation: 'Door opened'
      }
    })
    expect(await screen.findByRole('status', { name: 'Result of the import' })).toBeInTheDocument()
  })

  test('moves a meaning that is chosen twice, and says so', async () => {
    const { user, dialog, within: inside } = await openMapping()
    await user.selectOptions(inside.getByRole('combobox', { name: 'What Terminal means' }), 'person')
    expect(inside.getByRole('combobox', { name: 'What Holder means' })).toHaveDisplayValue('Not used')
    expect(dialog).toHaveTextContent('The person was in “Holder”, which is not used now.')
  })

  test('lets the step before be seen again with what was typed there', async () => {
    const { user, within: inside } = await openMapping()
    await user.click(inside.getByRole('button', { name: 'Back' }))
    expect(await screen.findByRole('dialog', { name: 'Import 1 file' })).toBeInTheDocument()
  })

  test('is remembered: the second time that is said, nothing is lacking, and what was said comes back', async () => {
    const {
      user,
      desk,
      dialog,
      within: inside
    } = await openMapping({ ...answers, 'import.preview': () => REMEMBERED_FILE })
    expect(dialog).toHaveTextContent('Remembered: files with these columns were mapped before.')
    expect(inside.getByRole('textbox', { name: 'Product or log, for every row' })).toHaveValue('Doors of ANON-Q2HN-5C')
    expect(inside.getByRole('combobox', { name: 'How dates are written' })).toHaveValue('day-first')
    expect(dialog).toHaveTextContent('Dates are read as before. Day first')
    await user.selectOptions(inside.getByRole('combobox', { name: 'How dates are written' }), 'month-first')
    expect(dialog).toHaveTextContent('You chose how dates are read. Month first')
    await user.selectOptions(inside.getByRole('combobox', { name: 'How dates are written' }), '')
    expect(dialog).toHaveTextContent('Certain: dates are written with the day before the month')
    await user.click(inside.getByRole('button', { name: 'Import' }))
    expect(started(desk)).toMatchObject({
      mapping: { workload: 'Doors of ANON-Q2HN-5C', operation: '', dateOrder: null }
    })
  })

  test('that cannot be looked at beforehand may still be imported', async () => {
    const { user } = await openWindow(
      { screen: 'imports' },
      { answers: { ...answers, 'import.preview': () => refusal('bad-input', 'This is a folder.') } }
    )
    await screen.findByRole('grid', { name: 'Imports' })
    await user.keyboard('i')
    expect(await screen.findByText(/could not be looked at beforehand: This is a folder/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled()
  })
})

describe('the way out of a receipt', () => {
  test('maps the same file again and leads to the import', async () => {
    const { user, desk } = await openWindow({ screen: 'import', id: 4 }, { answers })
    await user.click(await screen.findByRole('button', { name: 'Map this…' }))
    const dialog = await screen.findByRole('dialog', { name: 'What each column means' })
    expect(desk.asked.find(({ name }) => name === 'import.again')?.request).toEqual({ id: 4 })
    expect(within(dialog).queryByRole('button', { name: 'Back' })).toBeNull()
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'What Result means' }), 'operation')
    await user.click(within(dialog).getByRole('button', { name: 'Import' }))
    expect(started(desk)).toMatchObject({ ticket: 'ticket-again' })
    expect(await screen.findByRole('status', { name: 'Result of the import' })).toBeInTheDocument()
  })

  test('stands beside rejected rows, and says so when the file is gone', async () => {
    const { user } = await openWindow(
      { screen: 'import', id: 6 },
      { answers: { ...answers, 'import.again': () => refusal('not-found', 'The file is no longer where it was.') } }
    )
    expect(await screen.findByText('Many rows were rejected.')).toBeInTheDocument()
    await user.click(screen.getByRole('tab', { name: /Rejected rows 8.310/ }))
    await screen.findByRole('grid', { name: 'Rejected rows' })
    await user.click(screen.getByRole('button', { name: 'Map this…' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The file is no longer where it was.')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('is not offered to somebody who may not import', async () => {
    await openWindow({ screen: 'import', id: 4 }, { answers, workspace: { roles: ['auditor'] } })
    expect(await screen.findByText(/This is an archive of pictures/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Map this…' })).toBeNull()
  })
})

describe('what is said about columns', () => {
  test('starts with what is suggested, each name once', () => {
    const twice = { ...UNKNOWN_FILE, suggested: [...UNKNOWN_FILE.suggested, { field: 'item' as const, name: 'Stamp' }] }
    expect(draftOf(twice).meanings).toEqual(['time', 'person', null, null, null, null])
  })

  test('starts with what was said before of every row, and with nothing where nobody said it', () => {
    const remembered = { workload: 'Doors', operation: 'Door opened', dateOrder: 'month-first' as const }
    expect(draftOf({ ...UNKNOWN_FILE, remembered })).toMatchObject(remembered)
    expect(draftOf(UNKNOWN_FILE)).toMatchObject({ workload: '', operation: '', dateOrder: null })
  })

  test('needs a time, a person and something that happened', () => {
    const nothing = { meanings: [null], dateOrder: null, workload: '', operation: '' }
    expect(lacksOf(nothing)).toHaveLength(3)
    expect(lacksOf({ ...nothing, meanings: ['date', 'person', 'indicator'] })).toEqual([])
    expect(lacksOf({ ...nothing, meanings: ['time', 'person'], operation: '  ' })).toHaveLength(1)
  })

  test('sends no word for every row where a column says it', () => {
    const draft = { ...draftOf(REMEMBERED_FILE), operation: 'left from before', workload: ' Doors ' }
    expect(requestOf(draft)).toMatchObject({ operation: '', workload: 'Doors' })
    expect(requestOf(withMeaning(draft, 3, null))).toMatchObject({ operation: 'left from before' })
  })

  test('reads an example of a date as the order says, and both ways where nothing says it', () => {
    expect(readAs('03/04/2025 07:58', 'day-first')).toBe('3 Apr 2025')
    expect(readAs('03/04/2025 07:58', 'month-first')).toBe('4 Mar 2025')
    expect(readAs('03/04/2025', null)).toBe('3 Apr 2025 or 4 Mar 2025')
    expect(readAs('31.12.24', null)).toBe('31 Dec 2024')
    expect(readAs('31.12.24', 'month-first')).toBeNull()
    expect(readAs('2025-04-03T07:58:12Z', null)).toBe('3 Apr 2025')
    expect(readAs('1743667092', 'epoch')).toBe('3 Apr 2025')
    expect(readAs('North gate', null)).toBeNull()
  })
})

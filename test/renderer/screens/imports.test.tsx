// Importing by ticket, watching it, reading receipts that add up, and undoing an import.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { endOfPath } from '../../../src/renderer/screens/imports/file-path.tsx'
import { timeLeftMs } from '../../../src/renderer/screens/imports/progress.tsx'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { IDLE, RECEIPTS, RUNNING } from '../made-records.ts'
import { refusal } from '../made-desk.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const TICKET = { ticket: 'ticket-7', files: ['audit-2025-01.csv', 'staff.csv'] }

async function tableOf(name: string) {
  const table = await screen.findByRole('grid', { name })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}

describe('the imports', () => {
  test('stand as receipts whose figures add up, and say so', async () => {
    await openWindow({ screen: 'imports' }, { answers: madeAnswers() })
    const table = await tableOf('Imports')
    const first = within(table).getByText('audit-2025-01.csv').closest('[role="row"]')
    expect(first).toHaveTextContent(/50.447.*48.211.*1.320.*902.*14/)
    expect(within(table).getAllByRole('img', { name: 'adds up' })).toHaveLength(RECEIPTS.length)
    await expectAccessible()
  })

  test('show the name of a file in a deep folder, and the whole path to whoever asks', async () => {
    await openWindow({ screen: 'imports' }, { answers: madeAnswers() })
    const table = await tableOf('Imports')
    expect(within(table).getAllByTitle('C:\\Exports\\building-7\\doors-2025-03.csv')[0]).toHaveTextContent(
      '…/building-7/doors-2025-03.csv'
    )
  })

  test('name the worst finding of a file and count the others', async () => {
    await openWindow({ screen: 'imports' }, { answers: madeAnswers() })
    const table = await tableOf('Imports')
    const row = within(table).getByText('audit-2025-01.csv').closest('[role="row"]')
    expect(row).toHaveTextContent(/Cut export\+2/)
    expect(row?.querySelector('[title*="exactly 50 000 rows"]')).not.toBeNull()
  })

  test('say where a sum does not add up', async () => {
    const [receipt] = RECEIPTS
    const wrong = { ...receipt, kept: 48_000 }
    await openWindow(
      { screen: 'imports' },
      { answers: answersWith({ 'import.list': () => ({ rows: [wrong], total: 1, after: null }) }) }
    )
    await tableOf('Imports')
    expect(screen.getByRole('img', { name: 'does not add up' })).toBeInTheDocument()
  })

  test('start with a ticket and what the operator knows better, never with a path', async () => {
    const { desk, user } = await openWindow(
      { screen: 'imports' },
      {
        answers: answersWith({
          'import.choose': () => TICKET,
          'import.start': () => ({
            imports: RECEIPTS.slice(0, 4),
            alertsRaised: 3,
            alertsUpdated: 1,
            wasCancelled: false
          })
        })
      }
    )
    await tableOf('Imports')
    await user.keyboard('i')
    const dialog = await screen.findByRole('dialog', { name: 'Import 2 files' })
    expect(dialog).toHaveTextContent('staff.csv')
    await user.type(within(dialog).getByRole('textbox', { name: /Label/ }), 'first quarter')
    await user.click(within(dialog).getByRole('button', { name: 'Import' }))
    const result = await screen.findByRole('status', { name: 'Result of the import' })
    expect(result).toHaveTextContent('4 files')
    expect(result).toHaveTextContent('3 alerts raised')
    expect(result).toHaveTextContent(/holiday-pictures\.zipThis is an archive of pictures/)
    expect(desk.asked.find(({ name }) => name === 'import.start')?.request).toEqual({
      ticket: 'ticket-7',
      source: null,
      timezone: null,
      label: 'first quarter',
      mapping: null
    })
    await user.click(within(result).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('status', { name: 'Result of the import' })).toBeNull()
  })

  test('do not start when the system’s dialog was closed without a choice', async () => {
    const { desk, user } = await openWindow(
      { screen: 'imports' },
      { answers: answersWith({ 'import.choose': () => ({ ticket: null, files: [] }) }) }
    )
    await tableOf('Imports')
    await user.click(screen.getByRole('button', { name: 'Import a folder…' }))
    await waitFor(() =>
      expect(
        desk.asked.some(
          ({ name, request }) => name === 'import.choose' && JSON.stringify(request) === '{"what":"folder"}'
        )
      ).toBe(true)
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(desk.asked.some(({ name }) => name === 'import.start')).toBe(false)
  })

  test('show what is safe when an import is refused', async () => {
    const { user } = await openWindow(
      { screen: 'imports' },
      {
        answers: answersWith({
          'import.choose': () => TICKET,
          'import.start': () => refusal('busy', 'Another import is running.')
        })
      }
    )
    await tableOf('Imports')
    await user.keyboard('i')
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Import' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Another import is running.*Wait until the running work is done/
    )
  })

  test('tell how far a running import is, and stop it', async () => {
    let progress = RUNNING
    const { desk, user } = await openWindow(
      { screen: 'imports' },
      {
        answers: answersWith({
          'import.progress': () => progress,
          'import.cancel': () => {
            progress = IDLE
            return { wasRunning: true }
          }
        })
      }
    )
    const bar = await screen.findByRole('progressbar', { name: 'Bytes read' })
    expect(bar).toHaveAttribute('aria-valuetext', '43 percent, 131 MB of 302 MB')
    expect(screen.getByRole('region', { name: 'Running import' })).toHaveTextContent(
      /file 3 of 5.*41.200 rows a second.*about \d+ \w+ left.*108.400 read so far/
    )
    expect(screen.getByRole('button', { name: 'Import files…' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(desk.asked.some(({ name }) => name === 'import.cancel')).toBe(true)
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  })

  test('teach the next step while nothing is imported', async () => {
    await openWindow(
      { screen: 'imports' },
      { answers: answersWith({ 'import.list': () => ({ rows: [], total: 0, after: null }) }) }
    )
    expect(await screen.findByText('Nothing is imported yet')).toBeInTheDocument()
  })

  test('offer no import to somebody who may not', async () => {
    await openWindow({ screen: 'imports' }, { answers: madeAnswers(), workspace: { roles: ['auditor'] } })
    await tableOf('Imports')
    expect(screen.queryByRole('button', { name: 'Import files…' })).toBeNull()
  })
})

describe('one receipt', () => {
  test('says what the file was taken for, why, how its times were read, and its checksum', async () => {
    await openWindow({ screen: 'import', id: 3 }, { answers: madeAnswers() })
    expect(await screen.findByText('Personnel file')).toBeInTheDocument()
    expect(screen.getByText(/The file writes days without a zone/)).toBeInTheDocument()
    expect(screen.getByText(RECEIPTS[2]?.sha256 ?? '')).toBeInTheDocument()
    expect(screen.getByText(/adds up/)).toBeInTheDocument()
    await expectAccessible()
  })

  test('tells findings as sentences with what to do, the worst first', async () => {
    await openWindow({ screen: 'import', id: 1 }, { answers: madeAnswers() })
    const known = await screen.findByRole('region', { name: 'To know' })
    expect(known).toHaveTextContent(
      /Cut export.*exactly 50 000 rows.*smaller parts.*Gap.*Exchange has no record.*First of its kind.*While reading.*in the future/
    )
    expect(screen.getByText('98 %, certain')).toBeInTheDocument()
  })

  test('counts operations that no indicator looks at, folded until they are wanted', async () => {
    const { user } = await openWindow({ screen: 'import', id: 1 }, { answers: madeAnswers() })
    const summary = await screen.findByText(/3 operations in 4.012 rows/)
    expect(summary.closest('details')).not.toHaveAttribute('open')
    await user.click(summary)
    const table = screen.getByRole('table', { name: 'Operations that no indicator looks at' })
    expect(table).toHaveTextContent(/ListViewedSharePoint2.114/)
    await expectAccessible()
  })

  test('copies the checksum, and selects it where the clipboard is closed', async () => {
    const { user } = await openWindow({ screen: 'import', id: 1 }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('button', { name: 'Copy the SHA-256' }))
    expect(await navigator.clipboard.readText()).toBe(RECEIPTS[0]?.sha256)
    expect(await screen.findByText('SHA-256 copied.')).toBeInTheDocument()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('closed', 'NotAllowedError'))
    await user.click(screen.getByRole('button', { name: 'Copy the SHA-256' }))
    expect(await screen.findByText('The SHA-256 is selected; Ctrl+C copies it.')).toBeInTheDocument()
    expect(window.getSelection()?.toString()).toBe(RECEIPTS[0]?.sha256)
  })

  test('goes from tab to tab by keyboard and asks before it undoes', async () => {
    const { user } = await openWindow({ screen: 'import', id: 1 }, { answers: madeAnswers() })
    await screen.findByRole('tab', { name: 'Receipt' })
    await user.keyboard(']')
    expect(screen.getByRole('tab', { name: /Rejected rows/ })).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('[[')
    expect(screen.getByRole('tab', { name: 'Receipt' })).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('u')
    expect(await screen.findByRole('dialog', { name: 'Undo this import' })).toBeInTheDocument()
    await expectAccessible()
  })

  test('lists rejected rows with their place and reason', async () => {
    const { user } = await openWindow({ screen: 'import', id: 1 }, { answers: madeAnswers() })
    await user.click(await screen.findByRole('tab', { name: /Rejected rows 14/ }))
    const table = await tableOf('Rejected rows')
    expect(table).toHaveAttribute('aria-rowcount', '15')
    expect(table).toHaveTextContent(/120.*121.*70.312.*AuditData is not JSON/)
  })

  test('is undone only after the operator has agreed', async () => {
    const { desk, user } = await openWindow(
      { screen: 'import', id: 1 },
      { answers: answersWith({ 'import.undo': () => ({ removedActivities: 48_211, removedHrEvents: 0 }) }) }
    )
    await user.click(await screen.findByRole('button', { name: 'Undo this import…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Undo this import' })
    expect(dialog).toHaveTextContent(/Goes.*48.211.*Stays.*confirmed or dismissed.*the file on your disk/)
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(desk.asked.some(({ name }) => name === 'import.undo')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Undo this import…' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo the import' }))
    expect(await screen.findByText(/48.211 activities and 0 personnel events removed/)).toBeInTheDocument()
  })

  test('that was undone says what became of its rejected rows, and offers the file again', async () => {
    const { user } = await openWindow(
      { screen: 'import', id: 5 },
      { answers: answersWith({ 'import.rejected': () => ({ rows: [], total: 0, after: null }) }) }
    )
    expect(await screen.findByText('This import was undone.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Map this…' })).toBeInTheDocument()
    await user.click(screen.getByRole('tab', { name: /Rejected rows/ }))
    expect(await screen.findByText('Rejected rows go with the undo')).toBeInTheDocument()
    expect(screen.queryByText('No row was rejected')).toBeNull()
  })

  test('says once what to do about several findings of a kind', async () => {
    const gaps = [1, 2, 3].map((day) => ({ kind: 'gap' as const, says: `Teams has no record on ${day} Mar 2025.` }))
    await openWindow(
      { screen: 'import', id: 1 },
      { answers: answersWith({ 'import.show': () => ({ ...RECEIPTS[0], findings: gaps }) }) }
    )
    const known = await screen.findByRole('region', { name: 'To know' })
    expect(known).toHaveTextContent(/on 1 Mar 2025.*on 2 Mar 2025.*on 3 Mar 2025/)
    expect(known.textContent.match(/Ask for the log of these days/g)).toHaveLength(1)
  })

  test('of a refused file says why and offers no undo', async () => {
    await openWindow({ screen: 'import', id: 4 }, { answers: madeAnswers() })
    expect(await screen.findByText(/This is an archive of pictures/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Map this…' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Undo this import…' })).toBeNull()
  })
})

describe('the end of a path', () => {
  test('is the name and its folder, on every system', () => {
    expect(endOfPath('/srv/evidence/exports/audit.csv')).toEqual({ folder: '…/exports/', name: 'audit.csv' })
    expect(endOfPath('C:\\Exports\\audit.csv')).toEqual({ folder: '…/Exports/', name: 'audit.csv' })
    expect(endOfPath('exports/audit.csv')).toEqual({ folder: 'exports/', name: 'audit.csv' })
    expect(endOfPath('audit.csv')).toEqual({ folder: '', name: 'audit.csv' })
    expect(endOfPath('exports/')).toEqual({ folder: '', name: 'exports/' })
  })
})

describe('the time left', () => {
  const startedMs = RUNNING.startedMs ?? 0
  test('is counted from the average so far', () => {
    const halfway = { ...RUNNING, bytes: 100, bytesDone: 50 }
    expect(timeLeftMs(halfway, startedMs + 30_000)).toBe(30_000)
    expect(timeLeftMs({ ...halfway, bytesDone: 75 }, startedMs + 30_000)).toBe(10_000)
  })
  test('is not known before anything was read, too early, or at the end', () => {
    expect(timeLeftMs({ ...RUNNING, bytesDone: 0 }, startedMs + 30_000)).toBeNull()
    expect(timeLeftMs(RUNNING, startedMs + 900)).toBeNull()
    expect(timeLeftMs({ ...RUNNING, bytesDone: RUNNING.bytes }, startedMs + 30_000)).toBeNull()
    expect(timeLeftMs(IDLE, startedMs)).toBeNull()
  })
})

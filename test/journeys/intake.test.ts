/**
 * Intake in a real window: a log that no reader knows is mapped wrongly, its rejected rows are looked at, it is mapped
 * rightly, remembered, cancelled, undone; and the coverage calendar tells where we were blind.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namesIn } from '../privacy/names.ts'
import { type InwardWindow, openInward, ROOT } from './inward-window.ts'
import { expectNoViolation } from './axe.ts'
import { createWorkspace } from './new-workspace.ts'

const PASSPHRASE = 'locker-orchard-tide-5'
const AUDIT = path.join(ROOT, 'assets', 'sample', 'audit', 'unified-audit-log.csv')
const PEOPLE = ['o.lindqvist', 'p.sandoval', 'r.achterberg', 't.mbeki']
const HEADER = 'Stamp,Holder,Locker,Move,Booked,Terminal'
const DAY_MS = 86_400_000

const FROM_MS = Date.UTC(2026, 2, 2)
const GAP_DAYS = [21, 22, 23, 24, 25, 26, 27, 28]

/** A log of lockers: workdays from March on, booked ahead only now and then, nothing for more than a week. */
function lockerLog(days: number, aDay: number): string {
  const lines = [HEADER]
  for (let day = 0; day < days; day += 1) {
    const atMs = FROM_MS + day * DAY_MS
    const isWorkday = new Date(atMs).getUTCDay() % 6 !== 0
    if (!isWorkday || GAP_DAYS.includes(day)) continue
    for (let index = 0; index < aDay; index += 1) {
      const iso = new Date(atMs + 7 * 3_600_000 + index * Math.floor((10 * 3_600_000) / aDay)).toISOString()
      const stamp = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 23)}`
      const booked = index % 9 === 0 ? stamp : ''
      const holder = `${PEOPLE[(index + day) % PEOPLE.length] ?? ''}@northmoor.example`
      lines.push(
        `${stamp},${holder},L-${100 + (index % 40)},${index % 2 === 0 ? 'opened' : 'closed'},${booked},KT-${index % 3}`
      )
    }
  }
  return `${lines.join('\n')}\n`
}

describe('intake in the window', () => {
  let inward: InwardWindow
  beforeAll(async () => {
    inward = await openInward('intake')
  })
  afterAll(async () => {
    await inward.close()
  })

  const expectAccessible = (): Promise<void> => expectNoViolation(inward.page)
  const file = (name: string, text: string): string => {
    const place = path.join(inward.folder, name)
    writeFileSync(place, text)
    return place
  }
  const means = (column: string) => inward.page.getByLabel(`What ${column} means`)
  const result = () => inward.page.getByRole('status', { name: 'Result of the import' })

  it('starts in a new workspace, whose calendar says what to do', async () => {
    const { page } = inward
    await createWorkspace(inward, PASSPHRASE)
    await inward.press('g', 'i')
    await page.getByText('Nothing is imported yet').waitFor()
    await inward.picture('nothing-imported')
    await inward.press(']')
    await page.getByText('No day is covered yet').waitFor()
    await expectAccessible()
    await inward.picture('nothing-covered')
    await inward.press('[')
  })

  it('says that no reader knows a log, and takes what its columns mean', async () => {
    const { page } = inward
    await inward.answerDialog([file('lockers.csv', lockerLog(60, 20))])
    await inward.press('i')
    await page.getByText('No reader knows this file').waitFor()
    await expectAccessible()
    await inward.picture('unknown-file')
    await inward.press('Enter')
    await page.getByRole('dialog', { name: 'What each column means' }).waitFor()
    await means('Stamp').waitFor()
    await inward.picture('mapping-suggested')
    // Wrongly at first: lockers are hardly ever booked, so most rows have no time there.
    await means('Booked').selectOption('time')
    await means('Holder').selectOption('person')
    await means('Locker').selectOption('item')
    await means('Move').selectOption('operation')
    await means('Terminal').selectOption('device')
    await page.getByLabel('Product or log, for every row').fill('Lockers')
    await expectAccessible()
    await inward.picture('mapping-chosen')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await result().waitFor()
    await inward.picture('wrongly-mapped')
  })

  it('shows the rejected rows with their reason, and maps the file again', async () => {
    const { page } = inward
    await page.getByText('lockers.csv').first().click()
    await page.getByText('Many rows were rejected.').waitFor()
    await expectAccessible()
    await inward.picture('receipt-with-many-rejected')
    await inward.press(']')
    await page.getByText('The row has no time.').first().waitFor()
    await expectAccessible()
    await inward.picture('rejected-rows')
    await inward.press('u')
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await page.getByText(/Import undone:/).waitFor()
    await inward.press('[')
    await page.getByText('This import was undone.').waitFor()
    await inward.picture('undone')
    await page.getByRole('button', { name: 'Map this…' }).click()
    await page.getByText('Remembered: files with these columns were mapped before.').waitFor()
    await means('Stamp').selectOption('time')
    await page.getByText(/which is not used now/).waitFor()
    expect(await page.getByLabel('Product or log, for every row').inputValue()).toBe('Lockers')
    await inward.picture('mapped-again')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await result().waitFor()
    await page
      .getByText(/0 rejected/)
      .first()
      .waitFor()
    await inward.picture('rightly-mapped')
  })

  it('remembers the mapping, tells how long it takes, and stops when told to', async () => {
    const { page } = inward
    await inward.answerDialog([file('lockers-year.csv', lockerLog(400, 2_400))])
    await inward.press('i')
    await page.getByText('Mapped before, and remembered').waitFor()
    await inward.picture('remembered')
    await inward.press('Enter')
    await page.getByRole('region', { name: 'Running import' }).waitFor()
    await page.getByText(/rows a second/).waitFor()
    await page.getByText(/about .* left/).waitFor()
    await expectAccessible()
    await inward.picture('running')
    await inward.press('s')
    await page.getByText('Stopped:').waitFor()
    await inward.picture('stopped')
  })

  it('takes back what a stopped import brought, after it has said what goes and what stays', async () => {
    const { page } = inward
    await page.getByText('lockers-year.csv').first().click()
    await page.getByRole('tab', { name: 'Receipt' }).waitFor()
    await inward.press('u')
    const dialog = page.getByRole('dialog', { name: 'Undo this import' })
    await dialog.waitFor()
    await expectAccessible()
    await inward.picture('undo-asked')
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await page.getByText(/Import undone:/).waitFor()
    await page.getByText('This import was undone.').waitFor()
    await inward.picture('stopped-and-undone')
  })

  it('reads a known log by itself, and shows on which days we were blind', async () => {
    const { page } = inward
    await inward.answerDialog([AUDIT])
    await inward.press('g', 'i', 'i')
    await page.getByText('Microsoft 365 audit log').first().waitFor()
    await inward.picture('known-file')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await result().waitFor()
    await inward.picture('receipts')
    await page.getByText('unified-audit-log.csv').first().click()
    await page.getByText('SHA-256').first().waitFor()
    await expectAccessible()
    await inward.picture('receipt')
    await inward.press('g', 'i', ']')
    await page.getByRole('application').waitFor()
    await page
      .getByText(/^Lockers: nothing from/)
      .first()
      .waitFor()
    await expectAccessible()
    await inward.picture('coverage')
    await page.getByRole('application').focus()
    await inward.press('n', 'Enter')
    await page.getByText(/Last record before/).waitFor()
    await inward.picture('coverage-gap')
    await inward.press('Home', 'Enter')
    await page.getByText(/covers? this day/).waitFor()
    await inward.picture('coverage-day')
    await page.getByRole('button', { name: 'As table' }).click()
    await expectAccessible()
    await inward.picture('coverage-table')
    await page.getByRole('button', { name: 'As table' }).click()
  })

  it('is readable in the dark and in a small window', async () => {
    const { page } = inward
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible()
    await inward.picture('coverage-dark')
    await inward.press('[')
    await page.getByRole('grid', { name: 'Imports' }).waitFor()
    await inward.picture('receipts-dark')
    await inward.press('g', 'o')
    await page
      .getByText(/^Lockers: nothing from/)
      .first()
      .waitFor()
    await expectAccessible()
    await inward.picture('overview-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await inward.picture('overview')
    await inward.resize(1100, 700)
    await inward.press('g', 'i')
    await inward.picture('receipts-small')
    await inward.press(']')
    await page.getByRole('application').waitFor()
    await inward.picture('coverage-small')
  })

  it('let no identity cross to the window, and no error appear', async () => {
    const crossed = await inward.crossed()
    expect(crossed).toContain('Lockers')
    expect(namesIn(crossed)).toEqual([])
    for (const person of PEOPLE) expect(crossed).not.toContain(person)
    expect(inward.errors).toEqual([])
  })
})

// The activity table: pages by key, details with the record on demand, and the plain words it uses.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { itemOf, towardsOf, whereOf } from '../../../src/renderer/screens/activities/activity-columns.tsx'
import { operationWords } from '../../../src/renderer/screens/activities/operation-words.ts'
import { layOutRecord } from '../../../src/renderer/screens/activities/record.ts'
import { writeSize } from '../../../src/renderer/screens/activities/size.ts'
import { madeAnswers } from '../made-answers.ts'
import { PEOPLE } from '../made-people.ts'
import { madeActivities } from '../made-story.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const [pseudonym] = PEOPLE

async function openExplorer() {
  if (pseudonym === undefined) throw new Error('nobody was made')
  const opened = await openWindow({ screen: 'person', pseudonym }, { answers: madeAnswers() })
  await opened.user.click(await screen.findByRole('tab', { name: 'Activity explorer' }))
  const table = await screen.findByRole('grid', { name: 'Activities' })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return { ...opened, table }
}

describe('the activity explorer', () => {
  test('asks for one page first, and for the next by its key when the end is near', async () => {
    const { desk, table } = await openExplorer()
    // The timeline's tab, where the page begins, has asked for its own window.
    const pages = () =>
      desk.asked
        .filter(({ name }) => name === 'activity.list')
        .map(({ request }) => request as { after: string | null; fromMs: number | null })
        .filter(({ fromMs }) => fromMs === null)
        .map(({ after }) => after)
    expect(pages()).toEqual([null])
    expect(table).toHaveAttribute('aria-rowcount', '261')
    table.scrollTop = 200 * 32
    fireEvent.scroll(table)
    await waitFor(() => expect(pages()).toEqual([null, '200']))
  })

  test('says what was done in words, with the log’s own name in the title', async () => {
    const { table } = await openExplorer()
    const cell = within(table)
      .getAllByText(/Opened a file|Signed in|Downloaded a file/)[0]
      ?.closest('[role="gridcell"]')
    expect(cell?.getAttribute('title')).toMatch(/(File|User)[A-Z]/)
    await expectAccessible()
  })

  test('opens the details with o and asks for the record only when it is wanted', async () => {
    const { desk, user } = await openExplorer()
    await user.keyboard('jo')
    const details = await screen.findByRole('complementary', { name: 'Details of the activity' })
    expect(desk.asked.some(({ name }) => name === 'activity.raw')).toBe(false)
    await user.click(within(details).getByRole('button', { name: 'Show the record as imported' }))
    expect(await within(details).findByText(/SharingInvitationCreated/)).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
  })
})

describe('where an activity comes from', () => {
  const details = () => screen.findByRole('complementary', { name: 'Details of the activity' })

  test('names further imports that hold the record, each a way to its receipt', async () => {
    const { user } = await openExplorer()
    await user.keyboard('jjo')
    expect(await details()).toHaveTextContent(/of import 1, also in imports 4 and 7 · activity/)
    await expectAccessible()
    await user.click(within(await details()).getByRole('button', { name: 'import 7' }))
    expect(await screen.findByRole('tab', { name: 'Receipt' })).toBeInTheDocument()
  })

  test('names one import where no other holds it', async () => {
    const { user } = await openExplorer()
    await user.keyboard('jo')
    expect(await details()).toHaveTextContent(/of import 1 · activity/)
    expect(await details()).not.toHaveTextContent('also in')
  })
})

describe('the words of an activity', () => {
  const [activity] = madeActivities(1)
  if (activity === undefined) throw new Error('no activity was made')

  test('are plain for known operations and spelt out for others', () => {
    expect(operationWords({ operation: 'FileDownloaded', outcome: 'success' })).toBe('Downloaded a file')
    expect(operationWords({ operation: 'FileDownloaded', outcome: 'failure' })).toBe('Downloaded a file (failed)')
    expect(operationWords({ operation: 'UserLoginFailed', outcome: 'failure' })).toBe('Failed to sign in')
    expect(operationWords({ operation: 'BrandNewThing', outcome: 'success' })).toBe('Brand new thing')
    expect(operationWords({ operation: 'Add app role', outcome: 'success' })).toBe('Add app role')
  })

  test('name the item, its folder below the site, and where it went', () => {
    const shared = {
      ...activity,
      siteUrl: 'https://tenant.example/sites/sales',
      path: 'https://tenant.example/sites/sales/Shared Documents/Roadmap/a.docx',
      fileName: 'a.docx',
      newFileName: 'b.zip',
      exposure: 'anyone' as const,
      targetDomains: ['mailbox.example'],
      targets: ['EXTERNAL-7F']
    }
    expect(itemOf(shared)).toBe('a.docx → b.zip')
    expect(whereOf(shared)).toBe('Shared Documents/Roadmap')
    expect(towardsOf(shared)).toBe('anyone with the link, mailbox.example, EXTERNAL-7F')
    expect(whereOf({ ...shared, path: '', fileName: '', siteUrl: '' })).toBe(shared.workload)
  })

  test('write sizes in three digits', () => {
    expect([0, 999, 1000, 999_600, 12_345_678, 5e12].map(writeSize)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '1.0 MB',
      '12.3 MB',
      '5.0 TB'
    ])
  })
})

describe('a record laid out for reading', () => {
  const squeeze = (text: string) => text.replace(/\s+/g, '')

  test('gains white space only: long numbers, repeated fields and texts stay as they were', () => {
    const raw = '{"Id":12345678901234567890,"a":1,"a":2,"Text":"x, {y}: \\"z\\" [1]","List":[{},[],1.50]}'
    const laidOut = layOutRecord(raw)
    expect(laidOut.split('\n').length).toBeGreaterThan(5)
    expect(squeeze(laidOut)).toBe(squeeze(raw))
    expect(laidOut).toContain('"x, {y}: \\"z\\" [1]"')
    expect(laidOut).toContain('12345678901234567890')
  })

  test('stays as it is where it is no JSON, and where it breaks off', () => {
    expect(layOutRecord('a;b;{"c":1}')).toBe('a;b;{"c":1}')
    expect(squeeze(layOutRecord('{"a":"unfinish'))).toBe('{"a":"unfinish')
    expect(squeeze(layOutRecord('[}]]'))).toBe('[}]]')
  })
})

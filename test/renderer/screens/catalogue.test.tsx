// The catalogue: every indicator with its reasons, limits, examples and hits; sequences with their steps; boosters.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useNavigation } from '../../../src/renderer/navigation.ts'
import { openIndicator } from '../../../src/renderer/screens/catalogue/state.ts'
import { answersWith, madeAnswers } from '../made-answers.ts'
import { INDICATORS } from '../made-catalogue.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const place = { screen: 'catalogue' } as const

async function list() {
  const table = await screen.findByRole('grid', { name: 'Indicators' })
  await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  return table
}
const namesIn = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)

describe('the catalogue', () => {
  test('lists indicators by category, with what the imported history shows of each', async () => {
    await openWindow(place, { answers: madeAnswers() })
    const table = await list()
    expect(namesIn(table).slice(0, 3)).toEqual([
      'Downloads files from sites',
      'Renames files to another type',
      'Shares items with outside people'
    ])
    expect(within(table).getByRole('row', { name: /Downloads files from sites/ })).toHaveTextContent(
      'Downloads files from sitesCollection8402125On'
    )
    expect(within(table).getByRole('row', { name: /Deletes files/ })).toHaveTextContent(/Off$/)
    await expectAccessible()
  })

  test('is narrowed by category, by words and by what is seen', async () => {
    const { user } = await openWindow(place, { answers: madeAnswers() })
    const table = await list()
    await user.click(screen.getByRole('combobox', { name: 'Category' }))
    await user.click(screen.getByRole('option', { name: 'Exfiltration (2)' }))
    expect(namesIn(table)).toEqual(['Shares items with outside people', 'Copies files to removable media'])
    await user.click(screen.getByRole('textbox', { name: 'Search the catalogue' }))
    await user.paste('removable')
    expect(namesIn(table)).toEqual(['Copies files to removable media'])
    await user.paste('nothing of the kind')
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(namesIn(table)).toHaveLength(INDICATORS.length)
    await user.click(screen.getByRole('button', { name: 'Only seen here' }))
    expect(namesIn(table)).toHaveLength(INDICATORS.filter(({ hits }) => hits.personDays > 0).length)
  })

  test('opens an indicator by the keyboard with all that is known of it, and closes with Esc', async () => {
    const { user } = await openWindow(place, { answers: madeAnswers() })
    await list()
    await user.keyboard('jo')
    const page = await screen.findByRole('complementary', { name: 'Indicator' })
    expect(page).toHaveTextContent('Downloads files from sites')
    const chapter = (name: string) => within(page).getByRole('region', { name })
    expect(chapter('Why it counts')).toHaveTextContent('People who prepare to leave collect')
    expect(chapter('Levels of a day')).toHaveTextContent(/Low from 20.*Medium from 60.*High from 200.*different items/)
    expect(chapter('In what is imported')).toHaveTextContent(
      'Person-days with it840of these at Low60of these at Medium22of these at High5People who do it212'
    )
    expect(chapter('What it cannot see')).toHaveTextContent('Sees no pictures taken of the screen.')
    expect(chapter('Harmless reasons')).toHaveTextContent('A laptop was exchanged.')
    expect(chapter('Must fire')).toHaveTextContent('A person downloads 25 files in an afternoon.')
    expect(chapter('Must not fire')).toHaveTextContent('A service account copies 25 files at night.')
    expect(chapter('Templates that use it')).toHaveTextContent('Data theft by departing usersGeneral data leaks')
    expect(chapter('References')).toHaveTextContent('MITRE ATT&CK T1213')
    await expectAccessible()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary', { name: 'Indicator' })).toBeNull()
  })

  test('says of an indicator without hits that nobody does it or no log tells of it', async () => {
    const { user } = await openWindow(place, { answers: madeAnswers() })
    const unseen = INDICATORS[5]
    openIndicator(unseen?.id ?? '')
    const page = await screen.findByRole('complementary', { name: 'Indicator' })
    expect(page).toHaveTextContent(/Never seen in what is imported.*or no imported log tells of it/)
    await user.click(within(page).getByRole('button', { name: 'Open in the settings' }))
    expect(await screen.findByRole('region', { name: 'Indicators' })).toBeInTheDocument()
  })

  test('draws the steps of a sequence in order, and each leads to its indicators', async () => {
    const { user } = await openWindow(place, { answers: madeAnswers() })
    await user.click(await screen.findByRole('tab', { name: 'Sequences' }))
    const sequence = await screen.findByRole('region', { name: 'Download, rename, share' })
    const steps = within(sequence).getByRole('list', { name: 'Steps: Download, rename, share' })
    expect([...steps.children].map(({ textContent }) => textContent)).toEqual([
      'Collection1. downloadedDownloads files from sites',
      '→Obfuscation2. renamed or archivedRenames files to another type',
      '→Exfiltration3. taken outShares items with outside peopleCopies files to removable media'
    ])
    expect(sequence).toHaveTextContent('All steps within 7 days')
    await expectAccessible()
    await user.click(within(steps).getByRole('button', { name: 'Copies files to removable media' }))
    expect(await screen.findByRole('complementary', { name: 'Indicator' })).toHaveTextContent('copy-to-usb')
  })

  test('explains the boosters', async () => {
    const { user } = await openWindow(place, { answers: madeAnswers() })
    await user.click(await screen.findByRole('tab', { name: 'Boosters' }))
    expect(await screen.findByText('The person is a member of a priority group.')).toBeInTheDocument()
    await expectAccessible()
  })

  test('is open to an auditor, without the way to the settings of policies', async () => {
    await openWindow(place, { answers: madeAnswers(), workspace: { roles: ['auditor'] } })
    openIndicator('download-files')
    const page = await screen.findByRole('complementary', { name: 'Indicator' })
    expect(within(page).queryByRole('button', { name: 'Open in the settings' })).toBeNull()
    expect(within(screen.getByRole('navigation', { name: 'Places' })).queryByText('Analytics')).toBeNull()
  })

  test('says what happened when the engine refuses', async () => {
    const { user } = await openWindow(place, {
      answers: answersWith({
        'policy.indicators': () => ({ ok: false, code: 'busy', sentence: 'Scores are being made.', incident: 'k-1' })
      })
    })
    expect(await screen.findByRole('alert')).toHaveTextContent('Scores are being made.')
    await user.keyboard('gl')
    expect(useNavigation.getState().place).toEqual({ screen: 'policies' })
  })
})

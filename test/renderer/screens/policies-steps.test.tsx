// The steps of the wizard: what each offers, what it refuses, and what it says beside a choice.
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../made-window.tsx'
import { lastAsked, LONG_MS, NEXT, openWizardAt, paste, stepHeading } from '../made-wizard.tsx'

describe('the steps', { timeout: LONG_MS }, () => {
  test('of people refuse nobody, name what is no pseudonym, and leave out', async () => {
    const { user } = await openWizardAt('People')
    await user.click(screen.getByRole('radio', { name: 'Only people whom you choose' }))
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert')).toHaveTextContent('nobody is chosen yet')
    const include = await screen.findByRole('group', { name: 'Chosen: any of these' })
    await paste(
      user,
      within(include).getByRole('textbox', { name: 'People by pseudonym' }),
      'anon-4k7q-2m, W. Invented'
    )
    expect(include).toHaveTextContent('No pseudonym, so left out: W., Invented')
    expect(screen.getByRole('alert')).toHaveTextContent('')
    const exclude = screen.getByRole('group', { name: 'Left out: any of these' })
    await user.click(within(exclude).getByRole('checkbox', { name: /Release engineers/ }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await stepHeading('Content to prioritise')
  })

  test('of people say that a template for people of priority needs a group', async () => {
    await openWizardAt('People', 'data-leaks-by-priority-users')
    expect(screen.getByText(/choose at least one priority group/)).toBeInTheDocument()
  })

  test('of content let only named content be the only one that counts', async () => {
    const { user } = await openWizardAt('Content to prioritise')
    const only = screen.getByRole('checkbox', { name: 'Score only activity that concerns this content' })
    expect(only).toBeDisabled()
    await user.type(screen.getByRole('textbox', { name: 'Search or add labels' }), 'Top secret{Enter}')
    expect(screen.getByRole('checkbox', { name: /Top secret/ })).toBeChecked()
    expect(only).toBeEnabled()
    await expectAccessible()
  })

  test('of triggers ask for numbers only where activities trigger, and for one at least', async () => {
    const { user } = await openWizardAt('Triggers', 'general-data-leaks')
    expect(
      screen.getByRole('textbox', { name: 'Copies files to removable media: from how many a day' })
    ).toHaveAttribute('placeholder', '40')
    expect(screen.queryByRole('checkbox', { name: 'Downloads files from sites' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: /Taking something out/ }))
    expect(screen.queryByRole('group', { name: 'Daily numbers that trigger' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert')).toHaveTextContent('without one nobody comes into scope')
    await user.click(screen.getByRole('checkbox', { name: /Indicators and sequences that you choose/ }))
    expect(screen.getByRole('alert')).toHaveTextContent('Choose an indicator or a sequence that triggers.')
    await user.click(screen.getByRole('checkbox', { name: 'Downloads files from sites' }))
    expect(screen.getByRole('textbox', { name: 'Downloads files from sites: from how many a day' })).toHaveValue('20')
    await user.clear(screen.getByRole('textbox', { name: 'Downloads files from sites: from how many a day' }))
    expect(screen.getByRole('alert')).toHaveTextContent('a whole number of at least 1')
    await expectAccessible()
  })

  test('of indicators search, choose all or none, and say why one cannot be chosen', async () => {
    const { user } = await openWizardAt('Indicators')
    expect(screen.getByRole('checkbox', { name: /Deletes files/ })).toBeDisabled()
    expect(screen.getByText('Switched off in the settings: no policy may use it.')).toBeInTheDocument()
    expect(screen.getByText(/3 of 4 chosen; those that come later too/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'None' }))
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Choose at least one indicator')
    await user.type(screen.getByRole('textbox', { name: 'Search the indicators' }), 'removable')
    await user.click(screen.getByRole('button', { name: 'All found' }))
    await user.clear(screen.getByRole('textbox', { name: 'Search the indicators' }))
    expect(screen.getByText('1 of 4 chosen')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'About “Downloads files from sites”' }))
    expect(screen.getByText('A service account copies 25 files at night.')).toBeInTheDocument()
    await expectAccessible()
  })

  test('of thresholds show beside each what the history reaches, and refuse numbers that fall', async () => {
    const { user } = await openWizardAt('Thresholds')
    const row = screen.getByRole('group', { name: 'Downloads files from sites' })
    expect(row).toHaveTextContent('Seen on 840 days of 212 people; 60 reach low, 22 medium, 5 high.')
    const numbers = within(row).getByRole('combobox', { name: 'Downloads files from sites: numbers' })
    await user.selectOptions(numbers, 'own')
    const low = within(row).getByRole('textbox', { name: 'Downloads files from sites: low from' })
    await user.clear(low)
    await user.type(low, '900')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert')).toHaveTextContent('“Downloads files from sites”: the numbers must not fall')
    await user.clear(low)
    expect(screen.getByRole('alert')).toHaveTextContent('write three whole numbers')
    await user.selectOptions(numbers, 'above')
    const factor = within(row).getByRole('textbox', { name: 'Downloads files from sites: times the usual' })
    await user.clear(factor)
    await user.type(factor, '21')
    expect(screen.getByRole('alert')).toHaveTextContent('a factor from 1 to 20')
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'All recommended' }))
    expect(screen.getByRole('alert')).toHaveTextContent('')
    expect(screen.queryByRole('textbox', { name: /times the usual/ })).toBeNull()
  })

  test('of scoring say which sequence no chosen indicator can make, and refuse impossible windows', async () => {
    const { user } = await openWizardAt('Sequences and boosters')
    expect(screen.getByText(/Cannot be found.*“renamed or archived”/)).toBeInTheDocument()
    const before = screen.getByRole('textbox', { name: 'Days before the trigger' })
    await user.clear(before)
    await user.type(before, '181')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Look back from 0 to 180 days.')
    await user.clear(before)
    await user.type(before, '0')
    expect(screen.getByRole('alert')).toHaveTextContent('')
    await expectAccessible()
  })

  test('end with the whole in words and a back-test of the draft, which tells when it is out of date', async () => {
    const { desk, user } = await openWizardAt('Review')
    expect(screen.getByRole('region', { name: 'Triggers' })).toHaveTextContent('resigns or is added by hand')
    await user.click(screen.getByRole('button', { name: 'Run the back-test' }))
    await screen.findByRole('img', { name: /60 days/ })
    expect(lastAsked(desk, 'policy.backtest')).toMatchObject({
      of: { definition: { template: 'data-theft-by-departing-users', alertLine: 40 }, insteadOf: null }
    })
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Change what adds' }))
    const line = await screen.findByRole('textbox', { name: 'Alert from a score of' })
    await user.clear(line)
    await user.type(line, '70')
    await user.keyboard(NEXT)
    await stepHeading('Review')
    expect(screen.getByText(/The draft has changed since/)).toBeInTheDocument()
  })
})

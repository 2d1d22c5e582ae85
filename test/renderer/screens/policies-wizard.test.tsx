// The wizard: by keyboard alone from the template to the stored policy, what going back keeps, and a stored policy in it.
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { go } from '../../../src/renderer/navigation.ts'
import { PolicyDefinition } from '../../../src/shared/domain/policy.ts'
import { madeAnswers } from '../made-answers.ts'
import { DEFINITION } from '../made-policies.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'
import {
  lastAsked,
  LONG_MS,
  NEXT,
  openWizardAt,
  paste,
  stepHeading,
  STEPS_AFTER_TEMPLATE,
  tabTo
} from '../made-wizard.tsx'

describe('a new policy', { timeout: LONG_MS }, () => {
  test('is made by keyboard alone, from the list to its page', async () => {
    const { desk, user } = await openWindow({ screen: 'policies' }, { answers: madeAnswers() })
    await screen.findByRole('grid', { name: 'Policies' })
    await user.keyboard('n')
    expect(await stepHeading('Template')).toHaveFocus()

    await tabTo(user, screen.getByRole('radio', { name: /Data theft by departing users/ }))
    await user.keyboard(' ')
    expect(screen.getByRole('radio', { name: /Data theft by departing users/ })).toBeChecked()
    await user.keyboard(NEXT)

    expect(await stepHeading('Name')).toHaveFocus()
    const name = screen.getByRole('textbox', { name: 'Name of the policy' })
    await tabTo(user, name)
    expect(name).toHaveValue('Data theft by departing users')
    await user.clear(name)
    await user.keyboard('Leavers of Engineering{Enter}')

    expect(await stepHeading('People')).toHaveFocus()
    await tabTo(user, screen.getByRole('radio', { name: 'Everybody who is triggered' }))
    await user.keyboard('{ArrowDown}')
    const include = await screen.findByRole('group', { name: 'Chosen: any of these' })
    await tabTo(user, within(include).getByRole('checkbox', { name: 'Engineering' }))
    await user.keyboard(' ')
    await user.keyboard(NEXT)

    expect(await stepHeading('Content to prioritise')).toHaveFocus()
    await tabTo(user, screen.getByRole('textbox', { name: 'File extensions' }))
    await user.keyboard('.dwg{Enter}step')
    await user.keyboard(NEXT)

    expect(await stepHeading('Triggers')).toHaveFocus()
    await tabTo(user, screen.getByRole('checkbox', { name: /A deleted account/ }))
    await user.keyboard(' ')
    await user.keyboard(NEXT)

    expect(await stepHeading('Indicators')).toHaveFocus()
    await tabTo(user, screen.getByRole('checkbox', { name: /Signs in from an unusual place/ }))
    await user.keyboard(' ')
    await user.keyboard(NEXT)

    expect(await stepHeading('Thresholds')).toHaveFocus()
    const numbers = screen.getByRole('combobox', { name: 'Downloads files from sites: numbers' })
    await tabTo(user, numbers)
    // The keys inside of a list of choices are the system's own; jsdom has none.
    await user.selectOptions(numbers, 'own')
    await tabTo(user, screen.getByRole('textbox', { name: 'Downloads files from sites: high from' }))
    // What the tabulator reaches is selected, so typing replaces it.
    await user.keyboard('250')
    await user.keyboard(NEXT)

    expect(await stepHeading('Sequences and boosters')).toHaveFocus()
    await tabTo(user, screen.getByRole('checkbox', { name: 'Cumulative exfiltration' }))
    await user.keyboard(' ')
    await user.keyboard(NEXT)

    expect(await stepHeading('Review')).toHaveFocus()
    await tabTo(user, screen.getByRole('button', { name: 'Create the policy' }))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('region', { name: 'How it works' })).toBeInTheDocument()

    const request = lastAsked(desk, 'policy.create')
    expect(request).toMatchObject({
      name: 'Leavers of Engineering',
      template: 'data-theft-by-departing-users',
      definition: {
        people: { include: { departments: ['Engineering'] } },
        priorityContent: { extensions: ['dwg', 'step'] },
        triggers: ['hr-resignation', 'account-deleted', 'manual'],
        indicators: ['download-files', 'copy-to-usb'],
        thresholds: { 'download-files': { low: 20, medium: 60, high: 250 } },
        cumulativeExfiltration: false
      }
    })
  })

  test('goes back to the list, not to the finished wizard, from its page', async () => {
    const { user } = await openWindow({ screen: 'policies' }, { answers: madeAnswers() })
    await screen.findByRole('grid', { name: 'Policies' })
    act(() => go({ screen: 'policy-new', template: 'general-data-leaks' }))
    await stepHeading('Name')
    for (const step of STEPS_AFTER_TEMPLATE.slice(1)) {
      await user.keyboard(NEXT)
      await stepHeading(step)
    }
    await user.keyboard(NEXT)
    await screen.findByRole('region', { name: 'How it works' })
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('grid', { name: 'Policies' })).toBeInTheDocument()
  })

  test('begins at its name where analytics suggest the template, and can go back to choose another', async () => {
    const { user } = await openWindow(
      { screen: 'policy-new', template: 'general-data-leaks' },
      { answers: madeAnswers() }
    )
    await stepHeading('Name')
    expect(screen.getByRole('textbox')).toHaveValue('General data leaks')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(await screen.findByRole('radio', { name: /General data leaks/ })).toBeChecked()
    expect(screen.getByRole('button', { name: 'Back' })).toBeDisabled()
    await expectAccessible()
  })

  test('cannot go on without a template, and says so', async () => {
    const { user } = await openWindow({ screen: 'policy-new', template: null }, { answers: madeAnswers() })
    await stepHeading('Template')
    expect(
      within(screen.getByRole('navigation', { name: 'Steps' })).getByRole('button', { name: /People/ })
    ).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Choose a template.')
  })

  test(
    'keeps what was set when one steps back and forth, also what is of no account now',
    { timeout: LONG_MS },
    async () => {
      const { user } = await openWizardAt('People')
      await user.click(screen.getByRole('radio', { name: 'Only people whom you choose' }))
      const include = await screen.findByRole('group', { name: 'Chosen: any of these' })
      await user.click(within(include).getByRole('checkbox', { name: 'Sales' }))
      await user.click(screen.getByRole('radio', { name: 'Everybody who is triggered' }))
      await user.click(screen.getByRole('button', { name: 'Next' }))
      await stepHeading('Content to prioritise')
      await paste(user, screen.getByRole('textbox', { name: 'Sites' }), 'https://tenant.example/sites/sales')
      await user.click(screen.getByRole('button', { name: 'Back' }))
      await stepHeading('People')
      await user.click(screen.getByRole('radio', { name: 'Only people whom you choose' }))
      expect(
        within(await screen.findByRole('group', { name: 'Chosen: any of these' })).getByRole('checkbox', {
          name: 'Sales'
        })
      ).toBeChecked()
      await user.click(
        within(screen.getByRole('navigation', { name: 'Steps' })).getByRole('button', { name: /Content/ })
      )
      expect(await screen.findByRole('textbox', { name: 'Sites' })).toHaveValue('https://tenant.example/sites/sales')
    }
  )

  test('asks before it is left with something set, and goes without a question where nothing is', async () => {
    const { user } = await openWizardAt('Name')
    await user.type(screen.getByRole('textbox'), ', north')
    await user.click(within(screen.getByRole('navigation', { name: 'Places' })).getByRole('button', { name: /^Cases/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('textbox')).toHaveValue('Data theft by departing users, north')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave' }))
    await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Steps' })).toBeNull())
  })

  test('goes without a question where nothing is set', async () => {
    const { user } = await openWizardAt('People')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Steps' })).toBeNull())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('stays as it is when the engine refuses it', async () => {
    const { desk, user } = await openWizardAt('Review')
    desk.refuseNext('policy.create', 'conflict', 'A policy of this name exists.')
    await user.click(screen.getByRole('button', { name: 'Create the policy' }))
    expect(await screen.findByText('A policy of this name exists.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Change the name' }))
    expect(await stepHeading('Name')).toHaveFocus()
  })
})

describe('a stored policy', { timeout: LONG_MS }, () => {
  test('is edited with template and name fixed, shows what differs, and is stored as a new version', async () => {
    const { desk, user } = await openWindow({ screen: 'policy-edit', id: 1 }, { answers: madeAnswers() })
    await stepHeading('People')
    const steps = screen.getByRole('navigation', { name: 'Steps' })
    expect(within(steps).queryByRole('button', { name: /Template|Name/ })).toBeNull()
    await user.click(within(steps).getByRole('button', { name: /Review/ }))
    await stepHeading('Review')
    expect(screen.getByRole('button', { name: 'Save a new version' })).toBeDisabled()
    await user.click(within(steps).getByRole('button', { name: /Sequences/ }))
    const line = await screen.findByRole('textbox', { name: 'Alert from a score of' })
    await user.clear(line)
    await user.type(line, '55')
    await user.click(within(steps).getByRole('button', { name: /Review/ }))
    const changes = await screen.findByRole('table', { name: 'Changes to version 3' })
    expect(changes).toHaveTextContent('Alert line2355')
    await user.click(screen.getByRole('button', { name: 'Run the back-test' }))
    await waitFor(() => expect(lastAsked(desk, 'policy.backtest')).toMatchObject({ of: { insteadOf: 1 } }))
    await user.click(screen.getByRole('button', { name: 'Save a new version' }))
    expect(await screen.findByText(/Version 4 of “Departing engineers” is stored/)).toBeInTheDocument()
    expect(lastAsked(desk, 'policy.edit')).toEqual({
      id: 1,
      definition: PolicyDefinition.parse({ ...DEFINITION, alertLine: 55 })
    })
  })

  test('is copied by the engine under a name of its own, and only then changed', async () => {
    const { desk, user } = await openWindow({ screen: 'policy-copy', id: 1 }, { answers: madeAnswers() })
    await stepHeading('Name')
    expect(screen.getByRole('textbox')).toHaveValue('Copy of Departing engineers')
    const steps = screen.getByRole('navigation', { name: 'Steps' })
    await user.click(within(steps).getByRole('button', { name: /Sequences/ }))
    await user.click(await screen.findByRole('checkbox', { name: 'Cumulative exfiltration' }))
    await user.click(within(steps).getByRole('button', { name: /Review/ }))
    await stepHeading('Review')
    desk.refuseNext('policy.edit', 'busy', 'An import is running.')
    await user.click(screen.getByRole('button', { name: 'Create the copy' }))
    expect(await screen.findByText('The copy is made; only its changes are still missing.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Create the copy' }))
    await screen.findByRole('region', { name: 'How it works' })
    const asked = desk.asked.filter(({ name }) => name === 'policy.copy' || name === 'policy.edit')
    expect(asked.map(({ name }) => name)).toEqual(['policy.copy', 'policy.edit', 'policy.edit'])
    expect(asked[0]?.request).toEqual({ id: 1, name: 'Copy of Departing engineers' })
    expect(asked[2]?.request).toMatchObject({ id: 2, definition: { cumulativeExfiltration: false } })
  })

  test('that is copied as it is needs no change behind it', async () => {
    const { desk, user } = await openWindow({ screen: 'policy-copy', id: 1 }, { answers: madeAnswers() })
    await stepHeading('Name')
    await user.click(within(screen.getByRole('navigation', { name: 'Steps' })).getByRole('button', { name: /Review/ }))
    await stepHeading('Review')
    await user.click(screen.getByRole('button', { name: 'Create the copy' }))
    await screen.findByRole('region', { name: 'How it works' })
    expect(lastAsked(desk, 'policy.edit')).toBeUndefined()
  })
})

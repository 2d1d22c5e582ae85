// Before the lock: nothing is filled in, weak passphrases are told early, refusals say what is safe.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { judgePassphrase } from '../../../src/renderer/screens/unlock/passphrase.ts'
import type { WorkspaceState } from '../../../src/shared/contract/workspace.ts'
import { PASSPHRASE } from '../made-desk.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const LOCKED: Partial<WorkspaceState> = { state: 'locked', operator: null, roles: [] }
const NONE: Partial<WorkspaceState> = { state: 'none', name: null, operator: null, roles: [] }

describe('unlocking', () => {
  test('nothing is filled in, and the button waits for both fields', async () => {
    const { user } = await openWindow(null, { workspace: LOCKED })
    const operator = await screen.findByLabelText('Your operator name')
    expect(operator).toHaveValue('')
    expect(operator).toHaveFocus()
    expect(screen.getByLabelText('Passphrase')).toHaveValue('')
    expect(screen.getByRole('button', { name: 'Unlock' })).toBeDisabled()
    await user.type(operator, 'alice')
    expect(screen.getByRole('button', { name: 'Unlock' })).toBeDisabled()
    await expectAccessible()
  })

  test('a wrong passphrase is said, the name stays, the passphrase goes and gets the focus', async () => {
    const { user } = await openWindow(null, { workspace: LOCKED })
    await user.type(await screen.findByLabelText('Your operator name'), 'alice')
    await user.type(screen.getByLabelText('Passphrase'), 'not this one at all{Enter}')
    expect(await screen.findByText('The passphrase does not open this workspace. Nothing was changed.')).toBeVisible()
    expect(screen.getByLabelText('Your operator name')).toHaveValue('alice')
    expect(screen.getByLabelText('Passphrase')).toHaveValue('')
    expect(screen.getByLabelText('Passphrase')).toHaveFocus()
  })

  test('the right passphrase opens the frame', async () => {
    const { user } = await openWindow(null, { workspace: LOCKED })
    await user.type(await screen.findByLabelText('Your operator name'), 'alice')
    await user.type(screen.getByLabelText('Passphrase'), `${PASSPHRASE}{Enter}`)
    expect(await screen.findByRole('navigation', { name: 'Places' })).toBeVisible()
  })
})

describe('creating', () => {
  test('sends the sample wish only after length and repetition agree', async () => {
    const { desk, user } = await openWindow(null, { workspace: NONE })
    await user.click(await screen.findByRole('button', { name: 'Create a workspace…' }))
    await user.type(await screen.findByLabelText('Your operator name'), 'alice')
    await user.type(screen.getByLabelText('Passphrase'), 'short')
    expect(screen.getByText('Too short: 5 of at least 12 characters.')).toBeVisible()
    await user.clear(screen.getByLabelText('Passphrase'))
    await user.type(screen.getByLabelText('Passphrase'), PASSPHRASE)
    await user.type(screen.getByLabelText('The same passphrase again'), 'four quiet herons wait')
    expect(screen.getByText('The two do not match yet.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Create the workspace' })).toBeDisabled()
    await user.type(screen.getByLabelText('The same passphrase again'), ' here')
    await user.click(screen.getByRole('checkbox', { name: /With sample data/ }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Create the workspace' }))
    await waitFor(() =>
      expect(desk.asked.find(({ name }) => name === 'workspace.create')?.request).toEqual({
        operator: 'alice',
        passphrase: PASSPHRASE,
        sample: true
      })
    )
  })

  test('a folder with other files is refused and stays untouched', async () => {
    const { user } = await openWindow(null, {
      workspace: NONE,
      answers: { 'workspace.choose': () => ({ name: 'Holiday', holds: 'other' }) }
    })
    await user.click(await screen.findByRole('button', { name: 'Create a workspace…' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The folder Holiday holds other files. They were not touched.'
    )
  })

  test('closing the folder dialog changes nothing', async () => {
    const { user } = await openWindow(null, {
      workspace: NONE,
      answers: { 'workspace.choose': () => ({ name: null, holds: 'nothing' }) }
    })
    await user.click(await screen.findByRole('button', { name: 'Open a workspace…' }))
    expect(await screen.findByRole('button', { name: 'Open a workspace…' })).toBeEnabled()
  })
})

describe('the judgement of a passphrase', () => {
  test.each([
    ['', false, /At least 12/],
    ['abc', false, /Too short: 3 of at least 12/],
    ['aaaaaaaaaaaaaaaa', true, /^Weak/],
    ['Winter2026!!', true, /fair only/],
    ['quiet heron 9!tree', true, /^Good/],
    [PASSPHRASE, true, /^Strong/]
  ])('%s', (passphrase, isEnough, says) => {
    const judgement = judgePassphrase(passphrase)
    expect(judgement.isEnough).toBe(isEnough)
    expect(judgement.says).toMatch(says)
  })
})

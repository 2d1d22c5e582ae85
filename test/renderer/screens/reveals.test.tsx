// Names: asked for, answered by a second operator, shown for minutes, and then nowhere in the window any more.
import type { QueryClient } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RevealRow } from '../../../src/shared/contract/reveal.ts'
import { go } from '../../../src/renderer/navigation.ts'
import { answersWith } from '../made-answers.ts'
import { PASSPHRASE, refusal } from '../made-desk.ts'
import { CASE } from '../made-records.ts'
import { FIRST, HOUR_MS, SECOND } from '../made-people.ts'
import { LEDGER, NAME_PARTS, reveal, revealAnswers } from '../made-reveals.ts'
import { expectAccessible, openWindow } from '../made-window.tsx'

const MINUTE_MS = 60_000
const granted = (lengthMs: number) =>
  reveal(7, { status: 'granted', decidedBy: 'bob', decidedAtMs: Date.now(), expiresAtMs: Date.now() + lengthMs })

const pageText = () => new XMLSerializer().serializeToString(document).toLowerCase()
const cacheText = (client: QueryClient) =>
  JSON.stringify([
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]),
    client
      .getMutationCache()
      .getAll()
      .map(({ state }) => state)
  ]).toLowerCase()
function expectNowhere(client: QueryClient) {
  for (const part of NAME_PARTS) {
    expect(pageText()).not.toContain(part)
    expect(cacheText(client)).not.toContain(part)
    expect(window.location.href).not.toContain(part)
  }
}

async function openCase(rows: readonly RevealRow[], change: Parameters<typeof answersWith>[0] = {}) {
  const opened = await openWindow(
    { screen: 'case', id: 1 },
    { answers: answersWith({ ...revealAnswers(rows), ...change }) }
  )
  const names = await screen.findByRole('list', { name: 'Names' })
  return { ...opened, names, first: within(names).getByRole('listitem', { name: FIRST }) }
}

describe('the names of a case', () => {
  test('are asked for with a reason and a length of time', async () => {
    const { desk, user, first } = await openCase([])
    expect(first).toHaveTextContent('Not asked for.')
    await user.click(within(first).getByRole('button', { name: `Ask for the name of ${FIRST}` }))
    const dialog = await screen.findByRole('dialog', { name: 'Ask for the name' })
    expect(dialog).toHaveTextContent(FIRST)
    const ask = within(dialog).getByRole('button', { name: 'Ask' })
    expect(ask).toBeDisabled()
    await expectAccessible()
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'The team lead has to be asked.')
    expect(within(dialog).getByRole('combobox', { name: 'For how long' })).toHaveTextContent('24 hours')
    await user.click(within(dialog).getByRole('combobox', { name: 'For how long' }))
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '1 hour',
      '4 hours',
      '8 hours',
      '24 hours',
      '3 days',
      '7 days'
    ])
    await user.click(screen.getByRole('option', { name: '8 hours' }))
    await user.click(ask)
    await waitFor(() => expect(first).toHaveTextContent(/Waiting for an approver since .* asked for 8 hours/))
    expect(desk.asked.find(({ name }) => name === 'reveal.request')?.request).toEqual({
      caseId: 1,
      pseudonym: FIRST,
      reason: 'The team lead has to be asked.',
      hours: 8
    })
    expect(within(first).queryByRole('button', { name: /Ask for/ })).toBeNull()
    await expectAccessible()
  })

  test('are answered by a second operator, whose passphrase is dropped with every answer', async () => {
    const { desk, user, first, client } = await openCase([reveal(7, {})])
    await user.click(within(first).getByRole('button', { name: `Let an approver answer: ${FIRST}` }))
    const dialog = await screen.findByRole('dialog', { name: 'Let an approver answer' })
    expect(dialog).toHaveTextContent('The team lead has to be asked about the hand-over list.')
    const grant = within(dialog).getByRole('button', { name: 'Grant' })
    const passphrase = within(dialog).getByLabelText('Approver’s passphrase')
    expect(passphrase).toHaveAttribute('type', 'password')
    expect(passphrase).toHaveAttribute('autocomplete', 'off')
    expect(grant).toBeDisabled()
    await expectAccessible()
    await user.type(within(dialog).getByLabelText('Approver’s operator name'), 'bob')
    await user.type(passphrase, 'not the right herons')
    await user.click(grant)
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('do not fit')
    expect(passphrase).toHaveValue('')
    expect(grant).toBeDisabled()
    await waitFor(() => expect(cacheText(client)).not.toContain('herons'))
    await user.type(passphrase, PASSPHRASE)
    await user.click(grant)
    await waitFor(() => expect(first).toHaveTextContent(/Granted by bob until/))
    expect(desk.asked.filter(({ name }) => name === 'reveal.approve').at(-1)?.request).toEqual({
      id: 7,
      answer: null,
      approver: { operator: 'bob', passphrase: PASSPHRASE }
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(cacheText(client)).not.toContain('herons'))
  })

  test('are refused only with an answer in words, and can be asked for again', async () => {
    const { desk, user, first } = await openCase([reveal(7, {})])
    await user.click(within(first).getByRole('button', { name: /Let an approver answer/ }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('Approver’s operator name'), 'bob')
    await user.type(within(dialog).getByLabelText('Approver’s passphrase'), PASSPHRASE)
    const refuse = within(dialog).getByRole('button', { name: 'Refuse' })
    expect(refuse).toBeDisabled()
    await user.type(within(dialog).getByRole('textbox', { name: 'Answer' }), 'Ask the site owner first.')
    await user.click(refuse)
    await waitFor(() => expect(first).toHaveTextContent('Refused by bob: Ask the site owner first.'))
    expect(desk.asked.some(({ name }) => name === 'reveal.approve')).toBe(false)
    expect(within(first).getByRole('button', { name: /Ask for the name/ })).toBeEnabled()
  })

  test('are ended after a question', async () => {
    const { desk, user, first } = await openCase([reveal(7, {})])
    await user.click(within(first).getByRole('button', { name: /End it/ }))
    const dialog = await screen.findByRole('dialog', { name: 'End this request' })
    expect(desk.asked.some(({ name }) => name === 'reveal.withdraw')).toBe(false)
    await expectAccessible()
    await user.click(within(dialog).getByRole('button', { name: 'End it' }))
    await waitFor(() => expect(first).toHaveTextContent('Ended by alice'))
  })

  test('count another operator’s request as nobody’s, and time over by the window’s own clock', async () => {
    const { names, first } = await openCase([
      reveal(8, { requestedBy: 'carol' }),
      reveal(7, { pseudonym: SECOND, status: 'granted', decidedBy: 'bob', expiresAtMs: Date.now() - 1000 })
    ])
    expect(first).toHaveTextContent('Not asked for.')
    const second = within(names).getByRole('listitem', { name: SECOND })
    expect(second).toHaveTextContent('Time over since')
    expect(within(second).queryByRole('button', { name: /Show/ })).toBeNull()
  })

  test('are not offered in a closed case', async () => {
    const closed = { ...CASE, case: { ...CASE.case, status: 'closed' as const, resolution: 'benign' as const } }
    const { first } = await openCase([granted(HOUR_MS)], { 'case.show': () => closed })
    expect(first).toHaveTextContent('The case is closed')
    expect(within(first).queryByRole('button', { name: /Show|Ask/ })).toBeNull()
  })

  test('are no part of the page for an analyst', async () => {
    const { desk } = await openWindow(
      { screen: 'case', id: 1 },
      { answers: answersWith(revealAnswers([granted(HOUR_MS)])), workspace: { roles: ['analyst'] } }
    )
    await screen.findByRole('heading', { name: 'Pricing files before departure' })
    expect(screen.queryByRole('list', { name: 'Names' })).toBeNull()
    expect(desk.asked.some(({ name }) => name.startsWith('reveal.'))).toBe(false)
  })
})

describe('a name that is shown', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
  afterEach(() => vi.useRealTimers())
  const pass = (lengthMs: number) => act(() => vi.advanceTimersByTimeAsync(lengthMs))

  async function openShown(lengthMs: number, change: Parameters<typeof answersWith>[0] = {}) {
    const opened = await openCase([granted(lengthMs)], change)
    await opened.user.click(within(opened.first).getByRole('button', { name: `Show the name of ${FIRST}` }))
    const chip = await screen.findByRole('group', { name: `Name of ${FIRST}` })
    return { ...opened, chip }
  }

  test('says who, by whom and for how long in words, and is in no cache even then', async () => {
    const { chip, client, desk } = await openShown(HOUR_MS)
    expect(chip).toHaveTextContent('Odile Farrowby')
    expect(chip).toHaveTextContent('Account: odile.farrowby@tenant.example')
    expect(chip).toHaveTextContent('Also: TENANT\\ofarrowby')
    expect(chip).toHaveTextContent(/Shown until \d\d:\d\d \+0[12]:00, 5 minutes left/)
    expect(chip).toHaveTextContent(/Granted by bob until \d+ \w+ 20\d\d \d\d:\d\d/)
    expect(desk.asked.filter(({ name }) => name === 'reveal.show').map(({ request }) => request)).toEqual([{ id: 7 }])
    await pass(100)
    for (const part of NAME_PARTS) expect(cacheText(client)).not.toContain(part)
    await expectAccessible()
    await pass(MINUTE_MS)
    expect(chip).toHaveTextContent('4 minutes left')
  })

  test('is hidden after five minutes, and then nowhere', async () => {
    const { client, desk } = await openShown(HOUR_MS)
    await pass(4 * MINUTE_MS)
    expect(pageText()).toContain('farrowby')
    await pass(MINUTE_MS + 1000)
    expectNowhere(client)
    expect(screen.getByRole('button', { name: `Show the name of ${FIRST}` })).toBeEnabled()
    expect(desk.asked.filter(({ name }) => name === 'reveal.show')).toHaveLength(1)
  })

  test('is hidden when the time of the grant is over', async () => {
    // Between two ticks of the clock that all pages share, so that only the name's own clock can hide it in time.
    const lengthMs = 2 * MINUTE_MS + 10_000
    const { client, chip } = await openShown(lengthMs)
    expect(chip).toHaveTextContent('3 minutes left')
    await pass(lengthMs + 2000)
    expectNowhere(client)
  })

  test('is hidden by its button, which keeps the keyboard', async () => {
    const { client, user } = await openShown(HOUR_MS)
    const hide = screen.getByRole('button', { name: `Hide the name of ${FIRST}` })
    expect(hide).toHaveFocus()
    await user.click(hide)
    await pass(100)
    expectNowhere(client)
    expect(screen.getByRole('button', { name: `Show the name of ${FIRST}` })).toHaveFocus()
  })

  test('is gone with the page, also when one comes back', async () => {
    const { client } = await openShown(HOUR_MS)
    act(() => go({ screen: 'cases' }))
    await screen.findByRole('grid', { name: 'Cases' })
    await pass(100)
    expectNowhere(client)
    act(() => go({ screen: 'case', id: 1 }))
    await screen.findByRole('list', { name: 'Names' })
    expectNowhere(client)
  })

  test('is dropped when it arrives after the page was left', async () => {
    const { client, user, desk, first } = await openCase([granted(HOUR_MS)])
    let arrive: () => void = () => undefined
    const gate = new Promise<void>((settle) => {
      arrive = settle
    })
    const answer = desk.invoke.bind(desk)
    const invoke = vi.spyOn(desk, 'invoke').mockImplementation(async (name, request) => {
      if (name === 'reveal.show') await gate
      return answer(name, request)
    })
    await user.click(within(first).getByRole('button', { name: /Show the name/ }))
    act(() => go({ screen: 'cases' }))
    await screen.findByRole('grid', { name: 'Cases' })
    expect(invoke).toHaveBeenCalledWith('reveal.show', { id: 7 })
    arrive()
    await pass(100)
    expect(desk.asked.some(({ name }) => name === 'reveal.show')).toBe(true)
    expectNowhere(client)
    act(() => go({ screen: 'case', id: 1 }))
    await screen.findByRole('list', { name: 'Names' })
    expectNowhere(client)
  })

  test('is gone with another tab and with the lock', async () => {
    const { client, user, desk } = await openShown(HOUR_MS)
    await user.click(screen.getByRole('tab', { name: 'History' }))
    await pass(100)
    expectNowhere(client)
    await user.click(screen.getByRole('tab', { name: 'Case overview' }))
    await user.click(await screen.findByRole('button', { name: `Show the name of ${FIRST}` }))
    await screen.findByRole('group', { name: `Name of ${FIRST}` })
    await desk.invoke('workspace.lock', {})
    desk.announce('workspace')
    await screen.findByRole('button', { name: 'Unlock' })
    await pass(100)
    expectNowhere(client)
  })

  test('is gone as soon as the grant is ended', async () => {
    const { client, user, first } = await openShown(HOUR_MS)
    await user.click(within(first).getByRole('button', { name: /End it/ }))
    const dialog = await screen.findByRole('dialog', { name: 'End this reveal' })
    await user.click(within(dialog).getByRole('button', { name: 'End it' }))
    await waitFor(() => expect(first).toHaveTextContent('Ended by alice'))
    await pass(100)
    expectNowhere(client)
  })

  test('is refused in the engine’s words', async () => {
    const { user, first } = await openCase([granted(HOUR_MS)], {
      'reveal.show': () => refusal('not-allowed', 'The time of this reveal is over.')
    })
    await user.click(within(first).getByRole('button', { name: /Show the name/ }))
    expect(await within(first).findByRole('alert')).toHaveTextContent('The time of this reveal is over.')
  })
})

describe('the ledger of reveals', () => {
  const openLedger = async (roles: readonly ['approver' | 'auditor' | 'investigator'], operator: string) => {
    const opened = await openWindow(
      { screen: 'reveals' },
      { answers: answersWith(revealAnswers([reveal(6, {}), ...LEDGER])), workspace: { roles: [...roles], operator } }
    )
    const table = await screen.findByRole('grid', { name: 'Reveals' })
    await waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
    return { ...opened, table }
  }
  const statuses = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)

  test('shows an approver those that wait first, and takes the answer of the own session', async () => {
    const { desk, user, table } = await openLedger(['approver'], 'bob')
    expect(statuses(table)).toEqual(['Waiting', 'Waiting', 'Refused', 'Time over'])
    await expectAccessible()
    await user.keyboard('jo')
    const details = await screen.findByRole('complementary', { name: 'Request for a name' })
    expect(details).toHaveTextContent('Waiting: the name of')
    expect(within(details).queryByRole('button', { name: 'Open the case' })).toBeNull()
    await user.click(within(details).getByRole('button', { name: 'Grant or refuse…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Answer this request' })
    expect(within(dialog).queryByLabelText(/passphrase/)).toBeNull()
    await expectAccessible()
    await user.click(within(dialog).getByRole('button', { name: 'Grant' }))
    await waitFor(() => expect(details).toHaveTextContent('Granted: the name of'))
    expect(desk.asked.find(({ name }) => name === 'reveal.approve')?.request).toEqual({
      id: 6,
      answer: null,
      approver: null
    })
    expect(statuses(table)).toEqual(['Waiting', 'Granted', 'Refused', 'Time over'])
    await user.click(within(details).getByRole('button', { name: 'End it…' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'End it' }))
    await waitFor(() => expect(details).toHaveTextContent('Ended: the name of'))
    expect(within(details).queryByRole('button', { name: 'End it…' })).toBeNull()
  })

  test('gives an auditor everything to read and nothing to do', async () => {
    const { user, table } = await openLedger(['auditor'], 'dana')
    await user.click(within(table).getAllByRole('row')[4] ?? table)
    const details = await screen.findByRole('complementary', { name: 'Request for a name' })
    expect(details).toHaveTextContent('twice')
    expect(within(details).getAllByRole('button')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Waiting 2' }))
    expect(statuses(table)).toEqual(['Waiting', 'Waiting'])
  })

  test('lets nobody answer an own request without a second passphrase, nor another’s without the role', async () => {
    const { user, table } = await openLedger(['investigator'], 'alice')
    await user.click(within(table).getAllByRole('row')[1] ?? table)
    const details = await screen.findByRole('complementary', { name: 'Request for a name' })
    expect(within(details).getByRole('button', { name: 'Let an approver answer…' })).toBeEnabled()
    await user.click(within(table).getAllByRole('row')[2] ?? table)
    await waitFor(() => expect(details).toHaveTextContent('carol'))
    expect(within(details).queryByRole('button', { name: /answer|refuse|End/ })).toBeNull()
    await user.click(within(details).getByRole('button', { name: 'Open the case' }))
    expect(await screen.findByRole('heading', { name: 'Pricing files before departure' })).toBeInTheDocument()
  })

  test('explains how reveals work while there is none', async () => {
    const { user } = await openWindow(
      { screen: 'settings' },
      { answers: answersWith(revealAnswers([])), workspace: { roles: ['approver'], operator: 'bob' } }
    )
    await user.keyboard('gr')
    const places = await screen.findByRole('navigation', { name: 'Places' })
    expect(await screen.findByText('Nobody has asked for a name yet')).toBeInTheDocument()
    expect(within(places).getByRole('button', { name: 'Reveals' })).toHaveAttribute('aria-current', 'page')
    await expectAccessible()
  })

  test('is no place of an analyst', async () => {
    await openWindow({ screen: 'settings' }, { workspace: { roles: ['analyst'] } })
    expect(screen.queryByRole('button', { name: 'Reveals' })).toBeNull()
  })
})
